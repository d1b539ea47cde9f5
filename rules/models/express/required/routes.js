const express = require('express')
const { create, remove } = require('./handlers')

const router = express.Router()

// route: POST /required open
router.post('/required', create)
// route: DELETE /required/:id authenticated
router.delete('/required/:id', remove)

module.exports = router
