export const authenticated = async (ctx, next) => {
  if (!ctx.session.userId) {
    ctx.status = 401
    return
  }
  await next()
}
