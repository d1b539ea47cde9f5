import Glibc

/// What stands at a path.
public enum FileStatus {
    /// Whether there is anything.
    public static func exists(_ path: AbsolutePath) -> Bool {
        if case .success = kind(of: path) { return true }
        return false
    }

    /// Whether there is a directory.
    public static func isDirectory(_ path: AbsolutePath) -> Bool {
        if case .success(.directory) = kind(of: path) { return true }
        return false
    }

    /// Whether there is a file that this process may run.
    static func isProgram(_ path: AbsolutePath) -> Bool {
        if case .success(.file) = kind(of: path) { return access(path.terminated, X_OK) == 0 }
        return false
    }

    /// The kind of what the path leads to, links followed.
    static func kind(of path: AbsolutePath) -> Result<DirectoryEntry.Kind, FileReadingError> {
        var status = stat()
        guard stat(path.terminated, &status) == 0 else { return .failure(FileReadingError(errno: errno)) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .success(.file)
        case S_IFDIR: return .success(.directory)
        default: return .success(.special)
        }
    }
}
