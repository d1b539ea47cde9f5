export const track = (req, res, next) => {
  console.log(req.path)
  next()
}
