import Glibc

/// Standard output, buffered.
struct Output {
    private var buffer: [UInt8] = []

    mutating func line(_ text: String) {
        buffer += text.utf8
        buffer.append(0x0A)
        if buffer.count > 1 << 20 { flush() }
    }

    mutating func flush() {
        Self.write(buffer, to: STDOUT_FILENO)
        buffer.removeAll(keepingCapacity: true)
    }

    static func fail(_ message: String) -> Never {
        write(Array("syntax-dump: \(message)\n".utf8), to: STDERR_FILENO)
        exit(2)
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written <= 0 { return }
            rest = rest.dropFirst(written)
        }
    }
}
