export { requireAuth } from './session'
