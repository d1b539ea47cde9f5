import Hummingbird

/// Handlers that closures list behind what stands before them.
struct DoorController: RouterController {
    typealias Context = DoorContext

    var body: some RouterMiddleware<Context> {
        RouteGroup("doors") {
            // route: POST /doors/open authenticated
            Post("open") {
                KeyAuthenticator()
                self.open
            }
            // route: POST /doors/paint open
            Post("paint") {
                KeyAuthenticator()
                self.paint
            }
            // route: POST /doors/shut authenticated
            Post("shut") {
                IsAuthenticatedMiddleware(Keeper.self)
                self.paint
            }
        }
    }

    func open(_ request: Request, context: Context) async throws -> String {
        guard case .keeper(let keeper) = context.identity else { throw HTTPError(.unauthorized) }
        return keeper.name
    }

    func paint(_ request: Request, context: Context) async throws -> String { "painted" }
}

func doors() -> some HTTPResponder {
    RouterBuilder(context: DoorContext.self) {
        DoorController()
    }
}
