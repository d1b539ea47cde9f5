import Algorithms
import SourceText
import Syntax

extension SyntaxTree {
    /// The bytes between the quotes of a `string`; all of any other node.
    public func stringContent(_ node: NodeIndex) -> ByteRange {
        let range = range(node)
        guard kind(node) == .string else { return range }
        var start = range.start
        while start < range.end, bytes[start] != UInt8(ascii: "\""), bytes[start] != UInt8(ascii: "'"),
            bytes[start] != UInt8(ascii: "`")
        {
            start += 1
        }
        guard start < range.end else { return range }
        let quote = bytes[start]
        let hashes = bytes[range.start..<start].reduce(0) { $0 + ($1 == UInt8(ascii: "#") ? 1 : 0) }
        var width = 1
        if start + 2 < range.end, bytes[start + 1] == quote, bytes[start + 2] == quote, range.end - start >= 6 {
            width = 3
        }
        let end = range.end - hashes - width
        return end >= start + width ? ByteRange(start + width, end) : range
    }

    /// The bytes between the slashes of a `regex`.
    func regexBody(_ node: NodeIndex) -> ByteRange {
        let range = range(node)
        guard let end = bytes[range.start..<range.end].lastIndex(of: UInt8(ascii: "/")),
            let start = bytes[range.start..<range.end].firstIndex(of: UInt8(ascii: "/")), start < end
        else { return range }
        return ByteRange(start + 1, end)
    }

    /// Whether the node is what an import statement brings in or brings it in as.
    func isImportedName(_ node: NodeIndex) -> Bool {
        switch kind(parent(node)) {
        case .import, .importItem, .importNamespace, .importDefault: return true
        default: return false
        }
    }

    /// The `string` whose content the range is.
    public func stringLiteral(around content: ByteRange) -> NodeIndex? {
        // First tokens never decrease in preorder: the last node that starts before the content is the innermost there.
        let behind = (0..<count).partitioningIndex { range(NodeIndex($0)).start >= content.start }
        guard behind > 0 else { return nil }
        let node = NodeIndex(behind - 1)
        return kind(node) == .string && stringContent(node) == content ? node : nil
    }
}
