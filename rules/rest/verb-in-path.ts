import express from 'express'

const app = express()
const users = express.Router()

// ruleid: rest/verb-in-path
app.post('/createUser', (req, res) => res.json({}))
// ruleid: rest/verb-in-path
users.get('/get-all', (req, res) => res.json([]))
// ruleid: rest/verb-in-path
users.delete('/delete/:id', (req, res) => res.json({}))
// ok: rest/verb-in-path
users.get('/', (req, res) => res.json([]))
// ok: rest/verb-in-path
users.get('/listings', (req, res) => res.json([]))
// ok: rest/verb-in-path
users.post('/:id/actions/set', (req, res) => res.json({}))
// ok: rest/verb-in-path
users.post('/reset', (req, res) => res.json({}))
// ok: rest/verb-in-path
app.get('/get-started', (req, res) => res.json([]))
// ok: rest/verb-in-path
app.get('/updates', (req, res) => res.json([]))
// ok: rest/verb-in-path
app.use('/users', users)
// ruleid: rest/verb-in-path
app.use('/fetch', users)
