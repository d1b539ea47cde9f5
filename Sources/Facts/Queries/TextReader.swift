import Matching
import SourceText
import Syntax

/// Reads the texts that expressions make: literals, interpolations, concatenations, formatting calls, joins, and the
/// variables and constants that hold them.
struct TextReader {
    let facts: FileFacts
    /// Variables in variables are followed this far.
    static let depthLimit = 24
    /// A text of more parts is not read on.
    static let partLimit = 400

    init(facts: FileFacts) {
        self.facts = facts
    }

    var tree: SyntaxTree { facts.tree }

    /// The text of an expression; nil where it is none.
    func text(of node: NodeIndex) -> BuiltText? { text(of: node, depth: 0) }

    func text(of node: NodeIndex, depth: Int) -> BuiltText? {
        guard depth < Self.depthLimit else { return nil }
        switch tree.kind(node) {
        case .parenthesized, .await, .tryExpression, .cast, .postfix:
            return tree.child(node, .value).flatMap { text(of: $0, depth: depth) }
        case .interpolatedString: return interpolated(node, depth: depth)
        case .concatenatedString: return concatenated(node, depth: depth)
        case .binary: return binary(node, depth: depth)
        case .call: return call(node, depth: depth)
        case .taggedTemplate: return tagged(node, depth: depth)
        case .conditional: return longerBranch(node, depth: depth)
        case .identifier: return variable(node, depth: depth) ?? constant(node)
        case .member: return constant(node) ?? preparedStatement(node, depth: depth)
        default: return constant(node)
        }
    }

    private func constant(_ node: NodeIndex) -> BuiltText? {
        facts.target.stringValue(node).map { BuiltText(parts: [.text($0, node)]) }
    }

    /// Of a choice of two texts the longer one: what matters is which clauses may be there.
    private func longerBranch(_ node: NodeIndex, depth: Int) -> BuiltText? {
        guard let first = tree.child(node, .body).flatMap({ text(of: $0, depth: depth + 1) }),
            let second = tree.child(node, .alternate).flatMap({ text(of: $0, depth: depth + 1) })
        else { return constant(node) }
        return second.length > first.length ? second : first
    }

    // MARK: Literals

    private func interpolated(_ node: NodeIndex, depth: Int, isBinding: Bool = false) -> BuiltText? {
        var text = BuiltText()
        for child in tree.children(node) {
            guard text.parts.count < Self.partLimit else { return nil }
            guard tree.kind(child) == .interpolation else {
                text.parts.append(.text(facts.target.stringValue(child) ?? Array(tree.text(child)), node))
                continue
            }
            guard let first = tree.firstChild(child) else { continue }
            if tree.kind(first) == .keywordArgument {
                guard let value = tree.child(first, .value) else { continue }
                let label = tree.child(first, .label).map { facts.text($0) }
                text.parts.append(.hole(BuiltText.Hole(node: value, mixer: node, label: label)))
            } else if isBinding, let raw = rawValue(of: first) {
                text = text + inner(raw, mixer: node, isFirst: text.parts.isEmpty, depth: depth).unbound()
            } else if isBinding, !isStatementPart(first) {
                text.parts.append(.hole(BuiltText.Hole(node: first, mixer: node)))
            } else {
                text = text + inner(first, mixer: node, isFirst: text.parts.isEmpty, depth: depth)
                if let format = tree.child(child, .format), Self.isNumeric(format: tree.text(format)),
                    case .hole(var hole)? = text.parts.last
                {
                    hole.isNumeric = true
                    text.parts[text.parts.count - 1] = .hole(hole)
                }
            }
        }
        return text.bindingNamedPlaceholders()
    }

    /// `d`, `05d`, `.2f`: codes that only numbers fulfil.
    private static func isNumeric(format: ArraySlice<UInt8>) -> Bool {
        format.last.map { "dfegxn".utf8.contains($0) } ?? false
    }

    private func concatenated(_ node: NodeIndex, depth: Int) -> BuiltText? {
        var text = BuiltText()
        for child in tree.children(node) {
            guard let part = self.text(of: child, depth: depth) else { return nil }
            text = text + part
        }
        return text.mixed(by: node)
    }

    /// What stands in a hole: the text it has where it is known, else a hole.
    func inner(_ node: NodeIndex, mixer: NodeIndex, isFirst: Bool, depth: Int) -> BuiltText {
        if let text = text(of: node, depth: depth + 1) {
            // What starts the statement was mixed where it was made; a fragment only becomes SQL here.
            return isFirst && text.mayStartStatement ? text : text.mixed(by: mixer)
        }
        if case .integer(let number)? = facts.target.constant(node) {
            return BuiltText(parts: [.text(Array(String(number).utf8), node)])
        }
        return BuiltText(parts: [.hole(BuiltText.Hole(node: node, mixer: mixer))])
    }

    /// A template whose tag makes parameters of what is put in, unless it only spares the escapes.
    private func tagged(_ node: NodeIndex, depth: Int) -> BuiltText? {
        guard let tag = tree.child(node, .tag), let template = tree.child(node, .value) else { return nil }
        if facts.means(.rawTemplate, tag), !facts.means(.bindingTemplate, tag) {
            return text(of: template, depth: depth)
        }
        guard tree.kind(template) == .interpolatedString else { return text(of: template, depth: depth)?.bound() }
        return interpolated(template, depth: depth, isBinding: true)?.bound()
    }

    /// What a call puts in as it is, where everything else becomes a parameter: `sql.raw(name)`.
    private func rawValue(of node: NodeIndex) -> NodeIndex? {
        var call = unwrapped(node)
        if tree.kind(call) == .identifier, let value = facts.onlyValue(of: call) { call = unwrapped(value) }
        guard tree.kind(call) == .call, let callee = tree.child(call, .callee), facts.means(.rawTemplate, callee),
            let list = tree.child(call, .arguments)
        else { return nil }
        return tree.firstChild(list)
    }

    /// Whether what is put into a template that makes parameters is a piece of SQL, and no value: another such template.
    private func isStatementPart(_ node: NodeIndex, depth: Int = 0) -> Bool {
        let node = unwrapped(node)
        guard depth < 6 else { return false }
        switch tree.kind(node) {
        case .taggedTemplate: return true
        case .conditional:
            return [tree.child(node, .body), tree.child(node, .alternate)].contains { branch in
                branch.map { isStatementPart($0, depth: depth + 1) } ?? false
            }
        case .identifier:
            return facts.onlyValue(of: node).map { $0 != node && isStatementPart($0, depth: depth + 1) } ?? false
        default: return false
        }
    }

    // MARK: Operators and calls

    private func binary(_ node: NodeIndex, depth: Int) -> BuiltText? {
        // A long concatenation leans to the left: `((a + b) + c) + d`.
        var operands: [NodeIndex] = []
        var current = node
        while tree.kind(current) == .binary, tree.mainText(current).elementsEqual("+".utf8),
            let left = tree.child(current, .left), let right = tree.child(current, .right)
        {
            operands.append(right)
            current = left
        }
        if operands.isEmpty { return formatted(node, depth: depth) }
        operands.append(current)
        guard operands.count < Self.partLimit else { return nil }
        var text = BuiltText()
        var isText = false
        for operand in operands.reversed() {
            let piece = inner(operand, mixer: node, isFirst: text.parts.isEmpty, depth: depth)
            isText =
                isText || piece.parts.contains { if case .text(_, let source) = $0 { isString(source) } else { false } }
            text = text + piece
        }
        return isText ? text : nil
    }

    private func isString(_ node: NodeIndex) -> Bool {
        switch tree.kind(node) {
        case .string, .interpolatedString, .concatenatedString, .stringText: true
        default: facts.target.stringValue(node) != nil
        }
    }

    /// `"..." % values`.
    private func formatted(_ node: NodeIndex, depth: Int) -> BuiltText? {
        guard tree.mainText(node).elementsEqual("%".utf8), let left = tree.child(node, .left),
            let right = tree.child(node, .right), let template = text(of: left, depth: depth)
        else { return constant(node) }
        let values = tree.kind(right) == .tuple ? Array(tree.children(right)) : [right]
        return TextFormat.percent(template, node: node, values: values, facts: facts) {
            inner($0, mixer: node, isFirst: false, depth: depth)
        }
    }

    private func call(_ node: NodeIndex, depth: Int) -> BuiltText? {
        guard let callee = tree.child(node, .callee), let list = tree.child(node, .arguments) else { return nil }
        let arguments = Array(tree.children(list))
        if tree.kind(callee) == .member, let name = tree.child(callee, .name), let object = tree.child(callee, .object)
        {
            switch facts.text(name) {
            case let name where facts.names.holds(.formatsText, name):
                guard let template = text(of: object, depth: depth) else { return nil }
                return TextFormat.braces(template, node: node, arguments: arguments, facts: facts) {
                    inner($0, mixer: node, isFirst: false, depth: depth)
                }
            case let name where facts.names.holds(.joinsText, name):
                return joined(node, object: object, arguments: arguments, depth: depth)
            case let name where facts.names.holds(.appendsText, name):
                guard var text = text(of: object, depth: depth) else { return nil }
                for argument in arguments {
                    text = text + inner(argument, mixer: node, isFirst: text.parts.isEmpty, depth: depth)
                }
                return text
            case let name where facts.names.holds(.trimsText, name): return text(of: object, depth: depth)
            case let name where facts.names.holds(.replacesText, name):
                return replaced(node, object: object, arguments: arguments, depth: depth)
            default: break
            }
        }
        // A function of one text that marks it as SQL: `text("..")`, `dedent(f"..")`.
        let name = facts.name(of: callee).lastDottedPart
        if facts.names.holds(.marksText, name), let first = arguments.first {
            let value = tree.argumentValue(first)
            let label = tree.child(first, .label).map { facts.text($0) }
            guard let label, facts.names.holds(.formatsText, label) else { return text(of: value, depth: depth + 1) }
            guard let template = text(of: value, depth: depth + 1) else { return nil }
            return TextFormat.percent(template, node: node, values: Array(arguments.dropFirst()), facts: facts) {
                inner($0, mixer: node, isFirst: false, depth: depth)
            }
        }
        return nil
    }

    /// `"WHERE id = %s".replace("%s", id)`: the text with what is put in where a constant stood.
    private func replaced(_ node: NodeIndex, object: NodeIndex, arguments: [NodeIndex], depth: Int) -> BuiltText? {
        guard arguments.count >= 2, let marker = facts.target.stringValue(tree.argumentValue(arguments[0])),
            !marker.isEmpty, let template = text(of: object, depth: depth)
        else { return nil }
        let value = inner(tree.argumentValue(arguments[1]), mixer: node, isFirst: false, depth: depth)
        var text = BuiltText()
        for part in template.parts {
            guard case .text(let bytes, let source) = part else {
                text.parts.append(part)
                continue
            }
            var rest = bytes[...]
            while let start = rest.indices.first(where: { rest[$0...].starts(with: marker) }) {
                guard text.parts.count < Self.partLimit else { return nil }
                text.parts.append(.text(Array(rest[..<start]), source))
                text = text + value
                rest = rest[(start + marker.count)...]
            }
            text.parts.append(.text(Array(rest), source))
        }
        return text
    }

    /// `" AND ".join(parts)`, `parts.join(' ')`: of a list that is written out, its elements; of any other, a hole.
    private func joined(_ node: NodeIndex, object: NodeIndex, arguments: [NodeIndex], depth: Int) -> BuiltText? {
        guard arguments.count <= 1 else { return nil }
        var list = object
        var separator = arguments.first
        // Where the text is the receiver, the list is the argument.
        if facts.target.evaluation.separatorJoins, let argument = arguments.first {
            (list, separator) = (argument, object)
        }
        if let argument = separator, tree.kind(argument) == .keywordArgument {
            separator = tree.child(argument, .value)
        }
        let glue = separator.flatMap { facts.target.stringValue($0) } ?? [UInt8(ascii: ",")]
        var literal = unwrapped(list)
        if tree.kind(literal) == .identifier, facts.uses(ofVariableAt: literal).count <= 2,
            let value = facts.onlyValue(of: literal)
        {
            literal = unwrapped(value)
        }
        if tree.kind(literal) == .array || tree.kind(literal) == .tuple {
            return joined(Array(tree.children(literal)), by: glue, at: node, depth: depth)
        }
        // A list of conditions is no statement by itself; who puts it into one asks where it is from.
        if let elements = elementsAdded(to: literal),
            let text = joined(elements, by: glue, at: node, depth: depth), text.mayStartStatement
        {
            return text
        }
        let namesPlaceholders = glue.count > 1 && glue.last.map(BuiltText.Hole.placeholderSigns.contains) == true
        return BuiltText(parts: [
            .hole(BuiltText.Hole(node: list, mixer: node, isJoined: true, namesPlaceholders: namesPlaceholders))
        ])
    }

    private func joined(_ elements: [NodeIndex], by glue: [UInt8], at node: NodeIndex, depth: Int) -> BuiltText? {
        var text = BuiltText()
        for element in elements {
            guard text.parts.count < Self.partLimit else { return nil }
            if !text.parts.isEmpty { text.parts.append(.text(glue, node)) }
            text = text + inner(element, mixer: node, isFirst: text.parts.isEmpty, depth: depth)
        }
        return text
    }

    func unwrapped(_ node: NodeIndex) -> NodeIndex {
        var node = node
        while [.parenthesized, .await, .tryExpression, .cast, .postfix].contains(tree.kind(node)),
            let value = tree.child(node, .value)
        {
            node = value
        }
        return node
    }
}
