/// Why git could not answer.
public enum GitError: Error, Hashable, Sendable {
    case notInstalled
    /// No repository with a working tree holds the directory.
    case notARepository(directory: String)
    case unknownRevision(String)
    /// The revision and `HEAD` have no common ancestor here.
    case noMergeBase(revision: String, isShallow: Bool)
    /// Anything else, in git's own words.
    case failed(command: String, message: String)

    /// One sentence for the user.
    public var explanation: String {
        switch self {
        case .notInstalled:
            "git is needed for this and is not on the PATH"
        case .notARepository(let directory):
            "'\(directory)' is not in a git repository with a working tree"
        case .unknownRevision(let revision):
            "'\(revision)' is not a commit of this repository"
        case .noMergeBase(let revision, let isShallow):
            "'\(revision)' and HEAD have no common ancestor"
                + (isShallow ? " in this shallow clone; fetch more history (fetch-depth: 0)" : "")
        case .failed(let command, let message):
            "git \(command) failed: \(message)"
        }
    }
}
