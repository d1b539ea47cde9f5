import Matching
import SourceText
import Syntax

/// Judges the answers by which a function turns callers away: an answer of 401 or 403, or the way to the login page, shows
/// authentication where what it depends on asks who the caller is.
struct RejectionReader {
    private let evidence: AuthenticationEvidence
    private let identity: CallerIdentity
    private let conditions: CallerCondition<CallerIdentity>
    private let function: NodeIndex

    private var facts: FileFacts { evidence.facts }
    private var tree: SyntaxTree { evidence.tree }

    init(_ function: NodeIndex, evidence: AuthenticationEvidence) {
        self.function = function
        self.evidence = evidence
        identity = CallerIdentity(evidence: evidence)
        conditions = CallerCondition(evidence: evidence, identity: identity)
    }

    /// Why it is not known what a function does that lets some requests be.
    static let givesNothing = "gives nothing for some requests before it turns callers away"

    /// Rejections that are looked at in one function.
    private static let mostRejections = 24

    /// What the rejections of the function say together.
    func verdict() -> AuthenticationVerdict {
        var doubtful: NodeIndex?
        var sent: NodeIndex?
        var mayGiveNothing = false
        for rejection in rejections() {
            switch judge(rejection.node, isRedirect: rejection.isRedirect) {
            case .shown(let by) where ClientData(evidence: evidence).holds(by): sent = sent ?? by
            case .shown where evidence.givesNothing(before: rejection.node, in: function): mayGiveNothing = true
            case .shown(let by):
                let words = "reads \(facts.text(by).prefix(40)), rejects: \(facts.text(rejection.node).prefix(40))"
                return .authenticated(words)
            case .possible: doubtful = doubtful ?? rejection.node
            // Whatever it depends on, it says that the caller is to prove himself.
            case .none: if saysUnauthenticated(rejection.node) { doubtful = doubtful ?? rejection.node }
            }
        }
        if let sent {
            return .unknown("asks for '\(facts.text(sent).prefix(40))' among the data that the client sends")
        }
        if mayGiveNothing { return .unknown(Self.givesNothing) }
        return doubtful.map { .unknown("what '\(facts.text($0).prefix(40))' depends on is not known") } ?? .open
    }

    /// What a handler leaves unknown that throws an error where what says who calls is not what it expects: the error need not
    /// tell what for.
    func failure() -> AuthenticationVerdict? {
        let own = facts.target.nodes(of: .throw, inside: function)
        for error in own.prefix(Self.mostRejections) where !isElsewhere(error) {
            if case .shown(let by) = judge(error, isRedirect: true), !ClientData(evidence: evidence).holds(by) {
                return .unknown("fails where '\(facts.text(by).prefix(40))' is not what it expects")
            }
        }
        return nil
    }

    /// What middleware leaves unknown that throws such an error where it does not pass the request on.
    func failureToPass() -> AuthenticationVerdict? {
        tree.child(function, .body).flatMap(passedOn) == nil ? nil : failure()
    }

    /// What middleware leaves unknown that passes requests on, and hands an error on instead where what it does with what says
    /// who calls fails: `try { await session.load(token); next() } catch (error) { next(error) }`.
    func handedOn() -> AuthenticationVerdict? {
        for attempt in facts.target.nodes(of: .try, inside: function) {
            guard let body = tree.child(attempt, .body), let next = passedOn(in: body) else { continue }
            let handsOn = tree.children(attempt).contains { clause in
                tree.kind(clause) == .catch
                    && (clause..<tree.subtreeEnd(clause)).contains { isCall($0, of: next, withArguments: true) }
            }
            guard handsOn, let proof = identity.proof(in: [body]) else { continue }
            return .unknown("fails where '\(facts.text(proof).prefix(40))' is not what it expects")
        }
        return nil
    }

    /// The parameter that is called with nothing: `next()`.
    private func passedOn(in body: NodeIndex) -> Int32? {
        for node in body..<tree.subtreeEnd(body) where tree.kind(node) == .call {
            guard let callee = tree.child(node, .callee), let variable = facts.variable(of: callee),
                facts.parameter(declaring: variable) != nil, isCall(node, of: variable, withArguments: false)
            else { continue }
            return variable
        }
        return nil
    }

    private func isCall(_ node: NodeIndex, of variable: Int32, withArguments: Bool) -> Bool {
        guard tree.kind(node) == .call, let callee = tree.child(node, .callee), tree.kind(callee) == .identifier,
            facts.variable(of: callee) == variable, let list = tree.child(node, .arguments)
        else { return false }
        return (tree.firstChild(list) != nil) == withArguments
    }

    /// Whether the function answers nobody with a rejection.
    var isEmpty: Bool { rejections().isEmpty }

    // MARK: Rejections

    private func rejections() -> [(node: NodeIndex, isRedirect: Bool)] {
        var found: [(node: NodeIndex, isRedirect: Bool)] = []
        for place in evidence.rejections.places(in: function)
        where found.count < Self.mostRejections && !isElsewhere(place.node) && !answersAnother(place.node) {
            switch place.kind {
            case .answer: found.append((place.node, false))
            case .redirect: found.append((place.node, true))
            case .loginPlace(let redirect): if redirect > function { found.append((place.node, true)) }
            }
        }
        return found
    }

    /// Whether a rejection only words what was thrown by whatever the request was passed on to:
    /// `do { return try await next(request) } catch is StoreError { throw HTTPError(.unauthorized) }`.
    private func answersAnother(_ rejection: NodeIndex) -> Bool {
        var node = rejection
        while node > function {
            let parent = tree.parent(node)
            if tree.kind(node) == .catch, tree.kind(parent) == .try, let body = tree.child(parent, .body) {
                return onlyPassesOn(body)
            }
            node = parent
        }
        return false
    }

    /// Whether a block does nothing but call what the function is given.
    private func onlyPassesOn(_ body: NodeIndex) -> Bool {
        guard let only = tree.onlyChild(body) else { return false }
        let value = [.return, .expressionStatement].contains(tree.kind(only)) ? tree.child(only, .value) : only
        guard let call = value.map(facts.unwrapped), tree.kind(call) == .call, let callee = tree.child(call, .callee),
            tree.kind(callee) == .identifier, let variable = facts.variable(of: callee),
            let parameter = facts.parameter(declaring: variable)
        else { return false }
        return FunctionTable.enclosing(parameter, in: tree) == FunctionTable.enclosing(body, in: tree)
    }

    /// Whether a node stands in a function that is registered somewhere inside this one.
    private func isElsewhere(_ node: NodeIndex) -> Bool {
        guard !evidence.registeredFunctions.isEmpty else { return false }
        var current = FunctionTable.enclosing(node, in: tree)
        while let inner = current, inner > function {
            if evidence.registeredFunctions[inner] != nil { return true }
            current = FunctionTable.enclosing(tree.parent(inner), in: tree)
        }
        return false
    }

    /// Whether a rejection is a 401, or words for that, and no 403.
    private func saysUnauthenticated(_ node: NodeIndex) -> Bool {
        if tree.kind(node) == .number { return tree.text(node).elementsEqual("401".utf8) }
        return facts.names.holds(.saysUnauthenticated, facts.bareText(node))
    }

    // MARK: Conditions

    /// Climbs from a rejection through all that it depends on.
    private func judge(_ rejection: NodeIndex, isRedirect: Bool) -> CallerJudgement {
        var node = rejection
        var isConditional = false
        var isPossible = false
        while node > function {
            let parent = tree.parent(node)
            guard parent >= function else { break }
            if let judgement = condition(of: parent, for: node) {
                switch judgement {
                case .shown: return isPartial(parent) ? .possible : judgement
                case .possible: isPossible = true
                case .none: break
                }
                isConditional = true
            } else if let shown = besides(node, in: parent) {
                return .shown(shown)
            }
            node = parent
        }
        if isPossible { return .possible }
        if isConditional { return .none }
        if isRedirect {
            let isLast = RedirectRejection(facts: facts).dependsOnIdentity(rejection, in: function)
            return isLast ? .possible : .none
        }
        if let shown = identity.proof(in: [function]) { return .shown(shown) }
        return identity.isPossible(in: [function]) ? .possible : .none
    }

    /// Whether what turns callers away only runs on conditions that have nothing to do with them, a setting or a method, or
    /// for callers who say who they are.
    private func isPartial(_ node: NodeIndex) -> Bool {
        var child = node
        while child > function {
            let parent = tree.parent(child)
            guard parent >= function else { return false }
            if [.if, .conditional].contains(tree.kind(parent)), tree.role(child) != .condition {
                // Where it is asked for whoever sent something, strangers who sent nothing pass.
                let tested = tree.children(parent).filter { tree.role($0) == .condition }
                guard conditions.judge(all: tested, rejectsWhen: tree.role(child) != .alternate).isShown else {
                    return true
                }
            }
            child = parent
        }
        return false
    }

    /// What the condition shows on which `child` of `parent` runs; nil where `parent` is no condition.
    private func condition(of parent: NodeIndex, for child: NodeIndex) -> CallerJudgement? {
        switch tree.kind(parent) {
        case .if, .guard, .conditional, .while:
            guard tree.role(child) != .condition else { return nil }
            let conditions = tree.children(parent).filter { tree.role($0) == .condition }
            return conditions.isEmpty
                ? nil : self.conditions.judge(all: conditions, rejectsWhen: tree.role(child) != .alternate)
        case .binary:
            guard tree.role(child) == .right, let left = tree.child(parent, .left) else { return nil }
            switch String(decoding: tree.mainText(parent), as: UTF8.self) {
            case "or", "||", "??": return conditions.judge(all: [left], rejectsWhen: false)
            case "and", "&&": return conditions.judge(all: [left], rejectsWhen: true)
            default: return nil
            }
        case .try, .switch:
            let root = tree.kind(parent) == .try ? tree.child(parent, .body) : tree.child(parent, .subject)
            guard let root, root != child else { return nil }
            if let shown = identity.proof(in: [root]) { return .shown(shown) }
            return identity.isPossible(in: [root]) ? .possible : CallerJudgement.none
        default:
            return nil
        }
    }

    /// What says who calls in a call that gets the rejection as an argument: `token.unwrap(or: Abort(.unauthorized))`.
    private func besides(_ child: NodeIndex, in parent: NodeIndex) -> NodeIndex? {
        guard tree.kind(parent) == .argumentList, let callee = tree.child(tree.parent(parent), .callee) else {
            return nil
        }
        // What another server answers says nothing of the caller, whatever it is sent.
        let call = tree.parent(parent)
        if facts.matches.of(.outgoing, within: tree.range(call)).contains(where: { $0.match.node == call }) {
            return nil
        }
        // A callback runs with what the call it is given to finds.
        let others = tree.kind(child) == .lambda ? tree.children(parent).filter { $0 != child } : []
        return identity.proof(in: [callee] + others)
    }
}
