/// The kinds of things that a model describes, each a key of the model file with a list of patterns.
public enum ModelSection: String, CaseIterable, Sendable {
    /// Expressions that make a router or application.
    case routers
    /// Expressions that make a router out of another, under a path and behind middleware.
    case groups
    /// Registrations of one route.
    case routes
    /// Registrations of a router under another.
    case mounts
    /// Registrations of middleware on a router.
    case middleware
    /// Evidence in a handler or its signature that callers are authenticated.
    case authentication
    /// Responses that a handler makes.
    case responses
    /// Handlers, filters and middleware by which a project words its own error responses.
    case errorHandlers = "error-handlers"
    /// Calls that turn a value into the text that is sent for it: its keys are the body's.
    case serializers
    /// Expressions that hold what an error says of the inside of the server.
    case errorDetails = "error-details"
    /// Expressions that read what the client sent.
    case inputs
    /// Database operations.
    case queries
    /// Blocks and calls that make several operations one transaction.
    case transactions
    /// HTTP calls out.
    case outgoing
    /// Clients and wrappers made for calls out, with what they add to each.
    case clients
    /// Calls that limit how often a route may be called.
    case rateLimits = "rate-limits"
    /// Calls that check a request against a schema.
    case validations
    case logs, caches, cookies, tokens, jobs, emails, telemetry

    /// The fields that an entry may have beside its pattern.
    public var fields: [String] {
        switch self {
        case .routers: ["router", "prefix", "middleware", "root", "exports"]
        case .groups: ["router", "parent", "prefix", "arguments", "middleware"]
        case .routes:
            [
                "router", "method", "methods", "default-methods", "path", "handler", "middleware", "arguments", "class",
                "decorated", "file-routed", "framework", "authenticated",
            ]
        case .mounts: ["router", "child", "prefix", "middleware", "arguments"]
        case .middleware: ["router", "middleware", "path", "order"]
        case .authentication: ["of", "name", "optional"]
        case .responses:
            [
                "status", "default-status", "body", "format", "headers", "exception", "keys", "on", "step", "name",
                "implicit",
            ]
        case .errorHandlers: ["handler"]
        case .serializers: ["value"]
        case .errorDetails: ["of", "kind"]
        case .inputs: ["source", "name", "parsed", "parameter"]
        case .queries:
            [
                "sql", "statement", "table", "where", "limit", "arguments", "chain", "aggregate", "values", "result",
                "client", "unique",
            ]
        case .transactions: ["body", "locks"]
        case .outgoing: ["url", "method", "options", "headers", "body", "timeout", "client", "credentials"]
        case .clients: ["client", "base", "headers", "timeout", "credentials"]
        case .rateLimits, .validations: ["of", "headers"]
        case .logs: ["level", "message", "fields"]
        case .caches: ["operation", "key", "value", "ttl"]
        case .cookies: ["name", "value", "options"]
        case .tokens: ["payload", "options", "operation"]
        case .jobs: ["name", "options", "operation"]
        case .emails: ["operation"]
        case .telemetry: ["operation"]
        }
    }
}
