export const PATHS = Object.freeze({
  atlases: { list: '/atlases' },
  rulers: { list: '/rulers' },
})

export const SHELF_ROUTE = { BOOKS: 'books', NOTES: 'notes' } as const
