import Matching
import Syntax

/// Finds the setting by which a guard lets everybody pass: `if (!config.authEnabled) return next()`. What the condition says
/// of the request or of the environment that a program runs in, development or production, is none.
struct OpeningSetting {
    let evidence: AuthenticationEvidence

    private var facts: FileFacts { evidence.facts }
    private var tree: SyntaxTree { evidence.tree }

    /// The first such setting in a function or class.
    func find(in node: NodeIndex) -> String? {
        for kind in [NodeKind.if, .guard] {
            for branch in facts.target.nodes(of: kind, inside: node) {
                if let setting = setting(of: branch) { return setting }
            }
        }
        return nil
    }

    private func setting(of branch: NodeIndex) -> String? {
        let tested = tree.children(branch).filter { tree.role($0) == .condition }
        guard let first = tested.first, tested.allSatisfy({ isSetting($0, depth: 0) }),
            !tested.contains(where: { facts.mentions(.environment, in: $0) }),
            let body = tree.child(branch, tree.kind(branch) == .guard ? .alternate : .body),
            let function = FunctionTable.enclosing(branch, in: tree),
            passes(body, in: function)
        else { return nil }
        return String(facts.text(first).prefix(40))
    }

    // MARK: Conditions

    private static let deepestValue = 3

    /// Whether an expression is made of what whoever runs the program has set, and of nothing that a request brings.
    private func isSetting(_ node: NodeIndex, depth: Int) -> Bool {
        var found = false
        var part = node
        while part < tree.subtreeEnd(node) {
            defer { part += 1 }
            switch tree.kind(part) {
            case .lambda, .function: return false
            case .call:
                // What is done with a setting gives something else: `requests.get(settings.URL)`.
                guard let callee = tree.child(part, .callee), facts.hasName(.setting, in: callee) else { return false }
            case .identifier:
                guard tree.role(part) != .label else { continue }
                if tree.isMemberName(part) || facts.isReceiver(part) {
                    // `status.HTTP_200_OK` is a constant as any other.
                    found = found || facts.means(.setting, part) && !isConstantName(part)
                    continue
                }
                if facts.means(.setting, part) {
                    found = true
                    continue
                }
                guard let answer = isFromOutside(part, depth: depth) else { return false }
                found = found || answer
            default: continue
            }
        }
        return found
    }

    private func isConstantName(_ node: NodeIndex) -> Bool {
        !tree.text(node).contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    }

    /// Whether a name stands for a setting; nil where it may hold something of the request.
    private func isFromOutside(_ node: NodeIndex, depth: Int) -> Bool? {
        let meanings: [NameVocabulary.Meaning] = [
            .requestRoot, .heldByRequest, .identity, .signedIn, .tellsCaller, .mayTellCaller,
        ]
        if meanings.contains(where: { facts.means($0, node) }) { return nil }
        guard let variable = facts.variable(of: node) else { return false }
        // `c.env.AUTH_DISABLED`.
        if facts.parameter(declaring: variable) != nil { return holdsSettings(node) ? true : nil }
        guard let value = facts.onlyValue(ofVariable: variable) else {
            return FunctionTable.enclosing(facts.uses(of: variable).first ?? node, in: tree) == nil ? false : nil
        }
        guard FunctionTable.enclosing(value, in: tree) != nil else { return false }
        guard depth < Self.deepestValue, isSetting(value, depth: depth + 1) else { return nil }
        return true
    }

    /// Whether a member of what a name means is one that holds settings.
    private func holdsSettings(_ node: NodeIndex) -> Bool {
        let parent = tree.parent(node)
        guard tree.kind(parent) == .member, tree.role(node) == .object, let name = tree.child(parent, .name) else {
            return false
        }
        return facts.means(.setting, name)
    }

    // MARK: Passing

    /// Whether a branch ends by passing the request on, or by coming back from a guard without having turned anybody away.
    private func passes(_ body: NodeIndex, in function: NodeIndex) -> Bool {
        let last = tree.kind(body) == .block ? Array(tree.children(body)).last : body
        guard let last, tree.kind(last) == .return, RejectionReader(body, evidence: evidence).isEmpty,
            !facts.matches.of(.responses, within: tree.range(body)).contains(where: { $0.value("implicit") == nil })
        else { return false }
        guard let value = tree.child(last, .value).map(facts.unwrapped) else { return true }
        switch tree.kind(value) {
        case .null: return true
        case .boolean: return facts.target.constant(value) == .boolean(true)
        case .lambda, .function: return PassingBody(facts: facts).letsAllPass(value)
        case .call: return isHandedOn(value) || isGuard(function)
        case .identifier, .object, .new, .member: return isGuard(function)
        default: return false
        }
    }

    /// `next()`, `call_next(request)`, `next.respond(to: request)`.
    func isHandedOn(_ call: NodeIndex) -> Bool {
        guard let callee = tree.child(call, .callee) else { return false }
        if tree.kind(callee) == .identifier { return isParameter(callee) }
        guard tree.kind(callee) == .member, let object = tree.child(callee, .object), isParameter(object) else {
            return false
        }
        return evidence.arguments(of: call).contains { isParameter(tree.argumentValue($0)) }
    }

    private func isParameter(_ node: NodeIndex) -> Bool {
        tree.kind(node) == .identifier && facts.variable(of: node).flatMap(facts.parameter(declaring:)) != nil
    }

    /// Whether a function is by its name one that finds out who calls, so that what it gives is no answer to the request.
    private func isGuard(_ function: NodeIndex) -> Bool {
        guard let name = facts.functions.name(of: function) else { return false }
        return evidence.verdict(ofName: name)?.isAuthenticated == true
            || facts.names.holds(.tellsCaller, name.lastDottedPart)
    }
}
