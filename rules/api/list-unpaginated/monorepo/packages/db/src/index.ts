export * from './shipments'
export * as carriers from './carriers'
