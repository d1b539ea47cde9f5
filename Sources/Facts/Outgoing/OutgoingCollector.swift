import Matching
import SourceText
import Syntax

/// What a file says of calls to servers.
struct OutgoingFacts {
    var calls: [OutgoingCall] = []
    var clients: [ClientSummary] = []
    var wrappers: [String: WrapperSummary] = [:]
    var adornments: [ClientAdornment] = []
}

/// One call of a file, with its node.
public struct OutgoingCall: Sendable {
    public var node: NodeIndex
    public var summary: OutgoingSummary
}

/// Finds the calls of a file that go to servers, those that may do so through functions of other files, and the clients and
/// functions by which other files may do so.
struct OutgoingCollector {
    let facts: FileFacts
    let reader: ValueReader
    let clients: ClientTable
    private let direct: [NodeIndex: ModelMatch]
    let importsProject: Bool

    init(facts: FileFacts) {
        self.facts = facts
        reader = ValueReader(facts: facts)
        clients = ClientTable(facts: facts, reader: reader)
        direct = ValueReader.byNode(facts.matches.of(.outgoing))
        importsProject = facts.modules.importsProject
    }

    var tree: SyntaxTree { facts.tree }

    func collect() -> OutgoingFacts {
        var found = OutgoingFacts()
        found.adornments = clients.adornments + rootAdornments()
        guard !clients.isEmpty || !direct.isEmpty || importsProject else { return found }
        var passed: Set<NodeIndex> = []
        for node in facts.target.nodes(of: .call) {
            guard let call = call(node) else { continue }
            found.calls.append(call)
            passed.insert(node)
        }
        addLocalCalls(to: &found, except: &passed)
        found.calls.sort { $0.node < $1.node }
        found.wrappers = wrappers(among: found.calls)
        found.clients = namedClients()
        found.adornments += importedAdornments()
        return found
    }

    // MARK: Calls

    private func call(_ node: NodeIndex) -> OutgoingCall? {
        if let match = direct[node], !isOfOtherClient(node, match) { return outgoing(node, request(match)) }
        // Without clients, only what other files have may send something, and only where it is given to.
        guard !clients.isEmpty || mayPassPath(node) else { return nil }
        guard let callee = tree.child(node, .callee) else { return nil }
        switch tree.kind(callee) {
        case .identifier:
            switch clients.reference(callee) {
            case .client(let client)?:
                return client.request("()", arguments(of: node), names: facts.names).map { outgoing(node, $0) }
            case .imported(let symbol)?: return candidate(node, .imported(symbol))
            case nil: return nil
            }
        case .member:
            guard let object = tree.child(callee, .object), let name = tree.child(callee, .name) else { return nil }
            switch clients.reference(object) {
            case .client(let client)?:
                return client.request(facts.text(name), arguments(of: node), names: facts.names).map {
                    outgoing(node, $0)
                }
            case .imported(let symbol)?:
                let inner = symbol.name.isEmpty ? facts.text(name) : symbol.name + "." + facts.text(name)
                return candidate(node, .imported(Symbol(module: symbol.module, name: inner)))
            case nil:
                guard mayPassPath(node) else { return nil }
                return typeMember(object, facts.text(name)).flatMap { candidate(node, .imported($0)) }
            }
        default: return nil
        }
    }

    /// Whether the call is one of a client that the file makes under the name of another: `const http = axios.create()`.
    private func isOfOtherClient(_ node: NodeIndex, _ match: ModelMatch) -> Bool {
        guard let callee = tree.child(node, .callee), tree.kind(callee) == .member,
            let object = tree.child(callee, .object), tree.kind(object) == .identifier,
            facts.target.semantics.variables[Int(object)] >= 0,
            case .client(let client)? = clients.reference(object)
        else { return false }
        return client.model != match.model
    }

    /// A method of a type of the project, where types are not imported by name: `APIClient.shared.get(..)`.
    private func typeMember(_ object: NodeIndex, _ member: String) -> Symbol? {
        guard !facts.target.scoping.receiver.isEmpty, facts.target.scoping.callConstructs else {
            return nil
        }
        var type: String?
        switch tree.kind(object) {
        case .identifier:
            let variable = facts.target.semantics.variables[Int(object)]
            let declared = variable >= 0 ? facts.target.semantics.variableTypes[Int(variable)] : -1
            type = declared >= 0 ? facts.text(declared) : facts.text(object)
        case .member: type = tree.child(object, .object).map { facts.text($0) }
        default: break
        }
        guard let type, type.utf8.startsWithCapital else { return nil }
        return Symbol(name: type + "." + member)
    }

    /// A call that goes out where what it calls turns out to do so.
    private func candidate(_ node: NodeIndex, _ target: OutgoingSummary.Target) -> OutgoingCall? {
        guard mayPassPath(node) else { return nil }
        let arguments = arguments(of: node)
        guard arguments.contains(where: { speaksOfURL($0.value) }) else { return nil }
        return passedOn(node, to: target, arguments)
    }

    private func speaksOfURL(_ value: ValueSummary) -> Bool {
        if let text = value.text, text.resemblesURL { return true }
        return value.keys.contains { facts.names.holds(.urlOption, $0.key) }
    }

    /// A cheap look at what the call is given, before any of it is read.
    private func mayPassPath(_ node: NodeIndex) -> Bool {
        guard let list = tree.child(node, .arguments) else { return false }
        return tree.children(list).contains { argument in
            let value = tree.argumentValue(argument)
            switch tree.kind(value) {
            case .string:
                let content = tree.stringContent(value)
                let text = tree.bytes[content.start..<content.end]
                return text.first == UInt8(ascii: "/") || text.starts(with: "http".utf8)
            case .interpolatedString, .concatenatedString: return tree.text(value).contains(UInt8(ascii: "/"))
            case .binary: return tree.text(value).prefix(256).contains(UInt8(ascii: "/"))
            case .object:
                return tree.children(value).contains { pair in
                    tree.child(pair, .key).map { facts.means(.urlOption, $0) } ?? false
                }
            case .member: return tree.child(value, .object) != nil
            default: return false
            }
        }
    }

    private func arguments(of node: NodeIndex) -> [ArgumentSummary] {
        guard let list = tree.child(node, .arguments) else { return [] }
        return tree.children(list).map { argument in
            switch tree.kind(argument) {
            case .keywordArgument:
                var value = ValueSummary()
                reader.add(argument, to: &value)
                let label = tree.child(argument, .label).map { facts.text($0) }
                return ArgumentSummary(label: label, value: value.keys.first?.value ?? value)
            case .spread: return ArgumentSummary(label: "", value: reader.value(of: argument + 1))
            default: return ArgumentSummary(label: nil, value: reader.value(of: argument))
            }
        }
    }

    private func outgoing(_ node: NodeIndex, _ request: RequestSummary) -> OutgoingCall {
        var request = request
        if request.url != nil, let list = tree.child(node, .arguments) { request.namesProof = namesProof(list) }
        return OutgoingCall(
            node: node,
            summary: OutgoingSummary(
                range: tree.range(node), target: .client, function: nameOfFunction(around: node), request: request))
    }

    /// A call of something that may send what it is given.
    private func passedOn(
        _ node: NodeIndex, to target: OutgoingSummary.Target, _ arguments: [ArgumentSummary]
    ) -> OutgoingCall {
        OutgoingCall(
            node: node,
            summary: OutgoingSummary(
                range: tree.range(node), target: target, function: nameOfFunction(around: node), request: nil,
                arguments: arguments))
    }

    /// Whether something may say who the caller is among all that a call is given to send: a key of an object, here or where a name is bound
    /// to one, or the type of a parameter that holds it.
    private func namesProof(_ arguments: NodeIndex) -> Bool {
        var roots = [arguments]
        for node in arguments..<tree.subtreeEnd(arguments) where tree.kind(node) == .identifier {
            let variable = facts.target.semantics.variables[Int(node)]
            guard variable >= 0 else { continue }
            let type = facts.target.semantics.variableTypes[Int(variable)]
            if type >= 0, tree.range(type).count <= 64, reader.isProof(facts.text(type)) { return true }
            if let value = facts.onlyValue(of: node), tree.kind(value) == .object { roots.append(value) }
        }
        return roots.contains { root in
            (root..<tree.subtreeEnd(root)).contains { node in
                guard tree.kind(node) == .pair || tree.kind(node) == .shorthand,
                    let key = tree.child(node, .key) ?? tree.child(node, .name)
                else { return false }
                return tree.range(key).count <= 64 && reader.isProof(facts.bareText(key))
            }
        }
    }

    /// A call that a pattern of a model says all of.
    private func request(_ match: ModelMatch) -> RequestSummary {
        var request = RequestSummary(model: match.model)
        request.cookies = match.value("cookies")?.text.flatMap(CookieHandling.init) ?? .never
        if let list = tree.child(match.match.node, .arguments) {
            for argument in tree.children(list) where tree.kind(argument) == .keywordArgument {
                reader.add(argument, to: &request.options)
            }
        }
        for options in match.nodes("options", in: tree) { request.options.add(reader.value(of: options)) }
        if let headers = match.node("headers") {
            request.options.add(reader.keyed("headers", reader.value(of: headers)))
        }
        let target = match.node("url").map(reader.value) ?? ValueSummary()
        if target.text == nil { request.options.add(target) }
        request.url = target.template ?? request.options.value(.urlOption, facts.names)?.template
        request.defaultMethod =
            request.options.keys[RequestSummary.defaultMethodKey]?.text?.constant
            ?? match.value("default-method")?.text ?? "GET"
        if let node = match.node("method") {
            request.method = reader.value(of: node)
        } else if let method = match.value("method")?.text {
            request.method = ValueSummary(text: TextTemplate([.text(method)]))
        } else {
            request.method = request.options.value(.methodOption, facts.names) ?? ValueSummary()
        }
        addChain(match, to: &request)
        return request
    }

    /// `post(url).set('Authorization', token).send(body)`
    private func addChain(_ match: ModelMatch, to request: inout RequestSummary) {
        let names = match.value("chain")?.texts ?? []
        guard !names.isEmpty else { return }
        var node = match.match.node
        for _ in 0..<64 {
            let member = tree.parent(node)
            guard member >= 0, tree.kind(member) == .member, tree.role(node) == .object,
                let name = tree.child(member, .name), tree.parent(member) >= 0,
                tree.kind(tree.parent(member)) == .call
            else { return }
            let call = tree.parent(member)
            if names.contains(facts.text(name)) {
                for argument in arguments(of: call) {
                    if let text = argument.value.text?.constant, reader.isProof(text) {
                        request.options.evidence = text
                    }
                    request.options.add(ValueSummary(isOpen: argument.value.isOpen, evidence: argument.value.evidence))
                }
                if reader.isProof(facts.text(name)) { request.options.evidence = facts.text(name) }
            }
            node = call
        }
    }

    // MARK: Functions

    private func nameOfFunction(around node: NodeIndex) -> String? {
        namedFunction(around: node).flatMap { facts.functions.name(of: $0) }
    }

    /// The innermost function around a node that others can call.
    private func namedFunction(around node: NodeIndex) -> NodeIndex? {
        var current = FunctionTable.enclosing(node, in: tree)
        while let function = current {
            if facts.functions.name(of: function) != nil { return function }
            let parent = tree.parent(function)
            current = parent >= 0 ? FunctionTable.enclosing(parent, in: tree) : nil
        }
        return nil
    }

    /// Calls of the file's own functions that send what they are given. Functions that call those are looked for, too.
    private func addLocalCalls(to found: inout OutgoingFacts, except passed: inout Set<NodeIndex>) {
        var senders: Set<String> = []
        for _ in 0..<3 {
            let names = Set(found.calls.filter { isPassedOn($0.summary) }.compactMap(\.summary.function))
            let added = names.subtracting(senders)
            if added.isEmpty { return }
            senders = names
            for node in facts.target.nodes(of: .call) where !passed.contains(node) {
                guard let callee = tree.child(node, .callee),
                    tree.kind(callee) == .identifier || tree.kind(callee) == .member,
                    let function = facts.localFunction(callee),
                    let name = facts.functions.name(of: function), added.contains(name)
                else { continue }
                found.calls.append(passedOn(node, to: .local(name), arguments(of: node)))
                passed.insert(node)
            }
        }
    }

    /// Whether a call sends what its function is given.
    private func isPassedOn(_ call: OutgoingSummary) -> Bool {
        func hasParameter(_ text: TextTemplate?) -> Bool {
            text?.parts.contains { if case .parameter = $0 { true } else { false } } ?? false
        }
        if call.target == .client {
            return hasParameter(call.request.url) || !call.request.options.parameters.isEmpty
        }
        return call.arguments.contains { hasParameter($0.value.text) || !$0.value.parameters.isEmpty }
    }

    private func wrappers(among calls: [OutgoingCall]) -> [String: WrapperSummary] {
        var wrappers: [String: WrapperSummary] = [:]
        for (index, call) in calls.enumerated() where isPassedOn(call.summary) {
            guard let function = namedFunction(around: call.node), let name = facts.functions.name(of: function) else {
                continue
            }
            if wrappers[name] == nil {
                wrappers[name] = WrapperSummary(parameters: parameters(of: function), calls: [])
            }
            wrappers[name]?.calls.append(index)
        }
        return wrappers
    }

    private func parameters(of function: NodeIndex) -> [WrapperSummary.Parameter] {
        facts.parameters(of: function).map { node in
            let name = tree.child(node, .label) ?? tree.child(node, .name) ?? node
            let mark = facts.mainText(node)
            return WrapperSummary.Parameter(
                label: facts.text(name), takesKeywords: mark == "**", takesRest: mark == "*" || mark == "...",
                fallback: tree.child(node, .value).map(reader.value))
        }
    }
}
