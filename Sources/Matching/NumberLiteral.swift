/// Values of number literals in the three languages: decimal, `0x`, `0o`, `0b`, legacy octal, with `_` between digits and
/// the suffixes `n`, `j`, `L`.
public enum NumberLiteral {
    /// nil where the value does not fit or the text is no number.
    public static func value(of text: ArraySlice<UInt8>) -> Constant? {
        var digits = text.filter { $0 != UInt8(ascii: "_") }
        if let last = digits.last, last == UInt8(ascii: "n") || last == UInt8(ascii: "L") || last == UInt8(ascii: "l") {
            digits.removeLast()
        }
        guard let first = digits.first else { return nil }
        if first == UInt8(ascii: "0"), digits.count > 1 {
            let radix: Int? =
                switch digits[1] | 0x20 {
                case UInt8(ascii: "x"): 16
                case UInt8(ascii: "o"): 8
                case UInt8(ascii: "b"): 2
                default: nil
                }
            if let radix {
                return Int(String(decoding: digits.dropFirst(2), as: UTF8.self), radix: radix).map(Constant.integer)
            }
        }
        let string = String(decoding: digits, as: UTF8.self)
        if let integer = Int(string) { return .integer(integer) }
        return Double(string).map(Constant.float)
    }
}
