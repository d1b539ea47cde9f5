import express from 'express'

// What a test makes up says nothing of the project.
const app = express()
// ok: project/no-health-check
app.get('/health', (req, res) => res.json({}))
