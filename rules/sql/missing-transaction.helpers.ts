import { Repository } from 'typeorm'
import { Order, Stock, Log } from './entities'

export class Orders {
  constructor(
    private readonly orders: Repository<Order>,
    private readonly stock: Repository<Stock>,
  ) {}

  async place(item: string) {
    await this.makeOrder(item)
    await this.takeStock(item)
  }

  private async makeOrder(item: string) {
    await this.orders.save({ item })
  }

  private async takeStock(item: string) {
    // ruleid: sql/missing-transaction
    await this.stock.update({ item }, { amount: 1 })
  }

  async cancel(id: string, item: string) {
    await this.removeOrder(id)
    // ruleid: sql/missing-transaction
    await this.stock.update({ item }, { amount: 2 })
  }

  private async removeOrder(id: string) {
    await this.orders.delete({ id })
  }

  // One or the other.
  async change(id: string, item: string) {
    if (id) {
      await this.closeOrder(id)
    } else {
      await this.giveStock(item)
    }
  }

  private async closeOrder(id: string) {
    await this.orders.update({ id }, { closed: true })
  }

  private async giveStock(item: string) {
    // ok: sql/missing-transaction
    await this.stock.update({ item }, { amount: 3 })
  }

  // What a helper does only sometimes, and what may fail by itself.
  async look(id: string, item: string) {
    await this.mark(id)
    await this.maybeTake(item)
    try {
      await this.tryTake(item)
    } catch (error) {
      console.error(error)
    }
  }

  private async mark(id: string) {
    await this.orders.update({ id }, { looked: true })
  }

  private async maybeTake(item: string) {
    if (item) {
      // ok: sql/missing-transaction
      await this.stock.update({ item }, { amount: 4 })
    }
  }

  private async tryTake(item: string) {
    // ok: sql/missing-transaction
    await this.stock.update({ item }, { amount: 5 })
  }
}
