import Matching
import SourceText
import Syntax

/// Reads the shape of a JSON body off the expression that makes it: literals, variables assigned once or filled field by
/// field, helpers of the same file, objects of types that the file declares.
struct BodyReader {
    let facts: FileFacts
    /// What the parameters of the helper stand for, where one is being read for a call.
    var substitution = Substitution()
    /// Variables and helpers are followed this far.
    private static let depthLimit = 6

    init(facts: FileFacts, substitution: Substitution = Substitution()) {
        self.facts = facts
        self.substitution = substitution
    }

    private var tree: SyntaxTree { facts.tree }

    func shape(of node: NodeIndex) -> BodyShape { shape(of: node, depth: 0) }

    func shape(of node: NodeIndex, depth: Int) -> BodyShape {
        guard depth < Self.depthLimit else { return .unknown }
        switch facts.target.constant(node) {
        case .string, .someString: return .string
        case .integer, .float: return .number
        case .boolean: return .boolean
        case .null: return .null
        case nil: break
        }
        switch tree.kind(node) {
        case .parenthesized, .await, .cast, .tryExpression, .keywordArgument, .postfix:
            return tree.child(node, .value).map { shape(of: $0, depth: depth) } ?? .unknown
        case .object: return object(node, depth: depth)
        case .array, .set: return .array
        case .comprehension: return tree.mainText(node).first == UInt8(ascii: "{") ? .unknown : .array
        case .interpolatedString, .concatenatedString: return .string
        case .binary: return isText(node) ? .string : .unknown
        case .conditional:
            guard let left = tree.child(node, .body), let right = tree.child(node, .alternate) else { return .unknown }
            return shape(of: left, depth: depth + 1).merged(with: shape(of: right, depth: depth + 1))
        case .identifier: return variable(node, depth: depth)
        case .call, .new: return call(node, depth: depth)
        case .member where facts.errorDetails[node]?.value("kind")?.text == "text": return .string
        case .unary where tree.mainText(node).elementsEqual("!".utf8) || tree.mainText(node).elementsEqual("not".utf8):
            return .boolean
        default: return .unknown
        }
    }

    /// The key of a body, with all that is known of its value.
    func key(_ name: String, _ value: NodeIndex, depth: Int) -> BodyKey {
        let resolved = resolve(value)
        return BodyKey(
            name: name, value: shape(of: value, depth: depth + 1), constant: facts.target.constant(resolved),
            node: value)
    }

    /// What an expression stands for: the argument of a parameter, the value of a variable assigned once.
    func resolve(_ node: NodeIndex) -> NodeIndex {
        var node = node
        for _ in 0..<Self.depthLimit {
            if tree.kind(node) == .parenthesized || tree.kind(node) == .cast, let inner = tree.child(node, .value) {
                node = inner
                continue
            }
            guard tree.kind(node) == .identifier else { return node }
            let variable = facts.target.semantics.variables[Int(node)]
            guard variable >= 0 else { return node }
            guard let value = substitution[variable] ?? facts.onlyValue(ofVariable: variable), value != node else {
                return node
            }
            node = value
        }
        return node
    }

    // MARK: Literals

    private func isText(_ node: NodeIndex) -> Bool {
        guard tree.mainText(node).elementsEqual("+".utf8) || tree.mainText(node).elementsEqual("%".utf8) else {
            return false
        }
        return [tree.child(node, .left), tree.child(node, .right)].compactMap { $0 }.contains {
            [.string, .interpolatedString, .concatenatedString].contains(tree.kind($0))
                || tree.kind($0) == .binary && isText($0)
        }
    }

    private func object(_ node: NodeIndex, depth: Int) -> BodyShape {
        var keys: [BodyKey] = []
        for child in tree.children(node) {
            switch tree.kind(child) {
            case .pair:
                guard let keyNode = tree.child(child, .key), let value = tree.child(child, .value),
                    let name = keyName(keyNode, in: child)
                else { return .unknown }
                keys.append(key(name, value, depth: depth))
            case .shorthand:
                guard let name = tree.child(child, .name) else { return .unknown }
                keys.append(key(facts.text(name), name, depth: depth))
            case .spread:
                guard let value = tree.child(child, .value),
                    case .object(let inner) = shape(of: value, depth: depth + 1)
                else { return .unknown }
                keys.removeAll { key in inner.contains { $0.name == key.name } }
                keys += inner
            default:
                return .unknown
            }
        }
        return .object(keys)
    }

    private func keyName(_ key: NodeIndex, in pair: NodeIndex) -> String? {
        if let value = facts.target.stringValue(key) { return String(decoding: value, as: UTF8.self) }
        let isComputed = tree.mainText(pair).first == UInt8(ascii: "[")
        return tree.kind(key) == .identifier && !isComputed && facts.target.scoping.objectKeyIsName
            ? facts.text(key) : nil
    }

    /// `jsonify(error=.., code=..)`: the keywords are the keys.
    func keywords(_ arguments: [NodeIndex], depth: Int = 0) -> BodyShape {
        var keys: [BodyKey] = []
        for argument in arguments {
            guard tree.kind(argument) == .keywordArgument, let label = tree.child(argument, .label),
                let value = tree.child(argument, .value)
            else { return .unknown }
            keys.append(key(facts.text(label), value, depth: depth))
        }
        return .object(keys)
    }

    // MARK: Variables

    /// A variable counts as what it is bound to; assignments to its fields add keys.
    private func variable(_ node: NodeIndex, depth: Int) -> BodyShape {
        let variable = facts.target.semantics.variables[Int(node)]
        guard variable >= 0 else { return .unknown }
        if let argument = substitution[variable] { return shape(of: argument, depth: depth + 1) }
        guard let value = facts.onlyValue(ofVariable: variable), value != node, !facts.isParameter(variable) else {
            return declared(variable)
        }
        let base = shape(of: value, depth: depth + 1)
        guard case .object(var keys) = base else { return base == .unknown ? declared(variable) : base }
        for use in facts.uses(of: variable) where use != node && mayReach(use, node) {
            switch FieldWrite(at: use, in: facts) {
            case .none: continue
            case .field(let name, let written):
                keys.removeAll { $0.name == name }
                keys.append(key(name, written, depth: depth))
            case .other: return .unknown
            }
        }
        return .object(keys)
    }

    /// Whether what happens at one place may have happened when control reaches another: not in the other branch of an `if`,
    /// not in a branch that leaves, not behind a `return`.
    private func mayReach(_ place: NodeIndex, _ end: NodeIndex) -> Bool {
        var child = place
        var parent = tree.parent(place)
        while parent >= 0, !(parent..<tree.subtreeEnd(parent)).contains(end) {
            if tree.kind(parent).holdsStatements, facts.endsInJump(parent) { return false }
            (child, parent) = (parent, tree.parent(parent))
        }
        guard parent >= 0 else { return true }
        if tree.kind(parent) == .if {
            let other = tree.children(parent).first { ($0..<tree.subtreeEnd($0)).contains(end) }
            let arms: Set<Role?> = [.body, .alternate]
            return other.map { !arms.contains(tree.role($0)) || !arms.contains(tree.role(child)) } ?? true
        }
        return place < end || !facts.isReturned(end)
    }

    /// What the declared type of a variable says.
    private func declared(_ variable: Int32) -> BodyShape {
        let type = facts.target.semantics.variableTypes[Int(variable)]
        return type >= 0 ? TypeShape.shape(ofTypeNamed: facts.text(type)) : .unknown
    }

    // MARK: Calls

    /// A serializer gives the shape of what it is given, a helper of the same file that of what it returns, a type of the
    /// same file that of its fields.
    private func call(_ node: NodeIndex, depth: Int) -> BodyShape {
        if let match = facts.serialized[node] {
            let values = match.nodes("value", in: tree)
            if values.count == 1, tree.kind(values[0]) != .keywordArgument {
                return shape(of: values[0], depth: depth + 1)
            }
            return values.isEmpty ? .unknown : keywords(values, depth: depth + 1)
        }
        guard let callee = tree.child(node, .callee) else { return .unknown }
        let name = facts.name(of: callee)
        if name == "dict", let list = tree.child(node, .arguments) {
            return keywords(Array(tree.children(list)), depth: depth)
        }
        if facts.isNamed(.makesText, callee) { return .string }
        if tree.kind(callee) == .member, let object = tree.child(callee, .object),
            [.string, .interpolatedString].contains(tree.kind(object)), name.hasSuffix("format")
        {
            return .string
        }
        if let type = facts.typeDeclared(as: callee) {
            return TypeShape(facts: facts, reader: self).shape(of: node, constructing: type, depth: depth)
        }
        guard tree.kind(node) == .call, let function = facts.localFunction(callee) else {
            return .unknown
        }
        return returned(by: function, calledBy: node, depth: depth)
    }

    private func returned(by function: NodeIndex, calledBy call: NodeIndex, depth: Int) -> BodyShape {
        guard let body = tree.child(function, .body) else { return .unknown }
        var inner = self
        inner.substitution.bind(parametersOf: function, to: call, in: facts)
        guard tree.kind(body) == .block else { return inner.shape(of: body, depth: depth + 1) }
        var shape: BodyShape?
        for value in facts.results(of: function) {
            let next = inner.shape(of: value, depth: depth + 1)
            shape = shape.map { $0.merged(with: next) } ?? next
        }
        return shape ?? .unknown
    }
}
