/// Plain text in SARIF messages, in which `{0}` is a placeholder and `[text](1)` a link (SARIF 2.1.0, 3.11.5 and
/// 3.11.6).
enum SARIFMessage {
    /// `text` so that it is read as it stands.
    ///
    /// Only what would be taken for a placeholder or a link is escaped. The standard would have every brace doubled,
    /// but its readers, GitHub among them, show a doubled brace as two, and messages about code are full of braces.
    static func escaped(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x7B, let end = endOfPlaceholder(at: index, in: bytes) {
                output.append(0x7B)
                output += bytes[index..<end]
                output.append(0x7D)
                index = end
            } else if byte == 0x5D, index + 1 < bytes.count, bytes[index + 1] == 0x28 {
                output += [0x5C, 0x5D]
                index += 1
            } else {
                output.append(byte)
                index += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// The offset after the `}` where `{`, digits and `}` stand at `start`.
    private static func endOfPlaceholder(at start: Int, in bytes: [UInt8]) -> Int? {
        var index = start + 1
        while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
        guard index > start + 1, index < bytes.count, bytes[index] == 0x7D else { return nil }
        return index + 1
    }
}
