/// The kinds of things that a model describes, each a key of the model file with a list of patterns.
public enum ModelSection: String, CaseIterable, Sendable {
    /// Expressions that make a router or application; with a `parent`, one whose routes lie below one of what that has, which the
    /// text of `instance` and the `instance-suffix` name.
    case routers
    /// Expressions that make a router out of another, under a path and behind middleware.
    case groups
    /// Registrations of one route.
    case routes
    /// Expressions that say of a route what it is, under a name by which it is registered elsewhere.
    case routeDescriptions = "route-descriptions"
    /// Registrations of a router under another; of a whole folder of files, where `keys` name the option `folder`.
    case mounts
    /// Registrations of middleware on a router; where they are `partial`, it passes over routes that it chooses itself.
    case middleware
    /// Guards of routes by their paths, wherever those are registered: `paths` are path-to-regexp patterns, objects that hold
    /// one under a key, or classes of handlers. With `below`, text means what lies below it too; of a guard that is `partial`,
    /// some paths are excepted.
    case pathGuards = "path-guards"
    /// Expressions in a function's signature that name a function run before it.
    case dependencies
    /// Declarations of classes that handle requests, with the members that their bases give them.
    case classes
    /// Statements in a class that name what stands before all its handlers; methods that give it for each request, where they
    /// are such as `chooses` says.
    case classMiddleware = "class-middleware"
    /// Functions and statements in them that say which methods a handler takes.
    case handlerMethods = "handler-methods"
    /// Settings that name what stands before every route of a framework that names nothing itself.
    case defaults
    /// Registrations of middleware or a prefix for all routes of the framework in the package; where there is a `versioning`,
    /// the text that stands before the versions of routes in their paths.
    case everywhere
    /// Decorators that say of a route in which versions of the application it is; one named as `unversioned` says, in none.
    case versions
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
    /// Calls that are given a piece of SQL, which stands in a `clause` of a statement.
    case sqlParts = "sql-parts"
    /// Blocks and calls that make several operations one transaction.
    case transactions
    /// Settings by which the framework makes one transaction of each request.
    case requestTransactions = "request-transactions"
    /// Manifests of packages that other programs are made of, with no program of their own.
    case libraries
    /// HTTP calls out that are no calls of a client's methods.
    case outgoing
    /// Expressions that are or make HTTP clients, with the methods by which those send.
    case clients
    /// Expressions that make a request for a client to send.
    case requests
    /// Expressions that make a URL out of others.
    case urls
    /// Calls that limit how often a route may be called.
    case rateLimits = "rate-limits"
    /// Calls that check a request against a schema.
    case validations
    case logs, caches, cookies, tokens, jobs, emails, telemetry

    /// The fields that an entry may have beside its pattern.
    public var fields: [String] {
        switch self {
        case .routers:
            [
                "router", "prefix", "middleware", "root", "exports", "options", "keys", "unversioned", "parent",
                "instance", "instance-suffix",
            ]
        case .groups: ["router", "parent", "prefix", "arguments", "middleware", "helper"]
        case .routes:
            [
                "router", "method", "methods", "default-methods", "path", "handler", "middleware", "arguments", "class",
                "decorated", "file-routed", "framework", "authenticated", "members", "before", "methods-assumed",
                "path-format", "module",
                "paths", "handler-required", "class-maker", "options", "keys", "tested-methods", "gateway", "named",
                "upgrade", "wrapping", "body-method",
            ]
        case .routeDescriptions: ["options", "keys"]
        case .mounts:
            [
                "router", "child", "prefix", "middleware", "arguments", "replaces-prefix", "path-format", "child-name",
                "child-method", "encloses", "options", "keys", "hooks", "own-prefix", "named", "given",
            ]
        case .middleware:
            [
                "router", "middleware", "methods", "path", "unordered", "exact", "passing", "errors", "decorated",
                "arguments", "builder", "named", "partial",
            ]
        case .pathGuards: ["middleware", "paths", "file", "decides-by", "passes-on", "keys", "partial", "below"]
        case .everywhere:
            [
                "middleware", "prefix", "passing", "decorated", "settings", "project-wide", "options", "keys",
                "versioning",
            ]
        case .versions: ["versions", "unversioned"]
        case .dependencies: ["function"]
        case .classes: ["members", "kind"]
        case .classMiddleware: ["middleware", "adds", "chooses"]
        case .handlerMethods: ["methods", "path", "detail", "middleware", "kind", "otherwise"]
        case .defaults: ["middleware", "kind"]
        case .authentication: ["of", "name", "optional", "part", "options", "keys"]
        case .responses:
            [
                "status", "default-status", "body", "format", "headers", "exception", "keys", "on", "step", "name",
                "implicit", "init", "keeps-headers",
            ]
        case .errorHandlers: ["handler"]
        case .serializers: ["value"]
        case .errorDetails: ["of", "kind"]
        case .inputs: ["source", "name", "parsed", "parameter"]
        case .queries:
            [
                "sql", "statement", "table", "where", "predicate", "limit", "arguments", "chain", "options",
                "aggregate", "grouped",
                "values",
                "client", "unique", "builder", "binds", "unit", "deferred", "lazy", "runs", "named", "counts-all",
                "rows", "rows-first", "promised", "column",
            ]
        case .sqlParts: ["sql", "clause"]
        case .requestTransactions, .libraries: []
        case .transactions: ["body", "client", "locks", "ends", "begins", "ambient", "implicit"]
        case .outgoing:
            ["url", "method", "default-method", "options", "headers", "body", "timeout", "chain", "cookies"]
        case .clients: ["calls", "options", "base", "headers", "timeout", "cookies", "adorns"]
        case .requests: ["url", "method", "default-method", "options", "headers", "body"]
        case .urls: ["base", "path"]
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

    /// The section's place among all of them. A case without a payload is its number in memory; without this, hashing a
    /// section hashes the text of its raw value (measured: 4 % of a run).
    var number: Int { withUnsafeBytes(of: self) { Int($0[0]) } }

    public func hash(into hasher: inout Hasher) { hasher.combine(number) }
}
