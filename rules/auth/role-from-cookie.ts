import { cookies } from 'next/headers'
import { getCookie } from 'hono/cookie'

app.get('/admin', (req, res) => {
  // ruleid: auth/role-from-cookie
  if (req.cookies.role !== 'admin') return res.sendStatus(403)
  res.json({})
})

app.get('/panel', (req, res) => {
  const isAdmin = req.cookies['isAdmin']
  // ruleid: auth/role-from-cookie
  if (isAdmin === '1') return res.json({})
  res.sendStatus(403)
})

export async function GET() {
  const role = (await cookies()).get('user_role')?.value
  // ruleid: auth/role-from-cookie
  if (role !== 'admin') return Response.json({}, { status: 403 })
  return Response.json({})
}

pages.get('/staff', (c) => {
  // ruleid: auth/role-from-cookie
  if (getCookie(c, 'admin') !== 'yes') return c.json({}, 403)
  return c.json({})
})

app.get('/theme', (req, res) => {
  // What a visitor prefers to see opens nothing.
  // ok: auth/role-from-cookie
  if (req.cookies.theme === 'dark') return res.json({})
  // What is signed only the server has written.
  // ok: auth/role-from-cookie
  if (req.signedCookies.role === 'admin') return res.json({})
  // ok: auth/role-from-cookie
  if (req.session.role !== 'admin') return res.sendStatus(403)
  res.json({})
})
