import Syntax

/// Formatting calls whose template is known: where their values go.
enum TextFormat {
    /// `template % values`, `String(format: template, values)`. `read` gives the text of a value, or a hole.
    static func percent(
        _ template: BuiltText, node: NodeIndex, values: [NodeIndex], facts: FileFacts, read: (NodeIndex) -> BuiltText
    ) -> BuiltText {
        var next = 0
        return fill(template) { bytes, index in
            guard bytes[index] == UInt8(ascii: "%"), index + 1 < bytes.count else { return nil }
            if bytes[index + 1] == UInt8(ascii: "%") { return .escaped(UInt8(ascii: "%")) }
            var end = index + 1
            var name: ArraySlice<UInt8>?
            if bytes[end] == UInt8(ascii: "("), let close = bytes[end...].firstIndex(of: UInt8(ascii: ")")) {
                name = bytes[(end + 1)..<close]
                end = close + 1
            }
            while end < bytes.count, "0123456789.+- #hl".utf8.contains(bytes[end]) { end += 1 }
            guard end < bytes.count, "sdifgxreuc@".utf8.contains(bytes[end]) else { return nil }
            let value =
                name.flatMap { element($0, of: values.first, in: facts) }
                ?? (next < values.count ? values[next] : values.last)
            next += 1
            guard let value else { return .field(BuiltText(), end: end + 1) }
            let isNumeric = "difgx".utf8.contains(bytes[end])
            // The whole dictionary is no text of one of its values.
            guard !isNumeric, name == nil || value != values.first else {
                let hole = BuiltText.Hole(node: value, mixer: node, isNumeric: isNumeric)
                return .field(BuiltText(parts: [.hole(hole)]), end: end + 1)
            }
            return .field(read(value), end: end + 1)
        }
    }

    /// `template.format(arguments)`.
    static func braces(
        _ template: BuiltText, node: NodeIndex, arguments: [NodeIndex], facts: FileFacts,
        read: (NodeIndex) -> BuiltText
    ) -> BuiltText {
        var next = 0
        return fill(template) { bytes, index in
            let byte = bytes[index]
            guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") else { return nil }
            if index + 1 < bytes.count, bytes[index + 1] == byte { return .escaped(byte) }
            guard byte == UInt8(ascii: "{"), let close = bytes[index...].firstIndex(of: UInt8(ascii: "}")) else {
                return nil
            }
            let name = bytes[(index + 1)..<close].prefix { !":!.[".utf8.contains($0) }
            if name.isEmpty { next += 1 }
            let value = argument(name, number: next - 1, of: arguments, in: facts)
            let text = value.map(read) ?? BuiltText(parts: [.hole(BuiltText.Hole(node: node, mixer: node))])
            return .field(text, end: close + 1)
        }
    }

    /// What stands at a byte of a template that is not just that byte.
    private enum Special {
        /// One byte, written twice.
        case escaped(UInt8)
        /// A value, up to an index.
        case field(BuiltText, end: Int)
    }

    /// The template with values for its fields, which `special` finds.
    private static func fill(_ template: BuiltText, _ special: ([UInt8], Int) -> Special?) -> BuiltText {
        var result = BuiltText()
        for part in template.parts {
            guard case .text(let bytes, let source) = part else {
                result.parts.append(part)
                continue
            }
            var piece: [UInt8] = []
            var index = 0
            while index < bytes.count {
                switch special(bytes, index) {
                case nil:
                    piece.append(bytes[index])
                    index += 1
                case .escaped(let byte):
                    piece.append(byte)
                    index += 2
                case .field(let value, let end):
                    if !piece.isEmpty { result.parts.append(.text(piece, source)) }
                    piece = []
                    result = result + value
                    index = end
                }
            }
            if !piece.isEmpty { result.parts.append(.text(piece, source)) }
        }
        return result
    }

    /// The value of a key of a dictionary that is written out.
    private static func element(_ name: ArraySlice<UInt8>, of object: NodeIndex?, in facts: FileFacts) -> NodeIndex? {
        let tree = facts.tree
        guard let object, tree.kind(object) == .object else { return nil }
        for pair in tree.children(object) {
            guard let key = tree.child(pair, .key), let value = tree.child(pair, .value) else { continue }
            if let text = facts.target.stringValue(key), text.elementsEqual(name) { return value }
        }
        return nil
    }

    private static func argument(
        _ name: ArraySlice<UInt8>, number: Int, of arguments: [NodeIndex], in facts: FileFacts
    ) -> NodeIndex? {
        let position = name.isEmpty ? number : Int(String(decoding: name, as: UTF8.self))
        if let position { return arguments.indices.contains(position) ? arguments[position] : nil }
        let tree = facts.tree
        for argument in arguments where tree.kind(argument) == .keywordArgument {
            if let label = tree.child(argument, .label), tree.text(label).elementsEqual(name) {
                return tree.child(argument, .value)
            }
        }
        return nil
    }
}
