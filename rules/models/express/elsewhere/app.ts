import express from 'express'
import { sections } from './sections'
import { Lamps } from './lamps'

const app = express()
sections.forEach(({ path, route }) => app.use(path, route))
for (const section of sections) app.use('/again' + section.path, section.route)

const lamps = new Lamps()
app.use('/lamps', lamps.routes())
const made = [new Lamps()]
made.forEach((one) => app.use(`/more${one.path}`, one.routes()))
