import Office, { App } from './app'
import { TeaRoute } from './routes/teas.route'
import { CupRoute } from './routes/cups.route'
import DeskController from './routes/desk.controller'
import { track } from '../middleware/track'

const app = new App([new TeaRoute(), new CupRoute('/mugs')])
const controllers = [new DeskController()]
const office = new Office({ middleware: [track], controllers })
