extension TypeScriptLexer {
    mutating func lexString(_ quote: UInt8) {
        if quote == UInt8(ascii: "`") {
            lexTemplate()
            return
        }
        var end = position + 1
        var extra: TokenFlags = .unterminated
        while end < count {
            let byte = bytes[end]
            if byte == quote {
                end += 1
                extra.remove(.unterminated)
                break
            }
            if byte == UInt8(ascii: "\\") {
                extra.insert(.escaped)
                end += 1
                if end < count, bytes[end] == 0x0D, end + 1 < count, bytes[end + 1] == 0x0A { end += 1 }
                end += end < count ? 1 : 0
            } else if byte == 0x0A || byte == 0x0D {
                break
            } else {
                end += 1
            }
        }
        emit(.string, to: end, operand: true, extra: extra)
    }

    /// A template: one string token where it has no hole, else its opening, text and first `${`.
    private mutating func lexTemplate() {
        let (end, flags, ending) = scanTemplateText(from: position + 1)
        switch ending {
        case .quote: emit(.string, to: end + 1, operand: true, extra: flags)
        case .endOfFile:
            emit(.string, to: endOfTemplateWithoutEnd(end), operand: true, extra: flags.union(.unterminated))
        case .hole:
            emit(.stringStart, to: position + 1, operand: false)
            openHole(textEnd: end, flags)
        }
    }

    /// Goes on with a template after the `}` of a hole.
    mutating func lexTemplateRest() {
        let (end, flags, ending) = scanTemplateText(from: position)
        if ending == .hole {
            openHole(textEnd: end, flags)
            return
        }
        if ending == .endOfFile {
            let end = endOfTemplateWithoutEnd(end)
            if end > position { emit(.stringText, to: end, operand: true, extra: flags.union(.unterminated)) }
        } else if end > position {
            emit(.stringText, to: end, operand: true, extra: flags)
        }
        if ending == .quote { emit(.stringEnd, to: end + 1, operand: true) }
        afterOperand = true
    }

    private mutating func openHole(textEnd end: Int, _ flags: TokenFlags) {
        if end > position { emit(.stringText, to: end, operand: false, extra: flags) }
        emit(.interpolationStart, to: end + 2, operand: false)
        contexts.push(.interpolation)
    }

    /// Where a template ends whose end is missing: at the end of its line, so that the lines after it stay code. The first
    /// in a file only: looking for the end takes time that grows with the file.
    private mutating func endOfTemplateWithoutEnd(_ fileEnd: Int) -> Int {
        guard !templateEndIsMissing else { return fileEnd }
        templateEndIsMissing = true
        var end = position
        while end < fileEnd, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        return end
    }

    private enum TemplateEnding { case quote, hole, endOfFile }

    private func scanTemplateText(from start: Int) -> (end: Int, flags: TokenFlags, ending: TemplateEnding) {
        var end = start
        var flags: TokenFlags = []
        while end < count {
            let byte = bytes[end]
            if byte == UInt8(ascii: "`") { return (end, flags, .quote) }
            if byte == UInt8(ascii: "$"), end + 1 < count, bytes[end + 1] == UInt8(ascii: "{") {
                return (end, flags, .hole)
            }
            if byte == UInt8(ascii: "\\") {
                flags.insert(.escaped)
                end += 1
            }
            end += 1
        }
        return (count, flags, .endOfFile)
    }

    mutating func lexNumber() {
        var end = position
        var isFloat = false
        if bytes[end] == UInt8(ascii: "0"), isRadixPrefix(peek(1)) {
            end += 2
            while end < count, classes[Int(bytes[end])].continuesWord, isNumberByte(bytes[end]) { end += 1 }
        } else {
            skipDigits(&end)
            if end < count, bytes[end] == UInt8(ascii: ".") {
                isFloat = true
                end += 1
                skipDigits(&end)
            }
            if end < count, bytes[end] | 0x20 == UInt8(ascii: "e") {
                var exponent = end + 1
                if exponent < count, bytes[exponent] == UInt8(ascii: "+") || bytes[exponent] == UInt8(ascii: "-") {
                    exponent += 1
                }
                if exponent < count, classes[Int(bytes[exponent])] == .digit {
                    isFloat = true
                    end = exponent
                    skipDigits(&end)
                }
            }
        }
        if end < count, bytes[end] == UInt8(ascii: "n"), !isFloat { end += 1 }
        emit(isFloat ? .float : .integer, to: end, operand: true)
    }

    private func skipDigits(_ end: inout Int) {
        while end < count, classes[Int(bytes[end])] == .digit || bytes[end] == UInt8(ascii: "_") { end += 1 }
    }

    private func isRadixPrefix(_ byte: UInt8) -> Bool {
        let lower = byte | 0x20
        return lower == UInt8(ascii: "x") || lower == UInt8(ascii: "o") || lower == UInt8(ascii: "b")
    }

    private func isNumberByte(_ byte: UInt8) -> Bool {
        HexadecimalDigit.value(of: byte) != nil || byte == UInt8(ascii: "_")
    }

    /// A regular expression, up to the end of its line where it does not end.
    mutating func lexRegex() {
        var end = position + 1
        var inClass = false
        var extra: TokenFlags = .unterminated
        scan: while end < count {
            switch bytes[end] {
            case UInt8(ascii: "\\"):
                extra.insert(.escaped)
                if end + 1 < count, bytes[end + 1] != 0x0A, bytes[end + 1] != 0x0D { end += 1 }
            case UInt8(ascii: "["): inClass = true
            case UInt8(ascii: "]"): inClass = false
            case UInt8(ascii: "/"):
                if !inClass {
                    extra.remove(.unterminated)
                    end += 1
                    while end < count, classes[Int(bytes[end])].continuesWord { end += 1 }
                    break scan
                }
            case 0x0A, 0x0D: break scan
            default: break
            }
            end += 1
        }
        emit(.regex, to: min(end, count), operand: true, extra: extra)
    }
}
