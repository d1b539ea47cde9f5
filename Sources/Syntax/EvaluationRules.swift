/// How a language's operators treat values known when the file is read.
public struct EvaluationRules: Sendable {
    /// What `/` makes of two integers.
    public enum Division: Sendable {
        /// Always a fraction, `2.0` of 4 and 2.
        case float
        /// A fraction where it does not come out even: there is one kind of number.
        case exact
        case truncated
    }

    public var division: Division
    /// `"a" + 1` is `"a1"`.
    public var plusConvertsToString: Bool
    /// `"a" % b` formats.
    public var percentFormats: Bool
    /// `"a" * n` is a string.
    public var stringsRepeat: Bool
    /// Empty strings, zero and null count as false in a condition, and `and`, `or` give one of their operands; else only
    /// a boolean is a condition.
    public var emptyIsFalse: Bool
    /// A negative index counts from the end.
    public var negativeIndexFromEnd: Bool
    /// Strings may be indexed by integers.
    public var stringIndex: Bool
    /// `o[0]` is `o["0"]`.
    public var indexesAreNames: Bool
    /// The end of a `case` without `break` goes on into the next.
    public var casesFallThrough: Bool
    /// A body that is one expression gives its value without `return`, and so does an `if` or `switch` whose branches are one
    /// each, which may stand for a value anywhere.
    public var onlyExpressionIsResult: Bool
    /// A list is put together by a method of what stands between its elements, `", ".join(names)`, and not by one of its own.
    public var separatorJoins: Bool
    public var listMethods: ListMethods

    public init(
        division: Division = .truncated, plusConvertsToString: Bool = false, percentFormats: Bool = false,
        stringsRepeat: Bool = false, emptyIsFalse: Bool = false, negativeIndexFromEnd: Bool = false,
        stringIndex: Bool = false, indexesAreNames: Bool = false, casesFallThrough: Bool = false,
        onlyExpressionIsResult: Bool = false, separatorJoins: Bool = false, listMethods: ListMethods = ListMethods()
    ) {
        self.division = division
        self.plusConvertsToString = plusConvertsToString
        self.percentFormats = percentFormats
        self.stringsRepeat = stringsRepeat
        self.emptyIsFalse = emptyIsFalse
        self.negativeIndexFromEnd = negativeIndexFromEnd
        self.stringIndex = stringIndex
        self.indexesAreNames = indexesAreNames
        self.casesFallThrough = casesFallThrough
        self.onlyExpressionIsResult = onlyExpressionIsResult
        self.separatorJoins = separatorJoins
        self.listMethods = listMethods
    }
}
