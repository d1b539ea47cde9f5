import Syntax

/// Formatting calls whose template is known: where their values go.
enum TextFormat {
    /// `template % values`. `read` gives the text of a value, or a hole.
    static func percent(
        _ template: BuiltText, node: NodeIndex, values: [NodeIndex], facts: FileFacts, read: (NodeIndex) -> BuiltText
    ) -> BuiltText {
        var result = BuiltText()
        var next = 0
        for part in template.parts {
            guard case .text(let bytes, let source) = part else {
                result.parts.append(part)
                continue
            }
            var piece: [UInt8] = []
            var index = 0
            while index < bytes.count {
                guard bytes[index] == UInt8(ascii: "%"), index + 1 < bytes.count else {
                    piece.append(bytes[index])
                    index += 1
                    continue
                }
                if bytes[index + 1] == UInt8(ascii: "%") {
                    piece.append(UInt8(ascii: "%"))
                    index += 2
                    continue
                }
                var end = index + 1
                var name: ArraySlice<UInt8>?
                if bytes[end] == UInt8(ascii: "("), let close = bytes[end...].firstIndex(of: UInt8(ascii: ")")) {
                    name = bytes[(end + 1)..<close]
                    end = close + 1
                }
                while end < bytes.count, "0123456789.+- #".utf8.contains(bytes[end]) { end += 1 }
                guard end < bytes.count, "sdifgxreuc".utf8.contains(bytes[end]) else {
                    piece.append(bytes[index])
                    index += 1
                    continue
                }
                if !piece.isEmpty { result.parts.append(.text(piece, source)) }
                piece = []
                let value =
                    name.flatMap { element($0, of: values.first, in: facts) }
                    ?? (next < values.count ? values[next] : values.last)
                next += 1
                if let value {
                    var text =
                        name == nil || value != values.first
                        ? read(value) : BuiltText(parts: [.hole(BuiltText.Hole(node: value, mixer: node))])
                    if "difgx".utf8.contains(bytes[end]) {
                        text.parts = [.hole(BuiltText.Hole(node: value, mixer: node, isNumeric: true))]
                    }
                    result = result + text
                }
                index = end + 1
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

    /// `template.format(arguments)`.
    static func braces(
        _ template: BuiltText, node: NodeIndex, arguments: [NodeIndex], facts: FileFacts,
        read: (NodeIndex) -> BuiltText
    ) -> BuiltText {
        var result = BuiltText()
        var next = 0
        for part in template.parts {
            guard case .text(let bytes, let source) = part else {
                result.parts.append(part)
                continue
            }
            var piece: [UInt8] = []
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}"), index + 1 < bytes.count,
                    bytes[index + 1] == byte
                {
                    piece.append(byte)
                    index += 2
                    continue
                }
                guard byte == UInt8(ascii: "{"), let close = bytes[index...].firstIndex(of: UInt8(ascii: "}")) else {
                    piece.append(byte)
                    index += 1
                    continue
                }
                if !piece.isEmpty { result.parts.append(.text(piece, source)) }
                piece = []
                let field = bytes[(index + 1)..<close]
                let name = field.prefix {
                    $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "!") && $0 != UInt8(ascii: ".")
                        && $0 != UInt8(ascii: "[")
                }
                if name.isEmpty { next += 1 }
                let value = argument(name, number: next - 1, of: arguments, in: facts)
                if let value {
                    result = result + read(value)
                } else {
                    result.parts.append(.hole(BuiltText.Hole(node: node, mixer: node)))
                }
                index = close + 1
            }
            if !piece.isEmpty { result.parts.append(.text(piece, source)) }
        }
        return result
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
