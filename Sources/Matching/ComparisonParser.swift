extension Comparison {
    /// Why a text is no comparison; `offset` in bytes.
    public struct ParseFailure: Error, Hashable, Sendable {
        public var offset: Int
        public var message: String
    }

    /// Parses `text`. Metavariables must be among `metavariables`, or are added to it.
    public init(
        _ text: [UInt8], base: Int? = nil, stripQuotes: Bool = false, metavariables: inout MetavariableTable
    ) throws(ParseFailure) {
        var parser = ComparisonParser(text: text, metavariables: metavariables)
        let expression = try parser.expression(minimum: 0, depth: 0)
        try parser.expectEnd()
        metavariables = parser.metavariables
        self.init(expression: expression, base: base, stripQuotes: stripQuotes)
    }
}

/// A precedence climber over bytes.
private struct ComparisonParser {
    let text: [UInt8]
    var position = 0
    var metavariables: MetavariableTable
    /// Parentheses deeper than this are refused.
    private static let depthLimit = 64

    init(text: [UInt8], metavariables: MetavariableTable) {
        self.text = text
        self.metavariables = metavariables
    }

    /// Binary operators, loosest first; longer spellings before their prefixes.
    private static let levels: [[String]] = [
        ["or"], ["and"], ["not in", "in", "==", "!=", "<=", ">=", "<", ">"], ["|"], ["^"], ["&"], ["<<", ">>"],
        ["+", "-"], ["//", "*", "/", "%"], ["**"],
    ]

    mutating func expression(minimum: Int, depth: Int) throws(Comparison.ParseFailure) -> Comparison.Expression {
        guard depth < Self.depthLimit else { throw failure("nested too deeply") }
        guard minimum < Self.levels.count else { return try operand(depth: depth + 1) }
        if minimum == 2, word("not") {
            return .unary("not", try expression(minimum: 2, depth: depth + 1))
        }
        var left = try expression(minimum: minimum + 1, depth: depth)
        while let name = oneOf(Self.levels[minimum], level: minimum) {
            let right = try expression(minimum: minimum + 1, depth: depth)
            left = .binary(name, left, right)
        }
        return left
    }

    private mutating func operand(depth: Int) throws(Comparison.ParseFailure) -> Comparison.Expression {
        skipSpace()
        guard position < text.count else { throw failure("an operand is missing") }
        let byte = text[position]
        switch byte {
        case UInt8(ascii: "("):
            position += 1
            let inner = try expression(minimum: 0, depth: depth + 1)
            try expect(")")
            return inner
        case UInt8(ascii: "["):
            position += 1
            return .list(try elements(until: "]", depth: depth))
        case UInt8(ascii: "-"), UInt8(ascii: "~"), UInt8(ascii: "+"):
            position += 1
            return .unary(String(UnicodeScalar(byte)), try operand(depth: depth + 1))
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            return try string(quote: byte)
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            return try number()
        case UInt8(ascii: "$"):
            let start = position
            position += 1
            if text[position...].starts(with: "...".utf8) { position += 3 }
            while position < text.count, isNameByte(text[position]) { position += 1 }
            return .metavariable(metavariables.slot(of: text[start..<position]))
        default:
            return try name(depth: depth)
        }
    }

    private mutating func name(depth: Int) throws(Comparison.ParseFailure) -> Comparison.Expression {
        let start = position
        while position < text.count, isNameByte(text[position]) || text[position] == UInt8(ascii: ".") { position += 1 }
        let name = String(decoding: text[start..<position], as: UTF8.self)
        switch name {
        case "True", "true": return .literal(.boolean(true))
        case "False", "false": return .literal(.boolean(false))
        case "int", "float", "str", "len", "re.match", "strptime":
            try expect("(")
            return .call(name, try elements(until: ")", depth: depth))
        case "today":
            try expect("(")
            try expect(")")
            return .metavariable(Comparison.todaySlot)
        default:
            position = start
            throw failure(
                "expected a metavariable, a number, a string, or one of int(), float(), str(), len(), re.match(), "
                    + "strptime(), today()")
        }
    }

    private mutating func elements(
        until end: StaticString, depth: Int
    ) throws(Comparison.ParseFailure) -> [Comparison.Expression] {
        var values: [Comparison.Expression] = []
        while !symbol(end) {
            values.append(try expression(minimum: 0, depth: depth + 1))
            if !symbol(",") {
                try expect(end)
                return values
            }
        }
        return values
    }

    private mutating func string(quote: UInt8) throws(Comparison.ParseFailure) -> Comparison.Expression {
        position += 1
        var value: [UInt8] = []
        while position < text.count, text[position] != quote {
            if text[position] == UInt8(ascii: "\\"), position + 1 < text.count {
                let next = text[position + 1]
                // Other escapes stay as written: the strings are mostly regular expressions.
                if next != quote, next != UInt8(ascii: "\\") { value.append(UInt8(ascii: "\\")) }
                position += 1
            }
            value.append(text[position])
            position += 1
        }
        guard position < text.count else { throw failure("the string does not end") }
        position += 1
        return .literal(.string(value))
    }

    private mutating func number() throws(Comparison.ParseFailure) -> Comparison.Expression {
        let start = position
        while position < text.count, isNameByte(text[position]) || text[position] == UInt8(ascii: ".") { position += 1 }
        switch NumberLiteral.value(of: text[start..<position]) {
        case .integer(let value): return .literal(.number(Double(value)))
        case .float(let value): return .literal(.number(value))
        default:
            position = start
            throw failure("not a number")
        }
    }

    private mutating func oneOf(_ names: [String], level: Int) -> String? {
        for name in names {
            if name == "not in" {
                let start = position
                if word("not"), word("in") { return name }
                position = start
            } else if name.first?.isLetter == true {
                if word(name) { return name }
            } else if matches(name) {
                // `*` is not `**`, `<` not `<<`, `/` not `//`.
                let next = position + name.utf8.count < text.count ? text[position + name.utf8.count] : 0
                if let last = name.utf8.last, name.utf8.count == 1, next == last, "*<>/".utf8.contains(last) {
                    continue
                }
                position += name.utf8.count
                return name
            }
        }
        return nil
    }

    private mutating func matches(_ name: String) -> Bool {
        skipSpace()
        return text[position...].starts(with: name.utf8)
    }

    private mutating func word(_ name: String) -> Bool {
        guard matches(name) else { return false }
        let end = position + name.utf8.count
        if end < text.count, isNameByte(text[end]) { return false }
        position = end
        return true
    }

    private mutating func symbol(_ symbol: StaticString) -> Bool {
        skipSpace()
        guard position < text.count, text[position] == symbol.utf8Start.pointee else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ wanted: StaticString) throws(Comparison.ParseFailure) {
        if !symbol(wanted) { throw failure("expected '\(wanted)'") }
    }

    mutating func expectEnd() throws(Comparison.ParseFailure) {
        skipSpace()
        if position < text.count { throw failure("unexpected text after the expression") }
    }

    private mutating func skipSpace() {
        while position < text.count, text[position] <= 0x20 { position += 1 }
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
            || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
    }

    private func failure(_ message: String) -> Comparison.ParseFailure {
        Comparison.ParseFailure(offset: position, message: message)
    }
}
