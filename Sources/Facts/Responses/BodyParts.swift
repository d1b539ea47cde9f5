import Matching
import SourceText
import Syntax

/// Takes a body apart into the expressions it is put together from: values of keys, elements, branches, what variables hold,
/// what helpers return. Arguments of other calls are no parts: nobody knows what the call makes of them.
struct BodyParts {
    struct Part {
        var node: NodeIndex
        /// The pair, keyword or shorthand whose value it is, or is part of; -1 for the body itself.
        var entry: NodeIndex
        /// The expression is put into a text rather than being the value itself.
        var isInText: Bool
        /// The conditions that choose it within the body.
        var conditions: [NodeIndex]
    }

    private let facts: FileFacts
    private var substitution: Substitution
    private(set) var parts: [Part] = []
    private var visited = Set<NodeIndex>()
    /// Variables, helpers and nesting are followed this far.
    private static let depthLimit = 24

    private var tree: SyntaxTree { facts.tree }

    init(of response: Response, in facts: FileFacts) {
        self.facts = facts
        substitution = response.substitution
        for root in response.bodyRoots {
            visit(Part(node: root, entry: -1, isInText: false, conditions: []), depth: 0)
        }
    }

    private mutating func visit(_ part: Part, depth: Int) {
        guard depth < Self.depthLimit else { return }
        var part = part
        let node = part.node
        parts.append(part)
        switch tree.kind(node) {
        case .parenthesized, .await, .cast, .tryExpression, .spread, .postfix:
            descend(tree.child(node, .value), part, depth)
        case .keywordArgument:
            part.entry = node
            descend(tree.child(node, .value), part, depth)
        case .object, .array, .tuple, .set:
            for child in tree.children(node) {
                var inner = part
                if tree.kind(child) == .pair || tree.kind(child) == .shorthand || tree.kind(child) == .keywordArgument {
                    inner.entry = child
                    descend(tree.child(child, .value) ?? tree.child(child, .name), inner, depth)
                } else {
                    descend(child, inner, depth)
                }
            }
        case .conditional:
            if let condition = tree.child(node, .condition) { part.conditions.append(condition) }
            descend(tree.child(node, .body), part, depth)
            descend(tree.child(node, .alternate), part, depth)
        case .binary: visitBinary(part, depth)
        case .interpolatedString, .concatenatedString:
            part.isInText = true
            for child in tree.children(node) { descend(child, part, depth) }
        case .interpolation:
            part.isInText = true
            descend(tree.child(node, .value), part, depth)
        case .comprehension: descend(tree.child(node, .value), part, depth)
        case .pair:
            part.entry = node
            descend(tree.child(node, .value), part, depth)
        case .identifier: visitVariable(part, depth)
        case .call, .new: visitCall(part, depth)
        default: break
        }
    }

    private mutating func descend(_ node: NodeIndex?, _ part: Part, _ depth: Int) {
        guard let node else { return }
        var part = part
        part.node = node
        visit(part, depth: depth + 1)
    }

    private mutating func visitBinary(_ part: Part, _ depth: Int) {
        var part = part
        let node = part.node
        let sign = String(decoding: tree.mainText(node), as: UTF8.self)
        switch sign {
        case "+", "%":
            part.isInText = true
            descend(tree.child(node, .left), part, depth)
            descend(tree.child(node, .right), part, depth)
        case "&&", "and":
            if let condition = tree.child(node, .left) { part.conditions.append(condition) }
            descend(tree.child(node, .right), part, depth)
        case "||", "??", "or":
            descend(tree.child(node, .left), part, depth)
            descend(tree.child(node, .right), part, depth)
        default: break
        }
    }

    private mutating func visitVariable(_ part: Part, _ depth: Int) {
        let variable = facts.target.semantics.variables[Int(part.node)]
        guard variable >= 0 else { return }
        if let argument = substitution[variable] {
            descend(argument, part, depth)
            return
        }
        guard let value = facts.onlyValue(ofVariable: variable), value != part.node, !facts.isParameter(variable) else {
            return
        }
        if visited.insert(value).inserted { descend(value, part, depth) }
        for use in facts.uses(of: variable) {
            guard case .field(_, let written) = FieldWrite(at: use, in: facts), visited.insert(written).inserted else {
                continue
            }
            var inner = part
            inner.entry = tree.parent(tree.parent(use))
            descend(written, inner, depth)
        }
    }

    /// Whether a call names the fields of a type that another file declares, or that is wanted there:
    /// `ErrorBody(error: text, code: 500)`, `.init(code: "X", message: text)`.
    private func isConstruction(_ callee: NodeIndex, _ arguments: [NodeIndex]) -> Bool {
        !arguments.isEmpty && arguments.allSatisfy { tree.kind($0) == .keywordArgument } && isType(callee)
    }

    private func isType(_ callee: NodeIndex) -> Bool {
        switch tree.kind(callee) {
        case .identifier: return tree.text(callee).startsWithCapital
        case .member:
            guard let name = tree.child(callee, .name) else { return false }
            return tree.child(callee, .object) == nil
                ? facts.means(.makesWantedType, name) : tree.text(name).startsWithCapital
        default: return false
        }
    }

    private mutating func visitCall(_ part: Part, _ depth: Int) {
        let node = part.node
        if let match = facts.serialized[node] {
            for value in match.nodes("value", in: tree) { descend(value, part, depth) }
            return
        }
        guard let callee = tree.child(node, .callee) else { return }
        let arguments = tree.child(node, .arguments).map { Array(tree.children($0)) } ?? []
        let name = facts.name(of: callee).lastDottedPart
        if name == "dict" || tree.kind(callee) == .identifier && facts.declaredType(callee) != nil
            || isConstruction(callee, arguments)
        {
            for argument in arguments { descend(argument, part, depth) }
            return
        }
        if name == "format", tree.kind(callee) == .member {
            var inner = part
            inner.isInText = true
            for argument in arguments { descend(tree.child(argument, .value) ?? argument, inner, depth) }
            return
        }
        if name == "map", let argument = arguments.first, let function = facts.localFunction(argument) {
            for value in facts.results(of: function) { descend(value, part, depth) }
            return
        }
        guard tree.kind(node) == .call, let function = facts.localFunction(callee),
            visited.insert(function).inserted, substitution.count < 64
        else { return }
        substitution.bind(parametersOf: function, to: node, in: facts)
        for value in facts.results(of: function) { descend(value, part, depth) }
    }
}
