import Algorithms
import Matching
import Syntax

/// Constant propagation: follows each function of a file once and records, at each expression, the constant that it has
/// there on every path. Variables of functions around are constant where they are given a value only once; variables that
/// another function assigns to are never.
struct ConstantFlow: FlowClient {
    /// By node: the number of its constant, -1 for none. Literals are left out.
    var folded: [Int32]
    /// See `Semantics.reachingValues`.
    private(set) var reachingValues: [NodeIndex: NodeIndex] = [:]
    var flow: FlowState<ConstantValues>
    let tree: SyntaxTree
    let casesFallThrough: Bool

    let evaluator: Evaluator
    let variables: [Int32]
    let bindings: [BindingKind]
    private let table: VariableTable
    let members: MemberTable
    /// By variable: the value of its only definition, once the walk has come across it.
    private var single: [Int32]
    /// Identifiers that bind, in source order: what a loop may change.
    private let definitions: [NodeIndex]
    private var function: Int32 = 0
    var scratch: [NodeIndex] = []

    init(
        _ tree: SyntaxTree, language: any Language, variables: [Int32], bindings: [BindingKind], table: VariableTable,
        members: MemberTable, definitions: [NodeIndex]
    ) {
        self.tree = tree
        self.variables = variables
        self.bindings = bindings
        self.table = table
        self.members = members
        self.definitions = definitions
        evaluator = Evaluator(rules: language.evaluation)
        casesFallThrough = language.evaluation.casesFallThrough
        folded = [Int32](repeating: -1, count: tree.count)
        single = [Int32](repeating: ConstantValues.unknown, count: table.count)
        flow = FlowState(
            environment: Environment(slots: table.count), values: ConstantValues(tree: tree, language: language))
    }

    /// Follows the file's statements and then each function, outer ones first, so that what a function finds in the
    /// variables around it is settled.
    mutating func run(functions: [NodeIndex]) {
        walk(0)
        for (number, node) in functions.enumerated() {
            flow.environment.reset()
            function = Int32(truncatingIfNeeded: number + 1)
            if let parameters = tree.child(node, .parameters) { evaluateParameters(parameters) }
            guard let body = tree.child(node, .body) else { continue }
            walk(body)
        }
    }

    private mutating func evaluateParameters(_ parameters: NodeIndex) {
        for node in parameters..<tree.subtreeEnd(parameters) where bindings[Int(node)] == .parameter {
            assign(node, ConstantValues.unknown)
        }
    }

    // MARK: Statements

    mutating func evaluate(_ node: NodeIndex) {
        switch tree.kind(node) {
        case .variableDeclaration: for child in tree.children(node) { evaluate(child) }
        case .declarator, .assignment, .optionalBinding, .field: _ = evaluateAssignment(node)
        case .augmentedAssignment: evaluateUpdate(node)
        case .identifier, .string, .number, .import, .typeAlias, .lambda, .function, .class: fold(node)
        default: evaluateExpression(node)
        }
    }

    mutating func truth(of condition: NodeIndex) -> Bool? {
        flow.values.constant(value(condition)).flatMap(evaluator.truth)
    }

    mutating func matches(_ matchCase: NodeIndex, subject: NodeIndex) -> Bool? {
        let known = flow.values.constant(value(subject))
        return CaseMatching.matches(matchCase, in: tree) { pattern in
            guard let known, let constant = flow.values.constant(value(pattern)) else { return nil }
            return evaluator.equal(constant, known)
        }
    }

    mutating func bind(_ target: NodeIndex, toPartOf value: NodeIndex?) {
        evaluateExpression(target)
        bindUnknown(in: target)
    }

    mutating func enterLoop(_ loop: NodeIndex) -> Int {
        let end = tree.child(loop, .alternate) ?? tree.subtreeEnd(loop)
        var index = firstDefinition(from: loop)
        while index < definitions.count, definitions[index] < end {
            assign(definitions[index], ConstantValues.unknown)
            index += 1
        }
        return 1
    }

    mutating func returned(_ value: NodeIndex) {}

    mutating func declare(_ declaration: NodeIndex) {
        if let name = tree.child(declaration, .name), bindings[Int(name)] != .none {
            assign(name, ConstantValues.unknown)
        }
    }

    private func firstDefinition(from node: NodeIndex) -> Int {
        definitions.partitioningIndex { $0 >= node }
    }

    // MARK: Assignments

    /// The value assigned.
    private mutating func evaluateAssignment(_ node: NodeIndex) -> Int32 {
        // A chain `a = b = .. = 1` nests to the right; its last value is the value of all.
        var chain: [NodeIndex] = []
        var last = node
        while let value = tree.child(last, .value) {
            chain.append(last)
            guard tree.kind(value) == .assignment else { break }
            last = value
        }
        guard let innermost = chain.last, let valueNode = tree.child(innermost, .value) else {
            if let target = tree.child(node, .target), tree.kind(target) != .identifier { evaluateExpression(target) }
            return ConstantValues.unknown
        }
        evaluate(valueNode)
        let value = value(valueNode)
        for part in chain.reversed() {
            guard let target = tree.child(part, .target) else { continue }
            if tree.kind(target) == .identifier {
                assign(target, value == ConstantValues.unknown ? ConstantValues.expression(valueNode) : value)
            } else {
                evaluateExpression(target)
                bindUnknown(in: target)
            }
        }
        return value
    }

    private mutating func evaluateUpdate(_ node: NodeIndex) {
        guard let target = tree.child(node, .target), let valueNode = tree.child(node, .value) else { return }
        evaluate(valueNode)
        guard tree.kind(target) == .identifier else { return evaluateExpression(target) }
        let operation = tree.mainText(node).dropLast()
        var result = ConstantValues.unknown
        if let old = flow.values.constant(read(target)), let change = flow.values.constant(value(valueNode)),
            let new = evaluator.binary(operation, old, change)
        {
            result = flow.values.intern(new)
        }
        assign(target, result)
    }

    mutating func bindUnknown(in target: NodeIndex) {
        for node in target..<tree.subtreeEnd(target) where bindings[Int(node)] != .none {
            assign(node, ConstantValues.unknown)
        }
    }

    private mutating func assign(_ identifier: NodeIndex, _ value: Int32) {
        let variable = variables[Int(identifier)]
        guard variable >= 0 else { return }
        let index = Int(variable)
        if table.definitionCounts[index] == 1, bindings[Int(identifier)] == .assigned { single[index] = value }
        if table.functions[index] == function, !table.isShared[index] { flow.environment.set(variable, to: value) }
    }

    /// The value of the variable that an identifier denotes, here.
    mutating func read(_ identifier: NodeIndex) -> Int32 {
        let variable = variables[Int(identifier)]
        guard variable >= 0 else { return ConstantValues.unknown }
        let index = Int(variable)
        if table.functions[index] != function {
            guard table.definitionCounts[index] == 1 else { return ConstantValues.unknown }
            single[index] = flow.values.number(single[index])
            return single[index]
        }
        return flow.values.number(flow.environment[variable])
    }

    /// Notes the expression that a variable of several definitions holds where an identifier reads it.
    mutating func noteReachingValue(at identifier: NodeIndex) {
        let variable = variables[Int(identifier)]
        guard variable >= 0, table.definitionCounts[Int(variable)] > 1, table.functions[Int(variable)] == function,
            let value = ConstantValues.expression(of: flow.environment[variable])
        else { return }
        reachingValues[identifier] = value
    }
}
