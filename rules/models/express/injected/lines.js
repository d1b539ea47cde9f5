const router = require('express').Router()

// route: GET /api/lines/:id open
router.get('/:id', (req, res) => res.json({}))

module.exports = router
