import { createRoute } from '@hono/zod-openapi'
import { TeamApp } from './made'

const route = createRoute({ method: 'delete', path: '/campaigns/{id}' })

function deleteCampaign(app: TeamApp) {
  // route: DELETE /campaigns/{id} authenticated
  app.openapi(route, (c) => c.json({}))
}

export default deleteCampaign
