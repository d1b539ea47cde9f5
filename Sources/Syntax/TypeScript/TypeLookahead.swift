/// What is left of one look ahead through types.
struct TypeLookahead {
    /// The most steps of one look ahead.
    static let limit = 512
    /// The deepest nesting of type arguments that a look ahead follows.
    static let depth = 32

    var steps = TypeLookahead.limit
    /// The `<` that turned out to open no type arguments.
    var relations: [Int] = []
}
