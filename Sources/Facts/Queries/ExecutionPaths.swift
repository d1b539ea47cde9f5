import Matching
import Syntax

/// Which queries of a function may be run one after the other in one call of it.
struct ExecutionPaths {
    private unowned let facts: FileFacts
    private var tree: SyntaxTree { facts.tree }

    init(facts: FileFacts) {
        self.facts = facts
    }

    /// The queries before one that are run on a path that reaches it.
    func predecessors(of index: Int) -> [Int] {
        let query = facts.queries[index]
        guard query.function >= 0, query.isRun else { return [] }
        return facts.queryTable.indices(in: query.function).filter { other in
            let earlier = facts.queries[other]
            return earlier.isRun && earlier.range.start < query.range.start && mayReach(earlier.node, query.node)
        }
    }

    /// Whether a path leads from one node to a later one of the same function: they are in no exclusive branches, and
    /// nothing leaves the function in between on the first one's branch.
    func mayReach(_ first: NodeIndex, _ second: NodeIndex) -> Bool {
        var branch = first
        while true {
            let parent = tree.parent(branch)
            guard parent >= 0 else { return true }
            if (parent..<tree.subtreeEnd(parent)).contains(second) {
                return !excludes(parent, branch, second) && !isInstead(first, second, in: parent)
                    && !isOtherCase(branch, second, in: parent) && !isForLack(of: branch, second, in: parent)
            }
            if tree.kind(parent) == .block || tree.kind(parent) == .case, leaves(parent, after: branch) { return false }
            // A callback's own end is not the end of the function around it.
            branch = parent
        }
    }

    /// Whether a node lets only one of two children be run.
    private func excludes(_ node: NodeIndex, _ first: NodeIndex, _ second: NodeIndex) -> Bool {
        let other = tree.children(node).first { ($0..<tree.subtreeEnd($0)).contains(second) } ?? second
        switch tree.kind(node) {
        case .if, .conditional:
            return tree.role(first) == .body && tree.role(other) == .alternate
        case .switch: return tree.kind(first) == .case && tree.kind(other) == .case
        case .try:
            return tree.role(first) == .body && tree.kind(other) == .catch
                || tree.kind(first) == .catch && (tree.kind(other) == .catch || tree.role(other) == .alternate)
        case .binary: return ["||", "??"].contains(String(decoding: tree.mainText(node), as: UTF8.self))
        default: return false
        }
    }

    /// Whether two statements of one block are the branches of a choice that is written as tests one after the other, of one
    /// expression for different constants: `if (type === "a") { .. } if (type === "b") { .. }`.
    private func isOtherCase(_ branch: NodeIndex, _ second: NodeIndex, in block: NodeIndex) -> Bool {
        guard tree.kind(branch) == .if, let asked = testedValue(of: branch),
            let other = tree.children(block).first(where: { ($0..<tree.subtreeEnd($0)).contains(second) }),
            tree.kind(other) == .if, let askedNext = testedValue(of: other), askedNext.value != asked.value,
            tree.text(askedNext.subject).elementsEqual(tree.text(asked.subject)),
            let body = tree.child(other, .body), (body..<tree.subtreeEnd(body)).contains(second),
            tree.child(branch, .alternate) == nil
        else { return false }
        return !(branch..<tree.subtreeEnd(branch)).contains {
            tree.role($0) == .target && tree.text($0).elementsEqual(tree.text(asked.subject))
        }
    }

    /// Whether the second is only done where a variable still has no value that the branch of the first gives it:
    /// `if (known) { await update(known); id = known.id } if (!id) { .. }`.
    private func isForLack(of branch: NodeIndex, _ second: NodeIndex, in block: NodeIndex) -> Bool {
        guard tree.kind(branch) == .if,
            let other = tree.children(block).first(where: { ($0..<tree.subtreeEnd($0)).contains(second) }),
            tree.kind(other) == .if, let condition = tree.child(other, .condition), deniesResult(condition),
            let body = tree.child(other, .body), (body..<tree.subtreeEnd(body)).contains(second),
            let given = tree.child(branch, .body)
        else { return false }
        return (given..<tree.subtreeEnd(given)).contains { node in
            guard tree.kind(node) == .assignment, let target = tree.child(node, .target),
                tree.kind(target) == .identifier, let value = tree.child(node, .value), !isNothing(value)
            else { return false }
            let variable = facts.target.semantics.variables[Int(target)]
            return variable >= 0 && facts.mentions(variable: variable, in: condition)
        }
    }

    /// What the condition of an `if` compares with a constant, and the constant.
    private func testedValue(of node: NodeIndex) -> (subject: NodeIndex, value: Constant)? {
        guard let condition = tree.child(node, .condition).map(TextReader(facts: facts).unwrapped),
            facts.isEquality(condition),
            let left = tree.child(condition, .left), let right = tree.child(condition, .right),
            let value = facts.target.constant(right)
        else { return nil }
        return (left, value)
    }

    /// Whether the second is only done where the first one failed or did nothing: in a handler of errors, behind a test of what
    /// the first one gave, or after a return where it gave something.
    private func isInstead(_ first: NodeIndex, _ second: NodeIndex, in common: NodeIndex) -> Bool {
        if isForNothing(first, second, in: common) { return true }
        let held = variable(holding: first)
        var node = second
        var branch = second
        while node > common {
            branch = node
            node = tree.parent(node)
            guard node >= common else { break }
            if tree.kind(node) == .catch, node != common { return true }
            if tree.kind(node) == .lambda, let method = QueryPlacement.callbackMethod(of: node, facts),
                facts.names.holds(.handlesFailure, method)
            {
                return true
            }
            if let held, tree.kind(node) == .if, tree.role(branch) != .condition,
                let condition = tree.child(node, .condition), facts.mentions(variable: held.variable, in: condition)
            {
                return (deniesResult(condition) != held.isDenied) == (tree.role(branch) == .body)
            }
        }
        guard let held else { return false }
        return tree.children(common).contains { between in
            tree.kind(between) == .if && between > first && between < second
                && tree.child(between, .condition).map {
                    facts.mentions(variable: held.variable, in: $0) && deniesResult($0) == held.isDenied
                } == true
                && tree.child(between, .body).map(returns) == true
        }
    }

    /// Whether a condition asks what the first gives where it stands, and the second is run where that is nothing:
    /// `if rows.update(..) > 0: return` before it.
    private func isForNothing(_ first: NodeIndex, _ second: NodeIndex, in common: NodeIndex) -> Bool {
        let branches = tree.children(common)
        guard
            let asked = tree.kind(common) == .if
                ? common : branches.first(where: { ($0..<tree.subtreeEnd($0)).contains(first) }),
            tree.kind(asked) == .if, let condition = tree.child(asked, .condition),
            (condition..<tree.subtreeEnd(condition)).contains(first)
        else { return false }
        if asked == common {
            guard let branch = branches.first(where: { ($0..<tree.subtreeEnd($0)).contains(second) }) else {
                return false
            }
            return branch != condition && deniesResult(condition) == (tree.role(branch) == .body)
        }
        return !deniesResult(condition) && tree.child(asked, .body).map(returns) == true
    }

    /// The variable that is given what an expression gives, or whether it gives nothing: `isNew = not rows.update(..)`.
    private func variable(holding node: NodeIndex) -> (variable: Int32, isDenied: Bool)? {
        var current = node
        var isDenied = false
        while tree.parent(current) >= 0, !tree.kind(current).isStatement {
            let parent = tree.parent(current)
            if tree.kind(parent) == .declarator || tree.kind(parent) == .assignment, tree.role(current) == .value,
                let target = tree.child(parent, .target)
            {
                return (target..<tree.subtreeEnd(target)).lazy
                    .filter { self.tree.kind($0) == .identifier }
                    .map { self.facts.target.semantics.variables[Int($0)] }.first { $0 >= 0 }
                    .map { ($0, isDenied) }
            }
            if tree.kind(parent) == .unary, deniesResult(parent) { isDenied.toggle() }
            current = parent
        }
        return nil
    }

    /// Whether a condition says that there is nothing: `!row`, `count === 0`, `row is None`.
    private func deniesResult(_ condition: NodeIndex) -> Bool {
        let node = TextReader(facts: facts).unwrapped(condition)
        switch tree.kind(node) {
        case .unary: return tree.mainText(node).elementsEqual("!".utf8) || tree.mainText(node).elementsEqual("not".utf8)
        case .binary:
            let symbol = String(decoding: tree.mainText(node), as: UTF8.self)
            guard let right = tree.child(node, .right) else { return false }
            switch symbol {
            case "==", "===", "is": return isNothing(right)
            case "<": return facts.target.constant(right) == .integer(1)
            case "&&", "and", "||", "or":
                return [tree.child(node, .left), right].contains { $0.map(deniesResult) == true }
            default: return false
            }
        default: return false
        }
    }

    private func isNothing(_ node: NodeIndex) -> Bool {
        if tree.kind(node) == .null { return true }
        switch facts.target.constant(node) {
        case .integer(0), .boolean(false): return true
        default: return tree.isUndefined(node)
        }
    }

    private func returns(_ body: NodeIndex) -> Bool {
        let exits: [NodeKind] = [.return, .continue, .break]
        return exits.contains(tree.kind(body)) || tree.children(body).contains { exits.contains(tree.kind($0)) }
    }

    /// Whether a block leaves its function or loop after a statement of it.
    private func leaves(_ block: NodeIndex, after statement: NodeIndex) -> Bool {
        guard tree.parent(block) >= 0, tree.kind(tree.parent(block)) != .lambda || !isCallback(block) else {
            return false
        }
        var node = statement
        while node < tree.subtreeEnd(block) {
            switch tree.kind(node) {
            case .return, .throw, .break, .continue: return true
            default: break
            }
            node = tree.subtreeEnd(node)
        }
        return false
    }

    private func isCallback(_ block: NodeIndex) -> Bool { tree.role(block) == .body }
}
