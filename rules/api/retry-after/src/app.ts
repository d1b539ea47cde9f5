import express from 'express';
import { retryLater } from './retry';

const app = express();
app.use(retryLater);

app.get('/reports', (request, response) => {
  // ok: api/retry-after
  response.status(503).json({ error: 'Not ready', code: 503 });
});
