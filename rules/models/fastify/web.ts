export const fromWeb = async (req, res, app, done) => {
  const session = await app.auth.getSession({ id: req.cookies.session })
  if (!session) {
    res.status(401)
    return res.send({ success: false })
  }
  req.session = session
}
