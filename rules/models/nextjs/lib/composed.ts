import { readSession } from './session'
import { handleCallback } from '@vendor/queue'

type Handler = (req: Request, context?: unknown) => Promise<Response>

async function accountOf(req: Request): Promise<Request | Response> {
  const session = await readSession()
  if (!session) return Response.json({ error: 'Sign in', code: 401 }, { status: 401 })
  return req
}

async function timed(req: Request): Promise<Request> {
  return req
}

function composed(handler: Handler, before: (req: Request) => Promise<Request | Response>): Handler {
  return async (req, context) => {
    const passed = await before(req)
    if (passed instanceof Response) return passed
    return handler(passed, context)
  }
}

// The declarations of its forms have no bodies, and say nothing of what it does.
export function withAccount(scope: string, handler: Handler): Handler
export function withAccount(handler: Handler): Handler
export function withAccount(scopeOrHandler: string | Handler, handler?: Handler): Handler {
  if (typeof scopeOrHandler === 'string') return composed(handler as Handler, accountOf)
  return composed(scopeOrHandler, accountOf)
}

export function withClock(handler: Handler): Handler {
  return composed(handler, timed)
}

export async function readInput(req: Request, schema?: unknown, options?: { skipAuth: boolean }) {
  let error: (() => Response) | undefined
  if (!options?.skipAuth) {
    const session = await readSession()
    if (!session) error = () => Response.json({ error: 'Sign in', code: 401 }, { status: 401 })
  }
  return { body: await req.json(), error }
}

export function createQueueHandler(options: { path: string }) {
  return handleCallback(async (message) => {
    await forward(options.path, message)
  })
}

export function createTypedQueueHandler(options: { path: string }) {
  const onMessage = handleCallback<Message>(async (message) => {
    await forward(options.path, message)
  })
  return (req: Request) => onMessage(req)
}
