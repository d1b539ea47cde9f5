import Glibc

/// Why a file has no bytes for us.
public enum FileReadingError: Error, Hashable, Sendable {
    /// It is not there, or no longer.
    case missing
    case directory
    /// A pipe, socket or device: reading it could wait for ever.
    case special
    /// It holds more bytes than the limit.
    case oversized(limit: Int)
    /// The kernel's reason, as an `errno`.
    case unreadable(Int32)

    init(errno code: Int32) {
        self = code == ENOENT || code == ENOTDIR ? .missing : .unreadable(code)
    }

    /// What to say after the file's name and a colon.
    public var explanation: String {
        switch self {
        case .missing: "no such file or directory"
        case .directory: "is a directory"
        case .special: "is not a regular file"
        case .oversized(let limit): "is larger than \(limit) bytes"
        case .unreadable(let code): String(cString: strerror(code))
        }
    }
}

/// Reads whole files.
public enum FileReading {
    /// The bytes of a regular file, links followed.
    ///
    /// The limit holds for what is read, not for what the file system says, so that a file that grows meanwhile, or one
    /// of those that claim to be empty and are not, cannot fill the memory.
    public static func read(_ path: AbsolutePath, limit: Int = .max) throws(FileReadingError) -> [UInt8] {
        try read(path, limit: limit, flags: 0)
    }

    /// - Parameter flags: further flags for `open`, `O_NOFOLLOW` say.
    static func read(_ path: AbsolutePath, limit: Int, flags: Int32) throws(FileReadingError) -> [UInt8] {
        // Without O_NONBLOCK, opening a pipe that nobody writes to would wait.
        let descriptor = retrying { open(path.terminated, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | flags) }
        guard descriptor >= 0 else { throw FileReadingError(errno: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileReadingError(errno: errno) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw .directory
        default: throw .special
        }
        if status.st_size > limit { throw .oversized(limit: limit) }
        return try readToEnd(descriptor, expecting: Int(status.st_size), limit: limit)
    }

    /// Everything that a descriptor gives, standard input say, without moving to any other place in it.
    public static func readToEnd(
        _ descriptor: Int32, expecting size: Int = 0, limit: Int = .max
    ) throws(FileReadingError) -> [UInt8] {
        var bytes: [UInt8] = []
        // One byte more than expected finds the end without another, larger buffer.
        var room = size + 1
        while true {
            var failure: Int32 = 0
            var ended = false
            let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
                while filled < buffer.count {
                    let offset = filled
                    let count = retrying { Glibc.read(descriptor, buffer.baseAddress! + offset, buffer.count - offset) }
                    if count < 0 { failure = errno }
                    ended = count <= 0
                    if ended { break }
                    filled += count
                }
            }
            if failure != 0 { throw .unreadable(failure) }
            if bytes.count + chunk.count > limit { throw .oversized(limit: limit) }
            if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
            if ended { return bytes }
            room = max(64 * 1024, bytes.count)
        }
    }
}

/// Calls again as long as a signal interrupts the call.
func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
    while true {
        let result = call()
        if result >= 0 || errno != EINTR { return result }
    }
}
