extension TypeScriptLexer {
    mutating func lexPunctuation(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "("): openParenthesis()
        case UInt8(ascii: ")"): closeParenthesis()
        case UInt8(ascii: "["):
            emit(.leftBracket, to: position + 1, operand: false)
            contexts.push(.bracket)
        case UInt8(ascii: "]"): closeBracket()
        case UInt8(ascii: "{"): openBrace()
        case UInt8(ascii: "}"): closeBrace()
        case UInt8(ascii: ","): emit(.comma, to: position + 1, operand: false)
        case UInt8(ascii: ";"):
            contexts.angles = 0
            emit(.semicolon, to: position + 1, operand: false)
        case UInt8(ascii: ":"): emit(.colon, to: position + 1, operand: false)
        case UInt8(ascii: "."): lexDot()
        case UInt8(ascii: "?"): lexQuestion()
        case UInt8(ascii: "="): lexEquals()
        case UInt8(ascii: "@"): emit(.at, to: position + 1, operand: false)
        case UInt8(ascii: "#"): lexHash()
        case UInt8(ascii: "\\"): lexBackslash()
        case UInt8(ascii: "<"): lexLess()
        case UInt8(ascii: ">"): lexGreater()
        case UInt8(ascii: "/"): lexSlash()
        default: lexOperator(byte)
        }
    }

    // MARK: Brackets

    private mutating func openParenthesis() {
        var isControl = false
        switch previousCode {
        case .if, .while, .for, .with: isControl = previousKind == .keyword
        case .await:
            let before = table.count - 2
            isControl = before >= 0 && table.code(before) == TypeScriptCode.for.rawValue
        default: break
        }
        emit(.leftParenthesis, to: position + 1, operand: false)
        contexts.push(isControl ? .controlParenthesis : .parenthesis)
    }

    private mutating func closeParenthesis() {
        if contexts.top == .bracket, contexts.second == .parenthesis || contexts.second == .controlParenthesis {
            contexts.pop()
        }
        let isControl = contexts.top == .controlParenthesis
        if isControl || contexts.top == .parenthesis { contexts.pop() }
        emit(.rightParenthesis, to: position + 1, operand: !isControl)
    }

    private mutating func closeBracket() {
        if contexts.top == .parenthesis, contexts.second == .bracket { contexts.pop() }
        if contexts.top == .bracket { contexts.pop() }
        emit(.rightBracket, to: position + 1, operand: true)
    }

    private mutating func openBrace() {
        let kind: TypeScriptContextStack.Kind = opensBlock ? .block : .object
        contexts.inCase = false
        emit(.leftBrace, to: position + 1, operand: false)
        contexts.push(kind)
    }

    /// A `{` here opens a block or body rather than an object.
    private var opensBlock: Bool {
        switch previousKind {
        case .semicolon, .leftBrace, .rightBrace, .rightParenthesis, .rightBracket, .arrow, .identifier, .metavariable,
            .string,
            .hash:
            return true
        case .colon:
            return contexts.inCase
        case .keyword:
            switch previousCode {
            case .else, .do, .try, .finally, .catch, .this, .void, .null, .class: return true
            default: return false
            }
        case .operator:
            return previousCode == .greaterThan
        case .ellipsis, .deepEnd:
            return dialect.isPattern
        default:
            return false
        }
    }

    private mutating func closeBrace() {
        contexts.popToBrace()
        switch contexts.top {
        case .interpolation:
            contexts.pop()
            emit(.interpolationEnd, to: position + 1, operand: true)
            lexTemplateRest()
        case .object:
            contexts.pop()
            emit(.rightBrace, to: position + 1, operand: true)
        case .block, .jsxExpression:
            contexts.pop()
            emit(.rightBrace, to: position + 1, operand: false)
        default:
            emit(.rightBrace, to: position + 1, operand: false)
        }
    }

    // MARK: Dots, questions, equals signs

    private mutating func lexDot() {
        if peek(1) == UInt8(ascii: "."), peek(2) == UInt8(ascii: ".") {
            if dialect.isPattern, peek(3) == UInt8(ascii: ">") {
                emit(.deepEnd, to: position + 4, operand: true)
            } else {
                // In a pattern an ellipsis may end an operand, but what follows it never divides.
                emit(.ellipsis, to: position + 3, operand: false)
            }
        } else if TypeScriptByteClass.digit == classes[Int(peek(1))] {
            lexNumber()
        } else {
            emit(.dot, to: position + 1, operand: false)
        }
    }

    private mutating func lexQuestion() {
        if peek(1) == UInt8(ascii: "."), classes[Int(peek(2))] != .digit {
            emit(.optionalDot, to: position + 2, operand: false)
        } else if peek(1) == UInt8(ascii: "?") {
            contexts.angles = 0
            let assigns = peek(2) == UInt8(ascii: "=")
            emit(.operator, assigns ? .compoundAssign : .coalesce, to: position + (assigns ? 3 : 2), operand: false)
        } else {
            if !contexts.sawExtends { contexts.angles = 0 }
            emit(.question, to: position + 1, operand: false)
        }
    }

    private mutating func lexEquals() {
        if peek(1) == UInt8(ascii: ">") {
            emit(.arrow, to: position + 2, operand: false)
        } else if peek(1) == UInt8(ascii: "=") {
            contexts.angles = 0
            let strict = peek(2) == UInt8(ascii: "=")
            emit(.operator, strict ? .identical : .equal, to: position + (strict ? 3 : 2), operand: false)
        } else {
            emit(.assign, to: position + 1, operand: false)
        }
    }

    // MARK: Less, greater, slash

    private mutating func lexLess() {
        let next = peek(1)
        if dialect.isPattern, next == UInt8(ascii: "."), startsDeepEllipsis() {
            emit(.deepStart, to: position + 4, operand: false)
            return
        }
        if !afterOperand, dialect.hasJSX, startsJSXElement() {
            openJSXTag()
            return
        }
        if next == UInt8(ascii: "<") {
            let assigns = peek(2) == UInt8(ascii: "=")
            contexts.angles = 0
            emit(.operator, assigns ? .compoundAssign : .shiftLeft, to: position + (assigns ? 3 : 2), operand: false)
        } else if next == UInt8(ascii: "=") {
            emit(.operator, .lessEqual, to: position + 2, operand: false)
        } else {
            let mayHaveTypes = dialect.hasTypes || contexts.angles > 0 || followsSuperclass
            if mayHaveTypes, mayOpenTypeArguments { contexts.angles += 1 }
            emit(.operator, .lessThan, to: position + 1, operand: false)
        }
    }

    /// `<...` and not the type arguments `<...>`.
    private func startsDeepEllipsis() -> Bool {
        guard peek(2) == UInt8(ascii: "."), peek(3) == UInt8(ascii: ".") else { return false }
        var next = 4
        while peek(next) == 0x20 { next += 1 }
        return peek(next) != UInt8(ascii: ">")
    }

    /// `extends A.B` stands before: no comparison follows it, but the type arguments of a dialect with types.
    private var followsSuperclass: Bool {
        var token = table.count - 1
        let limit = max(0, token - Self.longestSuperclass)
        while token > limit, table.kind(token) == .identifier || table.kind(token) == .dot { token -= 1 }
        return token >= 0 && table.kind(token) == .keyword && table.code(token) == TypeScriptCode.extends.rawValue
    }

    /// In tokens.
    private static let longestSuperclass = 8

    private var mayOpenTypeArguments: Bool {
        switch previousKind {
        case .integer, .float, .rightBracket, .rightBrace: false
        // `styled(A)<B>` is written without a space, a comparison rarely is.
        case .rightParenthesis: !flags.contains(.spaceBefore)
        default: true
        }
    }

    /// `>`: one by one where type arguments are open, else the longest operator.
    private mutating func lexGreater() {
        if contexts.angles > 0 {
            let isRelation =
                peek(1) == UInt8(ascii: "=")
                && (flags.contains(.spaceBefore) && !flags.contains(.newlineBefore) || peek(2) == UInt8(ascii: "="))
            // In a tag the second `>` ends the tag.
            let isShift = peek(1) == UInt8(ascii: ">") && contexts.angles < 2 && contexts.top != .jsxTag
            if !isRelation, !isShift {
                contexts.angles -= 1
                emit(.operator, .greaterThan, to: position + 1, operand: false)
                return
            }
        }
        var length = 1
        while length < 3, peek(length) == UInt8(ascii: ">") { length += 1 }
        if peek(length) == UInt8(ascii: "=") {
            contexts.angles = 0
            emit(.operator, length == 1 ? .greaterEqual : .compoundAssign, to: position + length + 1, operand: false)
            return
        }
        contexts.angles = 0
        let code: TypeScriptCode = length == 1 ? .greaterThan : length == 2 ? .shiftRight : .shiftRightUnsigned
        emit(.operator, code, to: position + length, operand: false)
    }

    private mutating func lexSlash() {
        if !afterOperand {
            lexRegex()
            return
        }
        contexts.angles = 0
        let assigns = peek(1) == UInt8(ascii: "=")
        emit(.operator, assigns ? .compoundAssign : .slash, to: position + (assigns ? 2 : 1), operand: false)
    }

    // MARK: Other operators

    private mutating func lexOperator(_ byte: UInt8) {
        let next = peek(1)
        switch byte {
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            let isPlus = byte == UInt8(ascii: "+")
            if next == byte {
                // A postfix operator leaves an operand behind, a prefix operator waits for one.
                let isPostfix = afterOperand && !flags.contains(.newlineBefore)
                emit(.operator, isPlus ? .increment : .decrement, to: position + 2, operand: isPostfix)
                return
            }
            if afterOperand { contexts.angles = 0 }
            binary(isPlus ? .plus : .minus, assigns: next == UInt8(ascii: "="), length: 1)
        case UInt8(ascii: "*"):
            contexts.angles = 0
            let length = next == byte ? 2 : 1
            binary(length == 2 ? .power : .star, assigns: peek(length) == UInt8(ascii: "="), length: length)
        case UInt8(ascii: "&"), UInt8(ascii: "|"):
            let isAnd = byte == UInt8(ascii: "&")
            if next == byte {
                contexts.angles = 0
                binary(isAnd ? .and : .or, assigns: peek(2) == UInt8(ascii: "="), length: 2)
            } else {
                binary(isAnd ? .ampersand : .bar, assigns: next == UInt8(ascii: "="), length: 1)
            }
        case UInt8(ascii: "%"), UInt8(ascii: "^"):
            contexts.angles = 0
            binary(byte == UInt8(ascii: "%") ? .percent : .caret, assigns: next == UInt8(ascii: "="), length: 1)
        case UInt8(ascii: "!"): lexExclamation()
        case UInt8(ascii: "~"): emit(.operator, .tilde, to: position + 1, operand: false)
        default: emit(.error, to: position + 1, operand: false)
        }
    }

    private mutating func binary(_ code: TypeScriptCode, assigns: Bool, length: Int) {
        emit(.operator, assigns ? .compoundAssign : code, to: position + length + (assigns ? 1 : 0), operand: false)
    }

    private mutating func lexExclamation() {
        if peek(1) == UInt8(ascii: "=") {
            contexts.angles = 0
            let strict = peek(2) == UInt8(ascii: "=")
            emit(.operator, strict ? .notIdentical : .notEqual, to: position + (strict ? 3 : 2), operand: false)
            return
        }
        let isPostfix = afterOperand && !flags.contains(.newlineBefore) && dialect.hasTypes
        emit(.operator, .not, to: position + 1, operand: isPostfix)
    }
}
