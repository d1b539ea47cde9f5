import express from 'express'

const app = express()
// ruleid: rest/singular-collection
app.get('/order/:id', (req, res) => res.json({}))
// ok: rest/singular-collection
app.get('/orders/:id', (req, res) => res.json({}))
// ok: rest/singular-collection
app.get('/categories/:id', (req, res) => res.json({}))
// ok: rest/singular-collection
app.get('/api/v1/:tenant', (req, res) => res.json({}))
// What is done to one, or how it is looked up, is no collection.
// ok: rest/singular-collection
app.post('/revoke/:tokenId', (req, res) => res.json({}))
// ok: rest/singular-collection
app.get('/orders/archived/:orderId', (req, res) => res.json({}))
// ok: rest/singular-collection
app.get('/users/email/:email', (req, res) => res.json({}))
// ok: rest/singular-collection
app.get('/timeline/:period', (req, res) => res.json({}))
// ruleid: rest/singular-collection
app.get('/teams/:teamId/booking/:bookingId', (req, res) => res.json({}))
// An id that is named after something else says that the segment is no collection of it.
// ok: rest/singular-collection
app.post('/dashboard-view/:projectId/refresh', (req, res) => res.json({}))
// ok: rest/singular-collection
app.get('/group-invite-link/:groupId', (req, res) => res.json({}))
// ok: rest/singular-collection
app.patch('/publish-section/:id', (req, res) => res.json({}))
// ruleid: rest/singular-collection
app.get('/saved-search/:savedSearchId', (req, res) => res.json({}))
// ok: rest/singular-collection
app.get('/user-storage/:id', (req, res) => res.json({}))
// ok: rest/singular-collection
app.patch('/hide-show/:id', (req, res) => res.json({}))
// ok: rest/singular-collection
app.get('/food/:id', (req, res) => res.json({}))
// ok: rest/singular-collection
app.get('/music/:id', (req, res) => res.json({}))
// ruleid: rest/singular-collection
app.get('/address/:id', (req, res) => res.json({}))
// ok: rest/singular-collection
app.get('/addresses/:id', (req, res) => res.json({}))
// ok: rest/singular-collection
app.get('/me/following/:id', (req, res) => res.json({}))
// ok: rest/singular-collection
app.get('/r/:id', (req, res) => res.json({}))
// ok: rest/singular-collection
app.get('/answers/byProjectId/:id', (req, res) => res.json([]))
// ok: rest/singular-collection
app.get('/reactions-for-sound/:soundId', (req, res) => res.json([]))
// ok: rest/singular-collection
app.get('/inbox/:id', (req, res) => res.json({}))
