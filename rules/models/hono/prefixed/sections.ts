import { maps } from './maps'

const version = 'v1'

export const sections = [{ path: `/${version}/maps`, router: maps }]
