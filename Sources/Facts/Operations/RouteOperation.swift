import Matching
import SourceText
import Syntax

/// `route:` matches routes with their handlers: a range over both, so that patterns can be looked for inside.
public struct RouteOperation: FactOperation {
    /// What part of a route is reported.
    public enum Place: Sendable {
        /// The registration (the catalogue's anchor `route`).
        case registration
        /// The handler's function.
        case handler
    }

    public var place = Place.registration
    public var frameworks: Set<String> = []
    /// A regular expression on the path as the route itself is registered, without the prefixes of its routers.
    public var ownPath: PathExpression?
    /// What the project must say of it.
    public var criteria = RouteCriteria()
    public init() {}

    public var requiredWords: [[UInt8]] { [] }
    public var boundSlots: [Int] { [] }

    public func matches(in target: MatchTarget, bindings: Bindings) -> [Match] {
        guard let facts = target.facts as? FileFacts else { return [] }
        return facts.routing.routes.indices.compactMap { match($0, facts, bindings) }
    }

    private func match(_ index: Int, _ facts: FileFacts, _ bindings: Bindings) -> Match? {
        let route = facts.routing.routes[index]
        if !frameworks.isEmpty, !frameworks.contains(route.framework) { return nil }
        // What the file alone excludes need not wait for the project.
        if !criteria.methods.isEmpty, route.classHandler == nil, !route.methodsAreAssumed,
            criteria.methods.isDisjoint(with: route.methods), !route.methods.contains("*")
        {
            return nil
        }
        if let ownPath {
            guard let text = route.path, ownPath.holds(text) else { return nil }
        }
        guard let range = range(of: route, facts) else { return nil }
        var match = Match(range: range, bindings: bindings, node: route.handler)
        if !criteria.isEmpty { match.conditions.append(facts.ask(.route(index, criteria))) }
        return match
    }

    private func range(of route: Route, _ facts: FileFacts) -> ByteRange? {
        switch place {
        case .registration: return route.anchor
        case .handler: return route.handler >= 0 ? facts.tree.range(route.handler) : nil
        }
    }
}
