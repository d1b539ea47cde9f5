import Algorithms
import Matching
import SourceText
import Syntax

/// Sums up the classes of a file whose methods may handle requests.
struct ClassCollector {
    private let facts: FileFacts
    private let lines: LineIndex
    /// The functions in each class, in preorder.
    private let functions: [NodeIndex: [NodeIndex]]
    /// What models say of classes and of functions, by node.
    private let classMatches: [NodeIndex: [ModelMatch]]
    private let handlerMatches: [NodeIndex: [ModelMatch]]
    private var tree: SyntaxTree { facts.tree }

    init(facts: FileFacts, lines: LineIndex) {
        self.facts = facts
        self.lines = lines
        var functions: [NodeIndex: [NodeIndex]] = [:]
        for node in facts.functions.nodes where facts.tree.kind(node) == .function {
            if let owner = FunctionTable.enclosingClass(node, in: facts.tree) {
                functions[owner, default: []].append(node)
            }
        }
        self.functions = functions
        classMatches = Dictionary(grouping: facts.matches.of(.classes)) { $0.match.node }
        handlerMatches = Dictionary(grouping: facts.matches.of(.handlerMethods)) { $0.match.node }
    }

    func collect() -> [ClassSummary] { facts.target.nodes(of: .class).compactMap(summary) }

    private func summary(_ node: NodeIndex) -> ClassSummary? {
        guard let name = tree.child(node, .name) else { return nil }
        let known = classMatches[node] ?? []
        let named = facts.supertypes(of: node).map(facts.authentication.link).filter { $0.verdict.isAuthenticated }
        let guards = ownMatches(.classMiddleware, of: node)
        let choosers = facts.matches.of(.classMiddleware, within: tree.range(node)).filter { match in
            match.value("chooses") != nil && FunctionTable.enclosingClass(match.match.node, in: tree) == node
        }
        let statements = guards.filter { $0.value("adds")?.boolean != true }
            .flatMap { $0.nodes("middleware", in: tree) }
        let added = guards.filter { $0.value("adds")?.boolean == true }.flatMap {
            facts.authentication.links($0.nodes("middleware", in: tree))
        }
        let functions = functions[node] ?? []
        let names = functions.compactMap { tree.child($0, .name) }.map { facts.text($0) }
        let decorators = self.decorators(of: node, among: Set(names))
        let divided = guardsByMember(statements)
        let methods = ownMatches(.handlerMethods, of: node).flatMap { facts.methods($0) }
        return ClassSummary(
            name: facts.text(name), line: lines.line(at: tree.range(node).start),
            isMiddleware: facts.isMiddleware(node),
            bases: facts.bases(ofClass: node, known),
            members: functions.compactMap {
                member($0, decorators: decorators.byMember.merging(divided, uniquingKeysWith: +))
            },
            fields: facts.fields(ofClass: node),
            kinds: known.compactMap { $0.value("kind")?.text },
            provided: known.flatMap { $0.value("members")?.texts ?? [] },
            links: named + decorators.all + added,
            ownGuards: statements.isEmpty
                ? nil : facts.authentication.links(statements.filter { tree.kind($0) != .object }),
            choices: choosers.compactMap { GuardChooser(facts: facts, match: $0)?.choices() }.first ?? [],
            methods: methods.isEmpty ? nil : methods)
    }

    /// Matches in the body of the class itself, in none of its functions.
    private func ownMatches(_ section: ModelSection, of node: NodeIndex) -> [ModelMatch] {
        facts.matches.of(section, within: tree.range(node)).filter { match in
            guard match.match.node > node, match.match.node < tree.subtreeEnd(node) else { return false }
            return FunctionTable.enclosing(match.match.node, in: tree).map { $0 < node } ?? true
                && FunctionTable.enclosingClass(match.match.node, in: tree) == node
        }
    }

    /// Guards that a class lists for each of its methods: `{"post": [signed_in], "delete": [staff_only]}`.
    private func guardsByMember(_ statements: [NodeIndex]) -> [String: [MiddlewareLink]] {
        var byMember: [String: [MiddlewareLink]] = [:]
        for object in statements where tree.kind(object) == .object {
            for pair in tree.children(object) where tree.kind(pair) == .pair {
                guard let key = tree.child(pair, .key).flatMap({ facts.target.stringValue($0) }),
                    let value = tree.child(pair, .value)
                else { continue }
                byMember[String(decoding: key, as: UTF8.self), default: []] += facts.authentication.links([value])
            }
        }
        return byMember
    }

    /// The decorators of a class; one that names a method (`name="post"`) is that method's alone.
    private func decorators(
        of node: NodeIndex, among names: Set<String>
    ) -> (all: [MiddlewareLink], byMember: [String: [MiddlewareLink]]) {
        var all: [MiddlewareLink] = []
        var byMember: [String: [MiddlewareLink]] = [:]
        for decorator in tree.children(node) where tree.kind(decorator) == .decorator {
            let link = facts.authentication.link(decorator)
            let arguments = tree.child(decorator, .value).flatMap { tree.child($0, .arguments) }
            let named = arguments.flatMap { tree.argument(at: ArgumentPlace(label: "name"), in: $0) }
                .flatMap { facts.target.stringValue($0) }.map { String(decoding: $0, as: UTF8.self) }
            if let named, names.contains(named) {
                byMember[named, default: []].append(link)
            } else {
                all.append(link)
            }
        }
        return (all, byMember)
    }

    private func member(_ node: NodeIndex, decorators: [String: [MiddlewareLink]]) -> ClassMember? {
        guard let nameNode = tree.child(node, .name) else { return nil }
        let name = facts.text(nameNode)
        var function = facts.functionSummary(node, name: name, lines: lines)
        function.links += decorators[name] ?? []
        let reached = handlerMatches[node]?.first { $0.entry.fields["detail"] != nil }
        let path = reached.map { match in
            match.node("path").flatMap { facts.target.stringValue($0) }.map { String(decoding: $0, as: UTF8.self) }
                ?? name
        }
        let isForInstance = reached.flatMap { $0.node("detail") }.map { facts.target.constant($0) == .boolean(true) }
        let guards = reached?.nodes("middleware", in: tree) ?? []
        return ClassMember(
            name: name, function: function, path: path, isForInstance: isForInstance ?? false,
            ownGuards: guards.isEmpty ? nil : facts.authentication.links(guards),
            goesOn: facts.calls(of: name).contains { tree.range(node).contains(tree.range($0)) })
    }
}

extension FileFacts {
    /// What the classes of the file inherit from.
    public func bases() -> FileBases {
        let known = Dictionary(grouping: matches.of(.classes)) { $0.match.node }
        var found = FileBases()
        for node in target.nodes(of: .class) {
            guard let name = tree.child(node, .name) else { continue }
            found.names.append(text(name))
            found.bases.append(bases(ofClass: node, known[node] ?? []))
            found.fields.append(fields(ofClass: node))
        }
        return found
    }

    fileprivate func supertypes(of owner: NodeIndex) -> [NodeIndex] {
        tree.children(owner).filter { tree.role($0) == .supertype && tree.kind($0) != .keywordArgument }
    }

    /// The classes that a class extends, without what stands for their parameters: `Crud` of `extends Crud<User>`.
    func bases(ofClass node: NodeIndex) -> [Symbol] {
        supertypes(of: node).map { base in
            let type = tree.kind(base) == .type ? tree.child(base, .value) ?? base : base
            return symbol(of: tree.kind(type) == .genericType ? tree.child(type, .name) ?? type : type)
        }
    }

    /// The superclasses of a class but those that matches of models speak of.
    fileprivate func bases(ofClass node: NodeIndex, _ known: [ModelMatch]) -> [Symbol] {
        supertypes(of: node).filter { base in
            !known.contains { match in match.match.bindings.contains { $0?.range == tree.range(base) } }
        }.map { symbol(of: $0) }
    }

    /// Whether a class is of a kind that is middleware, and of none that only finds out who calls.
    func isMiddleware(_ owner: NodeIndex) -> Bool {
        let kinds = tree.children(owner).filter { tree.role($0) == .supertype }.map { name(of: $0).lastDottedPart }
        return kinds.contains { names.holds(.middlewareType, $0) } && !kinds.contains { names.holds(.identifies, $0) }
    }

    /// The HTTP methods that a match says a handler takes.
    func methods(_ match: ModelMatch) -> [String] {
        if let fixed = match.value("methods")?.texts, !fixed.isEmpty { return fixed }
        return match.nodes("methods", in: tree).flatMap { node -> [[UInt8]] in
            if let one = target.stringValue(node) { return [one] }
            return tree.children(node).compactMap { element in
                if let text = target.stringValue(element) { return text }
                // A constant of another file, by the name of the method that it stands for: `methods=[PUT, PATCH]`.
                let name = name(of: element).lastDottedPart
                return RouteReader.verbs.contains(name) ? Array(name.utf8) : nil
            }
        }.map { String(decoding: $0, as: UTF8.self).uppercased() }
    }

    /// The statuses of the responses made within a range.
    func statuses(in range: ByteRange) -> [Int] {
        responses.lying(within: range, by: \.range).compactMap(\.status.value)
    }

    /// Whether a function calls a server, or something of another file that by its method may.
    func callsServer(_ function: NodeIndex) -> Bool {
        let first = serverCalls.partitioningIndex { $0 > function }
        return first < serverCalls.count && serverCalls[first] < tree.subtreeEnd(function)
    }

    /// A function and those that it calls in this file, and they; the methods of its own class among them only where wanted.
    func reach(of function: NodeIndex, throughMethods: Bool = false) -> [NodeIndex] {
        var reached: [NodeIndex] = []
        var pending = [function]
        while let next = pending.popLast(), reached.count < 8 {
            if reached.contains(next) { continue }
            reached.append(next)
            for node in next..<tree.subtreeEnd(next) where tree.kind(node) == .call {
                guard let callee = tree.child(node, .callee),
                    tree.kind(callee) == .identifier || throughMethods && isOwnMethod(callee, next),
                    let called = localFunction(callee)
                else { continue }
                pending.append(called)
            }
        }
        return reached
    }

    func findServerCalls() -> [NodeIndex] {
        (outgoing.calls.map(\.node) + target.nodes(of: .call).filter(mayCallServer)).sorted()
    }

    /// `api.delete("members/1")`, where `api` is imported; or what is called on something imported and given headers:
    /// `sdk.cart.update(id, changes, headers)`.
    private func mayCallServer(_ node: NodeIndex) -> Bool {
        guard let callee = tree.child(node, .callee), tree.kind(callee) == .member,
            let name = tree.child(callee, .name), var object = tree.child(callee, .object),
            let list = tree.child(node, .arguments), let path = tree.firstChild(list)
        else { return false }
        let isGivenHeaders = tree.children(list).contains(where: holdsHeaders)
        if !isGivenHeaders, !means(.requestVerb, name) || ![.string, .interpolatedString].contains(tree.kind(path)) {
            return false
        }
        while isGivenHeaders, tree.kind(object) == .member, let inner = tree.child(object, .object) { object = inner }
        return tree.kind(object) == .identifier && modules.symbol(of: object, in: target) != nil
    }

    /// Whether an argument is headers, or options that hold some.
    private func holdsHeaders(_ argument: NodeIndex) -> Bool {
        switch tree.kind(argument) {
        case .identifier: means(.requestHeaders, argument)
        case .object:
            tree.children(argument).contains { option in
                (tree.child(option, .key) ?? tree.firstChild(option)).map { means(.requestHeaders, $0) } ?? false
            }
        default: false
        }
    }

    /// What an expression means that may be declared elsewhere.
    func symbol(of node: NodeIndex) -> Symbol {
        modules.symbol(of: node, in: target) ?? Symbol(name: name(of: node))
    }

    func makeFunctionSummary(_ node: NodeIndex, name: String, lines: LineIndex) -> FunctionSummary {
        var links = authentication.dependencies(of: node)
        for child in tree.children(node) where tree.kind(child) == .decorator {
            links += authentication.links([child])
        }
        links += authentication.linksOfReturned(by: node)
        if let limiter = authentication.limiter(in: node) { links.append(limiter) }
        let range = tree.range(node)
        var methods: [String] = []
        // What counts only where nothing says more.
        var otherwise: [String] = []
        var kind: String?
        // Where it asks for the method, and nothing before it says which it takes.
        var tests: [NodeIndex] = []
        var isToldMethods = false
        for match in matches.of(.handlerMethods, within: range) {
            kind = kind ?? match.value("kind")?.text
            let own = self.methods(match)
            if match.match.node == node {
                isToldMethods = true
            } else if match.match.node >= 0, tree.kind(match.match.node) == .binary {
                tests.append(match.match.node)
            }
            if match.value("otherwise")?.boolean == true {
                otherwise = own
            } else {
                for method in own where !methods.contains(method) { methods.append(method) }
            }
        }
        if methods.isEmpty { methods = otherwise }
        if !isToldMethods, !methods.contains("GET"), OtherMethods(facts: self).areServed(by: node, besides: tests) {
            methods.insert("GET", at: 0)
        }
        var summary = FunctionSummary(
            name: name, verdict: authentication.verdict(ofBody: node),
            letsAllPass: PassingBody(facts: self).letsAllPass(node) || authentication.passesStrangers(node),
            links: links, methods: methods, kind: kind,
            calls: authentication.importedCalls(in: node), statuses: statuses(in: range),
            isLenient: authentication.isLenient(node), knowsCallers: authentication.knowsCallers(node),
            decidesByPath: authentication.decidesByPath(node), guardsSomePaths: authentication.guardsSomePaths(node),
            line: lines.line(at: tree.definitionStart(node)))
        summary.exitVerdict = authentication.exitVerdict(ofHandler: node)
        summary.proofs = ProofKind.read(in: node, of: summary, self)
        summary.asksSessionModule = ProofKind.asksSessionModule(node, self)
        summary.callsServer = callsServer(node)
        summary.relaysCallers = reach(of: node).contains { callsServer($0) && authentication.knowsCallers($0) }
        summary.forgivenCalls = authentication.forgivenCalls(of: node)
        summary.methodCalls = authentication.methodCalls(in: node)
        summary.innerCalls = authentication.innerCalls(of: node)
        summary.handsOver = authentication.handsOver(node)
        summary.openingSetting = authentication.openingSetting(in: node)
        summary.openingFlags = authentication.openingFlags(of: node)
        summary.givesNothing =
            links.contains(where: \.verdict.isAuthenticated)
            && authentication.givesNothing(before: tree.subtreeEnd(node), in: node)
        summary.limitsRate = authentication.limiter(in: node) != nil
        summary.traits = handlerTraits(of: node)
        summary.content = content(of: node)
        return summary
    }

    /// What a function leaves to those of other files and to methods of objects that it is given: their results are its own.
    func handedCalls(in function: NodeIndex) -> [Symbol] {
        var found: [Symbol] = []
        var seen = Set<Symbol>()
        for call in authentication.calls(in: function) where isUsed(call) {
            for symbol in [authentication.importedCallee(of: call), injectedSymbol(call)] {
                if let symbol, !seen.contains(symbol), modules.mayBeOfProject(symbol), isGivenBack(call) {
                    seen.insert(symbol)
                    found.append(symbol)
                }
            }
        }
        return found
    }

    /// Whether what a call gives may go anywhere: it does not where the call is a statement by itself and hands it to no closure.
    private func isUsed(_ call: NodeIndex) -> Bool {
        let top = tree.awaited(call)
        guard tree.parent(top) >= 0, tree.kind(tree.parent(top)) == .expressionStatement else { return true }
        return isResult(top) || handedResult(of: call) != nil || responseReach.holds(tree.range(call))
    }

    /// Whether a function around a call gives back what that gives. A call is asked for by each function that it stands in.
    private func isGivenBack(_ call: NodeIndex) -> Bool {
        if let known = callsGivenBack[call] { return known }
        let answer = RowUse(facts: self).isReturnedWhole(call)
        callsGivenBack[call] = answer
        return answer
    }
}

extension SyntaxTree {
    /// Where a function itself begins, past its decorators: its keyword, or the name of a method without one.
    func definitionStart(_ node: NodeIndex) -> Int {
        kind(node) == .function ? range(ofToken: mainTokens[Int(node)]).start : range(node).start
    }
}
