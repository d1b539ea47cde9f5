import { Injectable } from '@nestjs/common'
import { InjectRepository } from '@nestjs/typeorm'
import { DataSource, In, Repository } from 'typeorm'
import { Item, Order } from './entities'

@Injectable()
export class Orders {
  private readonly notes = dataSource.getRepository(Note)

  constructor(
    @InjectRepository(Order) private readonly orders: Repository<Order>,
    @InjectRepository(Item) private readonly items: Repository<Item>,
    private readonly shelf: Shelf,
  ) {}

  async list() {
    const found = await this.orders.find({ take: 50 })
    for (const order of found) {
      // ruleid: sql/n-plus-one
      order.items = await this.items.find({ where: { orderId: order.id } })
      // ruleid: sql/n-plus-one
      order.note = await this.notes.findOneBy({ orderId: order.id })
      // ok: sql/n-plus-one
      order.place = this.shelf.find({ where: { orderId: order.id } })
    }
    // ok: sql/n-plus-one
    return this.items.find({ where: { orderId: In(found.map((order) => order.id)) } })
  }
}

export async function named(names: string[], users: Repository<User>, source: DataSource) {
  const teams = source.getRepository(Team)
  for (const name of names) {
    // ruleid: sql/n-plus-one
    await users.findOne({ where: { name } })
    // ruleid: sql/n-plus-one
    await teams.count({ where: { name } })
  }
}
