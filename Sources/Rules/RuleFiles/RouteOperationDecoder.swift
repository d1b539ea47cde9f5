import Facts
import Matching
import SourceText
import YAML

/// Reads `route:`.
enum RouteOperationDecoder {
    static let keys = [
        "place", "methods", "path", "path-not", "named-path", "own-path", "handler", "handler-lacks",
        "first-of-project",
        "framework", "called-by-name", "authenticated", "known-authenticated", "public", "rate-limited", "validated",
        "application-knows-callers", "changes-records", "mostly-guarded", "for-staff", "only-reads", "only-answers",
        "says-change", "takes-credentials", "asks-permission",
    ]

    static func operation(_ mapping: YAMLMapping) throws(YAMLError) -> any FactOperation {
        var operation = RouteOperation()
        if let node = mapping["place"] {
            operation.place = try node.choice(
                "'place'",
                of: ["registration": RouteOperation.Place.registration, "handler": .handler, "prefix": .prefix])
        }
        if let node = mapping["framework"] { operation.frameworks = Set(try node.strings("'framework'")) }
        operation.isCalledByName = try mapping["called-by-name"]?.boolean("'called-by-name'")
        operation.ownPath = try expression("own-path", mapping)
        if let node = mapping["handler"] {
            operation.handlerName = try RegularExpressionDecoder.expression(node)
        }
        if let node = mapping["handler-lacks"] {
            operation.handlerLacks = try RegularExpressionDecoder.expression(node)
        }
        operation.criteria = try criteria(mapping)
        return operation
    }

    /// The keys that ask something of the route as the project has it.
    static func criteria(_ mapping: YAMLMapping) throws(YAMLError) -> RouteCriteria {
        var criteria = RouteCriteria()
        if let node = mapping["methods"] {
            criteria.methods = Set(try node.strings("'methods'").map { $0.uppercased() })
        }
        criteria.takesUnsaidMethods = try mapping["unsaid-methods"]?.boolean("'unsaid-methods'") ?? false
        criteria.path = try expression("path", mapping)
        criteria.takesUnmountedRoot = try mapping["unmounted-root"]?.boolean("'unmounted-root'") ?? false
        criteria.excludedPath = try expression("path-not", mapping)
        criteria.namedPath = try expression("named-path", mapping)
        criteria.authenticated = try mapping["authenticated"]?.boolean("'authenticated'")
        criteria.isKnownAuthenticated = try mapping["known-authenticated"]?.boolean("'known-authenticated'")
        criteria.isPublic = try mapping["public"]?.boolean("'public'")
        criteria.isRateLimited = try mapping["rate-limited"]?.boolean("'rate-limited'")
        criteria.isValidated = try mapping["validated"]?.boolean("'validated'")
        criteria.applicationKnowsCallers = try mapping["application-knows-callers"]?.boolean(
            "'application-knows-callers'")
        criteria.changesRecords = try mapping["changes-records"]?.boolean("'changes-records'")
        criteria.isMostlyGuarded = try mapping["mostly-guarded"]?.boolean("'mostly-guarded'")
        criteria.onlyReads = try mapping["only-reads"]?.boolean("'only-reads'")
        criteria.onlyAnswers = try mapping["only-answers"]?.boolean("'only-answers'")
        criteria.saysChange = try mapping["says-change"]?.boolean("'says-change'")
        criteria.takesCredentials = try mapping["takes-credentials"]?.boolean("'takes-credentials'")
        criteria.isForStaff = try mapping["for-staff"]?.boolean("'for-staff'")
        criteria.asksPermission = try mapping["asks-permission"]?.boolean("'asks-permission'")
        if let node = mapping["first-of-project"] {
            let first = try node.mapping(
                "'first-of-project'", keys: ["at-least", "lacking", "healthy-answer", "except"])
            criteria.first = FirstRoute(
                minimum: try first["at-least"]?.integer("'at-least'") ?? 1,
                lacking: PathExpression(
                    try RegularExpressionDecoder.expression(try first.required("lacking", of: "'first-of-project'"))),
                lackingUnlessHealthy: try expression("healthy-answer", first),
                exceptions: try first["except"]?.strings("'except'").map { Glob($0) } ?? [])
        }
        return criteria
    }

    private static func expression(_ key: String, _ mapping: YAMLMapping) throws(YAMLError) -> PathExpression? {
        guard let node = mapping[key] else { return nil }
        return PathExpression(try RegularExpressionDecoder.expression(node))
    }
}
