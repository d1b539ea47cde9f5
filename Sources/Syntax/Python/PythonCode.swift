/// What distinguishes Python's tokens of one kind from another: the `code` of a token. Soft keywords are tokens of kind
/// `identifier` that carry a code, so that a statement's first word is classified without comparing bytes.
enum PythonCode {
    static let none: UInt8 = 0

    // MARK: Keywords
    static let `and`: UInt8 = 1
    static let `as`: UInt8 = 2
    static let assert: UInt8 = 3
    static let async: UInt8 = 4
    static let await: UInt8 = 5
    static let `break`: UInt8 = 6
    static let `class`: UInt8 = 7
    static let `continue`: UInt8 = 8
    static let def: UInt8 = 9
    static let del: UInt8 = 10
    static let elif: UInt8 = 11
    static let `else`: UInt8 = 12
    static let except: UInt8 = 13
    static let finally: UInt8 = 14
    static let `for`: UInt8 = 15
    static let from: UInt8 = 16
    static let global: UInt8 = 17
    static let `if`: UInt8 = 18
    static let `import`: UInt8 = 19
    static let `in`: UInt8 = 20
    static let `is`: UInt8 = 21
    static let lambda: UInt8 = 22
    static let nonlocal: UInt8 = 23
    static let not: UInt8 = 24
    static let or: UInt8 = 25
    static let pass: UInt8 = 26
    static let raise: UInt8 = 27
    static let `return`: UInt8 = 28
    static let `try`: UInt8 = 29
    static let `while`: UInt8 = 30
    static let with: UInt8 = 31
    static let yield: UInt8 = 32
    static let noneLiteral: UInt8 = 33
    static let `true`: UInt8 = 34
    static let `false`: UInt8 = 35

    // MARK: Soft keywords, and Python 2's statements that are calls since
    static let match: UInt8 = 40
    static let `case`: UInt8 = 41
    static let type: UInt8 = 42
    static let underscore: UInt8 = 43
    static let print: UInt8 = 44
    static let exec: UInt8 = 45
    static let lazy: UInt8 = 46

    // MARK: Operators
    static let plus: UInt8 = 64
    static let minus: UInt8 = 65
    static let star: UInt8 = 66
    static let doubleStar: UInt8 = 67
    static let slash: UInt8 = 68
    static let doubleSlash: UInt8 = 69
    static let percent: UInt8 = 70
    static let matrixMultiply: UInt8 = 71
    static let leftShift: UInt8 = 72
    static let rightShift: UInt8 = 73
    static let ampersand: UInt8 = 74
    static let bar: UInt8 = 75
    static let caret: UInt8 = 76
    static let tilde: UInt8 = 77
    static let less: UInt8 = 78
    static let greater: UInt8 = 79
    static let lessEqual: UInt8 = 80
    static let greaterEqual: UInt8 = 81
    static let equal: UInt8 = 82
    /// `!=`, and Python 2's `<>`.
    static let notEqual: UInt8 = 83
    static let walrus: UInt8 = 84
    /// `+=` and its like.
    static let augmentedAssign: UInt8 = 85
    /// `!` before the conversion of an interpolation.
    static let exclamation: UInt8 = 86

    /// Every reserved word and soft keyword with its code.
    static let words: [(word: StaticString, code: UInt8)] = [
        ("and", and), ("as", `as`), ("assert", assert), ("async", async), ("await", Self.await), ("break", `break`),
        ("class", `class`), ("continue", `continue`), ("def", def), ("del", del), ("elif", elif), ("else", `else`),
        ("except", except), ("finally", finally), ("for", `for`), ("from", from), ("global", global), ("if", `if`),
        ("import", `import`), ("in", `in`), ("is", `is`), ("lambda", lambda), ("nonlocal", nonlocal), ("not", not),
        ("or", or), ("pass", pass), ("raise", raise), ("return", `return`), ("try", `try`), ("while", `while`),
        ("with", with), ("yield", yield), ("None", noneLiteral), ("True", `true`), ("False", `false`), ("match", match),
        ("case", `case`), ("type", type), ("_", underscore), ("print", print), ("exec", exec), ("lazy", lazy),
    ]

    /// Whether a code of `words` is that of a reserved word.
    static func isReserved(_ code: UInt8) -> Bool { code != none && code < match }
}
