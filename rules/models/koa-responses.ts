import Router from '@koa/router'

const router = new Router()

router.get('/users/:id', async (ctx) => {
  const user = await load(ctx.params.id)
  if (!user) {
    ctx.status = 404
    // response: 404 {error, code}
    ctx.body = { error: 'No such user', code: 404 }
    return
  }
  // response: 200 default {id}
  ctx.body = { id: user.id }
})

router.post('/users', async (ctx) => {
  // response: 400 text exception
  if (!ctx.request.body) ctx.throw(400, 'A body is needed')
  ctx.set('Location', '/users/1')
  ctx.status = 201
  // response: 201 {id} sets location
  ctx.body = { id: 1 }
})

router.get('/text', (ctx) => {
  // response: 200 default text
  ctx.body = 'fine'
})

// Another object's body is no answer.
export function quiet(mail: any) {
  mail.body = { error: 'x' }
}
