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
        /// Finds out who the caller is and lets everybody pass.
        case identifies
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
        /// Headers, options and helpers by which a caller proves who it is.
        case proof
        /// What a server reads where it takes such a header, and where it takes a session.
        case headerProof = "header-proof"
        case sessionProof = "session-proof"
        /// Variables that hold where a server is reached, before any path.
        case baseURL = "base-url"
        /// Parameters that hold a path of several segments, and values that hold a query.
        case wholePath = "whole-path"
        case queryText = "query-text"
        /// Hosts of well-known services, which no project's own server has.
        case foreignHost = "foreign-host"
        /// Keys of options of HTTP clients.
        case urlOption = "url-option"
        case methodOption = "method-option"
        case headersOption = "headers-option"
        case baseOption = "base-option"
        case cookiesOption = "cookies-option"
        case timeoutOption = "timeout-option"
        /// Members and functions by which something is set up for every request of a client.
        case clientSetup = "client-setup"
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

    /// The first meaning that the name has, in the order of `Meaning.allCases`, as the name of something in a server: those
    /// from `proof` on speak of callers.
    public func meaning(of name: String) -> Meaning? {
        Meaning.allCases.prefix { $0 != .proof }.first { holds($0, name) }
    }
}
