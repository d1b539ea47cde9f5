export async function traced(ctx, next) {
  console.log(ctx.path)
  await next()
}

export async function member(ctx, next) {
  if (!ctx.headers.authorization || !(await known(ctx.headers.authorization))) {
    ctx.status = 401
    return
  }
  await next()
}
