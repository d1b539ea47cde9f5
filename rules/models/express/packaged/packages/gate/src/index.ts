export * from './gatekeeper'
export { passer } from './passer'
