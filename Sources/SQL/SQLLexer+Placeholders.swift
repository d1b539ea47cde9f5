/// The placeholders of all drivers.
extension SQLLexer {
    /// A placeholder that starts with this byte, if one does.
    mutating func lexPlaceholder(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "?"): return lexQuestionMark()
        case UInt8(ascii: "$"): return lexDollarQuoted() || lexNamed(firstIsDigit: true)
        case UInt8(ascii: ":"):
            // In `a[1:2]` the colon separates; in `a::int` it casts.
            if peek(1) == UInt8(ascii: ":") || followsOperand && holeStart > position + 1 { return false }
            return lexNamed(firstIsDigit: true)
        case UInt8(ascii: "@"):
            if peek(1) == UInt8(ascii: "@"), classes[Int(peek(2))].contains(.wordStart) {
                return lexNamed(firstIsDigit: false, prefix: 2)
            }
            return lexNamed(firstIsDigit: false)
        case UInt8(ascii: "%"): return lexFormat()
        default: return false
        }
    }

    /// `?`, `?1`. `?|` and `?&` are JSON operators of PostgreSQL.
    private mutating func lexQuestionMark() -> Bool {
        let next = peek(1)
        let afterNext = peek(2)
        if next == UInt8(ascii: "&") || next == UInt8(ascii: "|") && afterNext != UInt8(ascii: "|") { return false }
        let start = position
        position += 1
        while position < min(bytes.count, holeStart), classes[Int(bytes[position])].contains(.digit) { position += 1 }
        append(.placeholder, from: start)
        return true
    }

    /// A sign and a name or number, of which a hole may be a part: `:name`, `$1`, `${n}`.
    private mutating func lexNamed(firstIsDigit: Bool, prefix: Int = 1) -> Bool {
        let start = position
        let first = classes[Int(peek(prefix))]
        let isHoled = holeStart == start + prefix
        guard isHoled || first.contains(.wordStart) || firstIsDigit && first.contains(.digit),
            holeStart >= start + prefix
        else { return false }
        var flags: SQLTokenFlags = []
        position += prefix
        while true {
            if position >= holeStart {
                consumeHole()
                flags.insert(.holed)
            } else if position < bytes.count, classes[Int(bytes[position])].contains(.word) {
                position += 1
            } else {
                break
            }
        }
        append(.placeholder, flags: flags, from: start)
        return true
    }

    /// `%s`, `%(name)s` and the other conversions of formatting functions. `a%b` divides.
    private mutating func lexFormat() -> Bool {
        guard !followsOperand else { return false }
        let start = position
        var index = start + 1
        let limit = min(bytes.count, holeStart)
        if index < limit, bytes[index] == UInt8(ascii: "(") {
            let nameLimit = min(limit, index + 66)
            index += 1
            while index < nameLimit, classes[Int(bytes[index])].contains(.word) { index += 1 }
            guard index < nameLimit, bytes[index] == UInt8(ascii: ")") else { return false }
            index += 1
        }
        while index < limit, index < start + 70, bytes[index] == UInt8(ascii: "l") { index += 1 }
        guard index < limit else { return false }
        switch bytes[index] {
        case UInt8(ascii: "s"), UInt8(ascii: "d"), UInt8(ascii: "i"), UInt8(ascii: "r"), UInt8(ascii: "f"),
            UInt8(ascii: "b"), UInt8(ascii: "t"), UInt8(ascii: "@"):
            index += 1
        default: return false
        }
        if index < limit, classes[Int(bytes[index])].contains(.word) { return false }
        position = index
        append(.placeholder, from: start)
        return true
    }
}
