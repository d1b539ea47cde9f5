/// Why a file that was meant was not analysed.
public enum SkipReason: String, CaseIterable, Hashable, Sendable {
    /// Its head says that a program wrote it.
    case generated
    /// Its lines are too long to have been written by hand.
    case minified
    /// It is larger than the limit.
    case oversized
    /// It holds bytes that no source file holds.
    case binary
    /// It could not be opened or read; there is a diagnostic too.
    case unreadable
}
