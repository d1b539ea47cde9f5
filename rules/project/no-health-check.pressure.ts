import Fastify from 'fastify'
import UnderPressure from '@fastify/under-pressure'

const app = Fastify()
app.register(UnderPressure, { maxEventLoopDelay: 1000, exposeStatusRoute: { url: '/health' } })

// ok: project/no-health-check
app.get('/users', async () => [])
app.get('/orders', async () => [])
app.get('/teams', async () => [])
