import { setCookie } from 'cookies-next'

// ok: auth/insecure-cookie
setCookie('share_token', token)
