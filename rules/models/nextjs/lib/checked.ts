import { getUser } from '@/lib/users'

export function checked(schema, action) {
  return async (state, form: FormData) => action(schema.parse(Object.fromEntries(form)))
}

export function checkedWithOwner(schema, action) {
  return async (state, form: FormData) => {
    const user = await getUser()
    if (!user) throw new Error('User is not known')
    return action(schema.parse(Object.fromEntries(form)), user)
  }
}
