export const app = makeApplication()

// No handler of routes, whatever its name.
export const handle = (callback: () => void) => window.requestIdleCallback(callback)
