import SourceText

/// Steps through bytes that ought to be UTF-8 but may be anything.
enum UTF8Text {
    /// U+FFFD, which stands for a byte that is not valid UTF-8.
    static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// Appends the bytes in `range`, with U+FFFD for each byte that is not valid UTF-8.
    static func append(_ range: ByteRange, of bytes: [UInt8], to sink: inout [UInt8]) {
        var index = range.start
        while index < range.end {
            let width = UTF8Width.ofSequence(at: index, in: bytes)
            if width == 1, bytes[index] >= 0x80 {
                sink += replacement
            } else {
                sink += bytes[index..<min(index + width, bytes.count)]
            }
            index += width
        }
    }

    /// The text of `range`, with U+FFFD for each byte that is not valid UTF-8.
    static func string(_ range: ByteRange, of bytes: [UInt8]) -> String {
        var valid: [UInt8] = []
        valid.reserveCapacity(range.count)
        append(range, of: bytes, to: &valid)
        return String(decoding: valid, as: UTF8.self)
    }

    /// The scalar at `index` and how many bytes it has; U+FFFD for a byte that is not valid UTF-8.
    static func scalar(at index: Int, in bytes: [UInt8]) -> (scalar: Unicode.Scalar, width: Int) {
        let width = UTF8Width.ofSequence(at: index, in: bytes)
        let first = UInt32(bytes[index])
        if width == 1 { return (first < 0x80 ? Unicode.Scalar(bytes[index]) : "\u{FFFD}", 1) }
        // The lead byte of a sequence of n bytes has n + 1 bits of length and 7 - n bits of value.
        var value = first & (0x7F >> UInt32(width))
        for next in 1..<width { value = value << 6 | UInt32(bytes[index + next] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
    }

    /// The first place at or after `offset` where a sequence starts.
    static func boundary(atOrAfter offset: Int, in bytes: [UInt8]) -> Int {
        var index = max(offset, 0)
        // Well-formed sequences have at most three continuation bytes; more than that is not text, and any place will
        // do.
        let limit = min(index + 3, bytes.count)
        while index < limit, bytes[index] & 0xC0 == 0x80 { index += 1 }
        return min(index, bytes.count)
    }
}
