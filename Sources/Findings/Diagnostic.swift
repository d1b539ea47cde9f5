/// A problem of the run itself, not of the code under review: an unreadable file, a broken rule, an unknown key.
public struct Diagnostic: Hashable, Sendable {
    /// `error` where the run cannot be trusted, which makes the exit status 2; `warning` and `note` do not touch it.
    public var severity: Severity
    /// The file in which the problem lies, as its user named it or relative to the root of the run.
    public var path: String?
    /// 1-based.
    public var line: Int?
    /// 1-based, in Unicode scalars; only where there is a line.
    public var column: Int?
    public var message: String

    public init(severity: Severity, path: String? = nil, line: Int? = nil, column: Int? = nil, message: String) {
        self.severity = severity
        self.path = path
        self.line = line
        self.column = column
        self.message = message
    }
}

extension Diagnostic: Comparable {
    /// The order of every report: problems without a file first, then path, place, message.
    public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        let leftPath = left.path ?? ""
        let rightPath = right.path ?? ""
        if leftPath != rightPath { return leftPath.utf8.lexicographicallyPrecedes(rightPath.utf8) }
        let leftPlace = (left.line ?? 0, left.column ?? 0)
        let rightPlace = (right.line ?? 0, right.column ?? 0)
        if leftPlace != rightPlace { return leftPlace < rightPlace }
        if left.severity != right.severity { return left.severity > right.severity }
        return left.message.utf8.lexicographicallyPrecedes(right.message.utf8)
    }
}
