import Syntax

/// The shapes in a piece of code (a call, an argument with a label, a `+`) as 64 bits: whether the code may hold all shapes
/// of a pattern is one comparison. What stands for one another in matching is one shape.
struct ShapeSignature: Hashable, Sendable {
    private var bits: UInt64 = 0

    init() {}

    private enum Shape: UInt64 {
        case function, `class`, variableDeclaration, `import`, export, decorator, assignment
        case `throw`, delete, assert, `if`, `guard`, `while`, doWhile, loop, `switch`, `case`, `try`, `catch`, with
        case index, slice, call, new, keywordArgument, spread, unary, postfix, binary, conditional, augmentedAssignment
        case await, yield, tryExpression, cast, array, object, comprehension, pair
        case string, interpolatedString, interpolation, taggedTemplate, number, boolean, macro
        case element, attribute, regex
    }

    /// The number of the first bit for operators.
    private static let operators: UInt64 = 49

    private init(_ shape: Shape) { bits = 1 << shape.rawValue }

    mutating func formUnion(_ other: ShapeSignature) { bits |= other.bits }

    /// Whether code with these shapes may hold all of others; a false `true` is possible, a false `false` is not.
    func mayContain(_ others: ShapeSignature) -> Bool { others.bits & ~bits == 0 }

    private mutating func insert(_ shape: Shape) { bits |= 1 << shape.rawValue }

    /// Adds the operator that a node's tokens spell, by its hash.
    private mutating func insertOperator(of node: NodeIndex, in tree: SyntaxTree) {
        let hash: UInt32
        if tree.kind(node) == .binary, let left = tree.child(node, .left), let right = tree.child(node, .right) {
            hash = WordSet.hash(Matcher.operatorText(node, left: left, right: right, in: tree))
        } else {
            hash = WordSet.hash(tree.mainText(node))
        }
        let bit = UInt64(hash &* 0x9E37_79B1) >> 16 % (64 - ShapeSignature.operators)
        bits |= 1 << (ShapeSignature.operators + bit)
    }
}

extension ShapeSignature {
    /// A regular-expression literal, which a name may stand for wherever it is used.
    static let regex = ShapeSignature(.regex)

    /// By node of a file: what it is made of, whatever its names mean.
    static func ofNodes(in tree: SyntaxTree) -> [ShapeSignature] {
        var shapes = [ShapeSignature](repeating: ShapeSignature(), count: tree.count)
        // Children come after their parent: backwards, all of them are known before it.
        let ofKinds = ShapeSignature.ofCode
        for index in shapes.indices.reversed() {
            shapes[index].formUnion(ShapeSignature.ofNode(NodeIndex(index), in: tree, ofKinds))
            let parent = tree.parents[index]
            if parent >= 0 { shapes[Int(parent)].formUnion(shapes[index]) }
        }
        return shapes
    }

    /// Without what the value of a name may stand for.
    var withoutValues: ShapeSignature {
        var rest = self
        rest.bits &= ~ShapeSignature.values.bits
        return rest
    }

    private static let values: ShapeSignature = {
        var values = ShapeSignature(.string)
        values.insert(.number)
        values.insert(.boolean)
        return values
    }()

    /// What a node of a file is by itself: every shape of a pattern that it may stand for.
    /// - Parameter ofKinds: `ShapeSignature.ofCode`, which a loop over all nodes asks for once. (An initializer would count a
    ///   reference to it for each of them.)
    static func ofNode(_ node: NodeIndex, in tree: SyntaxTree, _ ofKinds: [ShapeSignature]) -> ShapeSignature {
        let kind = tree.kind(node)
        var shape = ofKinds[Int(kind.rawValue)]
        if hasOperator(kind) { shape.insertOperator(of: node, in: tree) }
        return shape
    }

    /// By kind: what a node of a file is by that alone.
    static let ofCode = NodeKind.allCases.map(ShapeSignature.init(ofCode:))

    private init(ofCode kind: NodeKind) {
        self.init()
        switch kind {
        case .function:
            insert(.function)
            // A method stands for a pair of an object.
            insert(.pair)
        case .variableDeclaration:
            insert(.variableDeclaration)
            insert(.import)
        case .export:
            insert(.export)
            // What is exported from another module is imported.
            insert(.import)
        case .declarator, .field: insert(.assignment)
        case .decorator:
            insert(.decorator)
            insert(.call)
        case .shorthand: insert(.pair)
        case .concatenatedString, .stringText: insert(.string)
        case .interpolatedString:
            insert(.interpolatedString)
            insert(.string)
        case .set: insert(.object)
        case .regex: insert(.regex)
        case .comprehension:
            insert(.comprehension)
            insert(.array)
        case .typeOther: insert(.boolean)
        default:
            if let shape = ShapeSignature.shape(of: kind) { insert(shape) }
        }
    }

    private static func hasOperator(_ kind: NodeKind) -> Bool {
        switch kind {
        case .binary, .unary, .postfix, .augmentedAssignment: true
        default: false
        }
    }

    /// What the value that is known of an expression stands for.
    init(ofConstant constant: Constant) {
        switch constant {
        case .string, .someString: insert(.string)
        case .integer, .float: insert(.number)
        case .boolean: insert(.boolean)
        case .null: break
        }
    }

    /// What code that matches a pattern's node has to be. Kinds that may stand for too many others are no shape.
    init(ofPattern node: NodeIndex, in tree: SyntaxTree) {
        guard let shape = ShapeSignature.shape(of: tree.kind(node)) else { return }
        insert(shape)
        if ShapeSignature.hasOperator(tree.kind(node)) { insertOperator(of: node, in: tree) }
    }

    private static func shape(of kind: NodeKind) -> Shape? {
        declarationShape(of: kind) ?? statementShape(of: kind) ?? expressionShape(of: kind)
    }

    private static func declarationShape(of kind: NodeKind) -> Shape? {
        switch kind {
        case .function, .lambda: .function
        case .class: .class
        case .variableDeclaration: .variableDeclaration
        case .import: .import
        case .export: .export
        case .decorator: .decorator
        default: nil
        }
    }

    private static func statementShape(of kind: NodeKind) -> Shape? {
        switch kind {
        case .throw: .throw
        case .delete: .delete
        case .assert: .assert
        case .if: .if
        case .guard: .guard
        case .while: .while
        case .doWhile: .doWhile
        case .for, .forEach: .loop
        case .switch: .switch
        case .case: .case
        case .try: .try
        case .catch: .catch
        case .with: .with
        default: nil
        }
    }

    private static func expressionShape(of kind: NodeKind) -> Shape? {
        switch kind {
        case .assignment: .assignment
        case .augmentedAssignment: .augmentedAssignment
        case .index: .index
        case .slice: .slice
        case .call: .call
        case .new: .new
        case .keywordArgument: .keywordArgument
        case .spread: .spread
        case .unary: .unary
        case .postfix: .postfix
        case .binary: .binary
        case .conditional: .conditional
        case .await: .await
        case .yield: .yield
        case .tryExpression: .tryExpression
        case .cast: .cast
        case .array: .array
        case .object, .set: .object
        case .comprehension: .comprehension
        case .pair, .shorthand: .pair
        case .string: .string
        case .interpolatedString: .interpolatedString
        case .interpolation: .interpolation
        case .taggedTemplate: .taggedTemplate
        case .number: .number
        case .boolean: .boolean
        case .macro: .macro
        case .jsxElement: .element
        case .jsxAttribute: .attribute
        default: nil
        }
    }
}
