import Glibc

/// Why a file could not be written.
public struct FileWritingError: Error, Hashable, Sendable {
    /// An `errno`.
    public let code: Int32

    /// What to say after the file's name and a colon.
    public var explanation: String { String(cString: strerror(code)) }
}

/// Writes files so that a reader sees the old content or the new, whole, even when the machine stops in between.
public enum AtomicFile {
    /// Replaces the content of `path`, or makes the file.
    ///
    /// The bytes go to a file beside it, to the disk, and under the name by a rename. The mode stays; a link is followed, so
    /// that it is its target that changes. What is no regular file, a pipe say, is written to as it is.
    public static func write(_ bytes: [UInt8], to path: AbsolutePath) throws(FileWritingError) {
        let target = resolvingLinks(path)
        var status = stat()
        let exists = stat(target.terminated, &status) == 0
        if exists, status.st_mode & S_IFMT != S_IFREG { return try writeInPlace(bytes, to: target) }
        // A rename would replace a file that nobody may write to, if only the directory lets it.
        if exists, access(target.terminated, W_OK) != 0 { throw FileWritingError(code: errno) }
        let temporary = try temporaryFile(beside: target)
        do throws(FileWritingError) {
            try fill(temporary.descriptor, with: bytes, mode: exists ? status.st_mode & 0o7777 : nil)
            if rename(temporary.path.terminated, target.terminated) != 0 { throw FileWritingError(code: errno) }
        } catch {
            unlink(temporary.path.terminated)
            throw error
        }
    }

    private static func fill(_ descriptor: Int32, with bytes: [UInt8], mode: mode_t?) throws(FileWritingError) {
        defer { close(descriptor) }
        if let mode, fchmod(descriptor, mode) != 0 { throw FileWritingError(code: errno) }
        try writeAll(bytes, to: descriptor)
        if fsync(descriptor) != 0 { throw FileWritingError(code: errno) }
    }

    private static func writeInPlace(_ bytes: [UInt8], to path: AbsolutePath) throws(FileWritingError) {
        let descriptor = retrying { open(path.terminated, O_WRONLY | O_CLOEXEC | O_NOCTTY) }
        guard descriptor >= 0 else { throw FileWritingError(code: errno) }
        defer { close(descriptor) }
        try writeAll(bytes, to: descriptor)
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(FileWritingError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                retrying { Glibc.write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written) }
            }
            if count <= 0 { throw FileWritingError(code: errno) }
            written += count
        }
    }

    /// A new, empty file in the directory of `target`, with the mode that the user's mask gives.
    private static func temporaryFile(
        beside target: AbsolutePath
    ) throws(FileWritingError) -> (descriptor: Int32, path: AbsolutePath) {
        let directory = target.parent ?? .root
        // Names are short, since the target's may be as long as names may be.
        for _ in 0..<100 {
            let path = AbsolutePath(".lintel-\(UInt64.random(in: 0...UInt64.max))", in: directory)
            let descriptor = retrying { open(path.terminated, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
            if descriptor >= 0 { return (descriptor, path) }
            if errno != EEXIST { throw FileWritingError(code: errno) }
        }
        throw FileWritingError(code: EEXIST)
    }

    /// Where the path leads; the path itself where nothing is there yet.
    private static func resolvingLinks(_ path: AbsolutePath) -> AbsolutePath {
        guard let resolved = realpath(path.terminated, nil) else { return path }
        defer { free(resolved) }
        return AbsolutePath(bytes: Array(UnsafeRawBufferPointer(start: resolved, count: strlen(resolved))))
    }
}
