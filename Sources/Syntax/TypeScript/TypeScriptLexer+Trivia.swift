extension TypeScriptLexer {
    mutating func skipByteOrderMarkAndHashbang() {
        flags = .newlineBefore
        if count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
        if peek(0) == UInt8(ascii: "#"), peek(1) == UInt8(ascii: "!") { skipLineComment() }
    }

    /// Moves to the next token; notes comments, and in `flags` what stands before the token.
    mutating func skipTrivia() {
        while position < count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0B, 0x0C:
                position += 1
                flags.insert(.spaceBefore)
            case 0x0A, 0x0D:
                position += 1
                flags.formUnion([.spaceBefore, .newlineBefore])
            case UInt8(ascii: "/"):
                let next = peek(1)
                if next == UInt8(ascii: "/") {
                    skipLineComment()
                } else if next == UInt8(ascii: "*") {
                    skipBlockComment()
                } else {
                    return
                }
            case UInt8(ascii: "<"):
                guard dialect.hasHTMLComments, peek(1) == UInt8(ascii: "!"), peek(2) == UInt8(ascii: "-"),
                    peek(3) == UInt8(ascii: "-")
                else { return }
                skipLineComment()
            case UInt8(ascii: "-"):
                guard dialect.hasHTMLComments, flags.contains(.newlineBefore), peek(1) == UInt8(ascii: "-"),
                    peek(2) == UInt8(ascii: ">")
                else { return }
                skipLineComment()
            case 0x80...:
                switch TypeScriptCharacter.space(at: position, in: bytes) {
                case .none: return
                case .space(let width): position += width
                case .lineEnd(let width):
                    position += width
                    flags.insert(.newlineBefore)
                }
                flags.insert(.spaceBefore)
            default:
                return
            }
        }
    }

    private mutating func skipLineComment() {
        let start = position
        while position < count {
            let byte = bytes[position]
            if byte == 0x0A || byte == 0x0D { break }
            if byte == 0xE2, case .lineEnd = TypeScriptCharacter.space(at: position, in: bytes) { break }
            position += 1
        }
        table.comments.append(
            Comment(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: position)))
        flags.insert(.spaceBefore)
    }

    private mutating func skipBlockComment() {
        let start = position
        position += 2
        while position < count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "*") {
                if position < count, bytes[position] == UInt8(ascii: "/") {
                    position += 1
                    break
                }
            } else if byte == 0x0A || byte == 0x0D {
                flags.insert(.newlineBefore)
            } else if byte == 0xE2, case .lineEnd = TypeScriptCharacter.space(at: position - 1, in: bytes) {
                flags.insert(.newlineBefore)
            }
        }
        table.comments.append(
            Comment(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: position)))
        flags.insert(.spaceBefore)
    }
}
