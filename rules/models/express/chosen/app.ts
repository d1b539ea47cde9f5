import express from 'express'
import { config } from './config'
import { requireAuth, requireLogin, requirement, requireSome, requireUser } from './guards'

const app = express()
const own = config.secured ? requireUser : (req, res, next) => next()

// route: DELETE /exported/:id unknown
app.delete('/exported/:id', requireAuth, (req, res) => res.json({}))
// route: DELETE /either/:id authenticated
app.delete('/either/:id', requireSome, (req, res) => res.json({}))
// route: DELETE /made/:id unknown
app.delete('/made/:id', requirement(), (req, res) => res.json({}))
// route: DELETE /told/:id authenticated
app.delete('/told/:id', requireLogin(), (req, res) => res.json({}))
// route: DELETE /own/:id unknown
app.delete('/own/:id', own, (req, res) => res.json({}))
