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

    public init() {}
}
