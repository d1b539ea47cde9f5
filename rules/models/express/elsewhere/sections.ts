import books from './books'
import pens from './pens'

export const sections = [
  { path: '/books', route: books },
  { path: '/pens', route: pens },
]
