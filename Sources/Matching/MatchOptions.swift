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
    /// Chains of `&&` and of `||` match modulo associativity; of `&`, `|` and `^` modulo commutativity too.
    public var associativeCommutative = true
    /// `&&` and `||` match with their sides exchanged.
    public var commutativeBooleans = false
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
    /// `<A />` matches elements with children.
    public var elementMatchesWithChildren = true
    /// Attributes may stand beside those of the pattern.
    public var implicitAttributes = true
    /// The children of an element stand in the order of the pattern.
    public var childrenAreOrdered = true
    /// Decorators stand in the order of the pattern.
    public var decoratorsAreOrdered = false
    /// `$X = $Y` matches fields of a class with an initial value.
    public var fieldsAreAssignments = false
    /// How many lines `...` passes over in text of no particular language.
    public var genericEllipsisSpan = 10
    /// Words of such text match whatever their case.
    public var genericIgnoresCase = false
    /// What is a comment in such text, and so not there.
    public var genericComments: GenericComments?

    public init() {}
}
