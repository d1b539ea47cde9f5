const { Router } = require('express')

const router = Router()
const inner = Router()

// route: POST /parts/new authenticated
router.post('/new', (req, res) => res.json({}))
// route: POST /parts/inner/more authenticated
inner.post('/more', (req, res) => res.json({}))

router.use('/inner', inner)

module.exports = { router }
