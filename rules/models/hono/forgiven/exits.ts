import { deleteCookie, getCookie } from 'hono/cookie'
import { Exits } from './service'

// Whoever brings no token leaves, too, and nothing comes of a wrong one.
export const leave = async (c) => {
  const refreshToken = getCookie(c, 'refresh_token')
  if (refreshToken) {
    try {
      await Exits.leave(refreshToken)
    } catch (error) {
      console.log('not revoked', error)
    }
  }
  deleteCookie(c, 'refresh_token')
  return c.json({ message: 'left' }, 200)
}

export const close = async (c) => {
  await Exits.leave(getCookie(c, 'refresh_token'))
  return c.json({ message: 'closed' }, 200)
}
