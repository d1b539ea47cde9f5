/// What a rule's `options:` change about matching.
public struct MatchOptions: Hashable, Sendable {
    /// A literal pattern matches an expression that folds to its value.
    public var constantPropagation = true
    /// A name that is bound once matches as the expression it is bound to.
    public var symbolicPropagation = false
    /// `$X = $Y` matches declarations with an initial value.
    public var declarationsAreAssignments = true
    /// Statement ellipses reach into nested blocks.
    public var implicitDeepStatements = true
    /// `&&` and `||` match modulo associativity and commutativity.
    public var associativeCommutative = false
    /// Equality operators match with their sides exchanged.
    public var commutativeComparison = false
    /// A function pattern matches arrow functions and function expressions too.
    public var arrowIsFunction = true
    /// `var` in a pattern stands for `let` and `const` too.
    public var letIsVariable = true
    /// A decorator matches as the call that it is.
    public var decoratorsAreCalls = true
    /// An expression as a statement of a pattern is looked for inside the values of statements.
    public var implicitDeepExpressions = true
    /// Members of a class and, where the language wants it, pairs of an object may stand beside those of the pattern.
    public var implicitEllipsis = true
    /// How many lines `...` passes over in text of no particular language.
    public var genericEllipsisSpan = 10
    /// Words of such text match whatever their case.
    public var genericIgnoresCase = false

    public init() {}
}
