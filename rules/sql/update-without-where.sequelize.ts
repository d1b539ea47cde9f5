import { User } from './models'

export async function deactivateAll() {
  // ruleid: sql/update-without-where
  await User.update({ active: false }, { where: {} })
}

export async function remove() {
  // ruleid: sql/update-without-where
  await User.destroy({ where: {} })
}

export async function deactivate(id: string) {
  // ok: sql/update-without-where
  await User.update({ active: false }, { where: { id } })
}
