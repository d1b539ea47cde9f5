import express from 'express'
import { container } from 'tsyringe'
import { BusRoutes } from './buses'
import { CarController, TramController } from './controllers'
import { AuthMiddleware, Visits } from './guards'

const app = express()
const auth = container.resolve(AuthMiddleware)
const cars = container.resolve(CarController)
const trams = new TramController()

app.use('/cars', cars.router)
app.use('/trams', auth.handle, trams.getRouter())
app.use('/buses', new BusRoutes().router)
app.use('/more-trams', container.resolve(TramController).getRouter())
// route: POST /promotions authenticated
app.post('/promotions', auth.handle, (req, res) => res.json({}))
// route: POST /feedback open
app.post('/feedback', cars.feedback)

// route: POST /visits authenticated
app.post('/visits', Visits.session, (req, res) => res.json({}))

const routers = { '/lines': require('./lines'), '/stops': require('./stops') }
for (const [path, router] of Object.entries(routers)) {
  app.use('/api' + path, router)
}

class Server {
  private readonly depot = new CarController()

  mount(app: express.Application) {
    app.use('/depot', this.depot.router)
  }
}
