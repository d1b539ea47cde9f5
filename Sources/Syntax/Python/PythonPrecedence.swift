/// How tightly Python's binary operators bind; a larger number binds tighter. From the language reference, "Operator
/// precedence". All associate to the left but `**`.
enum PythonPrecedence {
    static let none: UInt8 = 0
    static let or: UInt8 = 1
    static let and: UInt8 = 2
    static let not: UInt8 = 3
    static let comparison: UInt8 = 4
    static let bitwiseOr: UInt8 = 5
    static let bitwiseXor: UInt8 = 6
    static let bitwiseAnd: UInt8 = 7
    static let shift: UInt8 = 8
    static let sum: UInt8 = 9
    static let product: UInt8 = 10
    static let sign: UInt8 = 11
    static let power: UInt8 = 12

    /// The precedence of the binary operator with a token's code; `none` where it is no binary operator. `not` counts as
    /// one, for `not in`.
    static func ofBinary(_ code: UInt8) -> UInt8 {
        switch code {
        case PythonCode.or: or
        case PythonCode.and: and
        case PythonCode.in, PythonCode.is, PythonCode.not, PythonCode.less, PythonCode.greater, PythonCode.lessEqual,
            PythonCode.greaterEqual, PythonCode.equal, PythonCode.notEqual:
            comparison
        case PythonCode.bar: bitwiseOr
        case PythonCode.caret: bitwiseXor
        case PythonCode.ampersand: bitwiseAnd
        case PythonCode.leftShift, PythonCode.rightShift: shift
        case PythonCode.plus, PythonCode.minus: sum
        case PythonCode.star, PythonCode.slash, PythonCode.doubleSlash, PythonCode.percent, PythonCode.matrixMultiply:
            product
        case PythonCode.doubleStar: power
        default: none
        }
    }
}
