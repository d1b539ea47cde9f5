export const PATHS = Object.freeze({
  atlases: { list: '/atlases' },
  rulers: { list: '/rulers' },
})
