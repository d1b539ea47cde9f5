import { connect } from './client'
import { createGuardedRouter, createRouter } from './create-router'
import * as handlers from './handlers'
import * as routes from './routes'
import { unknown } from './unknown'

const router = createRouter()
  // route: GET /described/tasks open
  .openapi(routes.list, handlers.list)
  // route: POST /described/tasks authenticated
  .openapi(routes.create, handlers.create)
  .openapi(unknown, handlers.create)
  // route: DELETE /described/tasks open
  .delete('/tasks', handlers.create)

// Each call makes a router behind what the function registers.
createGuardedRouter()
  // route: PATCH /tasks authenticated
  .patch('/tasks', handlers.create)

// What no function of the project is seen to make a router for is none.
connect().get('/elsewhere', (answer) => answer.json())

export default router
