/// Identifiers, keywords, `#name`, `$name`, numbers.
extension SwiftLexer {
    mutating func lexIdentifier() {
        let start = position
        var packed: UInt64 = 0
        while true {
            let byte = bytes[position]
            guard SwiftScalar.isIdentifierByte(byte) || byte == UInt8(ascii: "$") else { break }
            packed = packed &<< 8 | UInt64(byte)
            position += 1
        }
        if bytes[position] >= 0x80, skipIdentifierTail() { return append(.identifier, start: start) }
        let code = words.code(packed: packed, bytes: bytes, start: start, end: position)
        if code == 0 || code > SwiftWord.underscore.rawValue { return append(.identifier, code: code, start: start) }
        if !openAngles.isEmpty, !Self.mayStandInType(code) { openAngles.removeAll(keepingCapacity: true) }
        append(.keyword, code: code, start: start)
    }

    /// The reserved words that a generic clause may hold.
    private static func mayStandInType(_ code: UInt8) -> Bool {
        switch SwiftWord(rawValue: code) {
        case .Any, .Self, .inout, .throws, .rethrows, .repeat, .class, .where, .underscore, .let, .protocol, .self: true
        default: false
        }
    }

    /// Advances over the rest of an identifier from a byte outside ASCII; whether there was any.
    @discardableResult
    private mutating func skipIdentifierTail() -> Bool {
        let start = position
        while position < count {
            if SwiftScalar.isIdentifierByte(bytes[position]) {
                position += 1
            } else if bytes[position] >= 0x80, let (value, length) = SwiftScalar.decode(bytes, position, limit: count),
                SwiftScalar.isIdentifierContinuation(value)
            {
                position += length
            } else {
                break
            }
        }
        return position > start
    }

    mutating func lexNonASCII() {
        let start = position
        guard let (value, length) = SwiftScalar.decode(bytes, position, limit: count) else { return lexError() }
        if SwiftScalar.isOperatorHead(value) { return lexOperator() }
        guard SwiftScalar.isIdentifierHead(value) else { return lexError() }
        position += length
        skipIdentifierTail()
        append(.identifier, start: start)
    }

    /// A name in backticks; since Swift 6.2 it may hold spaces. A backtick without a fellow on its line is an error.
    mutating func lexQuotedIdentifier() {
        let start = position
        guard let end = endOfQuotedIdentifier(start) else {
            position += 1
            return append(.error, start: start)
        }
        position = end
        flags.insert(.escaped)
        append(.identifier, start: start)
    }

    /// Behind the second backtick of the name that starts at `start`; nil where it is no name.
    private func endOfQuotedIdentifier(_ start: Int) -> Int? {
        var end = start + 1
        while end < count, bytes[end] != UInt8(ascii: "`"), bytes[end] != UInt8(ascii: "\n"),
            bytes[end] != UInt8(ascii: "\r")
        {
            end += 1
        }
        return end < count && bytes[end] == UInt8(ascii: "`") && end > start + 1 ? end + 1 : nil
    }

    /// `$0`, `$name`, and in patterns the metavariables.
    mutating func lexDollar() {
        let start = position
        position += 1
        if isPattern, lexMetavariable(start: start) { return }
        while SwiftScalar.isIdentifierByte(bytes[position]) { position += 1 }
        if bytes[position] >= 0x80 { skipIdentifierTail() }
        append(.identifier, start: start)
    }

    /// `$X`, `$_`, `$...X`: a dollar, then upper-case letters, digits and underscores that do not start with a digit.
    private mutating func lexMetavariable(start: Int) -> Bool {
        let isEllipsis = (0..<3).allSatisfy { position + $0 < count && bytes[position + $0] == UInt8(ascii: ".") }
        var end = isEllipsis ? position + 3 : position
        let nameStart = end
        while SwiftScalar.isIdentifierByte(bytes[end]) {
            if bytes[end] >= UInt8(ascii: "a"), bytes[end] <= UInt8(ascii: "z") { return false }
            end += 1
        }
        guard end > nameStart, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[nameStart]) else { return false }
        position = end
        append(isEllipsis ? .ellipsisMetavariable : .metavariable, start: start)
        return true
    }

    /// What a `#` opens: a raw string, an extended regex, or a name.
    mutating func lexPound() {
        let start = position
        var end = max(position, endOfPounds)
        while bytes[end] == UInt8(ascii: "#") { end += 1 }
        endOfPounds = end
        if bytes[end] == UInt8(ascii: "\"") {
            position = end
            return lexString(start: start, pounds: end - start)
        }
        if bytes[end] == UInt8(ascii: "/") { return lexExtendedRegex(pounds: end - start) }
        position = start + 1
        if bytes[position] == UInt8(ascii: "`"), let end = endOfQuotedIdentifier(position) {
            position = end
            flags.insert(.escaped)
            return append(.hash, start: start)
        }
        var packed: UInt64 = 0
        while SwiftScalar.isIdentifierByte(bytes[position]) {
            packed = packed &<< 8 | UInt64(bytes[position])
            position += 1
        }
        if position > start + 1 {
            let code = words.code(packed: packed, bytes: bytes, start: start + 1, end: position)
            append(.hash, code: code, start: start)
        } else {
            // In a pattern a metavariable may follow (`#$NAME(..)`); elsewhere a lone `#` is still no byte lost.
            append(isPattern && bytes[position] == UInt8(ascii: "$") ? .hash : .error, start: start)
        }
    }

    // MARK: Numbers

    mutating func lexNumber() {
        let start = position
        let follows = previousKind == .dot && start > 0 && bytes[start - 1] == UInt8(ascii: ".")
        if follows {
            // The index of a tuple's element: `t.0.1` has no float in it.
            while Self.isDigit(bytes[position]) { position += 1 }
            return append(.integer, start: start)
        }
        let isPrefixed =
            bytes[start] == UInt8(ascii: "0")
            && [UInt8(ascii: "x"), UInt8(ascii: "o"), UInt8(ascii: "b")].contains(bytes[start + 1])
        let isHexadecimal = isPrefixed && bytes[start + 1] == UInt8(ascii: "x")
        var isFloat = false
        if isPrefixed { position += 2 }
        skipDigits(hexadecimal: isHexadecimal)
        if !isPrefixed || isHexadecimal {
            isFloat = skipFraction(hexadecimal: isHexadecimal)
            if skipExponent(hexadecimal: isHexadecimal) { isFloat = true }
        }
        // Letters that touch the number belong to it, however wrong they are.
        while SwiftScalar.isIdentifierByte(bytes[position]) { position += 1 }
        append(isFloat ? .float : .integer, start: start)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    private static func isHexadecimalDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f")
    }

    private mutating func skipDigits(hexadecimal: Bool) {
        while true {
            let byte = bytes[position]
            guard byte == UInt8(ascii: "_") || (hexadecimal ? Self.isHexadecimalDigit(byte) : Self.isDigit(byte)) else {
                return
            }
            position += 1
        }
    }

    private mutating func skipFraction(hexadecimal: Bool) -> Bool {
        guard bytes[position] == UInt8(ascii: ".") else { return false }
        let next = bytes[position + 1]
        guard hexadecimal ? Self.isHexadecimalDigit(next) : Self.isDigit(next) else { return false }
        // `0x1.fp3` is a float, `0xFF.description` a member: a hexadecimal fraction needs its exponent.
        let start = position
        position += 1
        skipDigits(hexadecimal: hexadecimal)
        if hexadecimal, bytes[position] | 0x20 != UInt8(ascii: "p") {
            position = start
            return false
        }
        return true
    }

    private mutating func skipExponent(hexadecimal: Bool) -> Bool {
        guard bytes[position] | 0x20 == (hexadecimal ? UInt8(ascii: "p") : UInt8(ascii: "e")) else { return false }
        let next = bytes[position + 1]
        let isSigned = next == UInt8(ascii: "+") || next == UInt8(ascii: "-")
        guard Self.isDigit(isSigned ? bytes[position + 2] : next) else { return false }
        position += isSigned ? 2 : 1
        skipDigits(hexadecimal: false)
        return true
    }
}
