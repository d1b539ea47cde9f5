import Matching
import SourceText
import Syntax

/// Puts together what the models' patterns say of routing in one file.
struct RouteCollector {
    private let facts: FileFacts
    private let table: RouterTable

    init(facts: FileFacts) {
        self.facts = facts
        table = RouterTable(facts: facts)
    }

    func collect() -> RoutingFacts {
        var routing = RoutingFacts()
        let reader = RouteReader(facts: facts, table: table)
        var seen = Set<NodeIndex>()
        var models: [ByteRange: String] = [:]
        for match in facts.matches.of(.routes) {
            guard let route = reader.route(match),
                seen.insert(match.match.node).inserted || match.value("decorated") != nil
                    || match.value("file-routed") != nil
            else { continue }
            // Frameworks spell decorators alike: one decorator is one framework's.
            let model = models[route.anchor] ?? match.model
            models[route.anchor] = model
            guard model == match.model else { continue }
            routing.routes += reader.copies(of: route, match)
        }
        MountCollector(facts: facts, table: table).collect()
        table.defineAll()
        table.noteReturned()
        let middleware = MiddlewareCollector(facts: facts, table: table)
        routing.middleware = middleware.registrations()
        routing.everywhere = middleware.frameworkRegistrations()
        routing.pathGuards = PathGuardCollector(facts: facts).collect()
        routing.routers = table.routers.values.sorted { $0.key < $1.key }
        routing.mounts = table.mounts
        return routing
    }
}
