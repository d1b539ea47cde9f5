import Matching
import Syntax

/// Finds handlers that do nothing, whatever is asked of them: they refuse, send the caller elsewhere, or give those who
/// read and those who write the same page.
struct IdleHandler {
    let facts: FileFacts

    private var tree: SyntaxTree { facts.tree }

    /// Whether a function refuses every request or redirects it, and does nothing before that but name things; or nothing at all.
    func refuses(_ function: NodeIndex) -> Bool {
        guard let body = tree.child(function, .body) else { return false }
        guard tree.kind(body) == .block else { return isRefusal(body) }
        let statements = Array(tree.children(body))
        guard let last = statements.last else { return true }
        guard statements.dropLast().allSatisfy(doesNothing) else { return false }
        switch tree.kind(last) {
        case .throw: return true
        case .return, .expressionStatement: return tree.child(last, .value).map(isRefusal) ?? false
        default: return false
        }
    }

    /// Whether a function only answers: it calls nothing but what answers, says something or reads what was sent, and changes
    /// nothing that it has not made, as those do that stand for what is not there yet or not any more.
    func onlyAnswers(_ function: NodeIndex) -> Bool {
        let answers = Set(facts.matches.of(.responses, within: tree.range(function)).map(\.match.node))
        var hasAnswer = false
        var node = function + 1
        while node < tree.subtreeEnd(function) {
            switch tree.kind(node) {
            case .decorator: node = tree.subtreeEnd(node) - 1
            case .call, .new:
                if answers.contains(node) {
                    hasAnswer = true
                } else if !isHarmless(call: node) {
                    return false
                }
            case .return: hasAnswer = hasAnswer || tree.child(node, .value) != nil
            case .assignment, .augmentedAssignment:
                guard let target = tree.child(node, .target), isOwn(target, of: function) else { return false }
            case .lambda, .function, .class, .delete, .scopeDeclaration: return false
            case .unary, .postfix:
                if Self.changing.contains(where: { tree.mainText(node).elementsEqual($0.utf8) }) { return false }
            default: break
            }
            node += 1
        }
        return hasAnswer
    }

    private static let changing = ["delete", "++", "--"]

    /// Whether a call only says something or reads what was sent: `req.content.decode(User.self)`.
    private func isHarmless(call: NodeIndex) -> Bool {
        guard let name = tree.child(call, .callee).map(facts.name) else { return false }
        return facts.names.holds(.requestData, name) || facts.names.holds(.speaks, name.lastDottedPart)
            || facts.names.holds(.speaks, name)
    }

    /// Whether a name is a variable of a function's own.
    private func isOwn(_ target: NodeIndex, of function: NodeIndex) -> Bool {
        guard tree.kind(target) == .identifier, let first = facts.uses(ofVariableAt: target).first else { return false }
        return first > function && first < tree.subtreeEnd(function)
    }

    /// Whether a handler of several methods serves a page or a file, and reads neither which method was asked for nor
    /// anything that was sent.
    func onlyServes(_ function: NodeIndex) -> Bool {
        var serves = false
        for node in function..<tree.subtreeEnd(function) where tree.kind(node) == .identifier {
            if facts.means(.tellsRequest, node) { return false }
            serves = serves || facts.means(.servesPage, node)
        }
        return serves
    }

    /// Whether a function awaits nothing but the caller's own cookies, which it keeps something in, and functions of its file
    /// of which that holds: what it changes lies with whoever asks.
    func onlyKeepsCookies(_ function: NodeIndex) -> Bool {
        var pending = [function]
        var seen: Set<NodeIndex> = []
        var keeps = false
        while let next = pending.popLast() {
            guard seen.insert(next).inserted else { continue }
            guard seen.count <= Self.mostFunctions else { return false }
            var awaited: Set<NodeIndex> = []
            for node in next..<tree.subtreeEnd(next) {
                switch tree.kind(node) {
                case .await:
                    guard let call = tree.child(node, .value).map(facts.unwrapped), tree.kind(call) == .call,
                        let callee = tree.child(call, .callee)
                    else { return false }
                    awaited.insert(call)
                    if facts.isNamed(.callerCookies, call) { continue }
                    guard tree.kind(callee) == .identifier, let called = facts.localFunction(callee) else {
                        return false
                    }
                    pending.append(called)
                case .call where !awaited.contains(node):
                    keeps = keeps || keepsCookie(node)
                // What is handed on is awaited by whoever called.
                case .return:
                    guard let value = tree.child(node, .value).map(facts.unwrapped) else { continue }
                    if tree.kind(value) == .call, !keepsCookie(value), !facts.isNamed(.callerCookies, value) {
                        return false
                    }
                default: continue
                }
            }
        }
        return keeps
    }

    private static let mostFunctions = 8

    /// `cookies().set(..)`, `(await cookies()).delete(..)`, `store.set(..)` of `store = await cookies()`.
    private func keepsCookie(_ call: NodeIndex) -> Bool {
        guard let callee = tree.child(call, .callee), tree.kind(callee) == .member,
            let object = tree.child(callee, .object), let name = tree.child(callee, .name)
        else { return false }
        var holder = withoutAwait(object)
        if tree.kind(holder) == .identifier, let value = facts.onlyValue(of: holder) { holder = withoutAwait(value) }
        return facts.isNamed(.callerCookies, holder) && facts.means(.keepsValue, name)
    }

    private func withoutAwait(_ node: NodeIndex) -> NodeIndex {
        let node = facts.unwrapped(node)
        return tree.kind(node) == .await ? tree.child(node, .value).map(facts.unwrapped) ?? node : node
    }

    /// Whether a statement only says something or gives a name to what is computed at once.
    private func doesNothing(_ statement: NodeIndex) -> Bool {
        switch tree.kind(statement) {
        case .empty: return true
        case .expressionStatement:
            guard let value = tree.child(statement, .value) else { return false }
            if tree.kind(value) == .string { return true }
            if tree.kind(value) == .assignment { return isPlain(value) }
            return tree.kind(value) == .call && (speaks(value) || buildsValue(value))
        case .variableDeclaration, .assignment: return isPlain(statement)
        default: return false
        }
    }

    private func speaks(_ call: NodeIndex) -> Bool {
        guard let callee = tree.child(call, .callee), tree.kind(callee) == .member,
            let object = tree.child(callee, .object)
        else { return false }
        return facts.isNamed(.logsRequests, object) || facts.names.holds(.cannotReject, facts.name(of: callee))
    }

    /// Whether a call only adds to an object that the function has made: `url.searchParams.set("scope", scope)`.
    private func buildsValue(_ call: NodeIndex) -> Bool {
        guard var object = tree.child(call, .callee), tree.kind(object) == .member, isPlain(call) else { return false }
        while tree.kind(object) == .member, let inner = tree.child(object, .object) { object = inner }
        guard tree.kind(object) == .identifier, let value = facts.onlyValue(of: object) else { return false }
        return tree.kind(value) == .new && isPlain(value)
            && FunctionTable.enclosing(value, in: tree) == FunctionTable.enclosing(call, in: tree)
    }

    private func isPlain(_ statement: NodeIndex) -> Bool {
        !(statement..<tree.subtreeEnd(statement)).contains { [.await, .lambda, .function].contains(tree.kind($0)) }
    }

    /// `next(new NotFound())`: whatever is asked, the application answers with the error.
    private func passesErrorOn(_ call: NodeIndex) -> Bool {
        guard tree.kind(call) == .call, let callee = tree.child(call, .callee), facts.means(.passesOn, callee),
            let error = tree.child(call, .arguments).flatMap(tree.firstChild).map(facts.unwrapped)
        else { return false }
        return tree.kind(error) == .new && facts.isNamed(.turnsAway, error)
    }

    /// An answer of an error or a redirection.
    private func isRefusal(_ value: NodeIndex) -> Bool {
        let value = facts.unwrapped(value)
        guard tree.kind(value) == .call || tree.kind(value) == .new else { return false }
        if facts.isNamed(.redirects, value) || passesErrorOn(value) { return true }
        let range = tree.range(value)
        return facts.responses.lying(within: range, by: \.range).contains { response in
            response.range.start == range.start && (response.status.value ?? 0) >= 400
        }
    }
}
