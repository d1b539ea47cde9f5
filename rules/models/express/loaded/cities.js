const express = require('express')

const router = express.Router()

// route: POST /loaded/cities open
router.post('/', (req, res) => res.json({}))
// route: DELETE /loaded/cities/:id authenticated
router.delete('/:id', requireAuth, (req, res) => res.json({}))

module.exports = router
