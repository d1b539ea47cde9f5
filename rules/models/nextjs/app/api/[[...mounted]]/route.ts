import type { NextRequest } from 'next/server'
import { handle } from 'hono/vercel'
import { Hono } from 'hono'

const app = new Hono()

// The routes of the application say who may call.
// route: GET /api/[[...mounted]] unknown public
export const GET = handle(app)
// route: POST /api/[[...mounted]] unknown public
export const POST = handle(app)
