import Glibc

/// What stands at a path.
enum FileStatus {
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
