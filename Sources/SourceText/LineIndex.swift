/// A place in a file, with its column in every unit that a report format asks for.
public struct SourcePosition: Hashable, Sendable {
    /// The offset in bytes from the start of the file.
    public var offset: Int
    /// 1-based; lines end with LF, CR LF or a lone CR.
    public var line: Int
    /// 1-based column in UTF-8 bytes.
    public var byteColumn: Int
    /// 1-based column in UTF-16 code units.
    public var utf16Column: Int
    /// 1-based column in Unicode scalars.
    public var characterColumn: Int

    public init(offset: Int, line: Int, byteColumn: Int, utf16Column: Int, characterColumn: Int) {
        self.offset = offset
        self.line = line
        self.byteColumn = byteColumn
        self.utf16Column = utf16Column
        self.characterColumn = characterColumn
    }
}

/// The starts of the lines of one file.
public struct LineIndex: Sendable {
    /// The byte offset at which each line starts; the first is 0.
    public let lineStarts: [UInt32]

    public init(_ bytes: [UInt8]) {
        var starts: [UInt32] = [0]
        starts.reserveCapacity(bytes.count / 32 + 1)
        let count = bytes.count
        var index = 0
        while index < count {
            let byte = bytes[index]
            index += 1
            if byte > 0x0D { continue }
            if byte == 0x0A {
                starts.append(UInt32(index))
            } else if byte == 0x0D {
                if index < count, bytes[index] == 0x0A { index += 1 }
                starts.append(UInt32(index))
            }
        }
        lineStarts = starts
    }

    public var lineCount: Int { lineStarts.count }

    /// The 1-based line that holds `offset` (bytes).
    public func line(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// The bytes of a 1-based line, without its line ending.
    public func range(ofLine line: Int, in bytes: [UInt8]) -> ByteRange {
        let start = Int(lineStarts[line - 1])
        var end = line < lineStarts.count ? Int(lineStarts[line]) : bytes.count
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return ByteRange(start, end)
    }

    /// The position of `offset` in all units. Bytes that are not valid UTF-8 count one in each unit.
    public func position(at offset: Int, in bytes: [UInt8]) -> SourcePosition {
        let line = line(at: offset)
        let start = Int(lineStarts[line - 1])
        var utf16 = 1
        var characters = 1
        var index = start
        while index < offset {
            let width = UTF8Width.ofSequence(at: index, in: bytes)
            index += width
            utf16 += width == 4 ? 2 : 1
            characters += 1
        }
        return SourcePosition(
            offset: offset, line: line, byteColumn: offset - start + 1, utf16Column: utf16, characterColumn: characters)
    }
}

/// Widths of UTF-8 sequences (Unicode 15, table 3-7), tolerant of invalid bytes.
public enum UTF8Width {
    /// The number of bytes of the well-formed sequence at `index`, or 1 where the bytes are not well-formed.
    @inlinable
    public static func ofSequence(at index: Int, in bytes: [UInt8]) -> Int {
        let first = bytes[index]
        if first < 0xC2 { return 1 }
        let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1
        guard width > 1, index + width <= bytes.count else { return 1 }
        for next in 1..<width where bytes[index + next] & 0xC0 != 0x80 { return 1 }
        let second = bytes[index + 1]
        switch first {
        case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90, 0xF4 where second > 0x8F:
            return 1
        default:
            return width
        }
    }
}
