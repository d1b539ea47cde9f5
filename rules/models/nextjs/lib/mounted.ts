// No handlers of routes, whatever their names.
export const handle = (callback: () => void) => window.requestIdleCallback(callback)
export const app = requireUser((user) => render(user))
