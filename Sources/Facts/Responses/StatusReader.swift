import Matching
import Syntax

/// Reads the status off the expression that gives it.
struct StatusReader {
    let facts: FileFacts
    var substitution = Substitution()
    /// Variables are followed this far.
    private static let depthLimit = 6

    private var tree: SyntaxTree { facts.tree }

    /// The status that an expression means: a constant, or a name of one.
    func status(of node: NodeIndex) -> Int? { status(of: node, depth: 0) }

    private func status(of node: NodeIndex, depth: Int) -> Int? {
        guard depth < Self.depthLimit else { return nil }
        switch facts.target.constant(node) {
        case .integer(let status): return status
        case .string(let text): return Int(String(decoding: text, as: UTF8.self).prefix { $0 != " " })
        default: break
        }
        switch tree.kind(node) {
        case .member:
            guard let name = tree.child(node, .name) else { return nil }
            // `HTTPStatus.NOT_FOUND.value`, `status.HTTP_404_NOT_FOUND`, `.notFound`.
            if facts.means(.statusMember, name) {
                return tree.child(node, .object).flatMap { status(of: $0, depth: depth + 1) }
            }
            if let own = fieldValue(of: node, name), own != node { return status(of: own, depth: depth + 1) }
            return StatusNames.status(of: facts.text(name))
        case .identifier: return named(node, depth: depth)
        case .parenthesized, .cast, .keywordArgument:
            return tree.child(node, .value).flatMap { status(of: $0, depth: depth + 1) }
        case .postfix where tree.mainText(node).elementsEqual("!".utf8):
            return tree.child(node, .value).flatMap { status(of: $0, depth: depth + 1) }
        case .index: return indexed(node)
        case .call: return numbered(node, depth: depth)
        default: return nil
        }
    }

    private func named(_ node: NodeIndex, depth: Int) -> Int? {
        let variable = facts.target.semantics.variables[Int(node)]
        if variable >= 0 {
            if let argument = substitution[variable] { return status(of: argument, depth: depth + 1) }
            if let value = facts.onlyValue(of: node), value != node { return status(of: value, depth: depth + 1) }
        }
        // Only a constant's name says something: `NOT_FOUND`, `HTTP_404_NOT_FOUND`.
        let text = facts.text(node)
        guard !text.utf8.contains(where: { (0x61...0x7A).contains($0) }) else { return nil }
        return StatusNames.status(of: text)
    }

    /// The value of a field of an object that the file itself lists: `const STATUS = { missing: 404 }`.
    private func fieldValue(of member: NodeIndex, _ name: NodeIndex) -> NodeIndex? {
        guard let object = tree.child(member, .object), tree.kind(object) == .identifier else { return nil }
        let fields = ResponseOptions(facts: facts, substitution: substitution, node: object)
        if case .given(let value) = fields.value(of: facts.text(name)) { return value }
        return nil
    }

    /// `.custom(code: 418, reasonPhrase: "..")`, `HTTPResponseStatus(statusCode: 418)`, `.init(code: 418)`.
    private func numbered(_ call: NodeIndex, depth: Int) -> Int? {
        guard let list = tree.child(call, .arguments), let first = tree.firstChild(list),
            let label = tree.child(first, .label), facts.means(.statusLabel, label)
        else { return nil }
        return tree.child(first, .value).flatMap { status(of: $0, depth: depth + 1) }
    }

    /// `HttpStatus["NOT_FOUND"]`
    private func indexed(_ node: NodeIndex) -> Int? {
        guard let index = tree.child(node, .index), let name = facts.target.stringValue(index) else { return nil }
        return StatusNames.status(of: String(decoding: name, as: UTF8.self))
    }
}
