/// Which bracket closes which, so that a look past a bracketed group costs one step.
///
/// A brace or an interpolation holds what is inside it together: a `)` inside never closes a `(` outside, and a brace that
/// closes ends the parentheses that were left open within. Linear: every opening bracket is pushed and popped once.
enum BracketPartners {
    /// For each token the index of its fellow bracket, -1 where it has none or is no bracket.
    static func compute(_ kinds: [TokenKind]) -> [TokenIndex] {
        var partners = [TokenIndex](repeating: -1, count: kinds.count)
        var open: [TokenIndex] = []
        // The soft brackets that are open since the innermost hard one, and those of the hard ones around it.
        var soft = (parentheses: 0, brackets: 0)
        var outer: [(parentheses: Int, brackets: Int)] = []
        for index in kinds.indices {
            let kind = kinds[index]
            switch kind {
            case .leftParenthesis:
                soft.parentheses += 1
                open.append(TokenIndex(index))
            case .leftBracket:
                soft.brackets += 1
                open.append(TokenIndex(index))
            case .leftBrace, .interpolationStart:
                outer.append(soft)
                soft = (0, 0)
                open.append(TokenIndex(index))
            case .rightParenthesis, .rightBracket:
                let isParenthesis = kind == .rightParenthesis
                guard isParenthesis ? soft.parentheses > 0 : soft.brackets > 0 else { continue }
                let opening: TokenKind = isParenthesis ? .leftParenthesis : .leftBracket
                while let last = open.popLast() {
                    if kinds[Int(last)] == .leftParenthesis { soft.parentheses -= 1 } else { soft.brackets -= 1 }
                    guard kinds[Int(last)] == opening else { continue }
                    partners[index] = last
                    partners[Int(last)] = TokenIndex(index)
                    break
                }
            case .rightBrace, .interpolationEnd:
                let opening: TokenKind = kind == .rightBrace ? .leftBrace : .interpolationStart
                // The lexer balances interpolations, so only a brace can be in the wrong place: it never closes across
                // the start of an interpolation, while the end of one ends the braces inside.
                var depth = open.count - soft.parentheses - soft.brackets
                guard depth > 0 else { continue }
                if kind == .rightBrace, kinds[Int(open[depth - 1])] != .leftBrace { continue }
                while depth > 0 {
                    open.removeLast(open.count - depth)
                    let last = open.removeLast()
                    soft = outer.removeLast()
                    if kinds[Int(last)] == opening {
                        partners[index] = last
                        partners[Int(last)] = TokenIndex(index)
                        break
                    }
                    depth = open.count - soft.parentheses - soft.brackets
                }
            default: continue
            }
        }
        return partners
    }
}
