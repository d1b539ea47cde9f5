import Matching

/// Names by which middleware, decorators and helpers are known for what they do, whoever wrote them.
public struct NameVocabulary: Sendable {
    /// What a name says that its bearer does.
    public enum Meaning: String, CaseIterable, Sendable {
        /// Marks a route as meant for everybody, whatever guards stand further out.
        case opens
        /// Rejects callers that are not authenticated.
        case authenticates
        /// Rejects callers that are not authenticated, but only where they write.
        case authenticatesWrites = "authenticates-writes"
        /// In the place of a permission: that none is asked for.
        case noPermission = "no-permission"
        /// Finds out who the caller is and lets everybody pass.
        case identifies
        case authorizes
        case limitsRate = "limits-rate"
        case validates
        /// Wraps a function that registers routes so that it registers on the router it is given, and not on one below it.
        case sharesRouter = "shares-router"
        /// Holds a path, or what stands before paths.
        case path
        /// Does what its arguments do, and nothing else: wrappers of handlers, lists of guards.
        case wraps
        /// Calls that answer nobody and never fail for what a caller sent: readers of headers, loggers.
        case cannotReject = "cannot-reject"
        /// Certainly does none of these: parsing, compression, logging, headers.
        case neutral
        case requestIdentifier = "request-id"
        case logsRequests = "logs-requests"
        case securityHeaders = "security-headers"
        case parsesBody = "parses-body"
        case handlesErrors = "handles-errors"
        /// What tells one caller from another: a session, a user, a token.
        case identity
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
