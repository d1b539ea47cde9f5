import Algorithms
import Glibc

/// A place in a file, with its column in every unit that a report format asks for.
public struct SourcePosition: Hashable, Sendable {
    /// The offset in bytes from the start of the file.
    public var offset: Int
    /// 1-based; lines end with LF, CR LF or a lone CR.
    public var line: Int
    /// 1-based column in UTF-8 bytes, a byte order mark among them.
    public var byteColumn: Int
    /// 1-based column in UTF-16 code units. A byte order mark is none: columns do not depend on it (SARIF 2.1.0, 3.30.1).
    public var utf16Column: Int
    /// 1-based column in Unicode scalars. A byte order mark is none.
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
    /// Places in lines that are so long that counting their characters from the start, once for each position that is asked
    /// for, would take time that grows with its square. In order.
    private let milestones: [Milestone]
    /// The width in bytes of the byte order mark before the text; 0 where there is none.
    private let markWidth: Int

    /// What was counted from the start of a line up to a character.
    fileprivate struct Milestone {
        /// In bytes from the start of the file.
        var offset: Int
        var utf16: Int
        var characters: Int
    }

    /// In bytes.
    private static let milestoneDistance = 4096

    public init(_ bytes: [UInt8]) {
        let starts = bytes.withUnsafeBufferPointer(LineIndex.lineStarts)
        lineStarts = starts
        markWidth = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        milestones = LineIndex.milestones(starts, bytes, markWidth: markWidth)
    }

    private static func lineStarts(in bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
        var starts: [UInt32] = [0]
        starts.reserveCapacity(bytes.count / 32 + 1)
        guard let start = bytes.baseAddress else { return starts }
        var index = 0
        if memchr(start, 0x0D, bytes.count) == nil {
            while let end = memchr(start + index, 0x0A, bytes.count - index) {
                index = UnsafeRawPointer(end) - UnsafeRawPointer(start) + 1
                starts.append(UInt32(index))
            }
            return starts
        }
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte > 0x0D { continue }
            if byte == 0x0A {
                starts.append(UInt32(index))
            } else if byte == 0x0D {
                if index < bytes.count, bytes[index] == 0x0A { index += 1 }
                starts.append(UInt32(index))
            }
        }
        return starts
    }

    private static func milestones(_ lineStarts: [UInt32], _ bytes: [UInt8], markWidth: Int) -> [Milestone] {
        guard bytes.count > milestoneDistance else { return [] }
        var milestones: [Milestone] = []
        var end = bytes.count
        for start in lineStarts.reversed() {
            if end - Int(start) > milestoneDistance {
                milestones += self.milestones(inLine: Int(start)..<end, bytes, markWidth: markWidth).reversed()
            }
            end = Int(start)
        }
        return milestones.reversed()
    }

    private static func milestones(inLine line: Range<Int>, _ bytes: [UInt8], markWidth: Int) -> [Milestone] {
        var milestones: [Milestone] = []
        var place = Milestone(offset: max(line.lowerBound, markWidth), utf16: 0, characters: 0)
        var next = line.lowerBound + milestoneDistance
        if bytes[place.offset..<line.upperBound].allSatisfy({ $0 < 0x80 }) {
            return stride(from: next, to: line.upperBound, by: milestoneDistance).map { offset in
                Milestone(offset: offset, utf16: offset - place.offset, characters: offset - place.offset)
            }
        }
        while place.offset < line.upperBound {
            if place.offset >= next {
                milestones.append(place)
                next += milestoneDistance
            }
            place.advance(in: bytes)
        }
        return milestones
    }

    public var lineCount: Int { lineStarts.count }

    /// The 1-based line that holds `offset` (bytes).
    public func line(at offset: Int) -> Int {
        max(1, lineStarts.partitioningIndex { Int($0) > offset })
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
        var place = milestone(before: offset, from: start)
        while place.offset < offset { place.advance(in: bytes) }
        return SourcePosition(
            offset: offset, line: line, byteColumn: offset - start + 1, utf16Column: place.utf16 + 1,
            characterColumn: place.characters + 1)
    }

    /// The last milestone at or before `offset` on the line that starts at `start`; its start where there is none.
    private func milestone(before offset: Int, from start: Int) -> Milestone {
        let behind = milestones.partitioningIndex { $0.offset > offset }
        if behind > 0, milestones[behind - 1].offset >= start { return milestones[behind - 1] }
        return Milestone(offset: max(start, markWidth), utf16: 0, characters: 0)
    }
}

extension LineIndex.Milestone {
    /// Moves to the next character.
    @inline(__always)
    fileprivate mutating func advance(in bytes: [UInt8]) {
        let width = UTF8Width.ofSequence(at: offset, in: bytes)
        offset += width
        utf16 += width == 4 ? 2 : 1
        characters += 1
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
