extension TypeScriptLexer {
    mutating func skipByteOrderMarkAndHashbang() {
        flags = .newlineBefore
        if count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
        if peek(0) == UInt8(ascii: "#"), peek(1) == UInt8(ascii: "!") { skipLineComment() }
    }

    /// Moves to the next token; notes comments, and in `flags` what stands before the token.
    @inline(__always)
    mutating func skipTrivia() {
        while true {
            skipASCIISpaces()
            guard position < count, skipComment() else { return }
        }
    }

    /// White space of ASCII, which is almost all there is.
    @inline(__always)
    private mutating func skipASCIISpaces() {
        var place = position
        while place < count {
            let byte = bytes[place]
            guard classes[Int(byte)] == .space else { break }
            flags.insert(.spaceBefore)
            if byte == 0x0A || byte == 0x0D { flags.insert(.newlineBefore) }
            place += 1
        }
        position = place
    }

    /// A comment, or white space beyond ASCII; whether one was here.
    @inline(__always)
    private mutating func skipComment() -> Bool {
        switch bytes[position] {
        case UInt8(ascii: "/"):
            let next = peek(1)
            if next == UInt8(ascii: "/") {
                skipLineComment()
            } else if next == UInt8(ascii: "*") {
                skipBlockComment()
            } else {
                return false
            }
        case UInt8(ascii: "<"):
            guard dialect.hasHTMLComments, peek(1) == UInt8(ascii: "!"), peek(2) == UInt8(ascii: "-"),
                peek(3) == UInt8(ascii: "-")
            else { return false }
            skipLineComment()
        case UInt8(ascii: "-"):
            guard dialect.hasHTMLComments, flags.contains(.newlineBefore), peek(1) == UInt8(ascii: "-"),
                peek(2) == UInt8(ascii: ">")
            else { return false }
            skipLineComment()
        case 0x80...: return skipUnusualSpace()
        default: return false
        }
        return true
    }

    private mutating func skipUnusualSpace() -> Bool {
        switch TypeScriptCharacter.space(at: position, in: bytes) {
        case .none: return false
        case .space(let width): position += width
        case .lineEnd(let width):
            position += width
            flags.insert(.newlineBefore)
        }
        flags.insert(.spaceBefore)
        return true
    }

    private mutating func skipLineComment() {
        let start = position
        var end = start
        while end < count {
            let byte = bytes[end]
            if byte == 0x0A || byte == 0x0D { break }
            if byte == 0xE2, case .lineEnd = TypeScriptCharacter.space(at: end, in: bytes) { break }
            end += 1
        }
        position = end
        table.comments.append(
            Comment(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: position)))
        flags.insert(.spaceBefore)
    }

    private mutating func skipBlockComment() {
        let start = position
        var end = start + 2
        while end < count {
            let byte = bytes[end]
            end += 1
            if byte == UInt8(ascii: "*") {
                if end < count, bytes[end] == UInt8(ascii: "/") {
                    end += 1
                    break
                }
            } else if byte == 0x0A || byte == 0x0D {
                flags.insert(.newlineBefore)
            } else if byte == 0xE2, case .lineEnd = TypeScriptCharacter.space(at: end - 1, in: bytes) {
                flags.insert(.newlineBefore)
            }
        }
        position = end
        table.comments.append(
            Comment(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: position)))
        flags.insert(.spaceBefore)
    }
}
