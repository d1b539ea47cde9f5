/// What is open at a place of a file: brackets, template holes, JSX tags and elements. A flat stack, whatever the nesting.
struct TypeScriptContextStack {
    enum Kind: UInt8 {
        /// The bottom of the stack.
        case file
        case parenthesis
        /// The head of `if`, `while`, `for`, `with`: no operand ends with its parenthesis.
        case controlParenthesis
        case bracket
        /// A brace after whose end a statement, member or declaration starts.
        case block
        /// A brace that ends an operand.
        case object
        /// `${`
        case interpolation
        /// `{` in a JSX tag or among its children.
        case jsxExpression
        /// Between `<` and `>`.
        case jsxTag
        /// Between `</` and `>`.
        case jsxChildren

        var isBrace: Bool {
            switch self {
            case .block, .object, .interpolation, .jsxExpression: true
            default: false
            }
        }
    }

    private struct Entry {
        var kind: Kind
        var angles: UInt32
        var sawExtends: Bool
        var inCase: Bool
        var isClosingTag: Bool
    }

    private var outer: [Entry] = []
    private var braces = 0

    /// The innermost context.
    private(set) var top = Kind.file
    /// How many `<` that may open type arguments stand unclosed in the innermost context.
    var angles = 0
    /// `extends` stands in the innermost context, so that a `?` may belong to a conditional type.
    var sawExtends = false
    /// A `case` or `default` waits for its colon.
    var inCase = false
    /// The JSX tag is `</x>`.
    var isClosingTag = false

    var hasBrace: Bool { braces > 0 }

    mutating func push(_ kind: Kind) {
        outer.append(
            Entry(
                kind: top, angles: UInt32(truncatingIfNeeded: angles), sawExtends: sawExtends, inCase: inCase,
                isClosingTag: isClosingTag))
        top = kind
        angles = 0
        sawExtends = false
        inCase = false
        isClosingTag = false
        if kind.isBrace { braces += 1 }
    }

    mutating func pop() {
        guard let entry = outer.popLast() else { return }
        if top.isBrace { braces -= 1 }
        top = entry.kind
        angles = Int(entry.angles)
        sawExtends = entry.sawExtends
        inCase = entry.inCase
        isClosingTag = entry.isClosingTag
    }

    /// The context around the innermost one.
    var second: Kind { outer.last?.kind ?? .file }

    /// Turns an opening tag into the element's content.
    mutating func replaceTop(_ kind: Kind) {
        top = kind
        angles = 0
    }

    /// Closes everything inside the innermost brace, so that it is the innermost context. Does nothing without a brace.
    mutating func popToBrace() {
        guard hasBrace else { return }
        while !top.isBrace { pop() }
    }
}
