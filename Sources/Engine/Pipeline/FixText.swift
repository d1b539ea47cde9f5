import Matching
import Rules
import SourceText
import Syntax

/// What the template of a fix becomes where a rule matched: metavariables stand for their source text, put so that the result
/// means what the template says.
struct FixText {
    let file: AnalyzedFile
    let match: Match
    let metavariables: MetavariableTable
    private var result: [UInt8] = []

    static func expand(_ template: String, _ match: Match, of rule: Rule, in file: AnalyzedFile) -> String {
        var text = FixText(file: file, match: match, metavariables: rule.metavariables)
        text.expand(Array(template.utf8))
        if text.wouldFallApart { return "(" + String(decoding: text.result, as: UTF8.self) + ")" }
        return String(decoding: text.result, as: UTF8.self)
    }

    private init(file: AnalyzedFile, match: Match, metavariables: MetavariableTable) {
        self.file = file
        self.match = match
        self.metavariables = metavariables
    }

    private mutating func expand(_ template: [UInt8]) {
        let indentation = indentation
        var index = 0
        while index < template.count {
            let byte = template[index]
            if byte == UInt8(ascii: "$"), let name = metavariables.boundName(in: template, at: index, match.bindings) {
                index = put(name.binding, template, from: index, to: name.end)
                continue
            }
            result.append(byte)
            index += 1
            if byte == 0x0A, index < template.count, template[index] != 0x0A { result += indentation }
        }
    }

    /// What stands before the match on its line, where that is nothing but white space: further lines begin with it.
    private var indentation: ArraySlice<UInt8> {
        let before = file.bytes[..<match.range.start]
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return before[start...].allSatisfy { $0 == 0x20 || $0 == 0x09 } ? before[start...] : []
    }

    /// Puts what a metavariable stands for; the index in the template at which to go on.
    private mutating func put(_ binding: Binding, _ template: [UInt8], from start: Int, to end: Int) -> Int {
        let text = file.bytes[binding.range.start..<binding.range.end]
        if case .nodes(-1, -1) = binding.content { return dropSeparator(template, end) }
        if let literal = literal(binding, template, start, end) {
            result.removeLast()
            result += literal
            return end + 1
        }
        let needsParentheses = isCompound(binding) && isOperand(template, start, end)
        if needsParentheses { result.append(UInt8(ascii: "(")) }
        result += text
        if needsParentheses { result.append(UInt8(ascii: ")")) }
        return end
    }

    /// No arguments: the comma that set them apart from others goes with them.
    private mutating func dropSeparator(_ template: [UInt8], _ end: Int) -> Int {
        let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
        var next = end
        while next < template.count, isSpace(template[next]) { next += 1 }
        if next < template.count, template[next] == UInt8(ascii: ",") {
            next += 1
            while next < template.count, isSpace(template[next]) { next += 1 }
            return next
        }
        let kept = result.lastIndex { !isSpace($0) }
        if let kept, result[kept] == UInt8(ascii: ",") { result.removeLast(result.count - kept) }
        return end
    }

    /// The whole literal whose content is bound, where the template puts the content in quotes: the literal's own quotes are
    /// those that fit it.
    private func literal(_ binding: Binding, _ template: [UInt8], _ start: Int, _ end: Int) -> ArraySlice<UInt8>? {
        guard case .text = binding.content, start > 0, end < template.count, template[start - 1] == template[end],
            template[end] == UInt8(ascii: "\"") || template[end] == UInt8(ascii: "'"),
            let node = file.target.tree.stringLiteral(around: binding.range)
        else { return nil }
        return file.target.tree.text(node)
    }

    /// Whether the result is put beside an operator, for which what it replaces was one thing and it is not.
    private var wouldFallApart: Bool {
        let tree = file.target.tree
        guard match.node > 0, tree.range(match.node) == match.range, tree.kind(match.node).isExpression,
            !FixText.isCompound(tree.kind(match.node)), FixText.isOperand(match.node, in: tree)
        else { return false }
        let parsed = file.target.language.tree(of: result, fileExtension: file.target.language.fileExtensions[0])
        guard let statement = parsed.firstChild(0), parsed.subtreeEnd(statement) == parsed.count,
            parsed.kind(statement) == .expressionStatement, let value = parsed.child(statement, .value)
        else { return false }
        return FixText.isCompound(parsed.kind(value))
    }

    private static func isOperand(_ node: NodeIndex, in tree: SyntaxTree) -> Bool {
        switch tree.kind(tree.parent(node)) {
        case .binary, .unary, .postfix, .await, .cast: true
        case .member, .index: tree.role(node) == .object
        case .call: tree.role(node) == .callee
        default: false
        }
    }

    /// Whether what is bound would be read in pieces beside an operator.
    private func isCompound(_ binding: Binding) -> Bool {
        binding.node.map { FixText.isCompound(file.target.tree.kind($0)) } ?? false
    }

    private static func isCompound(_ kind: NodeKind) -> Bool {
        switch kind {
        case .binary, .conditional, .assignment, .lambda, .cast, .await, .unary, .yield, .tryExpression: return true
        default: return false
        }
    }

    /// Whether the place of a metavariable in a template is beside an operator.
    private func isOperand(_ template: [UInt8], _ start: Int, _ end: Int) -> Bool {
        let operators = Array("+-*/%&|^<>!~.?".utf8)
        let before = template[..<start].last { $0 != 0x20 }
        let after = template[end...].drop { $0 == 0x20 }
        // `...` and `=>` are none.
        if let before, operators.contains(before), !template[..<start].suffix(3).elementsEqual("...".utf8),
            !(before == UInt8(ascii: ">") && template[..<start].contains(UInt8(ascii: "=")))
        {
            return true
        }
        guard let first = after.first else { return false }
        let isComparison = first == UInt8(ascii: "=") && after.dropFirst().first == UInt8(ascii: "=")
        return operators.contains(first) || isComparison
    }
}

extension MetavariableTable {
    /// The end of the longest name at `start` of a text that is bound, and what to.
    func boundName(in bytes: [UInt8], at start: Int, _ bindings: Bindings) -> (end: Int, binding: Binding)? {
        var end = start + 1
        if bytes[end...].starts(with: "...".utf8) { end += 3 }
        while end < bytes.count, Self.isNameByte(bytes[end]) { end += 1 }
        guard let slot = existingSlot(of: bytes[start..<end]), slot < bindings.count, let binding = bindings[slot]
        else { return nil }
        return (end, binding)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
        default: false
        }
    }
}
