/// Looks ahead to tell where a declaration starts, and what its modifiers and attributes take up.
extension SwiftTreeBuilder {
    /// Whether a declaration starts at `place`: modifiers and then a keyword that declares. Most modifiers are ordinary
    /// names elsewhere.
    func isDeclaration(at start: Int) -> Bool {
        var place = start
        for _ in 0..<Self.longestModifierList {
            guard let word = word(at: place) else { return false }
            switch word {
            case .func, .let, .var, .struct, .enum, .protocol, .extension, .`init`, .deinit, .subscript, .typealias,
                .associatedtype, .import, .operator, .precedencegroup, .class:
                return true
            case .case: return place > start
            case .actor, .macro: return isActorOrMacro(at: place)
            default:
                guard Self.isModifier(word) else { return false }
            }
            place = afterModifier(place)
            if place < kinds.count, kinds[place] == .at { place = afterAttribute(place) }
        }
        return false
    }

    /// No declaration has as many; without a limit a file of nothing but modifiers would take time by its square.
    private static let longestModifierList = 32

    /// `actor Name {` and `macro name(`: neither word is reserved.
    private func isActorOrMacro(at place: Int) -> Bool {
        guard place + 2 < kinds.count, kinds[place + 1] == .identifier || kinds[place + 1] == .metavariable,
            !startsLine(place + 1)
        else { return false }
        let next = place + 2
        if isWord(.actor, at: place) {
            return kinds[next] == .leftBrace || kinds[next] == .colon || isOperator(UInt8(ascii: "<"), at: next)
                || isWord(.where, at: next)
        }
        return isWord(.macro, at: place) && (kinds[next] == .leftParenthesis || isOperator(UInt8(ascii: "<"), at: next))
    }

    static func isModifier(_ word: SwiftWord) -> Bool {
        switch word {
        case .public, .private, .internal, .fileprivate, .static, .open, .package, .final, .lazy, .weak, .unowned,
            .override,
            .required, .convenience, .mutating, .nonmutating, .dynamic, .optional, .indirect, .prefix, .postfix, .infix,
            .nonisolated, .isolated, .distributed, .async, .borrowing, .consuming, .constant, .consumingPrefixed,
            .local,
            .sending:
            true
        default: false
        }
    }

    /// The token after the modifier at `place` and its argument: `private(set)`, `unowned(safe)`.
    func afterModifier(_ place: Int) -> Int {
        let next = place + 1
        guard next + 2 < kinds.count, kinds[next] == .leftParenthesis, kinds[next + 2] == .rightParenthesis else {
            return next
        }
        switch word(at: next + 1) {
        case .set, .safe, .unsafe, .nonsending: return next + 3
        default: return next
        }
    }

    /// The token after the attribute at `place`, with its arguments.
    func afterAttribute(_ place: Int) -> Int {
        var end = place + 2
        while end + 1 < kinds.count, kinds[end] == .dot { end += 2 }
        if isOperator(UInt8(ascii: "<"), at: end), touches(end) { end = afterTypeArguments(end) }
        guard opensAttributeArguments(end) else { return min(end, kinds.count - 1) }
        return afterPartner(of: end) ?? end + 1
    }

    /// Whether the parenthesis at `place` opens the arguments of the attribute before it, and not the type that the
    /// attribute qualifies: `@autoclosure() -> Bool`.
    func opensAttributeArguments(_ place: Int) -> Bool {
        guard place < kinds.count, kinds[place] == .leftParenthesis, touches(place) else { return false }
        guard let end = afterPartner(of: place), end < kinds.count else { return true }
        return kinds[end] != .arrow && !isWord(.async, at: end) && !isWord(.throws, at: end)
    }

    /// The token after the type arguments that open at `start`, where nothing else can be meant by `<`.
    func afterTypeArguments(_ start: Int) -> Int {
        var depth = 0
        var place = start
        while place < kinds.count - 1 {
            if isOperator(UInt8(ascii: "<"), at: place) {
                depth += 1
            } else if isOperator(UInt8(ascii: ">"), at: place) {
                depth -= 1
                if depth == 0 { return place + 1 }
            } else if kinds[place] == .leftBrace || kinds[place] == .rightBrace || kinds[place] == .rightParenthesis {
                return place
            }
            place = afterPartner(of: place) ?? place + 1
        }
        return place
    }
}
