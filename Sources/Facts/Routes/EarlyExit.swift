import Matching
import SourceText
import Syntax

/// A place where a function is left because nobody is signed in: `if (!session) throw new Error('…')`, whatever the words.
struct EarlyExit {
    /// The function that is left.
    let function: NodeIndex
    /// The condition and what it tells the caller by.
    let condition: NodeIndex
    let proof: NodeIndex
    /// Whether the exit answers only through what the function returns, so that it turns callers away only where the
    /// function is a handler.
    let returnsAnswer: Bool
}

/// Finds the early exits of a file.
struct EarlyExitCollector {
    private let evidence: AuthenticationEvidence
    private let conditions: CallerCondition<SignedInCaller>

    private var facts: FileFacts { evidence.facts }
    private var tree: SyntaxTree { evidence.tree }

    init(evidence: AuthenticationEvidence) {
        self.evidence = evidence
        conditions = CallerCondition(evidence: evidence, identity: SignedInCaller(evidence: evidence))
    }

    func collect() -> [EarlyExit] {
        (facts.target.nodes(of: .if) + facts.target.nodes(of: .guard)).sorted().compactMap(exit)
    }

    private func exit(_ branch: NodeIndex) -> EarlyExit? {
        let tested = tree.children(branch).filter { tree.role($0) == .condition }
        guard let first = tested.first, let function = FunctionTable.enclosing(branch, in: tree),
            isUnconditional(branch, in: function)
        else { return nil }
        for (role, truth) in [(Role.body, true), (.alternate, false)] {
            guard let body = tree.child(branch, role), let leaving = lastStatement(of: body),
                let returnsAnswer = returnsAnswer(leaving, from: body, of: function),
                case .shown(let proof) = conditions.judge(all: tested, rejectsWhen: truth)
            else { continue }
            return EarlyExit(function: function, condition: first, proof: proof, returnsAnswer: returnsAnswer)
        }
        return nil
    }

    /// Whether a statement is reached whenever the function is called: around it stand blocks and tries alone.
    private func isUnconditional(_ statement: NodeIndex, in function: NodeIndex) -> Bool {
        var child = statement
        while true {
            let parent = tree.parent(child)
            if parent <= function { return true }
            switch tree.kind(parent) {
            case .block: break
            case .try: guard tree.role(child) == .body else { return false }
            default: return false
            }
            child = parent
        }
    }

    private func lastStatement(of body: NodeIndex) -> NodeIndex? {
        let last = tree.kind(body) == .block ? Array(tree.children(body)).last : body
        guard let last, tree.kind(last) == .throw || tree.kind(last) == .return else { return nil }
        return last
    }

    /// Whether leaving by this statement answers through the function's return value; nil where it may be no refusal.
    private func returnsAnswer(_ leaving: NodeIndex, from body: NodeIndex, of function: NodeIndex) -> Bool? {
        if tree.kind(leaving) == .throw { return false }
        guard !passesOn(body, in: function) else { return nil }
        // `res.status(400).json(..)` answers at once.
        let answers = (body..<tree.subtreeEnd(body)).filter { answersAtOnce($0, in: function) }
        if !answers.isEmpty { return answers.contains(where: isRefusal) ? false : nil }
        guard tree.child(leaving, .value).map(isRefusal) ?? true else { return nil }
        // Middleware that does not pass the request on has turned it away.
        return !passesOn(function, in: function)
    }

    /// Whether the request goes on to the next handler: a parameter is called with nothing, or one that by its type is a function,
    /// `next: (Request, Context) async throws -> Response`.
    private func passesOn(_ part: NodeIndex, in function: NodeIndex) -> Bool {
        (part..<tree.subtreeEnd(part)).contains { node in
            guard tree.kind(node) == .call, let callee = tree.child(node, .callee), tree.kind(callee) == .identifier,
                let list = tree.child(node, .arguments), isParameter(callee, of: function)
            else { return false }
            return tree.firstChild(list) == nil || isFunction(callee)
        }
    }

    /// Whether a parameter is by its type a function that gives something back.
    private func isFunction(_ name: NodeIndex) -> Bool {
        guard let variable = facts.variable(of: name), let parameter = facts.parameter(declaring: variable),
            let type = tree.child(parameter, .type)
        else { return false }
        return facts.text(type).contains("->")
    }

    private func isParameter(_ name: NodeIndex, of function: NodeIndex) -> Bool {
        guard let list = tree.child(function, .parameters) else { return false }
        let variable = facts.target.semantics.variables[Int(name)]
        return variable >= 0
            && facts.uses(of: variable).contains { tree.range(list).contains(tree.range($0)) }
    }

    /// Whether a call is made on what the function is given to answer with.
    private func answersAtOnce(_ call: NodeIndex, in function: NodeIndex) -> Bool {
        guard tree.kind(call) == .call, let callee = tree.child(call, .callee), tree.kind(callee) == .member else {
            return false
        }
        var root = callee
        while let next = tree.child(root, .object) ?? tree.child(root, .callee) { root = next }
        return tree.kind(root) == .identifier && isParameter(root, of: function)
    }

    /// A value that holds nothing, says that something failed, or sends the caller elsewhere.
    private func isRefusal(_ value: NodeIndex) -> Bool {
        switch tree.kind(value) {
        case .null, .boolean: return !tree.text(value).elementsEqual("true".utf8)
        case .identifier: return tree.isUndefined(value)
        case .await, .parenthesized: return tree.child(value, .value).map(isRefusal) ?? false
        case .call, .new:
            if facts.isNamed(.turnsAway, value) { return true }
            return (value..<tree.subtreeEnd(value)).contains(where: saysError)
        case .object: return (value..<tree.subtreeEnd(value)).contains(where: saysError)
        default: return false
        }
    }

    /// A status of an error or a redirection, or a key that says what went wrong.
    private func saysError(_ node: NodeIndex) -> Bool {
        switch tree.kind(node) {
        case .number:
            let text = tree.text(node)
            return text.count == 3 && text.first.map { (0x33...0x35).contains($0) } ?? false
        case .pair, .shorthand:
            guard let key = tree.child(node, .key) ?? tree.child(node, .name) else { return false }
            if facts.means(.errorKey, key) { return true }
            return tree.child(node, .value).map { tree.text($0).elementsEqual("false".utf8) } ?? false
        default: return false
        }
    }
}

extension AuthenticationEvidence {
    /// What a function shows by being left early where nobody is signed in; as a handler, what it returns is an answer too.
    func exitVerdict(of function: NodeIndex, asHandler: Bool) -> AuthenticationVerdict? {
        if tree.kind(function) == .class { return exitVerdict(ofMiddleware: function) }
        guard let exit = earlyExits[function]?.first(where: { asHandler || !$0.returnsAnswer }) else {
            // A function that makes handlers does what they do.
            return earlyExits.isEmpty ? nil : madeHandler(by: function).flatMap { exitVerdict(of: $0, asHandler: true) }
        }
        return .authenticated(
            "reads \(facts.text(exit.proof).prefix(40)), leaves where \(facts.text(exit.condition).prefix(40))")
    }

    /// What a class that is middleware shows by a method of its own being left early: a guard's `canActivate`.
    private func exitVerdict(ofMiddleware owner: NodeIndex) -> AuthenticationVerdict? {
        guard !earlyExits.isEmpty, facts.isMiddleware(owner), let body = tree.child(owner, .body) else { return nil }
        return tree.children(body).lazy.filter { self.tree.kind($0) == .function }
            .compactMap { self.exitVerdict(of: $0, asHandler: false) }.first
    }

    /// What a function shows as a handler by being left early or failing.
    func exitVerdict(ofHandler function: NodeIndex) -> AuthenticationVerdict? {
        exitVerdict(of: function, asHandler: true) ?? RejectionReader(function, evidence: self).failure()
    }

    /// The function that a function returns.
    func madeHandler(by function: NodeIndex) -> NodeIndex? {
        guard let body = tree.child(function, .body) else { return nil }
        if tree.kind(body) == .lambda { return body }
        guard tree.kind(body) == .block, let last = Array(tree.children(body)).last, tree.kind(last) == .return,
            let value = tree.child(last, .value), tree.kind(value) == .lambda || tree.kind(value) == .function
        else { return nil }
        return value
    }

    /// What a handler does about callers.
    func verdict(ofHandler function: NodeIndex) -> AuthenticationVerdict {
        let verdict = verdict(ofBody: function)
        return verdict.isAuthenticated ? verdict : exitVerdict(ofHandler: function) ?? verdict
    }
}
