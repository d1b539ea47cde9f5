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
    /// The file as it was read.
    public let bytes: [UInt8]
    public let lines: LineIndex
    let records: [YAMLRecord]
    let text: [UInt8]

    /// Reads one document. A file without one has a null root.
    ///
    /// - Throws: the first error: bytes that are not UTF-8, syntax, a second document, a duplicate key, a key that is no
    ///   scalar, an unknown anchor, an unknown tag, nesting or aliases beyond `YAMLLimits`.
    public init(_ bytes: [UInt8], path: String) throws(YAMLError) {
        self.path = path
        self.bytes = bytes
        let lines = LineIndex(bytes)
        self.lines = lines
        do {
            (records, text) = try YAMLComposer.compose(bytes)
        } catch {
            let earlier = error.earlier.map { "\(lines.line(at: $0))" } ?? ""
            throw Self.error(error.message + earlier, at: error.offset, path: path, lines: lines, bytes: bytes)
        }
    }

    /// The same file with other records and texts.
    init(_ original: YAMLDocument, records: [YAMLRecord], text: [UInt8]) {
        path = original.path
        bytes = original.bytes
        lines = original.lines
        self.records = records
        self.text = text
    }

    public var root: YAMLNode { YAMLNode(document: self, place: 0) }

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
struct YAMLRecord: Sendable {
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
