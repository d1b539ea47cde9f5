import Matching
import SourceText
import Syntax

/// The HTTP clients of a file by the expressions that denote them.
final class ClientTable {
    private unowned let facts: FileFacts
    private let reader: ValueReader
    private let makers: [NodeIndex: ModelMatch]
    private var known: [NodeIndex: HTTPClient] = [:]
    private var conventions: [ModelValue: [String: HTTPClient.Convention]] = [:]
    private var resolving: Set<NodeIndex> = []
    /// What matches of models set up for all clients of a model.
    private(set) var adornments: [ClientAdornment] = []

    /// What an expression denotes: a client, or something of another file that may be one.
    enum Reference {
        case client(HTTPClient)
        case imported(Symbol)
    }

    init(facts: FileFacts, reader: ValueReader) {
        self.facts = facts
        self.reader = reader
        let matches = facts.matches.of(.clients)
        makers = ValueReader.byNode(matches.filter { $0.value("adorns") == nil })
        for match in matches {
            guard let model = match.value("adorns")?.text else { continue }
            adornments.append(ClientAdornment(target: .model(model), value: .unknown))
        }
    }

    private var tree: SyntaxTree { facts.tree }

    /// Whether the file makes or names clients at all.
    var isEmpty: Bool { makers.isEmpty }

    /// The expressions that make or name clients.
    var nodes: [NodeIndex] { makers.keys.sorted() }

    /// What an expression denotes, where it may be a client.
    func reference(_ node: NodeIndex) -> Reference? {
        guard resolving.count < 16, resolving.insert(node).inserted else { return nil }
        defer { resolving.remove(node) }
        if let client = client(madeBy: node) { return .client(client) }
        switch tree.kind(node) {
        case .parenthesized, .await, .tryExpression, .postfix, .cast:
            return tree.child(node, .value).flatMap(reference)
        case .identifier, .member:
            if let symbol = facts.modules.symbol(of: node, in: facts.target) {
                guard !facts.modules.isFromPackage(symbol), facts.modules.mayBeOfProject(symbol) else { return nil }
                return .imported(symbol)
            }
            if makers.isEmpty { return nil }
            return held(by: node)
        case .call:
            // A client may be handed out by a function, or changed by a method that gives it back.
            guard !makers.isEmpty, let callee = tree.child(node, .callee),
                let function = facts.localFunction(callee)
            else { return nil }
            return facts.results(of: function).lazy.compactMap { self.reference($0) }.first
        default: return nil
        }
    }

    /// The client that a variable or member holds, with all that is set up for it through that name.
    private func held(by node: NodeIndex) -> Reference? {
        var found: HTTPClient?
        for value in reader.definitions.values(of: node) {
            guard case .client(let client)? = reference(value) else { continue }
            // Of several that it may be, each may add what it adds.
            if found == nil { found = client } else { found?.defaults.add(client.defaults) }
        }
        found?.defaults.add(setup(of: node))
        return found.map { .client($0) }
    }

    private func setup(of node: NodeIndex) -> ValueSummary {
        guard tree.kind(node) == .identifier else { return memberSetup(of: node) }
        let variable = facts.target.semantics.variables[Int(node)]
        return variable >= 0 ? reader.effects(on: variable) : ValueSummary()
    }

    /// What is set up for a member of the class around it, anywhere in the file: `self.session.headers.update(..)`.
    private func memberSetup(of node: NodeIndex) -> ValueSummary {
        let text = tree.text(node)
        var value = ValueSummary()
        for other in facts.target.nodes(of: .member) where tree.text(other).elementsEqual(text) {
            value.add(ValueEffect(reader: reader, use: other).value())
        }
        return value
    }

    private func client(madeBy node: NodeIndex) -> HTTPClient? {
        if let client = known[node] { return client }
        guard let match = makers[node], !isShadowed(node), let calls = match.value("calls") else { return nil }
        var client = HTTPClient(model: match.model, conventions: conventions(of: calls))
        client.cookies = match.value("cookies")?.text.flatMap(CookieHandling.init) ?? .never
        if tree.kind(node) == .call || tree.kind(node) == .new, let list = tree.child(node, .arguments) {
            for argument in tree.children(list) where tree.kind(argument) == .keywordArgument {
                reader.add(argument, to: &client.defaults)
            }
        }
        for options in match.nodes("options", in: tree) { client.defaults.add(reader.value(of: options)) }
        for field in ["base", "headers"] {
            if let given = match.node(field) { client.defaults.add(reader.keyed(field, reader.value(of: given))) }
        }
        client.defaults.text = nil
        known[node] = client
        return client
    }

    /// Whether a global name means something of the project here.
    private func isShadowed(_ node: NodeIndex) -> Bool {
        guard tree.kind(node) == .identifier else { return false }
        guard let symbol = facts.modules.symbol(of: node, in: facts.target) else {
            return facts.target.semantics.variables[Int(node)] >= 0
        }
        return symbol.module.utf8.contains(UInt8(ascii: "/")) && !facts.modules.isFromPackage(symbol)
    }

    // MARK: Conventions

    private func conventions(of value: ModelValue) -> [String: HTTPClient.Convention] {
        if let known = conventions[value] { return known }
        var table: [String: HTTPClient.Convention] = [:]
        if case .mapping(let members) = value {
            for (name, given) in members { table[name] = ClientTable.convention(name, given) }
        }
        conventions[value] = table
        return table
    }

    private static let verbs: Set<String> = ["get", "post", "put", "patch", "delete", "head", "options"]

    private static func convention(_ name: String, _ value: ModelValue) -> HTTPClient.Convention {
        var convention = HTTPClient.Convention()
        if verbs.contains(name) { convention.method = name.uppercased() }
        guard case .mapping(let keys) = value else { return convention }
        convention.method = keys["method"]?.text?.uppercased() ?? convention.method
        convention.methodPlace = keys["method"]?.integer
        if convention.methodPlace != nil { convention.method = nil }
        convention.urlPlace = keys["url"]?.integer
        convention.urlLabels = keys["url"]?.texts ?? []
        convention.optionsPlace = keys["options"]?.integer
        return convention
    }
}
