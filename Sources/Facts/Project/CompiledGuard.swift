import Matching

/// A guard by path, its expressions compiled.
struct CompiledGuard: Sendable {
    let framework: String
    let links: [MiddlewareLink]
    private let places: [(expression: RegularExpression, method: String?)]
    private let classes: [String]

    /// nil where an expression cannot be read.
    init?(_ guardian: PathGuard) {
        framework = guardian.framework
        links = guardian.links
        classes = guardian.classes
        places = guardian.places.compactMap { place in
            (try? RegularExpression(Array(place.expression.utf8), options: [])).map { ($0, place.method) }
        }
        guard places.count == guardian.places.count else { return nil }
    }

    /// Whether it stands before a route under one of these spellings of its path.
    func covers(_ route: RouteSummary, methods: [String], paths: [String]) -> Bool {
        if places.isEmpty, classes.isEmpty { return true }
        if let name = route.handlerName, classes.contains(where: { name.hasPrefix($0 + ".") }) { return true }
        return places.contains { place in
            (place.method == nil || methods.allSatisfy { $0 == place.method })
                && paths.contains { path in
                    place.expression.firstMatch(in: Array((path.hasPrefix("/") ? path : "/" + path).utf8)) != nil
                }
        }
    }
}
