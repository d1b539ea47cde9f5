import { Hono } from 'hono'
import { sections } from './sections'

const app = new Hono()
sections.forEach((section) => {
  app.route(`${section.path}`, section.router)
})

export default app
