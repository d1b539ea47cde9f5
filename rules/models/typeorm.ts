import { DataSource, Repository } from 'typeorm'
import { User } from './entities'

export class Users {
  constructor(
    private userRepository: Repository<User>,
    private dataSource: DataSource,
  ) {}

  async reads(id: number) {
    await this.userRepository.findOneBy({ id })
    await this.userRepository.find({ where: { id }, take: 5 })
    await this.userRepository.find()
    await this.userRepository.count()
    await this.userRepository.createQueryBuilder('u').where('u.id = :id', { id }).getOne()
    await this.dataSource.query('SELECT id FROM users WHERE id = $1', [id])
  }

  async writes(id: number, user: User) {
    await this.userRepository.save({ name: 'Ada' })
    await this.userRepository.update({ id }, { name: 'Ada' })
    await this.userRepository.delete({})
    await this.userRepository.createQueryBuilder().delete().from(User).execute()
  }

  async together(user: User) {
    await this.dataSource.transaction(async (manager) => {
      await manager.save(user)
    })
  }

  others(files: any) {
    files.save('a')
  }
}
