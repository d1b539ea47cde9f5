import Matching
import Syntax

/// Tells whether something that a function does before some place ties what the client sent to the user who asks.
struct IdentifierTies {
    let facts: FileFacts
    let sent: SentData

    /// Where what the client sent is stored or handed on.
    struct Place {
        var function: NodeIndex
        var node: NodeIndex
    }

    private var tree: SyntaxTree { facts.tree }

    /// Whether those whose role does not permit it are turned away before: `if not is_staff(user): return 403`,
    /// `guard user.isAdmin else { throw Abort(.forbidden) }`.
    func turnsAway(before place: Place) -> Bool {
        (facts.target.nodes(of: .if) + facts.target.nodes(of: .guard)).contains { node in
            guard node > place.function, node < place.node, FunctionTable.enclosing(node, in: tree) == place.function,
                let body = tree.child(node, tree.kind(node) == .guard ? .alternate : .body),
                FunctionExit.isLeft(body, in: tree)
            else { return false }
            return tree.children(node).contains { condition in
                // What is bound is there or not, whoever asks.
                tree.role(condition) == .condition && tree.kind(condition) != .optionalBinding
                    && (facts.hasName(.staffRole, in: condition) || facts.hasName(.permission, in: condition))
            }
        }
    }

    /// Whether something before may check what is in a whole body: a call that is given it, or what ties an identifier of it to
    /// the user.
    func mayBeTied(_ body: NodeIndex, writtenIn written: [NodeIndex], at place: Place) -> Bool {
        let text = Array(tree.text(body))
        return (place.function..<place.node).contains { use in
            guard use != body, tree.kind(use) == tree.kind(body), tree.text(use).elementsEqual(text),
                tree.role(use) != .name, tree.role(use) != .label
            else { return false }
            if written.contains(where: { ($0..<tree.subtreeEnd($0)).contains(use) }) { return false }
            let parent = tree.parent(use)
            if tree.role(use) == .object {
                return sent.isIdentifierName(sent.lastName(parent))
                    && isTied(Array(tree.text(parent)), tree.kind(parent), writtenIn: written, at: place)
            }
            return isArgument(use) || takesIdentifiersOut(of: use)
        }
    }

    /// Whether a value, or what is made of it, is given to a call.
    private func isArgument(_ node: NodeIndex) -> Bool {
        var current = node
        while current >= 0, !tree.kind(current).isStatement {
            if tree.kind(current) == .argumentList { return true }
            current = tree.parent(current)
        }
        return false
    }

    /// `const { projectId } = body`
    private func takesIdentifiersOut(of value: NodeIndex) -> Bool {
        guard tree.role(value) == .value, let target = tree.child(tree.parent(value), .target) else { return false }
        return (target..<tree.subtreeEnd(target)).contains { part in
            tree.kind(part) == .identifier && sent.isIdentifierName(facts.text(part))
        }
    }

    /// Whether something that is called before may turn callers away: it asks by its name what somebody may do, or is given the
    /// whole request, and not only to tell who calls.
    func mayRefuse(before place: Place) -> Bool {
        (place.function..<place.node).contains { node in
            guard tree.kind(node) == .call, let callee = tree.child(node, .callee),
                tree.subtreeEnd(node) <= place.node
            else { return false }
            let name = tree.child(callee, .name) ?? callee
            if facts.means(.permission, name) { return true }
            if facts.means(.tellsCaller, name) || facts.means(.mayTellCaller, name) { return false }
            return tree.child(node, .arguments).map { tree.children($0) }?.contains { argument in
                let value = tree.argumentValue(argument)
                return tree.kind(value) == .identifier && facts.means(.requestRoot, value)
            } ?? false
        }
    }

    /// Whether something before the write may tie the identifier to the user: a query that mentions both, a call of anything
    /// unknown with it, a condition on it or on the row that it finds. To be written is no check.
    func isTied(_ text: [UInt8], _ kind: NodeKind, writtenIn written: [NodeIndex], at place: Place) -> Bool {
        var functions = place.function
        while tree.kind(functions) == .lambda,
            let outer = FunctionTable.enclosing(max(tree.parent(functions), 0), in: tree), outer != functions,
            facts.isHandler(outer)
        {
            functions = outer
        }
        for node in functions..<place.node where tree.kind(node) == kind && tree.text(node).elementsEqual(text) {
            if written.contains(where: { ($0..<tree.subtreeEnd($0)).contains(node) }) { continue }
            if tree.kind(tree.parent(node)) == .shorthand || tree.role(node) == .target {
                if isDestructured(node) { continue }
            }
            guard let call = enclosingCall(of: node, after: functions) else {
                if isInCondition(node), mentionsUser(conditionAround(node)) { return true }
                continue
            }
            let other = facts.queries.first {
                ($0.node..<tree.subtreeEnd($0.node)).contains(call) || (call..<tree.subtreeEnd(call)).contains($0.node)
            }
            guard let other else { return true }
            if tellsWhose(other) || mentionsOwnedRow(other) || isCheckedLater(other, before: place) { return true }
        }
        return false
    }

    /// Whether a query names whose the row may be that it looks for.
    private func tellsWhose(_ query: Query) -> Bool {
        mentionsUser(query.node) || mentionsGiven(query.node) || mentionsLeftOnRequest(query.node)
    }

    /// Whether a query names a row that an earlier one found as the user's own: `projectId: project.id`, where `project` was asked
    /// for with `ownerId: user.id`.
    private func mentionsOwnedRow(_ query: Query) -> Bool {
        (query.node..<tree.subtreeEnd(query.node)).contains { part in
            guard tree.kind(part) == .member, let object = tree.child(part, .object), tree.kind(object) == .identifier,
                var holder = facts.uses(ofVariableAt: object).first
            else { return false }
            while holder >= 0, tree.kind(holder) != .declarator {
                if tree.kind(holder).isStatement || tree.kind(holder) == .parameter { return false }
                holder = tree.parent(holder)
            }
            guard holder >= 0, holder < query.node, let value = tree.child(holder, .value) else { return false }
            return facts.queries.contains {
                (value..<tree.subtreeEnd(value)).contains($0.node) && $0.node != query.node && tellsWhose($0)
            }
        }
    }

    private func isDestructured(_ node: NodeIndex) -> Bool {
        var current = node
        while tree.parent(current) >= 0 {
            if tree.role(current) == .target { return true }
            if tree.role(current) == .value || tree.kind(current).isStatement { return false }
            current = tree.parent(current)
        }
        return false
    }

    private func enclosingCall(of node: NodeIndex, after function: NodeIndex) -> NodeIndex? {
        var current = tree.parent(node)
        var found: NodeIndex?
        while current > function, !tree.kind(current).isStatement {
            if tree.kind(current) == .call || tree.kind(current) == .new { found = current }
            current = tree.parent(current)
        }
        return found
    }

    private func isInCondition(_ node: NodeIndex) -> Bool { conditionAround(node) != node }

    private func conditionAround(_ node: NodeIndex) -> NodeIndex {
        var current = node
        while tree.parent(current) >= 0, !tree.kind(current).isStatement {
            if tree.role(current) == .condition { return current }
            current = tree.parent(current)
        }
        return node
    }

    /// Whether the row that a query finds is compared with the user's, or with what else has such an id, before the write.
    private func isCheckedLater(_ other: Query, before place: Place) -> Bool {
        (tree.subtreeEnd(other.node)..<max(place.node, tree.subtreeEnd(other.node))).contains { node in
            if tree.role(node) == .condition, mentionsUser(node) || comparesOwner(in: node, ofRowOf: other) {
                return true
            }
            return tree.kind(node) == .call && facts.queryTable.indices(at: node).isEmpty && mentionsUser(node)
        }
    }

    /// Whether a condition compares an id in the row that a query finds with something that is not written there:
    /// `task.projectId !== project.id`.
    private func comparesOwner(in condition: NodeIndex, ofRowOf query: Query) -> Bool {
        var holder = query.node
        while holder >= 0, ![.declarator, .assignment].contains(tree.kind(holder)) {
            if tree.kind(holder).isStatement { return false }
            holder = tree.parent(holder)
        }
        guard holder >= 0, let target = tree.child(holder, .target), let row = facts.variable(of: target) else {
            return false
        }
        return (condition..<tree.subtreeEnd(condition)).contains { node in
            guard tree.kind(node) == .member, tree.kind(tree.parent(node)) == .binary,
                let object = tree.child(node, .object), facts.variable(of: object) == row,
                sent.isIdentifierName(sent.lastName(node))
            else { return false }
            let sides = [tree.child(tree.parent(node), .left), tree.child(tree.parent(node), .right)]
            return sides.contains { side in
                guard let side, side != node else { return false }
                return tree.kind(side) != .null && facts.target.constant(side) == nil
            }
        }
    }

    /// Whether something names whose it may be: an identifier, or text of any length, such as a query's.
    func mentionsUser(_ node: NodeIndex, besides others: [NodeIndex] = []) -> Bool {
        (node..<tree.subtreeEnd(node)).contains { part in
            tree.firstChild(part) == nil && facts.means(.hintsAtOwner, part) && !isClient(part)
                && !others.contains { ($0..<tree.subtreeEnd($0)).contains(part) }
        }
    }

    /// Whether something asks a part of what a function found out of the request itself, which may be the caller's: `cart.id` of
    /// `cart = loadCart(db, req)`.
    func mentionsFound(_ node: NodeIndex) -> Bool {
        (node..<tree.subtreeEnd(node)).contains { part in
            guard tree.kind(part) == .identifier, tree.role(part) == .object, tree.role(tree.parent(part)) != .callee,
                !isClient(part), !sent.isRequestData(part), let value = facts.onlyValue(of: part).map(facts.unwrapped),
                tree.kind(value) == .call, let list = tree.child(value, .arguments)
            else { return false }
            return tree.children(list).contains { tree.kind($0) == .identifier && facts.means(.requestRoot, $0) }
        }
    }

    /// Whether something asks a part of what a handler is given besides the request and the session with the database, which may
    /// tell who calls: `captain["id"]` of `captain=Depends(current_captain)`.
    private func mentionsGiven(_ node: NodeIndex) -> Bool {
        (node..<tree.subtreeEnd(node)).contains { part in
            guard tree.kind(part) == .identifier, tree.role(part) == .object, !isClient(part),
                tree.role(tree.parent(part)) != .callee, !facts.means(.requestRoot, part),
                let variable = facts.variable(of: part), let parameter = facts.parameter(declaring: variable)
            else { return false }
            return facts.isHandler(FunctionTable.enclosing(parameter, in: tree) ?? -1)
                && !sent.isBodyParameter(variable)
        }
    }

    /// Whether something asks what middleware left on the request, `req.courier`, which may tell who calls.
    private func mentionsLeftOnRequest(_ node: NodeIndex) -> Bool {
        (node..<tree.subtreeEnd(node)).contains { part in
            guard tree.kind(part) == .member, tree.role(part) != .callee, let name = tree.child(part, .name),
                let object = tree.child(part, .object), tree.kind(object) == .identifier,
                facts.means(.requestRoot, object)
            else { return false }
            return !facts.means(.requestPart, name) && !facts.means(.requestMember, name)
        }
    }

    /// Whether a name is that of a session with the database, on which a query is run.
    private func isClient(_ node: NodeIndex) -> Bool {
        facts.queries.contains { query in
            query.client.map { ($0..<tree.subtreeEnd($0)).contains(node) } ?? false
        }
    }
}
