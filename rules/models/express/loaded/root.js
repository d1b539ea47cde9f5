const express = require('express')

const router = express.Router()

// route: POST /loaded/entries open
router.post('/entries', (req, res) => res.json({}))

module.exports = router
