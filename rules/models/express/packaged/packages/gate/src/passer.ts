export const passer = (req, res, next) => next()
