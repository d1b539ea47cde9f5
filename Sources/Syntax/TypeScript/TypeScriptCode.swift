/// The codes of TypeScript tokens: which keyword, contextual keyword or operator a token is. Contextual keywords are
/// identifiers with a code. A name after a dot has none, whatever it spells.
enum TypeScriptCode: UInt8, CaseIterable, Sendable {
    case none
    // Reserved words, in the order of `isReserved`.
    case `break`, `case`, `catch`, `class`, `const`, `continue`, debugger, `default`, delete, `do`, `else`, `enum`,
        export
    case extends, `false`, finally, `for`, function, `if`, `import`, `in`, instanceof, new, null, `return`, `super`
    case `switch`, this, `throw`, `true`, `try`, typeof, `var`, void, `while`, with
    // Contextual keywords.
    case abstract, accessor, `as`, assert, asserts, async, await, declare, from, get, global, implements, infer,
        interface
    case `is`, keyof, `let`, module, namespace, of, out, override, `private`, protected, `public`, readonly, require
    case satisfies, set, `static`, type, unique, using, yield
    // Operators.
    case lessThan, greaterThan, lessEqual, greaterEqual, equal, notEqual, identical, notIdentical
    case plus, minus, star, slash, percent, power, increment, decrement
    case shiftLeft, shiftRight, shiftRightUnsigned, ampersand, bar, caret, not, tilde, and, or, coalesce
    /// Any `op=` but the assignment itself.
    case compoundAssign
    /// `<`, `>` and `/` of a JSX tag.
    case jsxOpen, jsxClose, jsxSlash

    /// The code stored in a token table.
    @inline(__always)
    init(stored: UInt8) { self = TypeScriptCode(rawValue: stored) ?? .none }

    @inline(__always)
    var isReserved: Bool { rawValue >= Self.break.rawValue && rawValue <= Self.with.rawValue }

    /// What may stand before a parameter's name in a constructor.
    var isParameterModifier: Bool {
        switch self {
        case .public, .private, .protected, .readonly, .override: true
        default: false
        }
    }

    /// A reserved word that is a whole expression.
    var isOperandWord: Bool {
        switch self {
        case .this, .super, .null, .true, .false: true
        default: false
        }
    }

    /// A word that only a statement can start with; type arguments never reach across it.
    var startsStatement: Bool {
        switch self {
        case .break, .case, .catch, .const, .continue, .debugger, .do, .else, .export, .finally, .for, .if, .return,
            .switch,
            .throw, .try, .var, .while, .with:
            true
        default: false
        }
    }

    /// How tightly a binary operator binds; 0 where the token is none. `as` and `satisfies` bind as relations do.
    @inline(__always)
    var binaryPrecedence: Int {
        switch self {
        case .coalesce: 1
        case .or: 2
        case .and: 3
        case .bar: 4
        case .caret: 5
        case .ampersand: 6
        case .equal, .notEqual, .identical, .notIdentical: 7
        case .lessThan, .greaterThan, .lessEqual, .greaterEqual, .in, .instanceof, .as, .satisfies: 8
        case .shiftLeft, .shiftRight, .shiftRightUnsigned: 9
        case .plus, .minus: 10
        case .star, .slash, .percent: 11
        case .power: 12
        default: 0
        }
    }

    /// The word as it is written; nil for what is not a word.
    var word: String? {
        guard rawValue >= Self.break.rawValue, rawValue <= Self.yield.rawValue else { return nil }
        return Self.words[Int(rawValue - Self.break.rawValue)]
    }

    /// In the order of the codes. Asking each code for its own name would find all of them by reflection, at every start.
    private static let words = [
        "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else",
        "enum", "export", "extends", "false", "finally", "for", "function", "if", "import", "in", "instanceof",
        "new", "null", "return", "super", "switch", "this", "throw", "true", "try", "typeof", "var", "void",
        "while", "with", "abstract", "accessor", "as", "assert", "asserts", "async", "await", "declare", "from",
        "get", "global", "implements", "infer", "interface", "is", "keyof", "let", "module", "namespace", "of",
        "out", "override", "private", "protected", "public", "readonly", "require", "satisfies", "set",
        "static", "type", "unique", "using", "yield",
    ]
}
