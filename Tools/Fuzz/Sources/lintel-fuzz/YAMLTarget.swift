import Rules
import YAML

extension FuzzTarget {
    /// The YAML reader. What it reads is walked whole, aliases followed, and each scalar's text is mapped back to the file.
    static let yaml = FuzzTarget(name: "yaml") { bytes in
        do throws(YAMLError) {
            let document = try YAMLDocument(bytes, path: "input.yaml")
            visit(document.root, depth: 1)
        } catch {
            require(error.line >= 1 && error.column >= 1, "an error without a place")
            require(error.line <= bytes.count + 1, "an error behind the end")
        }
    }

    private static func visit(_ node: YAMLNode, depth: Int) {
        require(depth <= YAMLLimits.depth + 1, "deeper than the limit")
        let range = node.range
        require(0 <= range.start && range.start <= range.end, "a range that is none")
        require(range.end <= node.document.bytes.count, "a range behind the end")
        let text = node.bytes
        for offset in [0, text.count / 2, text.count, text.count + 1] {
            let place = node.position(inside: offset).offset
            require(place <= node.document.bytes.count, "a text that is not in the file")
        }
        _ = node.value
        for element in node.elements { visit(element, depth: depth + 1) }
        for pair in node.pairs {
            visit(pair.key, depth: depth + 1)
            visit(pair.value, depth: depth + 1)
        }
    }
}
