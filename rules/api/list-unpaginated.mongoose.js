const express = require('express')
const { Post } = require('./models')
const mongoose = require('mongoose')
const app = express()

app.get('/posts', async (req, res) => {
  // ok: api/list-unpaginated
  res.json(await Post.find({}, null, { limit: 20 }))
})

app.get('/titles', async (req, res) => {
  const options = { limit: 20, skip: 20 * req.query.page }
  // ok: api/list-unpaginated
  res.json(await Post.find({}, 'title', options))
})

app.get('/drafts', async (req, res) => {
  // ruleid: api/list-unpaginated
  res.json(await Post.find({}, 'title', { sort: { createdAt: -1 } }))
})
