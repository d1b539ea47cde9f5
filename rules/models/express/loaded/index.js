const express = require('express')
const fs = require('fs')

const router = express.Router()

router.use('/', require('./root'))

fs.readdirSync(__dirname).forEach((file) => {
  const name = file.split('.')[0]
  if (name !== 'index' && name !== 'root') {
    router.use(`/${name}`, require(`./${name}`))
  }
})

const app = express()
app.use('/loaded', router)
