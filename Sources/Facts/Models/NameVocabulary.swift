import Matching

/// Names by which middleware, decorators and helpers are known for what they do, whoever wrote them.
public struct NameVocabulary: Sendable {
    /// What a name says that its bearer does.
    public enum Meaning: String, CaseIterable, Sendable {
        /// Marks a route as meant for everybody, whatever guards stand further out.
        case opens
        /// Rejects callers that are not authenticated, but only where they write.
        case authenticatesWrites = "authenticates-writes"
        /// Finds out who the caller is and lets everybody pass.
        case identifies
        /// Rejects callers that are not authenticated.
        case authenticates
        case authorizes
        case limitsRate = "limits-rate"
        case validates
        /// Certainly does none of these: parsing, compression, logging, headers.
        case neutral
        case requestIdentifier = "request-id"
        case logsRequests = "logs-requests"
        case securityHeaders = "security-headers"
        case parsesBody = "parses-body"
        case handlesErrors = "handles-errors"
        /// What tells one caller from another: a session, a user, a token.
        case identity
        /// What a caller proves himself by, or what is known of him by that: a session, a token, the current user.
        case proof
        /// Keys under which a session holds who is logged in.
        case sessionKey = "session-key"
        /// Objects that hold what belongs to the request at hand.
        case heldByRequest = "held-by-request"
        /// Anything that may have to do with who calls.
        case hintsAtCaller = "hints-at-caller"
        /// Functions that by their name turn callers away, rather than answer whoever asks.
        case insists
        /// Answers that by their name speak against the caller: `is_anonymous`.
        case denies
        /// Keys under which a response says what went wrong.
        case errorKey = "error-key"
        /// Calls that send the caller elsewhere.
        case redirects
        /// Where callers log in.
        case loginPlace = "login-place"
        /// Methods of connections and sessions of databases.
        case usesDatabase = "uses-database"
        /// What a request says of the way it came: path, endpoint.
        case requestPath = "request-path"
        /// Paths of routes that are public by convention.
        case publicPath = "public-path"
        /// Functions that quote or escape a value for SQL.
        case escapesSQL = "escapes-sql"
        /// Tables of logs, audits, sessions and analytics, to which writing is a side effect.
        case bookkeepingTable = "bookkeeping-table"
        /// Columns that note that somebody was seen: last-seen, last-login, last-accessed.
        case presenceColumn = "presence-column"
        /// Functions that say by their name that they mean all rows.
        case emptiesTable = "empties-table"
        /// Functions that only tell somebody what they are given: loggers, exceptions, descriptions of tests.
        case speaks
        /// Variables and keys that hold a total of many rows.
        case total
        /// Parameters of callbacks and handlers that get an error.
        case caughtError = "caught-error"
        /// Types that every error has.
        case anyError = "any-error"
    }

    private var expressions: [Meaning: [RegularExpression]] = [:]

    public init() {}

    public mutating func add(_ expression: RegularExpression, as meaning: Meaning) {
        expressions[meaning, default: []].append(expression)
    }

    public mutating func merge(_ other: NameVocabulary) {
        for (meaning, list) in other.expressions { expressions[meaning, default: []] += list }
    }

    /// Whether the name has the meaning.
    public func holds(_ meaning: Meaning, _ name: String) -> Bool {
        guard let list = expressions[meaning] else { return false }
        let bytes = Array(name.utf8)
        return list.contains { $0.firstMatch(in: bytes) != nil }
    }

    /// The first meaning that the name has, in the order of `Meaning.allCases`.
    public func meaning(of name: String) -> Meaning? {
        Meaning.allCases.first { holds($0, name) }
    }
}
