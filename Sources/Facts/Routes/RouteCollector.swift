import Matching
import SourceText
import Syntax

/// Two patterns may see one registration; only an export of several handlers, and what a loop does for each element of a list,
/// registers more than one route.
private struct Registration: Hashable {
    let node: NodeIndex
    let methods: [String]
    let anchor: ByteRange
}

/// Puts together what the models' patterns say of routing in one file.
struct RouteCollector {
    private let facts: FileFacts
    private let table: RouterTable

    init(facts: FileFacts) {
        self.facts = facts
        table = RouterTable(facts: facts)
    }

    func collect() -> RoutingFacts {
        let routing = RoutingFacts()
        let reader = RouteReader(facts: facts, table: table)
        var seen = Set<Registration>()
        var models: [ByteRange: String] = [:]
        for match in facts.matches.of(.routes) {
            for reader in reader.readers(of: match) {
                guard let route = reader.route(match),
                    seen.insert(
                        Registration(node: match.match.node, methods: route.methods, anchor: route.anchor)
                    ).inserted || match.value("decorated") != nil
                else { continue }
                // Frameworks spell decorators alike: one decorator is one framework's.
                let model = models[route.anchor] ?? match.model
                models[route.anchor] = model
                guard model == match.model else { continue }
                routing.routes += reader.copies(of: route, match)
            }
        }
        routing.descriptions = reader.descriptions()
        let mounts = MountCollector(facts: facts, table: table)
        mounts.collect()
        table.defineAll()
        mounts.collectInherited()
        table.noteReturned()
        table.noteParameters(routes: routing.routes)
        let middleware = MiddlewareCollector(facts: facts, table: table)
        routing.middleware = middleware.registrations()
        routing.everywhere = middleware.frameworkRegistrations()
        routing.pathGuards = PathGuardCollector(facts: facts).collect()
        routing.components = table.constantComponents()
        routing.helpers = table.helpers()
        for helper in routing.helpers where !helper.prefix.isEmpty {
            let known = routing.components[helper.key]
            routing.components[helper.key] = known.map { $0 == helper.prefix ? $0 : "" } ?? helper.prefix
        }
        routing.routers = table.routers.values.sorted { $0.key < $1.key }
        routing.mounts = table.mounts
        routing.routerLists = RouterLists(facts: facts, table: table).collect()
        return routing
    }
}
