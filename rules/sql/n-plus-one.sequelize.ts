import { User } from './models'
import { Sequelize } from 'sequelize'

export async function list() {
  const users = await User.findAll({ limit: 10 })
  const rows = []
  for (const user of users) {
    // ruleid: sql/n-plus-one
    const posts = await user.countPosts()
    // ruleid: sql/n-plus-one
    const groups = await user.getGroups()
    // ok: sql/n-plus-one
    const name = await user.getFullName()
    rows.push({ posts, groups, name })
  }
  return rows
}
