import Syntax

/// Routers that functions take.
extension RouterTable {
    /// The function that has a parameter, by its name.
    func owner(of parameter: NodeIndex) -> String? {
        FunctionTable.enclosing(parameter, in: tree).map { facts.functions.name(of: $0) ?? "f\($0)" }
    }

    /// Which one a parameter is of those that calls give a value: not the object that a method is called on.
    func index(of parameter: NodeIndex) -> Int? {
        let given = tree.children(tree.parent(parameter)).filter { other in
            tree.kind(other) == .parameter && tree.child(other, .name).map(facts.isReceiver) != true
        }
        return given.firstIndex(of: parameter)
    }

    /// Whether a parameter's type is that of applications: `app: FastAPI`.
    func isApplication(_ parameter: NodeIndex) -> Bool {
        tree.child(parameter, .type).map { facts.names.holds(.application, facts.text($0).lastDottedPart) } ?? false
    }

    /// The type of a parameter, where a file of the project may declare it.
    func importedType(of parameter: NodeIndex) -> Symbol? {
        guard let type = tree.child(parameter, .type),
            let name = (type..<tree.subtreeEnd(type)).first(where: { tree.kind($0) == .identifier }),
            let symbol = facts.modules.symbol(of: name, in: facts.target), !facts.modules.isFromPackage(symbol)
        else { return nil }
        return symbol
    }

    /// Whether a name is a parameter of a function around it.
    func isParameter(_ node: NodeIndex) -> Bool {
        let variable = facts.target.semantics.variables[Int(node)]
        guard variable >= 0 else { return false }
        return facts.uses(of: variable).first.map { use in
            tree.role(use) == .name && tree.kind(tree.parent(use)) == .parameter
        } ?? false
    }
}
