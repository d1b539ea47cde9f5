/// For each opening bracket, where its closing bracket stands. Made in one pass over the tokens, so that a parser may look
/// behind a parenthesis at no cost, and knows where to go on after what it cannot read.
struct BracketTable: Sendable {
    /// Of an opening bracket: the token that closes it, or the complement (`~`) of the token before which it ends without
    /// having been closed. Of any other token: 0.
    private(set) var closers: [TokenIndex]

    /// The token that closes the bracket at `open`; nil where none does.
    @inline(__always)
    func closer(_ open: Int) -> Int? {
        let closer = closers[open]
        return closer > 0 ? Int(closer) : nil
    }

    /// The first token that is not inside the bracket at `open`: its closing bracket, or what ends it.
    @inline(__always)
    func end(_ open: Int) -> Int {
        let closer = Int(closers[open])
        return closer >= 0 ? closer : ~closer
    }

    private enum Shape: UInt8 { case parenthesis, bracket, brace }

    private struct Open {
        var token: TokenIndex
        var shape: Shape
        /// How many parentheses and brackets were open in the enclosing brace.
        var parentheses: Int32 = 0
        var brackets: Int32 = 0
    }

    init(_ kinds: [TokenKind]) {
        closers = [TokenIndex](repeating: 0, count: kinds.count)
        var stack: [Open] = []
        var parentheses: Int32 = 0
        var brackets: Int32 = 0
        var braces = 0
        for index in 0..<kinds.count {
            let token = TokenIndex(truncatingIfNeeded: index)
            switch kinds[index] {
            case .leftParenthesis:
                stack.append(Open(token: token, shape: .parenthesis))
                parentheses += 1
            case .leftBracket:
                stack.append(Open(token: token, shape: .bracket))
                brackets += 1
            case .leftBrace, .interpolationStart:
                stack.append(Open(token: token, shape: .brace, parentheses: parentheses, brackets: brackets))
                parentheses = 0
                brackets = 0
                braces += 1
            case .rightParenthesis:
                guard parentheses > 0 else { continue }
                while let open = stack.popLast() {
                    if open.shape == .parenthesis {
                        parentheses -= 1
                        closers[Int(open.token)] = token
                        break
                    }
                    brackets -= 1
                    closers[Int(open.token)] = ~token
                }
            case .rightBracket:
                guard brackets > 0 else { continue }
                while let open = stack.popLast() {
                    if open.shape == .bracket {
                        brackets -= 1
                        closers[Int(open.token)] = token
                        break
                    }
                    parentheses -= 1
                    closers[Int(open.token)] = ~token
                }
            case .rightBrace, .interpolationEnd:
                guard braces > 0 else { continue }
                while let open = stack.popLast() {
                    if open.shape == .brace {
                        parentheses = open.parentheses
                        brackets = open.brackets
                        braces -= 1
                        closers[Int(open.token)] = token
                        break
                    }
                    closers[Int(open.token)] = ~token
                }
            default:
                break
            }
        }
        let end = TokenIndex(truncatingIfNeeded: kinds.count - 1)
        for open in stack { closers[Int(open.token)] = ~end }
    }
}
