import Engine
import Glibc

/// Standard output, which holds what was asked for and nothing else.
enum StandardOutput {
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Writes all bytes. A reader that has gone away (`lintel | head`) ends the program as it ends others.
    static func write(_ bytes: [UInt8]) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(STDOUT_FILENO, buffer.baseAddress.map { $0 + written }, buffer.count - written)
            }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return failed() }
            written += count
        }
    }

    private static func failed() {
        let reason = String(cString: strerror(errno))
        StandardError.write("lintel: error: cannot write to standard output: \(reason)")
        exit(ExitStatus.untrusted.rawValue)
    }

    static func flush() { fflush(nil) }
}

/// Standard error, which holds all else.
enum StandardError {
    /// Writes a line.
    static func write(_ line: String) {
        var bytes = Array(line.utf8)
        if bytes.last != 0x0A { bytes.append(0x0A) }
        // Nobody can be told that standard error is closed.
        _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
