import express from 'express'
import { requireAuth } from './auth.js'
import { invites } from './invites.js'
import { teams } from './teams.js'

const app = express()
app.use(express.json())

app.get('/health', (req, res) => {
  res.json({ ok: true })
})
app.use('/teams', requireAuth, teams)
// Nobody asks who accepts an invite's terms or makes one: the guard was forgotten here.
app.use('/invites', invites)

app.listen(3000)
