import rateLimit from 'express-rate-limit'

export const pace = rateLimit({ windowMs: 60_000, limit: 20, standardHeaders: true })
