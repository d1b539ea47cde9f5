/// Numeric literals, Python 2's among them (`0777`, `10L`).
extension PythonLexer {
    mutating func lexNumber() {
        let start = index
        if bytes[index] == UInt8(ascii: "0"), let radix = radix(of: bytes[index + 1]),
            isDigit(bytes[index + 2], radix: radix)
                || (bytes[index + 2] == UInt8(ascii: "_") && isDigit(bytes[index + 3], radix: radix))
        {
            index += 2
            skipDigits(radix: radix)
            skipSuffix(UInt8(ascii: "l"))
            return emit(.integer, from: start)
        }
        skipDigits(radix: 10)
        var isFloat = false
        if bytes[index] == UInt8(ascii: ".") {
            isFloat = true
            index += 1
            if isDigit(bytes[index], radix: 10) { skipDigits(radix: 10) }
        }
        if bytes[index] | 0x20 == UInt8(ascii: "e") {
            let isSigned = bytes[index + 1] == UInt8(ascii: "+") || bytes[index + 1] == UInt8(ascii: "-")
            if isDigit(bytes[index + (isSigned ? 2 : 1)], radix: 10) {
                isFloat = true
                index += isSigned ? 2 : 1
                skipDigits(radix: 10)
            }
        }
        if skipSuffix(UInt8(ascii: "j")) { isFloat = true }
        if !isFloat { skipSuffix(UInt8(ascii: "l")) }
        emit(isFloat ? .float : .integer, from: start)
    }

    private func radix(of letter: UInt8) -> UInt8? {
        switch letter | 0x20 {
        case UInt8(ascii: "x"): 16
        case UInt8(ascii: "o"): 8
        case UInt8(ascii: "b"): 2
        default: nil
        }
    }

    private func isDigit(_ byte: UInt8, radix: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") < radix
        case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): radix == 16
        default: false
        }
    }

    /// Moves past digits with single underscores between them.
    private mutating func skipDigits(radix: UInt8) {
        while isDigit(bytes[index], radix: radix)
            || (bytes[index] == UInt8(ascii: "_") && isDigit(bytes[index + 1], radix: radix))
        {
            index += 1
        }
    }

    /// Moves past a letter, of either case, that ends the literal.
    @discardableResult
    private mutating func skipSuffix(_ letter: UInt8) -> Bool {
        guard bytes[index] | 0x20 == letter else { return false }
        index += 1
        return true
    }
}
