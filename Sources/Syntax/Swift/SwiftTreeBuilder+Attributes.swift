/// Attributes, their arguments, and `#if` around them.
extension SwiftTreeBuilder {
    mutating func decorators() {
        while true {
            if kind == .at {
                decorator()
            } else if isAttributeDirective {
                skipAttributeDirective()
            } else {
                return
            }
        }
    }

    /// `#if` around attributes alone; they belong to the declaration after it.
    var isAttributeDirective: Bool {
        guard kind == .hash, codes[index] == SwiftWord.if.rawValue else { return false }
        var place = index
        var holdsAttribute = false
        var depth = 0
        while place < kinds.count, kinds[place] != .endOfFile {
            if isDirective(at: place) {
                if codes[place] == SwiftWord.if.rawValue { depth += 1 }
                if codes[place] == SwiftWord.endif.rawValue {
                    depth -= 1
                    if depth == 0 { return holdsAttribute }
                }
                place += 1
                while place < kinds.count - 1, !startsLine(place) { place += 1 }
            } else if kinds[place] == .at {
                holdsAttribute = true
                place = afterAttribute(place)
            } else {
                return false
            }
        }
        return false
    }

    private mutating func skipAttributeDirective() {
        var depth = 0
        while kind != .endOfFile {
            if kind == .at {
                decorator()
            } else if isDirective(at: index) {
                let isEnd = codes[index] == SwiftWord.endif.rawValue
                if codes[index] == SwiftWord.if.rawValue { depth += 1 }
                if isEnd { advance() } else { skipDirective() }
                if isEnd { depth -= 1 }
                if depth == 0 { return }
            } else {
                return
            }
        }
    }

    private mutating func decorator() {
        let mark = mark()
        advance()
        let value = self.mark()
        let isAvailability = at(.available) || at(.unavailable)
        if kind == .identifier || kind == .keyword || kind == .metavariable, touches(index) {
            name(.value)
        } else {
            missing(.value)
        }
        while kind == .dot
            || kind == .operator && codes[index] == SwiftOperator.code(.infix) && touches(index)
                && bytes[Int(tokens.starts[index])] == UInt8(ascii: ":")
        {
            let dot = token
            builder.setRole(.object)
            advance()
            name(.name)
            finish(.member, since: value, main: dot, role: .value)
        }
        let hasTypeArguments = isOperator(UInt8(ascii: "<"), at: index) && touches(index)
        let end = hasTypeArguments ? afterTypeArguments(index) : index
        let isCall = opensAttributeArguments(end)
        if hasTypeArguments {
            builder.setRole(isCall ? .callee : .name)
            typeArguments()
            if !isCall { finish(.genericType, since: value) }
        } else if isCall {
            builder.setRole(.callee)
        }
        if isCall, kind == .leftParenthesis {
            if isAvailability { availabilityArguments() } else { attributeArguments() }
            finish(.call, since: value)
        }
        builder.setRole(.value)
        finish(.decorator, since: mark)
    }

    /// Arguments of an attribute. Some have a grammar of their own; what does not parse as arguments stays tokens.
    private mutating func attributeArguments() {
        let mark = mark()
        let before = errors
        guard let end = afterPartner(of: index) else { return argumentList() }
        argumentList()
        guard errors > before || index != end else { return }
        builder.rewind(to: mark)
        errors = before
        index = end
        finish(.argumentList, since: mark, role: .arguments)
    }

    /// `(iOS 13.0, *, deprecated: 5.1, message: "..")`: platforms are identifiers, versions numbers.
    mutating func availabilityArguments() {
        let mark = mark()
        let open = index
        advance()
        list(open) { parser in
            let mark = parser.mark()
            if parser.kind(ahead: 1) == .colon {
                parser.name(.label)
                parser.advance()
                if parser.kind == .integer || parser.kind == .float {
                    parser.version(.value)
                } else {
                    parser.expression(.value)
                }
                parser.finish(.keywordArgument, since: mark)
                return
            }
            parser.name(.element)
            if parser.kind == .integer || parser.kind == .float { parser.version(.element) }
        }
        finish(.argumentList, since: mark, role: .arguments)
    }

    /// `10.15.4` is a float, a dot and an integer.
    private mutating func version(_ role: Role) {
        let mark = mark()
        advance()
        while kind == .dot || (kind == .integer || kind == .float) && touches(index) { advance() }
        finish(.number, since: mark, role: role)
    }
}
