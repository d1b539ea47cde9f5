import Algorithms
import Matching
import SourceText
import Syntax

/// Decides what middleware, decorators, dependencies and handlers do about callers that are not authenticated.
///
/// The order of evidence: what a model or the configuration says of a name, then what the function's own body does (an
/// answer of 401 or 403 turns callers away), then the function's summary where it stands in another file.
public final class AuthenticationEvidence {
    /// The facts hold this and so outlive it; asking whether they do took 2.5 % of a run.
    unowned(unsafe) let facts: FileFacts
    var bodies: [NodeIndex: AuthenticationVerdict] = [:]
    private var callsInQuestion: Set<NodeIndex> = []
    /// A file calls the same names again and again, and each costs many regular expressions.
    private var verdictsByName: [String: AuthenticationVerdict?] = [:]
    /// The calls of which a model says that they let everybody pass.
    private lazy var optionalCalls = Set(
        facts.matches.of(.authentication).filter { $0.value("optional")?.boolean == true }.map(\.match.node))
    /// The calls of which a model says that they tell who is signed in.
    private lazy var callerCalls = Set(
        facts.matches.of(.authentication).filter { $0.value("part")?.text == "caller" }.map(\.match.node))
    /// The calls of which a model says that they fail where what they are given is not genuine.
    private(set) lazy var verifyingCalls = Set(
        facts.matches.of(.authentication).filter { $0.value("part")?.text == "verification" }.map(\.match.node))
    /// By function: where it is left because nobody is signed in.
    private(set) lazy var earlyExits = Dictionary(
        grouping: EarlyExitCollector(evidence: self).collect(), by: \.function)
    private(set) lazy var rejections = RejectionTable(evidence: self)
    private(set) lazy var denyingCallees = calleesExpectedToDeny()
    /// The identifiers that name the path of a request and are tested somewhere, in preorder.
    private(set) lazy var testedPathNames = namesOfPath().filter { isTested($0, within: -1) }
    /// The functions in others that a decorator of some object registers there, `@socket.on("connect")`, which run when that
    /// sees fit: by the node, where each ends.
    private(set) lazy var registeredFunctions = Dictionary(
        uniqueKeysWithValues: facts.target.nodes(of: .function).filter(isRegistered).map { ($0, tree.subtreeEnd($0)) })
    /// The calls and comparisons that limit how often something is done, in preorder, with what they are called.
    private lazy var limits = AttemptLimits(facts: facts).collect()
    /// The calls to functions of other files, as far as imports say which, in preorder.
    private(set) lazy var importedCallees = makeImportedCallees()
    /// By variable: whether some use of it is one of a database, and whether what it is given hints at the caller.
    var databaseVariables: [Int32: Bool] = [:]
    var hintingVariables: [Int32: Bool] = [:]

    init(facts: FileFacts) {
        self.facts = facts
        tree = facts.tree
    }

    let tree: SyntaxTree

    // MARK: Expressions

    func link(_ node: NodeIndex) -> MiddlewareLink {
        var link = link(node, around: -1)
        link.isForStaff = StaffRestriction(facts: facts).holds(node)
        link.asksPermission = StaffRestriction(facts: facts).mentionsPermission(node)
        let flags = arguments(of: facts.unwrapped(node)).map { argument -> Bool? in
            guard case .boolean(let flag)? = facts.target.constant(argument) else { return nil }
            return flag
        }
        if flags.contains(where: { $0 != nil }) { link.flags = flags }
        return link
    }

    /// The parameters by which what a function makes is told not to insist: `function Auth(isOptional = false)`.
    func openingFlags(of function: NodeIndex) -> [OpeningFlag] {
        facts.parameters(of: function).enumerated().compactMap { position, parameter in
            guard let name = tree.child(parameter, .name) else { return nil }
            let opens =
                facts.means(.opens, name) || facts.means(.optionalCaller, name) || facts.means(.identifies, name)
            guard opens || facts.means(.insists, name) || facts.means(.strictFlag, name) else { return nil }
            let fallback = tree.child(parameter, .value).flatMap { facts.target.constant($0) }
            return OpeningFlag(position: position, value: opens, isDefault: fallback == .boolean(opens))
        }
    }

    /// What an expression in a chain of middleware does. The names in its arguments count too: `Depends(current_user)`,
    /// `UseGuards(AuthGuard)`, `[Authorize, Audit]`. What stands around a `handler` is no judge of what that does itself.
    func link(_ node: NodeIndex, around handler: NodeIndex) -> MiddlewareLink {
        let node = facts.unwrapped(node)
        if let bound = facts.receiverOfBind(node) { return self.link(bound, around: handler) }
        let name = name(ofLink: node)
        var link = MiddlewareLink(name: name, verdict: .open)
        link.limitsRate = facts.names.holds(.limitsRate, name) || isMatched(node, by: .rateLimits)
        link.guardsWritesOnly = facts.names.holds(.authenticatesWrites, name.lastDottedPart)
        link.validates = facts.names.holds(.validates, name.lastDottedPart) || isMatched(node, by: .validations)
        if facts.names.holds(.opens, name.lastDottedPart) {
            link.opens = true
            return link
        }
        if let excepting = linkWithExceptions(node) { return excepting }
        if let evidence = modelEvidence(in: node) {
            link.verdict = evidence
            link.asksForProof = evidence.isAuthenticated && partMatch("asked", in: node) != nil
            return link
        }
        if let telling = toldToPass(node) {
            if names(telling, only: .opens) {
                link.opens = true
            } else {
                link.verdict = .unknown("'\(name)' is told to let some pass")
            }
            return link
        }
        if let (value, held) = heldLink(node) {
            if held.verdict.isAuthenticated || isOptional(value) { return held }
        }
        if let verdict = verdict(ofName: name) {
            link.verdict = verdict
            if verdict != .open { return named(node, link) }
            belie(&link, node)
        }
        var isKnown = verdict(ofName: name) != nil || link.limitsRate || link.validates
        let wraps = facts.names.holds(.wraps, name.lastDottedPart)
        // What a function of this file makes is seen there; `.loginByAddress` is no middleware but what it is told.
        let isMadeHere = tree.child(node, .callee).map { facts.localFunction($0) != nil } ?? false
        for argument in arguments(of: node) where facts.unwrapped(argument) != handler {
            if isMadeHere, isImplicitMember(argument) { continue }
            let inner = self.link(argument, around: handler)
            link.limitsRate = link.limitsRate || inner.limitsRate
            link.validates = link.validates || inner.validates
            link.opens = link.opens || inner.opens
            link.guardsWritesOnly = link.guardsWritesOnly || inner.guardsWritesOnly
            if case .authenticated = inner.verdict {
                link.verdict = inner.verdict
                // What only the argument's name promises, that has to keep.
                if inner.restsOnName { link.take(nameOf: inner) }
                return link
            }
            if wraps {
                if inner.verdict.isUnknown { (link.verdict, link.symbol) = (inner.verdict, inner.symbol) }
                isKnown = true
                continue
            }
            if case .unknown = inner.verdict, !isKnown, !isConstruction(node) {
                link.verdict = inner.verdict
                link.symbol = inner.symbol
            }
            isKnown = isKnown || tree.kind(node) == .array || inner.verdict != .open && !isConstruction(node)
        }
        if link.verdict == .open, isConstruction(node), facts.names.holds(.identifies, name.lastDottedPart) {
            return identifying(node, link)
        }
        if isKnown || link.opens { return link }
        return resolved(node, link)
    }

    /// `.loginByAddress`
    private func isImplicitMember(_ argument: NodeIndex) -> Bool {
        let value = tree.argumentValue(argument)
        return tree.kind(value) == .member && tree.child(value, .object) == nil
    }

    /// A link that by the name of its type only finds out who calls: where the project has that type, and it is middleware as
    /// any other, its body says what it does.
    private func identifying(_ node: NodeIndex, _ link: MiddlewareLink) -> MiddlewareLink {
        var link = link
        if let type = tree.child(node, .callee).flatMap(facts.declaredType) {
            if facts.isMiddleware(type) { link.verdict = verdict(ofBody: type) }
        } else {
            link.symbol = Symbol(name: link.name)
            link.identifiesByName = true
        }
        return link
    }

    /// What an expression in a chain of middleware is called.
    func name(ofLink node: NodeIndex) -> String {
        let node = facts.unwrapped(node)
        if let bound = facts.receiverOfBind(node) { return name(ofLink: bound) }
        return ModuleTable.required(node, in: facts.target) ?? facts.name(of: node)
    }

    /// The argument that says that what is made does not insist: `Access(requireUser: false)`,
    /// `Authenticator(allowed={User, Anonymous})`.
    private func toldToPass(_ node: NodeIndex) -> NodeIndex? {
        guard tree.kind(node) == .call || tree.kind(node) == .new else { return nil }
        return arguments(of: node).first { argument in
            if tree.range(argument).count <= 256, tree.kind(argument) == .keywordArgument,
                (argument..<tree.subtreeEnd(argument)).contains(where: {
                    tree.kind($0) == .identifier && tree.role($0) != .label && facts.means(.opens, $0)
                })
            {
                return true
            }
            guard tree.kind(argument) == .keywordArgument, let label = tree.child(argument, .label),
                let value = tree.child(argument, .value), tree.kind(value) == .boolean
            else { return false }
            return facts.target.constant(value) == .boolean(false)
                && (facts.means(.insists, label) || facts.means(.strictFlag, label))
        }
    }

    /// Whether a labelled argument is a list of nothing but names of that meaning: `permissions=[AllowAny]`.
    private func names(_ argument: NodeIndex, only meaning: NameVocabulary.Meaning) -> Bool {
        guard tree.kind(argument) == .keywordArgument, let list = tree.child(argument, .value),
            tree.kind(list) == .array || tree.kind(list) == .tuple, tree.firstChild(list) != nil
        else { return false }
        return tree.children(list).allSatisfy { element in
            (tree.kind(element) == .identifier || tree.kind(element) == .member) && facts.isNamed(meaning, element)
        }
    }

    /// Whether a call makes a value of a type of this project's, which says more than its arguments do.
    private func isConstruction(_ node: NodeIndex) -> Bool {
        guard tree.kind(node) == .call, let callee = tree.child(node, .callee), tree.kind(callee) == .identifier,
            tree.text(callee).startsWithCapital
        else { return false }
        return facts.modules.symbol(of: callee, in: facts.target) == nil
    }

    /// A link known by its name, unless its body, where this file has it, is seen to let everybody pass. Other files'
    /// bodies are looked up when the project is joined.
    private func named(_ node: NodeIndex, _ link: MiddlewareLink) -> MiddlewareLink {
        var link = link
        guard !isConfigured(link.name) else { return link }
        link.asksByName = isPredicate(link.name.lastDottedPart)
        let callee = tree.kind(node) == .call || tree.kind(node) == .new ? tree.child(node, .callee) ?? node : node
        if let function = facts.localFunction(callee) {
            if PassingBody(facts: facts).letsAllPass(function) || passesStrangers(function) {
                link.verdict = .open
            } else if let setting = openingSetting(in: function) {
                link.verdict = .unknown(Self.opened(by: setting))
            } else if isLenient(function) {
                link.verdict = .unknown("'\(link.name)' returns nothing for callers that it does not know")
            } else if handsOver(function), !verdict(ofBody: function).isAuthenticated {
                link.verdict = .unknown("'\(link.name)' leaves its work to something that is not known")
            } else if link.asksByName, !verdict(ofBody: function).isAuthenticated {
                link.verdict = .unknown("'\(link.name)' asks, and what comes of that is not known")
            } else {
                link.symbol = Symbol(name: link.name)
                link.restsOnName = true
            }
        } else if let symbol = facts.modules.symbol(of: callee, in: facts.target) {
            link.symbol = symbol
            link.restsOnName = true
        } else if facts.declaredType(callee) != nil {
            link.symbol = Symbol(name: link.name)
            link.restsOnName = true
        } else if isConstruction(node) || tree.kind(callee) == .member {
            // A type that another file declares, without an import where the language needs none.
            link.symbol = Symbol(name: link.name.lastDottedPart)
            link.restsOnName = true
        }
        return link
    }

    /// Judges what by its name has nothing to do with callers by its body, where the project has that. What by its name finds
    /// them, and says nothing of strangers, counts where that is sure to turn strangers away.
    private func belie(_ link: inout MiddlewareLink, _ node: NodeIndex) {
        let name = link.name.lastDottedPart
        guard let meaning = facts.names.meaning(of: name) else { return }
        link.countsIfProven = meaning == .identifies && facts.names.holds(.findsCaller, name)
        guard link.countsIfProven || Self.besideCallers.contains(meaning) else { return }
        let callee = tree.kind(node) == .call || tree.kind(node) == .new ? tree.child(node, .callee) ?? node : node
        if let function = facts.localFunction(callee) ?? facts.declaredType(callee) {
            let shown = verdict(ofBody: function)
            if shown.isAuthenticated || !link.countsIfProven {
                link.verdict = shown
                link.symbol = Symbol(name: link.name)
            }
        } else if let symbol = facts.modules.symbol(of: callee, in: facts.target),
            !facts.modules.isFromPackage(symbol)
        {
            link.symbol = symbol
        } else if let symbol = facts.instanceMember(callee) {
            link.symbol = symbol
        }
    }

    /// What names say of middleware that does something else than to ask who calls.
    private static let besideCallers: Set<NameVocabulary.Meaning> = [
        .validates, .neutral, .requestIdentifier, .logsRequests, .securityHeaders, .parsesBody,
    ]

    /// Whether the configuration says of a name that it authenticates.
    func isConfigured(_ name: String) -> Bool {
        let last = name.lastDottedPart
        return facts.settings.authenticatingNames.contains { $0 == last || $0 == name }
    }

    /// The links of several expressions: each element of a list for itself, and each argument of what only puts several
    /// together.
    func links(_ nodes: some Sequence<NodeIndex>) -> [MiddlewareLink] {
        nodes.flatMap { node -> [MiddlewareLink] in
            let node = chosenValue(facts.unwrapped(node))
            if let functions = dependency(at: node) { return functions.flatMap(links(ofDependency:)) }
            if tree.kind(node) == .call, facts.isNamed(.wraps, node),
                modelEvidence(in: node) == nil
            {
                return links(arguments(of: node))
            }
            if tree.kind(node) == .conditional {
                let choices = [tree.child(node, .body), tree.child(node, .alternate)].compactMap { $0 }.map {
                    links([$0])
                }
                // Whichever is chosen turns strangers away.
                if choices.allSatisfy({ $0.contains(where: \.verdict.isAuthenticated) }) { return choices[0] }
                return choices.joined().map { $0.uncertain("is registered only under a condition") }
            }
            if tree.kind(node) == .binary { return links(ofSides: node) }
            // What is turned round turns nobody away for not being known: `~IsBanned`.
            if tree.kind(node) == .unary, Operator(tree.mainText(node)) == .bitNot { return [] }
            guard tree.kind(node) == .array || tree.kind(node) == .tuple || tree.kind(node) == .set else {
                return [link(node)]
            }
            return links(Array(tree.children(node)))
        }
    }

    /// The links of two expressions with an operator between them, of which one may suffice: `IsOwner | IsAdmin`.
    private func links(ofSides node: NodeIndex) -> [MiddlewareLink] {
        let sides = [tree.child(node, .left), tree.child(node, .right)].compactMap { $0 }.map { links([$0]) }
        guard [.bitOr, .or, .coalesce].contains(Operator(tree.mainText(node))) else { return Array(sides.joined()) }
        if sides.allSatisfy({ $0.contains(where: \.verdict.isAuthenticated) }) {
            // Those that let everybody read do so whatever the others say.
            return sides.first { $0.contains(where: \.guardsWritesOnly) } ?? sides[0]
        }
        if let open = sides.first(where: { !$0.isEmpty && $0.allSatisfy(\.opens) }) { return open }
        return sides.joined().map { $0.uncertain("is one of several that suffice") }
    }

    /// What a variable is given on some condition, where nothing else is: `const guard = secured ? requireUser : pass`.
    private func chosenValue(_ node: NodeIndex) -> NodeIndex {
        guard tree.kind(node) == .identifier, let value = facts.onlyValue(of: node), tree.kind(value) == .conditional,
            !tree.range(value).contains(tree.range(node))
        else { return node }
        return value
    }

    /// The condition of such a value on which not every choice turns callers away.
    func openingCondition(of value: NodeIndex) -> String? {
        guard tree.kind(value) == .conditional, let condition = tree.child(value, .condition),
            let body = tree.child(value, .body), let alternate = tree.child(value, .alternate),
            link(body).verdict.isAuthenticated != link(alternate).verdict.isAuthenticated
        else { return nil }
        return String(facts.text(condition).prefix(40))
    }

    /// What the function that an expression names or is does.
    private func resolved(_ node: NodeIndex, _ link: MiddlewareLink) -> MiddlewareLink {
        var link = link
        if tree.kind(node) == .lambda || tree.kind(node) == .function {
            link.verdict = verdict(ofBody: node)
            if !link.verdict.isAuthenticated {
                link.calls = importedCalls(in: node)
                link.doubt = openingSetting(in: node).map(Self.opened(by:))
            }
            // `(req, res, done) => requireUser(req, res, app, done)`.
            if link.verdict == .open, let target = ForwardingHandler(facts: facts).target(of: node) {
                link.symbol = target
                link.verdict = unseen(target.display)
            }
            return link
        }
        if let module = ModuleTable.required(node, in: facts.target) {
            link.name = module
            link.symbol = Symbol(module: module, name: "")
            link.verdict = .unknown("'\(module)' is not known")
            return link
        }
        let callee = tree.kind(node) == .call || tree.kind(node) == .new ? tree.child(node, .callee) ?? node : node
        if let function = facts.localFunction(callee) ?? facts.declaredType(callee) {
            link.symbol = Symbol(name: link.name)
            link.verdict = verdict(ofBody: function)
            link.limitsRate = limiter(in: function) != nil
            return link
        }
        if callee == node, let (_, inner) = heldLink(node) {
            link.verdict = inner.verdict
            link.symbol = inner.symbol
            link.limitsRate = inner.limitsRate
            link.validates = inner.validates
            return link
        }
        if let symbol = facts.modules.symbol(of: callee, in: facts.target) {
            link.symbol = symbol
            link.verdict = isHarmless(symbol) ? .open : unseen(link.name)
        } else if let symbol = facts.instanceMember(callee) {
            link.symbol = symbol
            link.verdict = unseen(link.name)
        } else if tree.kind(callee) == .identifier || tree.kind(callee) == .member {
            link.symbol = Symbol(name: link.name)
            link.verdict = unseen(link.name)
        }
        return link
    }

    /// What somebody does whose code this file does not hold.
    private func unseen(_ name: String) -> AuthenticationVerdict {
        facts.names.holds(.handsOut, name.lastDottedPart) ? .open : .unknown("'\(name)' is not known")
    }

    /// Whether a package is known to have nothing to do with who calls.
    private func isHarmless(_ symbol: Symbol) -> Bool {
        facts.modules.isFromPackage(symbol) && facts.names.holds(.harmlessPackage, symbol.module)
    }

    func verdict(ofName name: String) -> AuthenticationVerdict? {
        if let known = verdictsByName[name] { return known }
        let verdict = judge(name: name)
        verdictsByName[name] = .some(verdict)
        return verdict
    }

    private func judge(name: String) -> AuthenticationVerdict? {
        let last = name.lastDottedPart
        if isConfigured(name) { return .authenticated(name) }
        switch facts.names.meaning(of: last) ?? facts.names.meaning(of: name) {
        case .authenticates, .authorizes, .authenticatesWrites: return .authenticated(name)
        case .opens, .identifies, .guardsForms, .limitsRate, .validates, .neutral, .requestIdentifier, .logsRequests,
            .securityHeaders, .parsesBody, .handlesErrors, .speaks, .wraps:
            return .open
        // Of a request it is all that came; before a handler, what reads that.
        case .wholeRequest where facts.names.holds(.parsesBody, last): return .open
        // What identifies a caller may be anything that does something with that.
        default: return nil
        }
    }

    /// A model's pattern of evidence on the node or anywhere in it.
    func modelEvidence(in node: NodeIndex) -> AuthenticationVerdict? {
        let range = tree.range(node)
        if tree.kind(node) == .call, partMatch("partial", in: node) != nil { return Self.exceptingPaths }
        var isOptional = false
        for match in facts.matches.of(.authentication, within: range) {
            if match.value("optional")?.boolean == true {
                isOptional =
                    isOptional
                    || tree.kind(node) != .function && tree.kind(node) != .lambda && tree.kind(node) != .class
                continue
            }
            if match.value("part")?.text == "sign-in" { return .unknown("it signs the caller in") }
            if match.value("part")?.text == "lenient" { return .unknown("it takes strangers for guests") }
            if let part = match.value("part"), part.text != "asked" { continue }
            if isSilenced(match.match.node, within: node) { continue }
            let text = tree.bytes[match.match.range.start..<match.match.range.end].prefix { $0 != 0x0A }.prefix(60)
            return .authenticated(String(decoding: text, as: UTF8.self))
        }
        return isOptional ? .open : nil
    }

    /// A guard of which a model says that it passes over the paths in its options: `jwt(..).unless({ path: ["/login"] })`.
    private func linkWithExceptions(_ node: NodeIndex) -> MiddlewareLink? {
        guard tree.kind(node) == .call,
            let match = facts.matches.of(.authentication, within: tree.range(node)).first(where: {
                $0.match.node == node && $0.value("part")?.text == "partial"
            }), let guarding = match.node("of"), let exceptions = PathGuardCollector(facts: facts).exceptions(of: match)
        else { return nil }
        var link = self.link(guarding)
        link.exceptions = exceptions
        return link
    }

    private static let exceptingPaths = AuthenticationVerdict.unknown("some paths are excepted from it")

    /// Whether a call that fails only gives nothing: `try? request.jwt.verify()`.
    private func isSilenced(_ call: NodeIndex, within root: NodeIndex) -> Bool {
        var node = call
        while node > root {
            node = tree.parent(node)
            if tree.kind(node).isStatement { return false }
            if tree.kind(node) == .tryExpression { return tree.text(node).starts(with: "try?".utf8) }
        }
        return false
    }

    /// Whether a model says of a call that it lets everybody pass.
    func isOptional(_ call: NodeIndex) -> Bool {
        optionalCalls.contains(call)
    }

    /// Whether a model says of a call that it tells who is signed in.
    func isCallerCall(_ call: NodeIndex) -> Bool { callerCalls.contains(call) }

    /// The call or comparison by which a function itself, or one of its file that it calls, limits how often it may be called.
    func limiter(in function: NodeIndex) -> MiddlewareLink? {
        if limits.isEmpty { return nil }
        for function in facts.reach(of: function, throughMethods: true) {
            let first = limits[limits.partitioningIndex { $0.node >= function }...].first
            guard let first, first.node < tree.subtreeEnd(function) else { continue }
            return MiddlewareLink(name: first.name, verdict: .open, limitsRate: true)
        }
        return nil
    }

    /// Whether a model's pattern of evidence holds for a call, or for anything in it.
    func isKnownToModels(_ call: NodeIndex) -> Bool { isOptional(call) || modelEvidence(in: call) != nil }

    private func isMatched(_ node: NodeIndex, by section: ModelSection) -> Bool {
        !facts.matches.of(section, within: tree.range(node)).isEmpty
    }

    /// What the call does that a variable holds the result of; nil where that is just being asked, because the variable is
    /// made of itself.
    private func heldLink(_ node: NodeIndex) -> (NodeIndex, MiddlewareLink)? {
        guard let value = facts.heldCall(node), callsInQuestion.insert(value).inserted else { return nil }
        defer { callsInQuestion.remove(value) }
        return (value, link(value))
    }
}
