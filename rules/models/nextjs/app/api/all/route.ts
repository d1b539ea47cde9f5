// route: GET /api/all open
// route: PUT /api/all open
export * from './source'
