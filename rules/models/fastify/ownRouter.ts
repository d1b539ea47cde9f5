export class OwnRouter {
  private routes = new Map()

  delete(path: string, handler: () => Promise<object>) {
    this.routes.set(path, handler)
  }
}
