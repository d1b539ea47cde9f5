import Matching
import Syntax

/// The clients of a file that other files may use, and what is set up for clients wherever they are made.
extension OutgoingCollector {
    /// Clients by the names under which other files may know them.
    func namedClients() -> [ClientSummary] {
        var found: [ClientSummary] = []
        for node in clients.nodes where tree.kind(node) == .call || tree.kind(node) == .new {
            var holder = node
            while [.await, .tryExpression, .parenthesized, .cast].contains(tree.kind(tree.parent(holder))) {
                holder = tree.parent(holder)
            }
            let parent = tree.parent(holder)
            guard parent >= 0 else { continue }
            let target = tree.child(parent, .target) ?? tree.child(parent, .name)
            switch tree.kind(parent) {
            case .export: add(node, named: "default", to: &found)
            case .declarator, .assignment, .field:
                guard let target, FunctionTable.enclosing(node, in: tree) == nil else { continue }
                add(target, named: facts.text(target), to: &found)
            default: continue
            }
        }
        return found
    }

    private func add(_ node: NodeIndex, named name: String, to found: inout [ClientSummary]) {
        guard case .client(let client)? = clients.reference(node) else { return }
        found.append(ClientSummary(name: name, client: client))
    }

    /// What is set up for all clients of a model through its own name: `axios.defaults.headers.common['Authorization']`.
    func rootAdornments() -> [ClientAdornment] {
        clients.nodes.compactMap { node in
            guard tree.kind(node) == .identifier || tree.kind(node) == .member,
                case .client(let client)? = clients.reference(node)
            else { return nil }
            return adornment(.model(client.model), through: node)
        }
    }

    /// What is set up for clients of other files.
    func importedAdornments() -> [ClientAdornment] {
        guard importsProject else { return [] }
        return facts.target.nodes(of: .member).compactMap { node in
            guard let name = tree.child(node, .name), let object = tree.child(node, .object),
                tree.kind(object) == .identifier, facts.target.semantics.qualified[Int(object)] >= 0,
                facts.means(.clientSetup, name),
                case .imported(let symbol)? = clients.reference(object)
            else { return nil }
            return adornment(.imported(symbol), through: object)
        } + passedClients()
    }

    /// Clients of other files that are given to a function to be set up: `addInterceptors(api)`.
    private func passedClients() -> [ClientAdornment] {
        facts.target.nodes(of: .expressionStatement).compactMap { statement in
            guard let call = tree.child(statement, .value), tree.kind(call) == .call,
                let list = tree.child(call, .arguments), let first = tree.firstChild(list),
                tree.kind(first) == .identifier, case .imported(let symbol)? = clients.reference(first)
            else { return nil }
            return adornment(.imported(symbol), through: first)
        }
    }

    private func adornment(_ target: ClientAdornment.Target, through node: NodeIndex) -> ClientAdornment? {
        let value = ValueEffect(reader: reader, use: node).value()
        guard value.evidence != nil || value.isOpen else { return nil }
        return ClientAdornment(target: target, value: value)
    }
}
