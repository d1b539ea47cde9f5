export const getToken = () => localStorage.getItem('token')
export const authHeaders = () => ({ Authorization: `Bearer ${getToken()}` })
