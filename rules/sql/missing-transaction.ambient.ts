import { EntityManager, Transactional } from '@mikro-orm/core'
import { Order, Stock } from './entities'

export class Orders {
  constructor(private readonly em: EntityManager) {}

  @Transactional()
  async place(item: string) {
    await this.write(item)
  }

  // Its only caller holds a transaction.
  private async write(item: string) {
    const order = new Order(item)
    await this.em.persistAndFlush(order)
    // ok: sql/missing-transaction
    await this.em.nativeUpdate(Stock, { item }, { amount: 1 })
  }

  async placeAtOnce(item: string) {
    await this.em.transactional(async () => {
      await this.take(item)
    })
  }

  private async take(item: string) {
    await this.em.nativeUpdate(Stock, { item }, { amount: 1 })
    // ok: sql/missing-transaction
    await this.em.persistAndFlush(new Order(item))
  }

  async placeApart(item: string) {
    await this.em.persistAndFlush(new Order(item))
    // ruleid: sql/missing-transaction
    await this.em.nativeUpdate(Stock, { item }, { amount: 1 })
  }
}
