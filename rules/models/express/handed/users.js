module.exports = (router) => {
  // route: POST /handed/people open
  router.post('/people', (req, res) => res.json({}))
}
