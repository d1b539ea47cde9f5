import { Express, RequestHandler, Router } from 'express'

const router = Router()
// route: GET /herbs/green open
router.get('/green', (req, res) => res.json({}))

export function mountHerbs(app: Express, guard: RequestHandler, prefix: string) {
  app.use(prefix, router)
  // route: GET /herbs/count authenticated
  app.get(`${prefix}/count`, guard, (req, res) => res.json(1))
}
