import { DataTypes } from 'sequelize'
import { sequelize } from './database'

const Post = sequelize.define('Post', { votes: DataTypes.INTEGER })

export async function vote(id: string) {
  const post = await Post.findByPk(id)
  // ruleid: sql/read-modify-write
  await post!.update({ votes: post!.votes + 1 })
}

export async function rename(id: string, title: string) {
  const post = await Post.findByPk(id)
  // ok: sql/read-modify-write
  await post!.update({ title })
}
