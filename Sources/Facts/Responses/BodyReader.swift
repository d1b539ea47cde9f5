import Matching
import SourceText
import Syntax

/// Reads the shape of a JSON body off the expression that makes it: literals, variables assigned once or filled field by
/// field, helpers of the same file.
struct BodyReader {
    private let facts: FileFacts
    /// Variables and helpers are followed this far.
    private static let depthLimit = 4

    init(facts: FileFacts) {
        self.facts = facts
    }

    private var tree: SyntaxTree { facts.tree }

    func shape(of node: NodeIndex) -> BodyShape { shape(of: node, depth: 0) }

    private func shape(of node: NodeIndex, depth: Int) -> BodyShape {
        guard depth < Self.depthLimit else { return .unknown }
        switch facts.target.constant(node) {
        case .string: return .string
        case .integer, .float: return .number
        case .boolean: return .boolean
        case .null: return .null
        case nil: break
        }
        switch tree.kind(node) {
        case .parenthesized, .await, .cast, .tryExpression:
            return tree.child(node, .value).map { shape(of: $0, depth: depth) } ?? .unknown
        case .object: return object(node, depth: depth)
        case .array, .comprehension, .set: return tree.mainText(node).first == UInt8(ascii: "{") ? .unknown : .array
        case .interpolatedString, .concatenatedString: return .string
        case .binary: return isText(node) ? .string : .unknown
        case .conditional: return conditional(node, depth: depth)
        case .identifier: return variable(node, depth: depth)
        case .call: return call(node, depth: depth)
        case .unary where tree.mainText(node).elementsEqual("!".utf8) || tree.mainText(node).elementsEqual("not".utf8):
            return .boolean
        default: return .unknown
        }
    }

    /// Both branches of a condition, where they are alike.
    private func conditional(_ node: NodeIndex, depth: Int) -> BodyShape {
        guard let left = tree.child(node, .body), let right = tree.child(node, .alternate) else { return .unknown }
        let (first, second) = (shape(of: left, depth: depth + 1), shape(of: right, depth: depth + 1))
        return first == second ? first : .unknown
    }

    private func isText(_ node: NodeIndex) -> Bool {
        guard tree.mainText(node).elementsEqual("+".utf8) || tree.mainText(node).elementsEqual("%".utf8) else { return false }
        return [tree.child(node, .left), tree.child(node, .right)].compactMap { $0 }.contains {
            [.string, .interpolatedString].contains(tree.kind($0)) || tree.kind($0) == .binary && isText($0)
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
                keys.append(BodyKey(name: name, value: shape(of: value, depth: depth + 1), node: value))
            case .shorthand:
                guard let name = tree.child(child, .name) else { return .unknown }
                keys.append(BodyKey(name: facts.text(name), value: shape(of: name, depth: depth + 1), node: name))
            default:
                return .unknown
            }
        }
        return .object(keys)
    }

    private func keyName(_ key: NodeIndex, in pair: NodeIndex) -> String? {
        if let value = facts.target.stringValue(key) { return String(decoding: value, as: UTF8.self) }
        let isComputed = tree.mainText(pair).first == UInt8(ascii: "[")
        return tree.kind(key) == .identifier && !isComputed ? facts.text(key) : nil
    }

    /// A variable counts as what it is bound to; assignments to its fields add keys.
    private func variable(_ node: NodeIndex, depth: Int) -> BodyShape {
        let variable = facts.target.semantics.variables[Int(node)]
        guard variable >= 0 else { return .unknown }
        let value = facts.target.semantics.variableValues[Int(variable)]
        guard value >= 0, value != node else { return .unknown }
        let base = shape(of: value, depth: depth + 1)
        guard case .object(var keys) = base else { return base }
        for use in facts.uses(of: variable) where use != node {
            switch fieldWrite(use) {
            case .none: continue
            case .field(let name, let written):
                keys.removeAll { $0.name == name }
                keys.append(BodyKey(name: name, value: shape(of: written, depth: depth + 1), node: written))
            case .other: return .unknown
            }
        }
        return .object(keys)
    }

    private enum FieldWrite {
        case none
        case field(String, NodeIndex)
        case other
    }

    /// What a use of a variable does to the object in it.
    private func fieldWrite(_ use: NodeIndex) -> FieldWrite {
        let parent = tree.parent(use)
        guard parent >= 0, tree.role(use) == .object else { return .none }
        let assignment = tree.parent(parent)
        guard assignment >= 0, tree.role(parent) == .target else {
            // A method may change it: `body.update(..)`, `body.set(..)`.
            guard tree.kind(parent) == .member, tree.role(parent) == .callee, let name = tree.child(parent, .name) else {
                return .none
            }
            return ["update", "set", "setdefault", "pop", "merge", "assign"].contains(facts.text(name)) ? .other : .none
        }
        guard tree.kind(assignment) == .assignment, let value = tree.child(assignment, .value) else { return .other }
        if tree.kind(parent) == .member, let name = tree.child(parent, .name) { return .field(facts.text(name), value) }
        if tree.kind(parent) == .index, let index = tree.child(parent, .index),
            let name = facts.target.stringValue(index)
        {
            return .field(String(decoding: name, as: UTF8.self), value)
        }
        return .other
    }

    /// A helper of the same file that returns one object.
    private func call(_ node: NodeIndex, depth: Int) -> BodyShape {
        guard let callee = tree.child(node, .callee) else { return .unknown }
        let name = facts.authentication.name(of: callee)
        if name == "dict", let list = tree.child(node, .arguments) { return keywords(list, depth: depth) }
        if name == "str" || name == "String" { return .string }
        guard let function = facts.authentication.localFunction(callee), let body = tree.child(function, .body) else {
            return .unknown
        }
        guard tree.kind(body) == .block else { return shape(of: body, depth: depth + 1) }
        var shapes = Set<BodyShape>()
        for current in body..<tree.subtreeEnd(body) where tree.kind(current) == .return {
            guard FunctionTable.enclosing(current, in: tree) == function, let value = tree.child(current, .value) else {
                continue
            }
            shapes.insert(shape(of: value, depth: depth + 1))
        }
        return shapes.count == 1 ? shapes.first ?? .unknown : .unknown
    }

    /// `jsonify(error=.., code=..)`: the keywords are the keys.
    func keywords(_ list: NodeIndex, depth: Int = 0) -> BodyShape {
        var keys: [BodyKey] = []
        for argument in tree.children(list) {
            guard tree.kind(argument) == .keywordArgument, let label = tree.child(argument, .label),
                let value = tree.child(argument, .value)
            else { return .unknown }
            keys.append(BodyKey(name: facts.text(label), value: shape(of: value, depth: depth + 1), node: value))
        }
        return .object(keys)
    }
}
