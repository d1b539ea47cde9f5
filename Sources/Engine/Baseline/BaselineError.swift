/// Why a baseline file cannot be used.
public struct BaselineError: Error, Hashable, Sendable {
    /// 1-based.
    public let line: Int
    /// 1-based, in bytes.
    public let column: Int
    public let message: String
}
