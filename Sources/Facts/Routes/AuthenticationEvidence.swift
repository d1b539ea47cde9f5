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
    private var bodies: [NodeIndex: AuthenticationVerdict] = [:]
    private var callsInQuestion: Set<NodeIndex> = []
    /// A file calls the same names again and again, and each costs many regular expressions.
    private var verdictsByName: [String: AuthenticationVerdict?] = [:]
    /// The calls of which a model says that they let everybody pass.
    private lazy var optionalCalls = Set(
        facts.matches.of(.authentication).filter { $0.value("optional")?.boolean == true }.map(\.match.node))
    /// The calls of which a model says that they tell who is signed in.
    private lazy var callerCalls = Set(
        facts.matches.of(.authentication).filter { $0.value("part")?.text == "caller" }.map(\.match.node))
    /// By function: where it is left because nobody is signed in.
    private(set) lazy var earlyExits = Dictionary(
        grouping: EarlyExitCollector(evidence: self).collect(), by: \.function)
    private(set) lazy var rejections = RejectionTable(evidence: self)
    private(set) lazy var denyingCallees = calleesExpectedToDeny()
    /// The identifiers that name the path of a request and are tested somewhere, in preorder.
    private(set) lazy var testedPathNames = facts.target.nodes(of: .identifier).filter {
        isTested($0, within: -1) && facts.means(.requestPath, $0)
    }
    /// The functions in others that a decorator of some object registers there, `@socket.on("connect")`, which run when that
    /// sees fit: by the node, where each ends.
    private(set) lazy var registeredFunctions = Dictionary(
        uniqueKeysWithValues: facts.target.nodes(of: .function).filter(isRegistered).map { ($0, tree.subtreeEnd($0)) })
    /// The calls that by their names limit how often something is done, in preorder.
    private lazy var limitingCalls = facts.target.nodes(of: .call).compactMap { call in
        tree.child(call, .callee).map { (call: call, name: facts.name(of: $0)) }
    }.filter { facts.names.holds(.limitsRate, $0.name) }
    /// The calls to functions of other files, as far as imports say which, in preorder.
    private lazy var importedCallees = makeImportedCallees()
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
        return link
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
        if let evidence = modelEvidence(in: node) {
            link.verdict = evidence
            return link
        }
        if isToldToPass(node) {
            link.verdict = .unknown("'\(name)' is told to let some pass")
            return link
        }
        if let (value, held) = heldLink(node) {
            if held.verdict.isAuthenticated || isOptional(value) { return held }
        }
        if let verdict = verdict(ofName: name) {
            link.verdict = verdict
            if verdict != .open { return named(node, link) }
        }
        var isKnown = verdict(ofName: name) != nil || link.limitsRate || link.validates
        let wraps = facts.names.holds(.wraps, name.lastDottedPart)
        for argument in arguments(of: node) where facts.unwrapped(argument) != handler {
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
        if isKnown { return link }
        return resolved(node, link)
    }

    /// What an expression in a chain of middleware is called.
    func name(ofLink node: NodeIndex) -> String {
        let node = facts.unwrapped(node)
        if let bound = facts.receiverOfBind(node) { return name(ofLink: bound) }
        return ModuleTable.required(node, in: facts.target) ?? facts.name(of: node)
    }

    /// Whether an argument says that what is made does not insist: `Access(requireUser: false)`,
    /// `Authenticator(allowed={User, Anonymous})`.
    private func isToldToPass(_ node: NodeIndex) -> Bool {
        guard tree.kind(node) == .call || tree.kind(node) == .new else { return false }
        return arguments(of: node).contains { argument in
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
            return facts.target.constant(value) == .boolean(false) && facts.means(.insists, label)
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
            if PassingBody(facts: facts).letsAllPass(function) {
                link.verdict = .open
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

    /// Whether the configuration says of a name that it authenticates.
    private func isConfigured(_ name: String) -> Bool {
        let last = name.lastDottedPart
        return facts.settings.authenticatingNames.contains { $0 == last || $0 == name }
    }

    /// The links of several expressions: each element of a list for itself, and each argument of what only puts several
    /// together.
    func links(_ nodes: [NodeIndex]) -> [MiddlewareLink] {
        nodes.flatMap { node -> [MiddlewareLink] in
            let node = facts.unwrapped(node)
            if tree.kind(node) == .call, facts.isNamed(.wraps, node),
                modelEvidence(in: node) == nil
            {
                return links(arguments(of: node))
            }
            if tree.kind(node) == .conditional {
                return links([tree.child(node, .body), tree.child(node, .alternate)].compactMap { $0 })
                    .map { $0.uncertain("is registered only under a condition") }
            }
            if tree.kind(node) == .binary {
                return links([tree.child(node, .left), tree.child(node, .right)].compactMap { $0 })
            }
            guard tree.kind(node) == .array || tree.kind(node) == .tuple || tree.kind(node) == .set else {
                return [link(node)]
            }
            return links(Array(tree.children(node)))
        }
    }

    /// What the function that an expression names or is does.
    private func resolved(_ node: NodeIndex, _ link: MiddlewareLink) -> MiddlewareLink {
        var link = link
        if tree.kind(node) == .lambda || tree.kind(node) == .function {
            link.verdict = verdict(ofBody: node)
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
        case .opens, .identifies, .limitsRate, .validates, .neutral, .requestIdentifier, .logsRequests,
            .securityHeaders, .parsesBody, .handlesErrors, .speaks, .wraps:
            return .open
        // What identifies a caller may be anything that does something with that.
        default: return nil
        }
    }

    /// A model's pattern of evidence on the node or anywhere in it.
    private func modelEvidence(in node: NodeIndex) -> AuthenticationVerdict? {
        let range = tree.range(node)
        if tree.kind(node) == .call, partMatch("partial", in: node) != nil {
            return .unknown("some paths are excepted from it")
        }
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
            if match.value("part") != nil { continue }
            let text = tree.bytes[match.match.range.start..<match.match.range.end].prefix { $0 != 0x0A }.prefix(60)
            return .authenticated(String(decoding: text, as: UTF8.self))
        }
        return isOptional ? .open : nil
    }

    /// Whether a model says of a call that it lets everybody pass.
    func isOptional(_ call: NodeIndex) -> Bool {
        optionalCalls.contains(call)
    }

    /// Whether a model says of a call that it tells who is signed in.
    func isCallerCall(_ call: NodeIndex) -> Bool { callerCalls.contains(call) }

    /// The call by which a function itself limits how often it may be called.
    func limiter(in function: NodeIndex) -> MiddlewareLink? {
        let first = limitingCalls[limitingCalls.partitioningIndex { $0.call >= function }...].first
        guard let first, first.call < tree.subtreeEnd(function) else { return nil }
        return MiddlewareLink(name: first.name, verdict: .open, limitsRate: true)
    }

    /// Whether a model's pattern of evidence holds for a call, or for anything in it.
    func isKnownToModels(_ call: NodeIndex) -> Bool { isOptional(call) || modelEvidence(in: call) != nil }

    private func isMatched(_ node: NodeIndex, by section: ModelSection) -> Bool {
        !facts.matches.of(section, within: tree.range(node)).isEmpty
    }

    // MARK: Bodies

    /// What a function or class does in its signature and body.
    func verdict(ofBody function: NodeIndex) -> AuthenticationVerdict {
        if let known = bodies[function] { return known }
        // A function that calls itself decides nothing by that.
        bodies[function] = .open
        let verdict = examine(function)
        bodies[function] = verdict
        return verdict
    }

    private func examine(_ function: NodeIndex) -> AuthenticationVerdict {
        if let evidence = modelEvidence(in: function) { return evidence }
        var doubt: AuthenticationVerdict?
        var givesNothing = false
        var node = function + 1
        let end = tree.subtreeEnd(function)
        while node < end {
            if let registered = registeredFunctions[node] {
                node = registered
                continue
            }
            if tree.kind(node) == .call, let verdict = callVerdict(node) {
                if verdict.isAuthenticated, !isForgiven(node, in: function) {
                    givesNothing = self.givesNothing(before: node, in: function)
                    if !givesNothing { return verdict }
                }
                doubt = doubt ?? verdict
            }
            node += 1
        }
        let shown = RejectionReader(function, evidence: self).verdict()
        if let left = exitVerdict(of: function, asHandler: false), !shown.isAuthenticated { return left }
        if shown != .open { return shown }
        if givesNothing { return .unknown(RejectionReader.givesNothing) }
        if let handedOn = RejectionReader(function, evidence: self).handedOn() { return handedOn }
        return delegated(by: function) ?? doubt ?? .open
    }

    /// Whether a function stands in another, and a decorator of it is a method of something and is not given what that other
    /// is given: `@functools.wraps(function)` is.
    private func isRegistered(_ function: NodeIndex) -> Bool {
        guard let outer = FunctionTable.enclosing(tree.parent(function), in: tree),
            let given = tree.child(outer, .parameters).map({ tree.range($0) })
        else { return false }
        return tree.children(function).contains { decorator in
            guard tree.kind(decorator) == .decorator, let value = tree.child(decorator, .value),
                let callee = tree.kind(value) == .call ? tree.child(value, .callee) : value,
                tree.kind(callee) == .member
            else { return false }
            return !arguments(of: value).contains { argument in
                facts.uses(ofVariableAt: argument).contains { given.contains(tree.range($0)) }
            }
        }
    }

    /// A model's pattern of a part of evidence (`rejection`, `identity`) in the node.
    func partMatch(_ part: String, in node: NodeIndex) -> NodeIndex? { partMatches(part, in: node).first }

    func partMatches(_ part: String, in node: NodeIndex) -> [NodeIndex] {
        facts.matches.of(.authentication, within: tree.range(node)).filter {
            $0.value("part")?.text == part && $0.match.node >= 0
        }.map(\.match.node)
    }

    private func makeImportedCallees() -> [(call: NodeIndex, symbol: Symbol)] {
        facts.target.nodes(of: .call).compactMap { call in
            guard let callee = tree.child(call, .callee),
                let symbol = facts.modules.symbol(of: callee, in: facts.target) ?? renamedImport(callee),
                !facts.modules.isFromPackage(symbol), !isToldToSkip(call)
            else { return nil }
            return (call, symbol)
        }
    }

    /// A method of an imported object that has another name here: `const api = serverApi; api.post(..)`.
    private func renamedImport(_ callee: NodeIndex) -> Symbol? {
        guard tree.kind(callee) == .member, let object = tree.child(callee, .object), tree.kind(object) == .identifier,
            let name = tree.child(callee, .name), let value = facts.onlyValue(of: object),
            tree.kind(value) == .identifier, var symbol = facts.modules.symbol(of: value, in: facts.target)
        else { return nil }
        symbol.name = symbol.name.isEmpty ? facts.text(name) : symbol.name + "." + facts.text(name)
        return symbol
    }

    /// Whether an option of a call says that callers are not to be asked: `{ skipAuth: true }`, `skip_auth=True`.
    private func isToldToSkip(_ call: NodeIndex) -> Bool {
        arguments(of: call).contains { argument in
            let options = tree.kind(argument) == .object ? Array(tree.children(argument)) : [argument]
            return options.contains { option in
                guard let key = tree.child(option, .key) ?? tree.child(option, .label),
                    let value = tree.child(option, .value), tree.kind(value) == .boolean
                else { return false }
                return facts.target.constant(value) == .boolean(true) && facts.names.holds(.opens, facts.bareText(key))
            }
        }
    }

    /// Functions of other files that a function calls, as far as imports say which.
    func importedCalls(in function: NodeIndex) -> [Symbol] {
        var symbols: [Symbol] = []
        for callee in importedCallees(in: function) where !symbols.contains(callee.symbol) {
            symbols.append(callee.symbol)
            if symbols.count == 32 { break }
        }
        return symbols
    }

    /// The calls in a function of functions of other files, in preorder.
    func importedCallees(in function: NodeIndex) -> ArraySlice<(call: NodeIndex, symbol: Symbol)> {
        let end = tree.subtreeEnd(function)
        return importedCallees[importedCallees.partitioningIndex { $0.call > function }...].prefix { $0.call < end }
    }

    /// Calls in a body: a helper that turns callers away by its own body, or that insists by its name. One that by its name
    /// only answers (`verify_token`, `get_current_user`) may leave the rest to whoever asks.
    private func callVerdict(_ call: NodeIndex) -> AuthenticationVerdict? {
        guard let callee = tree.child(call, .callee), !isOptional(call) else { return nil }
        let name = facts.name(of: callee)
        if isConfigured(name) { return .authenticated(name) }
        let insists = facts.names.holds(.insists, name.lastDottedPart)
        if let function = facts.localFunction(callee), tree.kind(callee) != .call {
            switch verdict(ofBody: function) {
            case .authenticated where ClientData(evidence: self).isComputedOfData(call):
                return .unknown("'\(name)' judges what the client sends as data")
            case .authenticated(let evidence): return .authenticated("\(name): \(evidence)")
            case .unknown(let reason): if !insists { return .unknown(reason) }
            case .open: if !insists { return nil }
            }
        }
        guard let verdict = verdict(ofName: name), case .authenticated = verdict, !isPredicate(name.lastDottedPart),
            insists || !facts.names.holds(.asks, name.lastDottedPart), !isResultOfCall(callee)
        else { return nil }
        return insists && !mayMakeToken(call) ? verdict : .unknown("'\(name)' may turn callers away")
    }

    /// Whether what a call gives is kept as a token: it may have made that for the caller, `const token = authorize(user)`.
    private func mayMakeToken(_ call: NodeIndex) -> Bool {
        let parent = tree.parent(call)
        guard tree.role(call) == .value, let holder = tree.child(parent, .target) ?? tree.child(parent, .key) else {
            return false
        }
        return facts.names.holds(.holdsToken, facts.bareText(holder).lastDottedPart)
    }

    /// Whether a failure of a call is caught by something that turns nobody away.
    private func isForgiven(_ call: NodeIndex, in function: NodeIndex) -> Bool {
        var child = call
        while child > function {
            let parent = tree.parent(child)
            guard parent >= function else { return false }
            if tree.kind(parent) == .try, tree.role(child) == .body {
                let catches = tree.children(parent).filter { tree.kind($0) == .catch }
                return !catches.isEmpty
                    && catches.allSatisfy { clause in
                        (clause..<tree.subtreeEnd(clause)).contains { tree.kind($0) == .return }
                            && !(clause..<tree.subtreeEnd(clause)).contains { tree.kind($0) == .throw }
                            && RejectionReader(clause, evidence: self).isEmpty
                    }
            }
            child = parent
        }
        return false
    }

    /// Whether a function gives nothing back for some requests before it comes to a place, and not because it knows who calls.
    func givesNothing(before place: NodeIndex, in function: NodeIndex) -> Bool {
        let conditions = CallerCondition(evidence: self, identity: CallerIdentity(evidence: self))
        return facts.target.nodes(of: .return).contains { node in
            node > function && node < place && FunctionTable.enclosing(node, in: tree) == function
                && tree.child(node, .value).map { tree.kind($0) == .null } ?? false
                && !conditions.hold(at: node, within: function)
        }
    }

    /// Whether a method is called on what another call returned, so that its name says what is done to that.
    private func isResultOfCall(_ callee: NodeIndex) -> Bool {
        guard tree.kind(callee) == .member, let object = tree.child(callee, .object) else { return false }
        return tree.kind(object) == .call || tree.kind(object) == .await
    }

    /// Whether a name asks rather than insists: `has_permission`, `isLoggedIn`. What comes of the answer is another matter.
    func isPredicate(_ name: String) -> Bool {
        ["is", "has", "can"].contains { prefix in
            guard name.hasPrefix(prefix), let next = name.utf8.dropFirst(prefix.utf8.count).first else { return false }
            return next == UInt8(ascii: "_") || next < UInt8(ascii: "a")
        }
    }

    func arguments(of node: NodeIndex) -> [NodeIndex] {
        switch tree.kind(node) {
        case .call: return tree.child(node, .arguments).map { Array(tree.children($0)) } ?? []
        case .array, .tuple: return Array(tree.children(node))
        default: return []
        }
    }

    /// What the call does that a variable holds the result of; nil where that is just being asked, because the variable is
    /// made of itself.
    private func heldLink(_ node: NodeIndex) -> (NodeIndex, MiddlewareLink)? {
        guard let value = facts.heldCall(node), callsInQuestion.insert(value).inserted else { return nil }
        defer { callsInQuestion.remove(value) }
        return (value, link(value))
    }
}
