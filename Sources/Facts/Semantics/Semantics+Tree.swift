import Matching
import Syntax

extension Semantics {
    /// Resolves the names of a file and propagates its constants. Linear in the size of the file.
    public init(of tree: SyntaxTree, language: any Language, identifiers: IdentifierTable) {
        let rules = language.scoping
        let scopes = ScopeCollector.collect(tree, names: identifiers, rules: rules)
        var resolver = NameResolver(tree, names: identifiers, scopes: scopes, language: language)
        resolver.resolve()
        let table = resolver.table
        let members = MemberTable(
            tree, names: identifiers, rules: rules, variables: resolver.variables, table: table)
        var constants = ConstantFlow(
            tree, language: language, variables: resolver.variables, bindings: scopes.bindings, table: table,
            members: members, definitions: resolver.definitions)
        constants.run(functions: resolver.functions)
        self.init(nodes: 0)
        variables = resolver.variables
        qualified = resolver.qualified
        names = resolver.imports.names
        folded = constants.folded
        self.constants = constants.flow.values.table.constants
        variableTypes = table.types
        variableValues = (0..<table.count).map(table.onlyValue)
    }

    /// The value of an expression, be it a literal, a folded expression, or either in parentheses.
    public func value(of node: NodeIndex, in tree: SyntaxTree, language: any Language) -> Constant? {
        var node = node
        while folded[Int(node)] < 0, tree.kind(node) == .parenthesized, let inner = tree.firstChild(node) { node = inner }
        let index = folded[Int(node)]
        return index >= 0 ? constants[Int(index)] : Literals.constant(of: node, in: tree, language: language)
    }
}
