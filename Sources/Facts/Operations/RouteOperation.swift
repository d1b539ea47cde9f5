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
        /// Not routes: the registrations that put routers under a prefix. `ownPath` is then asked of the prefix.
        case prefix
    }

    public var place = Place.registration
    public var frameworks: Set<String> = []
    /// Whether clients call it by a function's name instead of a path.
    public var isCalledByName: Bool?
    /// A regular expression on the path as the route itself is registered, without the prefixes of its routers.
    public var ownPath: PathExpression?
    /// A regular expression on the name of the handler, with its class where it has one; one without a name fulfils none.
    public var handlerName: RegularExpression?
    /// What the handler's text must not hold anywhere. Handlers of other files cannot be asked.
    public var handlerLacks: RegularExpression?
    /// What the project must say of it.
    public var criteria = RouteCriteria()
    public init() {}

    public var requiredWords: [[UInt8]] { [] }
    public var boundSlots: [Int] { [] }

    public func matches(in target: MatchTarget, bindings: Bindings) -> [Match] {
        guard let facts = target.facts as? FileFacts else { return [] }
        if place == .prefix { return prefixes(facts, bindings) }
        return facts.routing.routes.indices.compactMap { match($0, facts, bindings) }
    }

    private func match(_ index: Int, _ facts: FileFacts, _ bindings: Bindings) -> Match? {
        let route = facts.routing.routes[index]
        if !frameworks.isEmpty, !frameworks.contains(route.framework) { return nil }
        if let isCalledByName, route.isCalledByName != isCalledByName { return nil }
        // What the file alone excludes need not wait for the project.
        if !criteria.methods.isEmpty, route.classHandler == nil, !route.methodsAreAssumed,
            criteria.methods.isDisjoint(with: route.methods), !route.methods.contains("*")
        {
            return nil
        }
        if let ownPath {
            guard let text = route.path, ownPath.holds(text) else { return nil }
        }
        if let handlerName {
            let name = route.handler >= 0 ? facts.functions.name(of: route.handler) : route.handlerSymbol?.display
            guard let name, handlerName.firstMatch(in: Array(name.utf8)) != nil else { return nil }
        }
        if let handlerLacks {
            guard route.handler >= 0, handlerLacks.firstMatch(in: Array(facts.tree.text(route.handler))) == nil else {
                return nil
            }
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
        case .prefix: return nil
        }
    }

    /// The places where routers get a prefix that `ownPath` holds for.
    private func prefixes(_ facts: FileFacts, _ bindings: Bindings) -> [Match] {
        guard let ownPath else { return [] }
        let mounted = facts.routing.mounts.map { ($0.prefix, $0.position) }
        let made = facts.routing.routers.compactMap { router in router.position.map { (router.prefix, $0) } }
        return (mounted + made).filter { !$0.0.isEmpty && ownPath.holds($0.0) }.map { _, position in
            Match(range: ByteRange(position, position), bindings: bindings, node: -1)
        }
    }
}
