import { Sequelize } from 'sequelize'

export async function collected(models: any, limit: number, offset: number) {
  // ok: sql/limit-on-total
  const result = await models.Update.findAndCountAll({ where: { draft: false }, limit, offset })
  return { nodes: result.rows, totalCount: result.count, limit, offset }
}

export async function collectedOfPage(models: any, limit: number, offset: number) {
  // ruleid: sql/limit-on-total
  const updates = await models.Update.findAll({ where: { draft: false }, limit, offset })
  return { nodes: updates, totalCount: updates.length }
}
