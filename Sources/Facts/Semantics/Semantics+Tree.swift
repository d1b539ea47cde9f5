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
        moduleLengths = resolver.imports.moduleLengths
        wildcardModules = resolver.wildcardModules
        folded = constants.folded
        reachingValues = constants.reachingValues
        self.constants = constants.flow.values.table.constants
        variableTypes = table.types
        replacedVariables = table.replaced
        reboundVariables = table.rebound
        variableValues = []
        variableValues.reserveCapacity(table.count)
        variableDeclarations.reserveCapacity(table.count)
        for variable in 0..<table.count {
            let value = table.onlyValue(variable)
            let isDeclaration = value >= 0 && Self.isDeclaration(value, in: tree)
            variableValues.append(isDeclaration ? -1 : value)
            variableDeclarations.append(isDeclaration ? value : -1)
        }
    }

    /// Whether a variable's definition is the declaration of a function or class rather than a value assigned to it.
    private static func isDeclaration(_ node: NodeIndex, in tree: SyntaxTree) -> Bool {
        switch tree.kind(node) {
        case .function: true
        case .class: tree.role(node) != .value || tree.kind(tree.parent(node)) == .export
        default: false
        }
    }

    /// The value of an expression, be it a literal, a folded expression, or either in parentheses.
    public func value(of node: NodeIndex, in tree: SyntaxTree, language: any Language) -> Constant? {
        var node = node
        while folded[Int(node)] < 0, tree.kind(node) == .parenthesized, let inner = tree.firstChild(node) {
            node = inner
        }
        let index = folded[Int(node)]
        return index >= 0 ? constants[Int(index)] : Literals.constant(of: node, in: tree, language: language)
    }
}
