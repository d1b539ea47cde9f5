import express from 'express'
import { request } from './client'

const app = express()
// ruleid: project/no-health-check
app.get('/users', (req, res) => res.json([]))
app.get('/orders', (req, res) => res.json([]))
app.get('/teams', async (req, res) => {
  // Another server's health, which nothing here answers for.
  const health = await request('/health', { timeout: 10 })
  res.json(health)
})
