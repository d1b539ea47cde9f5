import axios from 'axios'

export const plain = axios.create({ baseURL: 'https://teams.example.com/api' })

export const api = axios.create({ baseURL: '/api' })
api.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${localStorage.getItem('token')}`
  return config
})

export const session = axios.create({ baseURL: '/api', withCredentials: true })
