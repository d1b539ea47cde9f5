/// A stack of open brackets on its way through a file. A parenthesis or bracket never closes across a brace.
struct BracketMatching {
    /// See `BracketTable`.
    private(set) var closers: [TokenIndex]
    /// A brace was not closed, or closed nothing.
    private(set) var braceIsMissing = false
    /// Braces that are never closed, and whose next line is not indented, in order.
    private(set) var lonely: [TokenIndex] = []
    /// By token: the braces known to end with their line. Empty where there are none.
    private let abandoned: [Bool]

    private var stack: [Open] = []
    /// How many parentheses and brackets are open inside the innermost brace.
    private var parentheses: Int32 = 0
    private var brackets: Int32 = 0
    /// Where the open braces stand in `stack`.
    private var braces: [Int] = []

    private enum Shape: UInt8 { case parenthesis, bracket, brace, hole }

    private struct Open {
        var token: TokenIndex
        var shape: Shape
        /// Of a brace: how many parentheses and brackets were open around it.
        var parentheses: Int32 = 0
        var brackets: Int32 = 0
        /// Of a brace: the indentation of its line, and whether what it holds is indented further.
        var indentation = 0
        var isIndented: Bool?
    }

    init(count: Int, abandoning braces: [TokenIndex] = []) {
        var abandoned = [Bool](repeating: false, count: braces.isEmpty ? 0 : count)
        for brace in braces { abandoned[Int(brace)] = true }
        self.abandoned = abandoned
        closers = [TokenIndex](repeating: 0, count: count)
    }

    mutating func match(_ kinds: [TokenKind]) {
        for index in 0..<kinds.count { take(kinds[index], TokenIndex(truncatingIfNeeded: index), indentation: 0) }
        finish()
    }

    /// The same, believing the indentation: a line that starts no deeper than the line of an open brace, whose content was
    /// indented, stands outside of it; a `}` that starts its line deeper than the innermost brace's line closes nothing.
    mutating func matchByIndentation(_ tokens: TokenTable, _ bytes: [UInt8]) {
        var indentation = 0
        for index in 0..<tokens.count {
            let kind = tokens.kinds[index]
            let token = TokenIndex(truncatingIfNeeded: index)
            guard tokens.flags[index].contains(.newlineBefore), kind != .endOfFile else {
                take(kind, token, indentation: indentation)
                continue
            }
            indentation = Self.indentation(of: Int(tokens.starts[index]), bytes)
            if kind == .rightBrace {
                closeDeeper(than: indentation, before: token)
                if let open = innermostBrace, open.shape == .brace, open.isIndented != false,
                    open.indentation < indentation
                {
                    continue
                }
            } else if kind != .rightParenthesis, kind != .rightBracket, kind != .interpolationEnd {
                noteLine(indentation, before: token)
            }
            take(kind, token, indentation: indentation)
        }
        finish()
    }

    /// The white space before the token at `start` on its line, in bytes.
    private static func indentation(of start: Int, _ bytes: [UInt8]) -> Int {
        var place = start
        while place > 0, bytes[place - 1] == 0x20 || bytes[place - 1] == 0x09 { place -= 1 }
        return start - place
    }

    private var innermostBrace: Open? { braces.last.map { stack[$0] } }

    /// Before a `}` at the start of its line: ends the braces whose lines are deeper, where one as deep as it is open.
    private mutating func closeDeeper(than indentation: Int, before token: TokenIndex) {
        var hasPartner = false
        for place in braces.suffix(64) where stack[place].indentation == indentation { hasPartner = true }
        guard hasPartner else { return }
        while let open = innermostBrace, open.shape == .brace, open.indentation > indentation {
            endBrace(before: token)
        }
    }

    /// A line starts with something else: notes whether the content of its brace is indented, and ends the braces that
    /// it stands outside of.
    private mutating func noteLine(_ indentation: Int, before token: TokenIndex) {
        while let place = braces.last {
            if stack[place].isIndented == nil { stack[place].isIndented = indentation > stack[place].indentation }
            guard indentation <= stack[place].indentation else { return }
            guard stack[place].isIndented == true || isAbandoned(stack[place].token) else { return }
            endBrace(before: token)
        }
    }

    private func isAbandoned(_ brace: TokenIndex) -> Bool { !abandoned.isEmpty && abandoned[Int(brace)] }

    /// Ends the innermost brace, and all in it, without a closing bracket.
    private mutating func endBrace(before token: TokenIndex) {
        while let open = stack.popLast() {
            closers[Int(open.token)] = ~token
            guard open.shape == .brace || open.shape == .hole else { continue }
            leave(open)
            return
        }
    }

    private mutating func leave(_ brace: Open) {
        parentheses = brace.parentheses
        brackets = brace.brackets
        braces.removeLast()
    }

    @inline(__always)
    private mutating func take(_ kind: TokenKind, _ token: TokenIndex, indentation: Int) {
        switch kind {
        case .leftParenthesis:
            stack.append(Open(token: token, shape: .parenthesis))
            parentheses += 1
        case .leftBracket:
            stack.append(Open(token: token, shape: .bracket))
            brackets += 1
        case .leftBrace, .interpolationStart:
            braces.append(stack.count)
            stack.append(
                Open(
                    token: token, shape: kind == .leftBrace ? .brace : .hole, parentheses: parentheses,
                    brackets: brackets,
                    indentation: indentation))
            parentheses = 0
            brackets = 0
        case .rightParenthesis:
            if parentheses > 0 { close(.parenthesis, token) }
        case .rightBracket:
            if brackets > 0 { close(.bracket, token) }
        case .rightBrace, .interpolationEnd:
            closeBrace(token)
        default:
            break
        }
    }

    /// Closes the innermost parenthesis or bracket, of which one is open; what was opened in it ends.
    private mutating func close(_ shape: Shape, _ token: TokenIndex) {
        while let open = stack.popLast() {
            if open.shape == .parenthesis { parentheses -= 1 } else { brackets -= 1 }
            if open.shape == shape {
                closers[Int(open.token)] = token
                return
            }
            closers[Int(open.token)] = ~token
        }
    }

    private mutating func closeBrace(_ token: TokenIndex) {
        guard !braces.isEmpty else {
            braceIsMissing = true
            return
        }
        while let open = stack.popLast() {
            if open.shape == .brace || open.shape == .hole {
                leave(open)
                closers[Int(open.token)] = token
                return
            }
            closers[Int(open.token)] = ~token
        }
    }

    private mutating func finish() {
        let end = TokenIndex(truncatingIfNeeded: closers.count - 1)
        for open in stack {
            if open.shape == .brace || open.shape == .hole {
                braceIsMissing = true
                if open.isIndented == false { lonely.append(open.token) }
            }
            closers[Int(open.token)] = ~end
        }
    }
}
