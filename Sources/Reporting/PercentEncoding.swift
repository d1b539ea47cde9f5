/// Paths as URI references (RFC 3986).
enum PercentEncoding {
    /// `path` with every byte that a path segment cannot hold percent-encoded; `/` stays. A colon is encoded too,
    /// because in the first segment of a relative reference it would end a scheme.
    static func ofPath(_ path: String) -> String {
        var bytes: [UInt8] = []
        for byte in path.utf8 {
            if isAllowed(byte) {
                bytes.append(byte)
            } else {
                bytes.append(0x25)
                bytes.append(hexadecimal(byte >> 4))
                bytes.append(hexadecimal(byte & 0xF))
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Letters, digits and `-._~` (unreserved), `!$&'()*+,;=` (sub-delimiters), `@` and `/`.
    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D, 0x2E, 0x5F, 0x7E: true
        case 0x21, 0x24, 0x26...0x2C, 0x3B, 0x3D, 0x40, 0x2F: true
        default: false
        }
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x37 + digit }
}
