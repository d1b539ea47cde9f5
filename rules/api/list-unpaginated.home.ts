import express from 'express'
import { prisma } from './prisma'

const app = express()

// The page of an application that people see first.
app.get('/', async (req, res) => {
  // ok: api/list-unpaginated
  res.json(await prisma.user.findMany())
})
