import Findings

/// Something that was asked for and cannot be done.
public struct DiscoveryProblem: Hashable, Sendable {
    public let path: AbsolutePath
    /// The path as the user wrote it, or as reports write it.
    public let display: String
    public let reason: FileReadingError

    /// The problem as reports carry it: an error, since a run without the file is not the run that was asked for.
    public var diagnostic: Diagnostic {
        Diagnostic(severity: .error, path: display, message: reason.explanation)
    }
}
