import SourceText

/// A view of one node of a document: a scalar, a sequence or a mapping. Aliases are followed; a node reached through one
/// has the alias's place in the file.
public struct YAMLNode: Sendable {
    public enum Kind: Sendable {
        case scalar(Style)
        case sequence
        case mapping
    }

    public enum Style: Sendable {
        case plain, singleQuoted, doubleQuoted, literal, folded
    }

    public let document: YAMLDocument
    /// The record that stands where the node is written.
    let place: Int
    /// The record that holds its content.
    let content: Int

    init(document: YAMLDocument, place: Int) {
        self.document = document
        self.place = place
        let record = document.records[place]
        content = record.kind == .alias ? Int(record.textStart) : place
    }

    fileprivate var record: YAMLRecord { document.records[content] }

    public var kind: Kind {
        switch record.kind {
        case .plain, .alias: .scalar(.plain)
        case .singleQuoted: .scalar(.singleQuoted)
        case .doubleQuoted: .scalar(.doubleQuoted)
        case .literal: .scalar(.literal)
        case .folded: .scalar(.folded)
        case .sequence: .sequence
        case .mapping: .mapping
        }
    }

    public var isScalar: Bool { record.kind.rawValue < YAMLRecordKind.sequence.rawValue }
    public var isSequence: Bool { record.kind == .sequence }
    public var isMapping: Bool { record.kind == .mapping }

    /// Whether nothing is in a list or mapping.
    public var isEmpty: Bool { Int(record.next) == content + 1 }

    /// Whether the node's file was read when the program was built, and a scalar's text was not replaced since: what only looks
    /// for errors may pass it over.
    public var isVerified: Bool {
        guard let verified = document.verifiedText else { return false }
        return !isScalar || record.textEnd <= verified
    }

    /// The bytes that the node takes in the file, its anchor, tag and quotes included.
    public var range: ByteRange {
        let written = document.records[place]
        return ByteRange(Int(written.start), Int(written.end))
    }

    /// Where the node starts.
    public var position: SourcePosition { document.lines.position(at: range.start, in: document.bytes) }

    /// 1-based.
    public var line: Int { document.lines.line(at: range.start) }

    /// An error at the start of the node.
    public func error(_ message: String) -> YAMLError { document.error(message, at: range.start) }

    /// The elements of a sequence; of another node, none.
    public var elements: YAMLElements { YAMLElements(of: isSequence ? self : nil) }

    /// The pairs of a mapping in the order of the file; of another node, none.
    public var pairs: YAMLPairs { YAMLPairs(of: isMapping ? self : nil) }

    /// The value of `key` in a mapping; nil where there is none.
    public subscript(key: String) -> YAMLNode? { pair(key)?.value }

    /// The pair of `key` in a mapping; nil where there is none.
    func pair(_ key: String) -> YAMLPair? {
        let mapping = record
        guard mapping.kind == .mapping else { return nil }
        // Goes over the records: making a node of each key takes longer than comparing it.
        var place = content + 1
        while place < Int(mapping.next) {
            let value = Int(document.records[place].next)
            if document.spells(place, key) {
                return YAMLPair(
                    key: YAMLNode(document: document, place: place), value: YAMLNode(document: document, place: value))
            }
            place = Int(document.records[value].next)
        }
        return nil
    }

    /// Whether a scalar below the node, or one that an alias below it names, may be one of `texts`: a look over the records,
    /// which takes less than going from node to node.
    public func holdsAny(of texts: [String]) -> Bool {
        // Texts that are compared mostly differ in length.
        var lengths: UInt64 = 0
        for text in texts { lengths |= 1 << UInt64(min(text.utf8.count, 63)) }
        let records = document.records
        for place in content..<Int(record.next) {
            let record = records[place]
            if record.kind == .alias { return true }
            let length = UInt64(min(record.textEnd - record.textStart, 63))
            if lengths >> length & 1 == 1, texts.contains(where: { document.spells(place, $0) }) { return true }
        }
        return false
    }

    /// Whether a scalar's text is `text`.
    public func spells(_ text: String) -> Bool { document.spells(content, text) }

    /// The text of a scalar with quotes, escapes and indentation resolved, UTF-8; of another node, nothing.
    public var bytes: ArraySlice<UInt8> {
        isScalar ? document.text[Int(record.textStart)..<Int(record.textEnd)] : []
    }

    /// `bytes` as a string.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// What a scalar means by the core schema of YAML 1.2; nil for another node.
    public var value: YAMLValue? {
        guard isScalar else { return nil }
        return record.kind == .plain && !record.isTaggedString ? YAMLValue(plain: bytes) : .string
    }

    public var isNull: Bool { value == .null }

    /// Where the byte at `offset` of the scalar's text comes from in the file, as errors inside a pattern need. Exact for
    /// every byte that is no white space; white space that was folded or stripped maps to the end of the text before it.
    public func position(inside offset: Int) -> SourcePosition {
        let fileOffset = YAMLScalarAlignment.fileOffset(
            of: offset, in: bytes, of: record.kind, file: document.bytes,
            range: ByteRange(Int(record.start), Int(record.end)))
        return document.lines.position(at: fileOffset, in: document.bytes)
    }

    /// An error at `position(inside:)`.
    public func error(_ message: String, inside offset: Int) -> YAMLError {
        let position = position(inside: offset)
        return YAMLError(
            path: document.path, line: position.line, column: position.characterColumn, message: message)
    }
}

/// The elements of a sequence, in order.
public struct YAMLElements: Sequence, IteratorProtocol, Sendable {
    private let document: YAMLDocument?
    /// The record of the next element.
    private var place: Int
    private let end: Int

    init(of collection: YAMLNode?) {
        document = collection?.document
        place = (collection?.content ?? 0) + 1
        end = collection.map { Int($0.record.next) } ?? 0
    }

    public mutating func next() -> YAMLNode? {
        guard place < end, let document else { return nil }
        let node = YAMLNode(document: document, place: place)
        place = Int(document.records[place].next)
        return node
    }
}

/// The pairs of a mapping, in order.
public struct YAMLPairs: Sequence, IteratorProtocol, Sendable {
    /// Keys and values in turn.
    private var nodes: YAMLElements

    init(of mapping: YAMLNode?) { nodes = YAMLElements(of: mapping) }

    public mutating func next() -> YAMLPair? {
        guard let key = nodes.next(), let value = nodes.next() else { return nil }
        return YAMLPair(key: key, value: value)
    }
}

/// A key of a mapping with its value.
public struct YAMLPair: Sendable {
    public let key: YAMLNode
    public let value: YAMLNode
}
