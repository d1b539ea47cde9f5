export const caught = (method: Function) => {
  return async (req, res, next) => {
    try {
      await method(req, res)
    } catch (error) {
      next(error)
    }
  }
}
