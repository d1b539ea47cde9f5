import { DataSource, Repository } from 'typeorm'
import { User } from './entities'

export class Users {
  constructor(
    private userRepository: Repository<User>,
    private dataSource: DataSource,
  ) {}

  async reads(id: number) {
    // query: select userrepository where one
    await this.userRepository.findOneBy({ id })
    // query: select userrepository where limit 5
    await this.userRepository.find({ where: { id }, take: 5 })
    // query: select userrepository all
    await this.userRepository.find()
    // query: select userrepository where aggregate
    await this.userRepository.count()
    // query: select ? where one
    await this.userRepository.createQueryBuilder('u').where('u.id = :id', { id }).getOne()
    // query: select users where
    await this.dataSource.query('SELECT id FROM users WHERE id = $1', [id])
  }

  async writes(id: number, user: User) {
    // query: upsert userrepository where sets name
    await this.userRepository.save({ name: 'Ada' })
    // query: update userrepository where sets name
    await this.userRepository.update({ id }, { name: 'Ada' })
    // query: delete userrepository all
    await this.userRepository.delete({})
    // query: delete user all
    await this.userRepository.createQueryBuilder().delete().from(User).execute()
  }

  async together(user: User) {
    await this.dataSource.transaction(async (manager) => {
      // query: upsert manager where in transaction
      await manager.save(user)
    })
  }

  others(files: any) {
    files.save('a')
  }
}

import { shipments } from './elsewhere'

export async function elsewhere(id: number) {
  // query: select shipments where
  await shipments.findBy({ state: 'open' })
  // query: select shipments where one
  const shipment = await shipments.findOneByOrFail({ id })
  // query: upsert shipments where sets id
  await shipments.save(shipment)
  // query: select user where
  await User.find({ where: { id } })
  shipments.save(id)
  User.find((user: User) => user)
}

export async function records(id: number) {
  // query: select user where one
  const found = await User.findOneByOrFail({ id })
  // query: upsert found where
  await found.save()
  const made = User.create({ name: 'Ada' })
  // query: insert user all
  await made.save()
  // query: delete user where
  await User.delete({ id })
  const drawing = new Drawing()
  drawing.save()
}

export async function others(userService: any, id: number) {
  await userService.findOneBy({ id })
  await userService.findBy({ id })
}
