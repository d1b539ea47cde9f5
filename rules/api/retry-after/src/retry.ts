import { NextFunction, Request, Response } from 'express';

export function retryLater(request: Request, response: Response, next: NextFunction) {
  response.setHeader('Retry-After', '30');
  next();
}
