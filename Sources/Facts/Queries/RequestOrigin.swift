import Matching
import SourceText
import Syntax

/// Decides whether a value may be one that a request brought: what a handler is given, what is asked of the request, and
/// what functions of the same file hand on.
struct RequestOrigin {
    private let facts: FileFacts
    private static let depthLimit = 5
    private var tree: SyntaxTree { facts.tree }

    init(facts: FileFacts) {
        self.facts = facts
    }

    /// Whether any part of an expression may come from a request.
    func reaches(_ node: NodeIndex) -> Bool { reaches(node, depth: 0) }

    /// Whether the text of an expression may come from a request: what a function elsewhere makes of what it is given is
    /// its own, `schemaFor(input.app)`.
    func reachesAsText(_ node: NodeIndex) -> Bool { !isMadeByCall(node) && reaches(node) }

    /// Whether the value is what a function that the file does not hold gives, and no tidied text of its arguments.
    private func isMadeByCall(_ node: NodeIndex) -> Bool {
        let node = TextReader(facts: facts).unwrapped(node)
        switch tree.kind(node) {
        case .identifier:
            guard let value = facts.onlyValue(of: node), value != node else { return false }
            return tree.kind(TextReader(facts: facts).unwrapped(value)) == .call && isMadeByCall(value)
        case .call:
            guard let callee = tree.child(node, .callee), facts.localFunction(callee) == nil,
                TextReader(facts: facts).text(of: node) == nil, !facts.inputNodes.contains(node)
            else { return false }
            let name = facts.name(of: callee).lastDottedPart
            let meanings: [NameVocabulary.Meaning] = [
                .passesText, .trimsText, .marksText, .replacesText, .joinsText, .formatsText, .appendsText, .singleRow,
            ]
            if meanings.contains(where: { facts.names.holds($0, name) }) { return false }
            // What is asked of the request itself is not made.
            return tree.child(callee, .object).map { !reaches($0, depth: 1) } ?? true
        default: return false
        }
    }

    /// Whether a variable named like a part of a request is what a function is given to ask the database by: a plain
    /// parameter `query` of no handler.
    func isHandedQuery(_ node: NodeIndex) -> Bool {
        guard facts.names.holds(.sqlPart, facts.text(node)), let first = facts.uses(ofVariableAt: node).first else {
            return false
        }
        let parameter = tree.parent(first)
        guard parameter >= 0, tree.kind(parameter) == .parameter, tree.role(first) == .name else { return false }
        return !isGivenRequest(parameter, depth: 0)
    }

    private func reaches(_ node: NodeIndex, depth: Int) -> Bool {
        guard depth < Self.depthLimit else { return false }
        return (node..<tree.subtreeEnd(node)).contains { part in
            if facts.inputNodes.contains(part) { return true }
            guard tree.kind(part) == .identifier, ![.label, .key, .callee].contains(tree.role(part)) else {
                return false
            }
            if tree.role(part) == .name, tree.kind(tree.parent(part)) == .member { return false }
            return isFromRequest(part, depth: depth)
        }
    }

    /// An identifier: by every value that its variable is given, else by its name.
    private func isFromRequest(_ node: NodeIndex, depth: Int) -> Bool {
        let isNamedSo = facts.means(.requestObject, node)
        let variable = facts.target.semantics.variables[Int(node)]
        guard variable >= 0 else { return isNamedSo }
        if let known = facts.requestVariables[variable] { return known }
        // What a variable is made of itself adds nothing.
        facts.requestVariables[variable] = false
        var isGiven = false
        let isFound = facts.uses(of: variable).contains { use in
            guard let source = source(of: use) else { return false }
            isGiven = true
            switch source {
            case .value(let value): return reaches(value, depth: depth + 1)
            case .parameter(let parameter):
                let isQuery = tree.role(use) == .name && facts.names.holds(.sqlPart, facts.text(node))
                return isNamedSo && !isQuery && !isOfOwnType(parameter) || isGivenRequest(parameter, depth: depth)
            }
        }
        let result = isFound || !isGiven && isNamedSo
        // Not found may mean no more than that the limit of the depth was met.
        facts.requestVariables[variable] = result || depth < 2 ? result : nil
        return result
    }

    /// Whether a parameter is said to be of a type that is no part of a request: `params: { table: string }`.
    private func isOfOwnType(_ parameter: NodeIndex) -> Bool {
        guard let type = tree.child(parameter, .type) else { return false }
        let name = facts.text(type).filter { !": ?".contains($0) }.lastDottedPart
        return !facts.names.holds(.requestObject, name) && !facts.names.holds(.plainTextType, name)
    }

    private enum Source {
        case value(NodeIndex)
        case parameter(NodeIndex)
    }

    /// Where a use of a variable gives it a value: what is assigned, what is looped over, the parameter that it is.
    private func source(of use: NodeIndex) -> Source? {
        var current = use
        while tree.parent(current) >= 0 {
            let parent = tree.parent(current)
            switch tree.kind(parent) {
            case .parameter:
                return tree.role(current) == .name || tree.role(current) == .target ? .parameter(parent) : nil
            case .declarator, .assignment, .augmentedAssignment, .optionalBinding:
                guard tree.role(current) == .target else { return nil }
                if let value = tree.child(parent, .value) { return .value(value) }
                current = parent
            case .forEach, .comprehensionClause:
                guard let iterable = tree.child(parent, .iterable), iterable != current, tree.role(current) != .body
                else { return nil }
                return .value(iterable)
            case .member, .call, .index, .argumentList, .block, .lambda, .function: return nil
            default:
                if tree.kind(parent).isStatement, tree.kind(parent) != .variableDeclaration { return nil }
                current = parent
            }
        }
        return nil
    }

    /// Whether a handler's parameter, or one that a call in the file gives something of a request.
    private func isGivenRequest(_ parameter: NodeIndex, depth: Int) -> Bool {
        let list = tree.parent(parameter)
        guard list >= 0, tree.parent(list) >= 0 else { return false }
        let function = tree.parent(list)
        if facts.isHandler(function) { return true }
        let position = Array(tree.children(list)).firstIndex(of: parameter) ?? 0
        if tree.kind(function) == .lambda, let receiver = receiver(of: function) {
            return reaches(receiver, depth: depth + 1)
        }
        guard let name = facts.functions.name(of: function).map(\.lastDottedPart) else { return false }
        let label = tree.child(parameter, .name).map { facts.text($0) }
        return facts.calls(of: name).contains { call in
            guard let arguments = tree.child(call, .arguments) else { return false }
            let list = Array(tree.children(arguments))
            if let named = list.first(where: { tree.child($0, .label).map { facts.text($0) } == label }), label != nil {
                return reaches(named, depth: depth + 1)
            }
            return list.indices.contains(position) && reaches(list[position], depth: depth + 1)
        }
    }

    /// What the method that a function is given to is called on: `rows` of `rows.map(row => ..)`.
    private func receiver(of lambda: NodeIndex) -> NodeIndex? {
        let list = tree.parent(lambda)
        guard list >= 0, tree.kind(list) == .argumentList, let callee = tree.child(tree.parent(list), .callee) else {
            return nil
        }
        return tree.child(callee, .object)
    }
}
