const { Router } = require('express')
const wrap = require('./wrap')
const guard = require('./guard')

const router = Router()
// route: POST /api/v2/lanes authenticated
// route: POST /api/lanes authenticated
router.post('/', wrap(guard.strict), (req, res) => res.json({}))

module.exports = router
