import Matching
import SourceText
import Syntax

extension ProvenanceReader {
    // MARK: Numbers by their types

    func isNumeric(type: NodeIndex) -> Bool {
        let name = facts.text(type).filter { $0 != "?" && $0 != ":" && $0 != " " }
        return facts.names.holds(.numberType, name)
    }

    /// The names of the fields that the file's types declare as numbers, and none declares otherwise.
    func numberProperties() -> Set<String> {
        var numbers = Set<String>()
        var others = Set<String>()
        func add(_ name: NodeIndex?, _ type: NodeIndex?) {
            guard let name, let type, tree.kind(name) == .identifier else { return }
            if isNumeric(type: type) { numbers.insert(facts.text(name)) } else { others.insert(facts.text(name)) }
        }
        for field in facts.target.nodes(of: .field) { add(tree.child(field, .name), tree.child(field, .type)) }
        for kind in [NodeKind.declarator, .assignment] {
            for node in facts.target.nodes(of: kind) where tree.child(node, .type) != nil && isMemberOfType(node) {
                add(tree.child(node, .target), tree.child(node, .type))
            }
        }
        for pair in facts.target.nodes(of: .pair) {
            guard let key = tree.child(pair, .key), let value = tree.child(pair, .value),
                tree.kind(key) == .identifier, let kind = schemaKind(value)
            else { continue }
            if facts.names.holds(.numberType, kind) {
                numbers.insert(facts.text(key))
            } else {
                others.insert(facts.text(key))
            }
        }
        return numbers.subtracting(others)
    }

    /// The type that a field of a schema is checked for: `number` of `z.coerce.number().min(1)`.
    private func schemaKind(_ value: NodeIndex) -> String? {
        var node = value
        var names: [String] = []
        while let inner = tree.child(node, .callee) ?? tree.child(node, .object) {
            if let name = tree.child(node, .name) { names.append(facts.text(name)) }
            node = inner
        }
        guard tree.kind(node) == .identifier, facts.means(.schemaRoot, node) else { return nil }
        return names.last { !facts.names.holds(.schemaStep, $0) }
    }

    private func isMemberOfType(_ declaration: NodeIndex) -> Bool {
        var block = tree.parent(declaration)
        if block >= 0, tree.kind(block) == .variableDeclaration || tree.kind(block) == .expressionStatement {
            block = tree.parent(block)
        }
        return block >= 0 && tree.kind(block) == .block && tree.parent(block) >= 0
            && tree.kind(tree.parent(block)) == .class
    }
}
