export type OwnRouter = Router<{ tenant: string }>

export class Router<Context> {
  private routes = new Map()

  delete(path: string, handler: (context: Context) => Promise<object>) {
    this.routes.set(path, handler)
  }
}
