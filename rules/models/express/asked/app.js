const express = require('express')
const https = require('https')

const app = express()

// What another server refuses is no refusal of the caller's.
function accounts(accessKey) {
  const headers = { authorization: `Bearer ${accessKey}` }
  return new Promise((resolve, reject) => {
    https.request(new URL('https://bank.example/accounts'), { headers }, (answer) => {
      if (answer.statusCode === 403) reject(new Error('Forbidden'))
      else resolve(answer)
    })
  })
}

// route: POST /accounts open
app.post('/accounts', async (req, res) => {
  res.json(await accounts(process.env.BANK_KEY))
})
