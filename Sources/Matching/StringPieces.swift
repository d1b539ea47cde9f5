import SourceText
import Syntax

/// The pieces of which a file's strings may be put together, as far as they are written in it: what lies between quotes,
/// interpolations, conversions and escapes, and numbers. Tells of a text that stands nowhere in the file as it is whether some
/// string may be it all the same.
struct StringPieces {
    private let bytes: [UInt8]
    private var pieces: [Piece] = []
    /// Whether some character is written by its number, so that it may be any.
    private var hasNumericEscapes = false
    /// Whether characters may be taken out of other strings, `s[1]`.
    private let hasIndexes: Bool
    /// How pieces begin and end; mostly this tells that a text is not made of them.
    private var beginnings = PieceEdges()
    private var ends = PieceEdges()

    /// Offsets of bytes. Behind a percent sign stands a conversion, of which it is not known how long it is.
    private struct Piece {
        let start: Int
        let latestStart: Int
        let end: Int
    }

    /// Of longer texts nothing is told.
    private static let longest = 60
    /// How far behind a percent sign a conversion may end.
    private static let longestConversion = 40

    /// - Parameter indexes: those that may take a character out of a string.
    init(of tree: SyntaxTree, indexes: [NodeIndex]) {
        bytes = tree.bytes
        hasIndexes = indexes.contains { node in
            switch tree.child(node, .index).map({ tree.kind($0) }) {
            case .number?, .unary?: true
            default: false
            }
        }
        let tokens = tree.tokens
        for token in tokens.kinds.indices {
            let kind = tokens.kinds[token]
            guard kind == .string || kind == .stringText || kind == .integer else { continue }
            let (start, end) = (Int(tokens.starts[token]), Int(tokens.ends[token]))
            if kind == .integer {
                add(start, latestStart: start, end)
                continue
            }
            if !hasNumericEscapes, tokens.flags[token].contains(.escaped) {
                hasNumericEscapes = hasNumericEscape(start, end)
            }
            // Before the quotes there may be letters that say what kind of string it is.
            addPieces(kind == .string ? indexBehindBound(start, end) : start, end)
        }
    }

    private func indexBehindBound(_ start: Int, _ end: Int) -> Int {
        bytes[start..<end].firstIndex(where: StringPieces.mayBound).map { $0 + 1 } ?? end
    }

    private mutating func addPieces(_ start: Int, _ end: Int) {
        var pieceStart = start
        var percent = -1 - StringPieces.longestConversion
        var index = start
        while index <= end {
            if index == end || StringPieces.mayBound(bytes[index]) {
                if pieceStart < index {
                    let latestStart = min(index - 1, percent + StringPieces.longestConversion)
                    add(pieceStart, latestStart: max(pieceStart, latestStart), index)
                }
                pieceStart = index + 1
                if index < end, bytes[index] == UInt8(ascii: "%") { percent = index }
            }
            index += 1
        }
    }

    private mutating func add(_ start: Int, latestStart: Int, _ end: Int) {
        pieces.append(Piece(start: start, latestStart: latestStart, end: end))
        ends.insert(end - start > 1 ? bytes[end - 2] : nil, bytes[end - 1], outermost: bytes[end - 1])
        for start in start...latestStart {
            beginnings.insert(bytes[start], end - start > 1 ? bytes[start + 1] : nil, outermost: bytes[start])
        }
    }

    /// Whether a text may be put together from several strings, or of characters that are not written as they are.
    func mayMake(_ text: [UInt8]) -> Bool {
        guard text.count <= StringPieces.longest, !hasNumericEscapes else { return true }
        guard hasIndexes || mayMeet(in: text) else { return false }
        var joints = Joints(of: text)
        for piece in pieces {
            joints.noteEnd(of: bytes[piece.start..<piece.end])
            for start in piece.start...piece.latestStart { joints.noteBeginning(of: bytes[start..<piece.end]) }
        }
        return joints.join(byIndexes: hasIndexes)
    }

    /// Whether there is a place in a text at which one piece may end and another begin.
    private func mayMeet(in text: [UInt8]) -> Bool {
        for place in text.indices.dropFirst() {
            let isEnd = place == 1 ? ends.mayBe(text[0]) : ends.mayBe(text[place - 2], text[place - 1])
            guard isEnd else { continue }
            if place == text.count - 1
                ? beginnings.mayBe(text[place])
                : beginnings.mayBe(text[place], text[place + 1])
                    || beginnings.mayBeAll(text[place])
            {
                return true
            }
        }
        return false
    }

    /// Whether a byte may stand right before or after a piece of a string.
    private static func mayBound(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "\\"), UInt8(ascii: "$"),
            UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "%"), 0x0A, 0x0D:
            true
        default: false
        }
    }

    /// `\x3c`, `\u{3c}`, `\N{..}`, `\74`.
    private func hasNumericEscape(_ start: Int, _ end: Int) -> Bool {
        for index in start..<(end - 1) where bytes[index] == UInt8(ascii: "\\") {
            switch bytes[index + 1] {
            case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"), UInt8(ascii: "N"),
                UInt8(ascii: "0")...UInt8(ascii: "7"):
                return true
            default: continue
            }
        }
        return false
    }
}

/// The bytes at one of the edges of pieces.
private struct PieceEdges {
    /// The byte at the edge, as bits.
    private var single = [UInt64](repeating: 0, count: 4)
    /// The bytes that are a piece of their own, as bits.
    private var whole = [UInt64](repeating: 0, count: 4)
    /// The two bytes at the edge, as bits by the lower seven of each.
    private var pairs = [UInt64](repeating: 0, count: 1 << 14 / 64)

    /// Notes the two bytes at an edge, in source order; the one that is not `outermost` is nil where the piece has one byte.
    mutating func insert(_ first: UInt8?, _ second: UInt8?, outermost: UInt8) {
        single[Int(outermost >> 6)] |= 1 << UInt64(outermost & 63)
        guard let first, let second else {
            whole[Int(outermost >> 6)] |= 1 << UInt64(outermost & 63)
            return
        }
        let pair = PieceEdges.pair(first, second)
        pairs[pair >> 6] |= 1 << UInt64(pair & 63)
    }

    func mayBe(_ byte: UInt8) -> Bool { single[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1 }

    func mayBeAll(_ byte: UInt8) -> Bool { whole[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1 }

    func mayBe(_ first: UInt8, _ second: UInt8) -> Bool {
        let pair = PieceEdges.pair(first, second)
        return pairs[pair >> 6] >> UInt64(pair & 63) & 1 == 1
    }

    private static func pair(_ first: UInt8, _ second: UInt8) -> Int { Int(first & 0x7F) << 7 | Int(second & 0x7F) }
}

/// How pieces fit into a text.
private struct Joints {
    private let text: [UInt8]
    /// By place in the text: whether a piece ends in what stands before it.
    private var isPrefix: [Bool]
    /// By place in the text: whether a piece begins with all that follows.
    private var isSuffix: [Bool]
    /// By place in the text: the places, as bits, up to which it is the whole of a piece.
    private var wholes: [UInt64]

    init(of text: [UInt8]) {
        self.text = text
        isPrefix = [Bool](repeating: false, count: text.count + 1)
        isSuffix = isPrefix
        wholes = [UInt64](repeating: 0, count: text.count + 1)
    }

    mutating func noteEnd(of piece: ArraySlice<UInt8>) {
        guard let last = piece.last else { return }
        for length in 1...min(piece.count, text.count) where text[length - 1] == last {
            if piece.suffix(length).elementsEqual(text[..<length]) { isPrefix[length] = true }
        }
    }

    mutating func noteBeginning(of piece: ArraySlice<UInt8>) {
        for place in text.indices.dropFirst() where text[place] == piece.first {
            let length = zip(piece, text[place...]).prefix { $0 == $1 }.count
            if place + length == text.count {
                isSuffix[place] = true
            } else if length == piece.count {
                wholes[place] |= 1 << UInt64(place + length)
            }
        }
    }

    /// Whether some of the pieces make the text. Single characters may come out of other strings, but nobody spells all of a
    /// text so.
    func join(byIndexes: Bool) -> Bool {
        var isReached = isPrefix
        // What is reached by single characters alone.
        var isReachedByIndexes = [Bool](repeating: byIndexes, count: text.count + 1)
        isReachedByIndexes[0] = false
        for place in isReached.indices where isReached[place] || isReachedByIndexes[place] {
            if isSuffix[place] || isReached[place] && place == text.count { return true }
            for end in isReached.indices where wholes[place] >> UInt64(end) & 1 == 1 { isReached[end] = true }
            if byIndexes, isReached[place], place < text.count { isReached[place + 1] = true }
        }
        return false
    }
}
