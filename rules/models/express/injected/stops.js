const router = require('express').Router()

// route: GET /api/stops/:id open
router.get('/:id', (req, res) => res.json({}))

module.exports = router
