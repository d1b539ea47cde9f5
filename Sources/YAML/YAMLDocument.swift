import SourceText

/// Bounds that keep a hostile file from costing more than its size.
public enum YAMLLimits {
    /// The deepest nesting of collections, aliases followed. Whoever walks a document may recurse this far.
    public static let depth = 100
    /// How many nodes aliases may add to those that are written in the file.
    public static let aliasedNodes = 100_000
    /// The largest file that is read, in bytes.
    public static let bytes = 32 << 20
}

/// One YAML file as a tree. The nodes are flat records in preorder, the decoded texts of all scalars one byte array;
/// `YAMLNode` is a view of one of them. A class, so that a view costs one reference; nothing changes after `init`.
public final class YAMLDocument: Sendable {
    /// The file as error messages name it.
    public let path: String
    let records: [YAMLRecord]
    let text: [UInt8]
    private let source: Source

    /// The file as it was written, which only errors and positions ask for.
    private enum Source {
        case read(bytes: [UInt8], lines: LineIndex)
        case packed(StaticString)
    }

    /// Reads one document. A file without one has a null root.
    ///
    /// - Throws: the first error: bytes that are not UTF-8, syntax, a second document, a duplicate key, a key that is no
    ///   scalar, an unknown anchor, an unknown tag, nesting or aliases beyond `YAMLLimits`.
    public init(_ bytes: [UInt8], path: String) throws(YAMLError) {
        self.path = path
        verifiedText = nil
        let lines = LineIndex(bytes)
        source = .read(bytes: bytes, lines: lines)
        do {
            (records, text) = try YAMLComposer.compose(bytes)
        } catch {
            let earlier = error.earlier.map { "\(lines.line(at: $0))" } ?? ""
            throw Self.error(error.message + earlier, at: error.offset, path: path, lines: lines, bytes: bytes)
        }
    }

    /// The document that `pack` was made of.
    public init(_ pack: YAMLPack, path: String) {
        self.path = path
        source = .packed(pack.file)
        records = pack.records.withUTF8Buffer(YAMLRecordCode.decode)
        text = pack.text.withUTF8Buffer(Array.init)
        verifiedText = UInt32(text.count)
    }

    /// The same file with other records, and with more text behind its own.
    init(_ original: YAMLDocument, records: [YAMLRecord], text: [UInt8]) {
        path = original.path
        verifiedText = original.verifiedText
        source = original.source
        self.records = records
        self.text = text
    }

    /// The file as it was written.
    public var bytes: [UInt8] {
        switch source {
        case .read(let bytes, _): bytes
        case .packed(let file): file.withUTF8Buffer(Array.init)
        }
    }

    public var lines: LineIndex {
        switch source {
        case .read(_, let lines): lines
        case .packed: LineIndex(bytes)
        }
    }

    public var root: YAMLNode { YAMLNode(document: self, place: 0) }

    /// How many bytes of the text were read when the program was built, so that tests hold that there is no error in them; nil
    /// for a file that is read now.
    let verifiedText: UInt32?

    /// Whether the scalar at a record, or the one that an alias there names, is `text`. Texts that are compared mostly differ in
    /// length.
    func spells(_ place: Int, _ text: String) -> Bool {
        var record = records[place]
        if record.kind == .alias { record = records[Int(record.textStart)] }
        guard record.kind.rawValue < YAMLRecordKind.sequence.rawValue,
            Int(record.textEnd - record.textStart) == text.utf8.count
        else { return false }
        // A plain loop: a slice would count references to the text for each of the keys that are compared.
        let start = Int(record.textStart)
        var text = text
        return text.withUTF8 { bytes in
            for index in bytes.indices where self.text[start + index] != bytes[index] { return false }
            return true
        }
    }

    /// An error at a byte offset of this file.
    public func error(_ message: String, at offset: Int) -> YAMLError {
        Self.error(message, at: offset, path: path, lines: lines, bytes: bytes)
    }

    private static func error(
        _ message: String, at offset: Int, path: String, lines: LineIndex, bytes: [UInt8]
    ) -> YAMLError {
        let position = lines.position(at: min(offset, bytes.count), in: bytes)
        return YAMLError(path: path, line: position.line, column: position.characterColumn, message: message)
    }
}

/// One node. Children follow their parent; those of a mapping alternate between key and value.
struct YAMLRecord: Hashable, Sendable {
    var kind: YAMLRecordKind
    /// A tag says that a plain scalar is a string.
    var isTaggedString = false
    /// Byte offsets in the file; a node's anchor and tag are inside its range.
    var start: UInt32
    var end: UInt32
    /// Of a scalar: its range in the document's text. Of an alias: `textStart` is the index of the record it names.
    var textStart: UInt32 = 0
    var textEnd: UInt32 = 0
    /// The index after the last descendant.
    var next: UInt32 = 0
}

enum YAMLRecordKind: UInt8, Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded, sequence, mapping, alias
}
