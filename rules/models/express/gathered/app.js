const express = require('express')
const routes = require('./routes')

const app = express()
app.use('/pages', routes.pages)
app.use('/api/v2', routes.api)
app.use('/api', routes.api)
