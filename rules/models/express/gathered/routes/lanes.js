const { Router } = require('express')
const wrap = require('./wrap')
const guard = require('./guard')

const router = Router()
// route: POST /api/v2/lanes authenticated
// route: POST /api/lanes authenticated
router.post('/', wrap(guard.strict), (req, res) => res.json({}))
// route: PUT /api/v2/lanes/:id unknown
// route: PUT /api/lanes/:id unknown
router.put('/:id', wrap(guard.loose), (req, res) => res.json({}))

module.exports = router
