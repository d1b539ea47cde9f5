import Matching
import Syntax

/// What the types and schemas of a file say of the fields that they declare, by the fields' names.
struct DeclaredProperties {
    private(set) var all = Set<String>()
    /// Those that can only be numbers or choices among constants, wherever the file declares them.
    private(set) var restricted = Set<String>()

    init(facts: FileFacts) {
        var open = Set<String>()
        for (name, isRestricted) in DeclarationReader(facts: facts).declarations() {
            all.insert(name)
            if isRestricted { restricted.insert(name) } else { open.insert(name) }
        }
        restricted.subtract(open)
    }
}

/// Finds the fields that the types and schemas of a file declare.
struct DeclarationReader {
    let facts: FileFacts
    private var tree: SyntaxTree { facts.tree }

    typealias Declaration = (name: String, isRestricted: Bool)
    private static let mostNames = 4

    func declarations() -> [Declaration] { fields() + typedMembers() + schemaEntries() }

    private func fields() -> [Declaration] {
        facts.target.nodes(of: .field).compactMap { declaration(tree.child($0, .name), tree.child($0, .type), of: $0) }
    }

    private func typedMembers() -> [Declaration] {
        [NodeKind.declarator, .assignment].flatMap { facts.target.nodes(of: $0) }.filter(isMemberOfType).compactMap {
            declaration(tree.child($0, .target), tree.child($0, .type), of: $0)
        }
    }

    private func declaration(_ name: NodeIndex?, _ type: NodeIndex?, of field: NodeIndex) -> Declaration? {
        guard let name, let type, tree.kind(name) == .identifier else { return nil }
        return (facts.text(name), ProvenanceReader(facts: facts).isRestricted(type: type) || isDecoratedAsChoice(field))
    }

    /// `@IsIn(['asc', 'desc']) order: string`
    private func isDecoratedAsChoice(_ field: NodeIndex) -> Bool {
        tree.children(field).contains { part in
            guard tree.kind(part) == .decorator, let value = tree.child(part, .value) else { return false }
            return facts.isNamed(.limitsChoice, tree.child(value, .callee) ?? value)
        }
    }

    // MARK: Schemas

    private func schemaEntries() -> [Declaration] {
        facts.target.nodes(of: .pair).compactMap { pair in
            guard let key = tree.child(pair, .key), let value = tree.child(pair, .value),
                tree.kind(key) == .identifier, let isRestricted = isRestrictedSchema(value)
            else { return nil }
            return (facts.text(key), isRestricted)
        }
    }

    /// Whether a schema admits only numbers or a choice: `z.coerce.number().min(1)`, `z.enum([..])`,
    /// `Joi.string().valid(..)`; nil where it is no schema.
    func isRestrictedSchema(_ schema: NodeIndex, depth: Int = 0) -> Bool? {
        var node = TextReader(facts: facts).unwrapped(schema)
        var steps: [(name: String, call: NodeIndex)] = []
        while let inner = tree.child(node, .callee) ?? tree.child(node, .object) {
            if let name = tree.child(node, .name) { steps.append((facts.text(name), tree.parent(node))) }
            node = inner
        }
        guard tree.kind(node) == .identifier else { return nil }
        guard facts.means(.schemaRoot, node) else {
            // A schema under a name, and what is made of it: `Direction.default("ASC")`.
            guard depth < Self.mostNames, let value = facts.onlyValue(of: node), value != node else { return nil }
            return isRestrictedSchema(value, depth: depth + 1)
        }
        guard let kind = steps.last(where: { !facts.names.holds(.schemaStep, $0.name) }) else { return nil }
        if facts.names.holds(.numberType, kind.name) { return true }
        if steps.contains(where: { facts.names.holds(.limitsChoice, $0.name) }) { return true }
        guard facts.names.holds(.schemaUnion, kind.name), let list = tree.child(kind.call, .arguments),
            let options = tree.firstChild(list)
        else { return false }
        return tree.children(options).allSatisfy { isRestrictedSchema($0) == true }
    }

    private func isMemberOfType(_ declaration: NodeIndex) -> Bool {
        guard tree.child(declaration, .type) != nil else { return false }
        var block = tree.parent(declaration)
        if block >= 0, tree.kind(block) == .variableDeclaration || tree.kind(block) == .expressionStatement {
            block = tree.parent(block)
        }
        return block >= 0 && tree.kind(block) == .block && tree.parent(block) >= 0
            && tree.kind(tree.parent(block)) == .class
    }
}
