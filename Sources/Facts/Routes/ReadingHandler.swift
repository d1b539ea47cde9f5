import Matching
import Syntax

/// Finds handlers that by all that they do only read, whatever their method: they take nothing from the body of the request,
/// run queries that read, call what by its name reads or computes, and do nothing for its effect alone.
struct ReadingHandler {
    let facts: FileFacts

    private var tree: SyntaxTree { facts.tree }

    /// Functions of the file that are followed from one handler.
    private static let mostFunctions = 8

    func onlyReads(_ handler: NodeIndex) -> Bool {
        // What answers nobody is no handler.
        guard !facts.matches.of(.responses, within: tree.range(handler)).isEmpty else { return false }
        var pending = [handler]
        var seen: Set<NodeIndex> = []
        var reads = false
        while let function = pending.popLast() {
            guard seen.insert(function).inserted else { continue }
            guard seen.count <= Self.mostFunctions, !facts.readsBody(function) else { return false }
            var node = function + 1
            while node < tree.subtreeEnd(function) {
                switch tree.kind(node) {
                case .decorator: node = tree.subtreeEnd(node) - 1
                case .function, .class, .delete, .scopeDeclaration: return false
                case .call, .new:
                    switch work(of: node, in: function) {
                    case .nothing: break
                    case .reading: reads = true
                    case .local(let called): pending.append(called)
                    case nil: return false
                    }
                case .assignment, .augmentedAssignment:
                    guard let target = tree.child(node, .target), isOwn(target, of: function) else { return false }
                default: break
                }
                node += 1
            }
        }
        return reads
    }

    private enum Work {
        /// It changes nothing that others see.
        case nothing
        case reading
        /// What a function of the file does.
        case local(NodeIndex)
    }

    /// What a call does; nil where it may change something.
    private func work(of call: NodeIndex, in function: NodeIndex) -> Work? {
        guard let callee = tree.child(call, .callee) else { return nil }
        let name = facts.name(of: callee)
        if facts.names.holds(.readingCall, name.lastDottedPart) { return isUsed(call) ? .reading : nil }
        if facts.names.holds(.computingCall, name.lastDottedPart) { return isUsed(call) ? .nothing : nil }
        if facts.names.holds(.speaks, name.lastDottedPart) || facts.names.holds(.speaks, name) { return .nothing }
        if facts.matches.of(.responses, within: tree.range(call)).contains(where: { $0.match.node == call }) {
            return .nothing
        }
        let queries = facts.queryTable.indices(at: call).map { facts.queries[$0] }
        if !queries.isEmpty { return queries.allSatisfy { $0.statement == .select } ? .reading : nil }
        if let local = facts.localFunction(callee) { return isUsed(call) ? .local(local) : nil }
        switch tree.kind(callee) {
        // Of no file of the project: a function of the language.
        case .identifier:
            return isUsed(call) && facts.variable(of: callee) == nil
                && facts.modules.symbol(of: callee, in: facts.target) == nil ? .nothing : nil
        case .member:
            return isOwn(callee, of: function) && (isUsed(call) || facts.isNamed(.growsList, callee)) ? .nothing : nil
        default: return nil
        }
    }

    /// Whether something is made of what a call gives.
    private func isUsed(_ call: NodeIndex) -> Bool {
        var node = call
        while [.await, .tryExpression, .parenthesized].contains(tree.kind(tree.parent(node))) {
            node = tree.parent(node)
        }
        return tree.kind(tree.parent(node)) != .expressionStatement
    }

    /// Whether an expression is, or is a part of, a variable of a function's own that holds no object of a class, or is made of
    /// such.
    private func isOwn(_ node: NodeIndex, of function: NodeIndex) -> Bool {
        if [.tuple, .array, .object, .pair].contains(tree.kind(node)) {
            return tree.children(node).allSatisfy { tree.role($0) == .key || isOwn($0, of: function) }
        }
        var root = facts.unwrapped(node)
        while [.member, .index, .call].contains(tree.kind(root)),
            let inner = tree.child(root, .object) ?? tree.child(root, .callee)
        {
            root = facts.unwrapped(inner)
        }
        guard tree.kind(root) == .identifier else {
            return [.string, .interpolatedString].contains(tree.kind(root))
        }
        guard let first = facts.uses(ofVariableAt: root).first, let body = tree.child(function, .body), first >= body,
            first < tree.subtreeEnd(function)
        else { return false }
        guard let value = facts.onlyValue(of: root).map(facts.unwrapped) else { return true }
        return tree.kind(value) != .new
            && !(tree.kind(value) == .call && facts.name(of: value).lastDottedPart.utf8.startsWithCapital)
    }
}

extension FileFacts {
    /// Whether a function reads what clients send along, as only requests that change something do.
    func readsBody(_ function: NodeIndex) -> Bool {
        (function..<tree.subtreeEnd(function)).contains { node in
            tree.kind(node) == .member && tree.child(node, .object).map { isNamed(.requestObject, $0) } == true
                && tree.child(node, .name).map { means(.requestBody, $0) } == true
        }
    }
}
