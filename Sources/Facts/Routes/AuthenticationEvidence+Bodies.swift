import Algorithms
import Matching
import Syntax

/// What the bodies of functions and classes show of callers.
extension AuthenticationEvidence {
    /// What a function or class does in its signature and body.
    func verdict(ofBody function: NodeIndex) -> AuthenticationVerdict {
        if let known = bodies[function] { return known }
        // A function that calls itself decides nothing by that.
        bodies[function] = .open
        // A token that any page of the application gets says nothing of who sends it.
        if let name = tree.child(function, .name), facts.means(.guardsForms, name) { return .open }
        var verdict = examine(function)
        if verdict.isAuthenticated, passesStrangers(function) {
            verdict = .open
        } else if verdict.isAuthenticated, let setting = openingSetting(in: function) {
            verdict = .unknown(Self.opened(by: setting))
        }
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
            if tree.kind(node) == .call,
                let verdict = VerifyingCall(evidence: self).verdict(of: node, in: function) ?? callVerdict(node)
            {
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
        let reader = RejectionReader(function, evidence: self)
        if let failed = reader.failureToPass() ?? reader.handedOn() { return failed }
        return delegated(by: function) ?? listed(by: function) ?? doubt ?? .open
    }

    /// Whether a function stands in another, and a decorator of it is a method of something and is not given what that other
    /// is given: `@functools.wraps(function)` is.
    func isRegistered(_ function: NodeIndex) -> Bool {
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

    func makeImportedCallees() -> [(call: NodeIndex, symbol: Symbol)] {
        facts.target.nodes(of: .call).compactMap { call in importedCallee(of: call).map { (call, $0) } }
    }

    /// The function of another file that a call means, as far as imports say which; nil where it is told not to ask callers.
    func importedCallee(of call: NodeIndex) -> Symbol? {
        guard let callee = tree.child(call, .callee),
            let symbol = facts.modules.symbol(of: callee, in: facts.target) ?? renamedImport(callee),
            !facts.modules.isForeign(symbol), !isToldToSkip(call)
        else { return nil }
        return symbol
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

    /// Of the functions of other files that a function calls, those that it calls only where it has asked for the method of the
    /// request: `if request.method == "PATCH": check_owner(request)`.
    func methodCalls(in function: NodeIndex) -> [Symbol] {
        functions(calledIn: function) { standsBehindMethod($0, in: function) }
    }

    /// Of the functions of other files that a function calls, those of which all calls are of a kind, each once.
    private func functions(calledIn function: NodeIndex, onlyBy isOfKind: (NodeIndex) -> Bool) -> [Symbol] {
        let calls = importedCallees(in: function).map { (symbol: $0.symbol, isOfKind: isOfKind($0.call)) }
        var others = Set(calls.lazy.filter { !$0.isOfKind }.map(\.symbol))
        return calls.filter { $0.isOfKind && others.insert($0.symbol).inserted }.map(\.symbol)
    }

    /// Whether a branch around a node in a function is for one method of requests.
    private func standsBehindMethod(_ node: NodeIndex, in function: NodeIndex) -> Bool {
        var child = node
        while tree.parent(child) > function {
            let branch = tree.parent(child)
            if tree.kind(branch) == .if, tree.role(child) != .condition,
                let condition = tree.child(branch, .condition), facts.isEquality(condition),
                let method = tree.child(condition, .right),
                let text = facts.target.stringValue(method),
                TestedMethods.verbs.contains(String(decoding: text, as: UTF8.self))
            {
                return true
            }
            child = branch
        }
        return false
    }

    /// Functions of other files that those call which a function calls in its file, as far as their failures are its own.
    func innerCalls(of function: NodeIndex) -> [Symbol] {
        var symbols: [Symbol] = []
        for helper in facts.reach(of: function, throughMethods: true).dropFirst() {
            for callee in importedCallees(in: helper)
            where !symbols.contains(callee.symbol) && !isForgiven(callee.call, in: helper) {
                symbols.append(callee.symbol)
                if symbols.count == 32 { return symbols }
            }
        }
        return symbols
    }

    /// The calls in a function of functions of other files, in preorder.
    func importedCallees(in function: NodeIndex) -> ArraySlice<(call: NodeIndex, symbol: Symbol)> {
        let start = bodyStart(of: function)
        let end = tree.subtreeEnd(function)
        return importedCallees[importedCallees.partitioningIndex { $0.call >= start }...].prefix { $0.call < end }
    }

    /// All calls in a function, in preorder.
    func calls(in function: NodeIndex) -> some Sequence<NodeIndex> {
        let start = bodyStart(of: function)
        return facts.target.nodes(of: .call, inside: function).drop { $0 < start }
    }

    /// The first node of a function behind its decorators, which stand before it and are no part of what it does.
    private func bodyStart(of function: NodeIndex) -> NodeIndex {
        tree.children(function).prefix { tree.kind($0) == .decorator }
            .reduce(function + 1) { max($0, tree.subtreeEnd($1)) }
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
            case .unknown(let reason):
                if !insists || reason == RejectionReader.givesNothing { return .unknown(reason) }
            case .open: if !insists { return nil }
            }
        }
        guard let verdict = verdict(ofName: name), case .authenticated = verdict, !isPredicate(name.lastDottedPart),
            insists || !facts.names.holds(.asks, name.lastDottedPart)
        else { return nil }
        // What it is called on may be anything: `signers.get(name).verifySignature(body)`.
        if isResultOfCall(callee) {
            return facts.names.holds(.checksSignature, name.lastDottedPart)
                ? .unknown("'\(name.lastDottedPart)' may turn callers away") : nil
        }
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
                        let parts = clause..<tree.subtreeEnd(clause)
                        return (parts.contains { tree.kind($0) == .return } || parts.allSatisfy(onlySpeaks))
                            && !parts.contains { tree.kind($0) == .throw }
                            && RejectionReader(clause, evidence: self).isEmpty
                    }
            }
            child = parent
        }
        return false
    }

    /// Whether a node is no call but one that only says something: `console.error(error)`.
    private func onlySpeaks(_ node: NodeIndex) -> Bool {
        guard tree.kind(node) == .call || tree.kind(node) == .new else { return true }
        guard let callee = tree.child(node, .callee) else { return false }
        let name = facts.name(of: callee)
        return facts.names.holds(.speaks, name) || facts.names.holds(.speaks, name.lastDottedPart)
            || facts.names.holds(.cannotReject, name)
    }

    /// The functions of other files that a function only calls where their failures turn nobody away, or for those alone who
    /// bring something by which they prove themselves.
    func forgivenCalls(of function: NodeIndex) -> [Symbol] {
        let conditions = CallerCondition(evidence: self, identity: CallerIdentity(evidence: self))
        return functions(calledIn: function) {
            isForgiven($0, in: function) && conditions.hold(at: $0, within: function)
        }
    }

    /// Whether a function gives nothing back for some requests before it comes to a place, and not because it knows who calls.
    func givesNothing(before place: NodeIndex, in function: NodeIndex) -> Bool {
        let conditions = CallerCondition(evidence: self, identity: CallerIdentity(evidence: self))
        // Middleware that has to pass requests on turns those away that it leaves without a word.
        let passesOn = PassingBody(facts: facts).passesOn(function)
        return facts.target.nodes(of: .return).contains { node in
            node > function && node < place && FunctionTable.enclosing(node, in: tree) == function
                && (tree.child(node, .value).map { tree.kind($0) == .null } ?? (!passesOn && isOnlyStatement(node)))
                && !conditions.hold(at: node, within: function)
        }
    }

    /// Whether a statement is all that a branch does.
    private func isOnlyStatement(_ node: NodeIndex) -> Bool {
        let block = tree.parent(node)
        return tree.kind(block) == .block && tree.childCount(block) == 1
            && [.if, .guard].contains(tree.kind(tree.parent(block)))
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
}
