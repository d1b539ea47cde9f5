import express from 'express'

const app = express()
const orgs = express.Router()

// ruleid: rest/deep-nesting
app.get('/users/:user/posts/:post/comments/:comment/likes', (req, res) => res.json([]))
// ruleid: rest/deep-nesting
orgs.get('/teams/:team/members/:member/roles', (req, res) => res.json([]))
// ok: rest/deep-nesting
orgs.get('/teams/:team/members', (req, res) => res.json([]))
// ok: rest/deep-nesting
app.get('/api/v1/users/:user/posts/:post/comments', (req, res) => res.json([]))
// ok: rest/deep-nesting
orgs.delete('/teams/:team/members/:member/revoke', (req, res) => res.json([]))
// ok: rest/deep-nesting
app.patch('/bases/:base/dashboards/:id/plugins/:plugin/update-storage', (req, res) => res.json({}))
// ruleid: rest/deep-nesting
app.get('/users/:user/posts/:post/comments/:comment/configuration', (req, res) => res.json([]))
app.use('/api/orgs/:org', orgs)
// ok: rest/deep-nesting
app.post('/projects/:project/services/:service/replicas/:replica/unregister', (req, res) => res.json({}))
