import { createFactory } from 'hono/factory'
import { requireSession } from '../session'

const factory = createFactory()

export const moor = factory.createHandlers(requireSession, async (c) => c.json({}))
export const sail = factory.createHandlers(async (c) => c.json({}))
