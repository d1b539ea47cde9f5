/// Finds byte strings one of which every match of a pattern must hold, so that a text without any of them need not be
/// searched. It understands the plain part of the syntax and says nothing about patterns that use more than that.
struct RequiredLiterals {
    /// The alternatives of the most telling part of `pattern`; empty where nothing certain can be said.
    /// - Parameters:
    ///   - most: how many there may be.
    ///   - shortest: how long each has to be, in bytes.
    static func of(_ pattern: [UInt8], most: Int = 8, shortest: Int = 3) -> [[UInt8]] {
        var parser = RequiredLiterals(pattern: pattern, mostLiterals: most)
        guard parser.alternatives(depth: 0), parser.index == pattern.count, !parser.isUnsure,
            parser.literals.allSatisfy({ $0.count >= shortest })
        else { return [] }
        return parser.literals.map { Array(parser.text[$0].prefix(longest)) }
    }

    private let pattern: [UInt8]
    private let mostLiterals: Int
    private var index = 0
    /// Set at syntax that could change what the rest means; the answer is then worth nothing.
    private var isUnsure = false
    // Flat, because hundreds of patterns are read when a run begins: a list of each alternative's literals took four times as long.
    /// The bytes of all literals, one after the other.
    private var text: [UInt8] = []
    /// The literals that count so far, as ranges of `text`: those of a group behind those of what stands before it.
    private var literals: [Range<Int>] = []

    private static let longest = 24
    private static let deepest = 32

    private init(pattern: [UInt8], mostLiterals: Int) {
        self.pattern = pattern
        self.mostLiterals = mostLiterals
    }

    private var current: UInt8? { index < pattern.count ? pattern[index] : nil }

    /// Up to a closing parenthesis or the end. Adds literals of which one is in every match; false, and none, where there are no
    /// such.
    private mutating func alternatives(depth: Int) -> Bool {
        guard depth < Self.deepest else {
            isUnsure = true
            return false
        }
        let first = literals.count
        var areKnown = true
        while !isUnsure {
            areKnown = sequence(depth: depth) && areKnown && literals.count - first <= mostLiterals
            if !areKnown { cut(to: first) }
            guard current == UInt8(ascii: "|") else { break }
            index += 1
        }
        return areKnown && !isUnsure
    }

    /// What tells most of one alternative.
    private struct Best {
        /// Its first literal; all behind that are its.
        let first: Int
        /// How long the shortest of them is.
        var worth = 0
        /// Where the bytes begin that follow each other since something else stood there.
        var run: Int
    }

    /// One alternative. Adds literals of which one is in every match; false where there are none.
    private mutating func sequence(depth: Int) -> Bool {
        var best = Best(first: literals.count, run: text.count)
        while !isUnsure, let byte = current, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
            if byte == UInt8(ascii: "(") { offerRun(&best) }
            let count = literals.count
            let atom = atom(depth: depth)
            let quantifier = quantifier()
            switch atom {
            case .literal(let length):
                if quantifier == .optional { text.removeLast(length) }
                if quantifier != .once { offerRun(&best) }
            case .group(let isKnown):
                if isKnown, quantifier != .optional { offerGroup(at: count, &best) } else { cut(to: count) }
                best.run = text.count
            case .other: offerRun(&best)
            }
        }
        offerRun(&best)
        return literals.count > best.first
    }

    private mutating func offerRun(_ best: inout Best) {
        let length = text.count - best.run
        if length > best.worth {
            cut(to: best.first)
            literals.append(best.run..<text.count)
            best.worth = length
        }
        best.run = text.count
    }

    private mutating func offerGroup(at first: Int, _ best: inout Best) {
        var shortest = Int.max
        for literal in literals[first...] { shortest = min(shortest, literal.count) }
        if shortest > best.worth {
            literals.removeSubrange(best.first..<first)
            best.worth = shortest
        } else {
            cut(to: first)
        }
    }

    private mutating func cut(to count: Int) {
        if literals.count > count { literals.removeLast(literals.count - count) }
    }

    private enum Atom {
        /// So many bytes, which are added to `text`.
        case literal(Int)
        /// Whether literals were added of which one is in it.
        case group(Bool)
        case other
    }

    private mutating func atom(depth: Int) -> Atom {
        let byte = pattern[index]
        index += 1
        switch byte {
        case UInt8(ascii: "\\"): return escape()
        case UInt8(ascii: "["): return characterClass()
        case UInt8(ascii: "("): return group(depth: depth)
        case UInt8(ascii: "."), UInt8(ascii: "^"), UInt8(ascii: "$"): return .other
        default:
            text.append(byte)
            var length = 1
            while byte >= 0x80, let next = current, next & 0xC0 == 0x80 {
                text.append(next)
                length += 1
                index += 1
            }
            return .literal(length)
        }
    }

    private mutating func escape() -> Atom {
        guard let byte = current else { return unsure() }
        index += 1
        switch byte {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return literal(byte)
        case UInt8(ascii: "n"): return literal(0x0A)
        case UInt8(ascii: "r"): return literal(0x0D)
        case UInt8(ascii: "t"): return literal(0x09)
        default:
            // Classes and assertions of one letter; all else takes arguments or quotes what follows.
            return "bBdDwWsSAzZGhHvVRX".utf8.contains(byte) ? .other : unsure()
        }
    }

    private mutating func literal(_ byte: UInt8) -> Atom {
        text.append(byte)
        return .literal(1)
    }

    private mutating func characterClass() -> Atom {
        if current == UInt8(ascii: "^") { index += 1 }
        if current == UInt8(ascii: "]") { index += 1 }
        while let byte = current, byte != UInt8(ascii: "]") {
            index += 1
            if byte == UInt8(ascii: "\\") {
                if current == UInt8(ascii: "Q") { return unsure() }
                index += 1
            } else if byte == UInt8(ascii: "["), current == UInt8(ascii: ":") {
                let name = pattern[(index + 1)...].prefix { 0x61...0x7A ~= $0 || $0 == UInt8(ascii: "^") }
                if pattern[name.endIndex...].starts(with: ":]".utf8) { index = name.endIndex + 2 }
            }
        }
        guard index < pattern.count else { return unsure() }
        index += 1
        return .other
    }

    private mutating func group(depth: Int) -> Atom {
        if current == UInt8(ascii: "*") { return unsure() }
        var isAssertion = false
        if current == UInt8(ascii: "?") {
            let rest = pattern[(index + 1)...]
            if rest.starts(with: "s)".utf8) {
                // Lets a dot stand for a line feed, too, and says nothing of literals.
                index += 3
                return .other
            }
            if rest.starts(with: ":".utf8) {
                index += 2
            } else if rest.starts(with: "=".utf8) || rest.starts(with: "!".utf8) {
                index += 2
                isAssertion = true
            } else if rest.starts(with: "<=".utf8) || rest.starts(with: "<!".utf8) {
                index += 3
                isAssertion = true
            } else if rest.starts(with: "P<".utf8) || rest.starts(with: "<".utf8),
                let end = rest.firstIndex(of: UInt8(ascii: ">"))
            {
                index = end + 1
            } else {
                return unsure()
            }
        }
        let isKnown = alternatives(depth: depth + 1)
        guard current == UInt8(ascii: ")") else { return unsure() }
        index += 1
        return .group(isKnown && !isAssertion)
    }

    private enum Quantifier {
        case once, repeated, optional
    }

    private mutating func quantifier() -> Quantifier {
        guard let byte = current else { return .once }
        let result: Quantifier
        switch byte {
        case UInt8(ascii: "?"), UInt8(ascii: "*"):
            index += 1
            result = .optional
        case UInt8(ascii: "+"):
            index += 1
            result = .repeated
        case UInt8(ascii: "{"):
            guard let end = pattern[index...].firstIndex(of: UInt8(ascii: "}")) else { return .once }
            let counts = pattern[(index + 1)..<end]
            guard let first = counts.first, counts.allSatisfy({ 0x30...0x39 ~= $0 || $0 == UInt8(ascii: ",") }),
                0x30...0x39 ~= first
            else {
                isUnsure = true
                return .once
            }
            index = end + 1
            let least = counts.prefix { $0 != UInt8(ascii: ",") }
            result = least.allSatisfy { $0 == 0x30 } ? .optional : .repeated
        default: return .once
        }
        if current == UInt8(ascii: "?") || current == UInt8(ascii: "+") { index += 1 }
        return result
    }

    private mutating func unsure() -> Atom {
        isUnsure = true
        return .other
    }
}
