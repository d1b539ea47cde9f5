export const ENDPOINTS = {
  teams: '/api/teams',
}
