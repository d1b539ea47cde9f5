module.exports = require('./all')
