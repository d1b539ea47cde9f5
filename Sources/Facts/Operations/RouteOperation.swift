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
    /// In upper case; empty for all.
    public var methods: Set<String> = []
    /// A regular expression on the path.
    public var path: RegularExpression?
    public var frameworks: Set<String> = []
    public var authenticated: Bool?
    /// Public by convention or configuration.
    public var isPublic: Bool?
    public var rateLimited: Bool?
    public var validated: Bool?
    public init() {}

    public var requiredWords: [[UInt8]] { [] }
    public var boundSlots: [Int] { [] }

    public func matches(in target: MatchTarget, bindings: Bindings) -> [Match] {
        guard let facts = target.facts as? FileFacts else { return [] }
        return facts.routing.routes.indices.compactMap { match($0, facts, bindings) }
    }

    private func match(_ index: Int, _ facts: FileFacts, _ bindings: Bindings) -> Match? {
        let route = facts.routing.routes[index]
        if !methods.isEmpty, methods.isDisjoint(with: route.methods) {
            guard route.methods.contains("*"), !route.isMethodAssumed else { return nil }
        }
        if !frameworks.isEmpty, !frameworks.contains(route.framework) { return nil }
        if let path {
            guard let text = route.path, path.firstMatch(in: Array(text.utf8)) != nil else { return nil }
        }
        guard let range = range(of: route, facts) else { return nil }
        var match = Match(range: range, bindings: bindings, node: route.handler)
        if let authenticated {
            match.conditions.append(facts.ask(.route(index, authenticated: authenticated)))
        }
        if let isPublic { match.conditions.append(facts.ask(.routeIsPublic(index, isPublic))) }
        if let rateLimited { match.conditions.append(facts.ask(.routeIsRateLimited(index, rateLimited))) }
        if let validated { match.conditions.append(facts.ask(.routeIsValidated(index, validated))) }
        return match
    }

    private func range(of route: Route, _ facts: FileFacts) -> ByteRange? {
        switch place {
        case .registration: return route.anchor
        case .handler: return route.handler >= 0 ? facts.tree.range(route.handler) : nil
        }
    }
}
