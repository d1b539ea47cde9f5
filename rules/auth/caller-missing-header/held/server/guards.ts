import { jwt } from 'hono/jwt'

// The name says nothing of what callers are to send, and what it holds does.
export const protect = jwt({ secret: process.env.SECRET })
