import { EntityManager, EntityRepository } from '@mikro-orm/core'
import { User, Order } from './entities'

export class Users {
  constructor(
    private readonly em: EntityManager,
    private readonly userRepository: EntityRepository<User>,
    private readonly orders: EntityRepository<Order>,
  ) {}

  async reads(id: number) {
    // query: select userrepository where one
    await this.userRepository.findOneOrFail(id, { populate: ['orders'] })
    // query: select userrepository all
    await this.userRepository.findAll()
    // query: select userrepository where limit 5
    await this.userRepository.findAll({ where: { id }, limit: 5 })
    // query: select orders where
    await this.orders.find({ id }, { populate: ['user'] })
    // query: select orders all
    await this.orders.find({})
    // query: select orders where limit 10
    await this.orders.findAndCount({ id }, { limit: 10, offset: 20 })
    // query: select user where one
    await this.em.findOne(User, { id })
    // query: select order where limit 5
    await this.em.find(Order, { user: id }, { limit: 5 })
    // query: select user where aggregate
    await this.em.count(User, { id })
    // query: select user where limit 3
    await this.em.createQueryBuilder(User, 'u').where({ id }).limit(3).getResultList()
    // query: select users where
    await this.em.getConnection().execute('SELECT id FROM users WHERE id = ?', [id])
  }

  async writes(id: number, user: User) {
    // query: insert user all
    await this.em.persist(user).flush()
    // query: delete user where
    await this.em.removeAndFlush(user)
    // query: update user where sets name
    await this.em.nativeUpdate(User, { id }, { name: 'Ada' })
    // query: delete order all
    await this.em.nativeDelete(Order, {})
    // query: delete userrepository where
    await this.userRepository.nativeDelete({ id })
    // query: upsert user where sets name
    await this.em.upsert(User, { name: 'Ada' })
  }

  async together(user: User) {
    await this.em.transactional(async (em) => {
      // query: insert user all in transaction
      em.persist(user)
    })
  }

  others(items: any) {
    items.find((item: any) => item.id)
    this.em.create(User, { name: 'Ada' })
  }
}
