import { createGuarded } from './create'

const app = createGuarded()
// route: POST /created authenticated
app.post('/created', (req, res) => res.json({}))
