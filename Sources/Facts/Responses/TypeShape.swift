import Matching
import Syntax

/// The shape of objects that are made by naming the fields of a type which the file declares.
struct TypeShape {
    let facts: FileFacts
    let reader: BodyReader

    private var tree: SyntaxTree { facts.tree }

    /// What a construction gives: the fields that its labels name, and those that have a value by themselves.
    func shape(of call: NodeIndex, constructing type: NodeIndex, depth: Int) -> BodyShape {
        guard let body = tree.child(type, .body), let list = tree.child(call, .arguments),
            let names = codingNames(in: body), !decidesForItself(body)
        else { return .unknown }
        var keys: [BodyKey] = []
        for argument in tree.children(list) {
            guard tree.kind(argument) == .keywordArgument, let label = tree.child(argument, .label),
                let value = tree.child(argument, .value)
            else { return .unknown }
            let field = facts.text(label)
            var key = reader.key(names[field] ?? field, value, depth: depth)
            if key.value == .unknown, let declared = fields(of: body).first(where: { $0.name == field }) {
                key.value = made(by: value, ofTypeNamed: declared.type, in: body, depth: depth) ?? declared.shape
            }
            keys.append(key)
        }
        for field in fields(of: body)
        where field.value >= 0 && !keys.contains(where: { $0.name == names[field.name] ?? field.name }) {
            keys.append(reader.key(names[field.name] ?? field.name, field.value, depth: depth))
        }
        return .object(keys)
    }

    /// What `.init(..)` gives a field, whose declared type says what is made: one that the field's own type holds, or another of
    /// the file.
    private func made(by call: NodeIndex, ofTypeNamed name: String, in body: NodeIndex, depth: Int) -> BodyShape? {
        guard tree.kind(call) == .call, let callee = tree.child(call, .callee), tree.kind(callee) == .member,
            tree.child(callee, .object) == nil, let method = tree.child(callee, .name),
            facts.means(.makesWantedType, method)
        else { return nil }
        let types = facts.target.nodes(of: .class).filter { tree.child($0, .name).map { facts.text($0) } == name }
        let type = types.first { tree.range(body).contains(tree.range($0)) } ?? types.first
        return type.map { shape(of: call, constructing: $0, depth: depth) }
    }

    /// Whether the type says itself how it is made or written.
    private func decidesForItself(_ body: NodeIndex) -> Bool {
        tree.children(body).contains { member in
            guard tree.kind(member) == .function else { return isAliased(member) }
            let name = tree.child(member, .name).map { facts.text($0) } ?? facts.mainText(member)
            return facts.names.holds(.representsItself, name)
        }
    }

    private func isAliased(_ member: NodeIndex) -> Bool {
        facts.target.nodes(of: .keywordArgument).contains { argument in
            tree.range(member).contains(tree.range(argument))
                && tree.child(argument, .label).map { facts.text($0).hasSuffix("alias") } == true
        }
    }

    private struct DeclaredField {
        var name: String
        /// As it is written, but for what may be nil.
        var type: String
        var shape: BodyShape
        var value: NodeIndex
    }

    private func fields(of body: NodeIndex) -> [DeclaredField] {
        tree.children(body).flatMap { member -> [DeclaredField] in
            switch tree.kind(member) {
            case .variableDeclaration:
                return tree.children(member).filter { tree.kind($0) == .declarator && tree.child($0, .body) == nil }
                    .compactMap(field)
            case .expressionStatement: return tree.child(member, .value).flatMap(field).map { [$0] } ?? []
            case .assignment, .field: return field(member).map { [$0] } ?? []
            default: return []
            }
        }
    }

    private func field(_ node: NodeIndex) -> DeclaredField? {
        guard let name = tree.child(node, .target) ?? tree.child(node, .name), tree.kind(name) == .identifier else {
            return nil
        }
        let type = tree.child(node, .type).map { facts.text($0) }
        return DeclaredField(
            name: facts.text(name), type: type.map(Self.bareName) ?? "",
            shape: type.map { TypeShape.shape(ofTypeNamed: $0) } ?? .unknown, value: tree.child(node, .value) ?? -1)
    }

    /// The names under which fields are written, where the type lists them; nil where the list cannot be read.
    private func codingNames(in body: NodeIndex) -> [String: String]? {
        var names: [String: String] = [:]
        for member in tree.children(body) where tree.kind(member) == .class {
            guard tree.child(member, .name).map({ facts.text($0) }) == "CodingKeys",
                let cases = tree.child(member, .body)
            else {
                continue
            }
            for item in tree.children(cases) where tree.kind(item) == .field {
                guard let name = tree.child(item, .name) else { return nil }
                let value = tree.child(item, .value).flatMap { facts.target.stringValue($0) }
                names[facts.text(name)] = value.map { String(decoding: $0, as: UTF8.self) } ?? facts.text(name)
            }
        }
        return names
    }

    /// What the name of a type of the language says of its values.
    static func shape(ofTypeNamed name: String) -> BodyShape {
        if name.contains("?") { return .unknown }
        switch bareName(name) {
        case "string", "String", "str": return .string
        case "number", "Int", "Double", "Float", "UInt", "int", "float": return .number
        case "boolean", "Bool", "bool": return .boolean
        default: return .unknown
        }
    }

    private static func bareName(_ name: String) -> String { name.filter { $0 != "?" && $0 != " " && $0 != ":" } }
}
