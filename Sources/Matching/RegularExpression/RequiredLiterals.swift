/// Finds byte strings one of which every match of a pattern must hold, so that a text without any of them need not be
/// searched. It understands the plain part of the syntax and says nothing about patterns that use more than that.
struct RequiredLiterals {
    /// The alternatives of the most telling part of `pattern`; empty where nothing certain can be said.
    /// - Parameters:
    ///   - most: how many there may be.
    ///   - shortest: how long each has to be, in bytes.
    static func of(_ pattern: [UInt8], most: Int = 8, shortest: Int = 3) -> [[UInt8]] {
        var parser = RequiredLiterals(pattern: pattern, mostLiterals: most)
        guard let literals = parser.alternatives(depth: 0), parser.index == pattern.count, !parser.isUnsure,
            literals.count <= most, literals.allSatisfy({ $0.count >= shortest })
        else { return [] }
        return literals.map { Array($0.prefix(longest)) }
    }

    private let pattern: [UInt8]
    private let mostLiterals: Int
    private var index = 0
    /// Set at syntax that could change what the rest means; the answer is then worth nothing.
    private var isUnsure = false

    private static let longest = 24
    private static let deepest = 32

    private init(pattern: [UInt8], mostLiterals: Int) {
        self.pattern = pattern
        self.mostLiterals = mostLiterals
    }

    private var current: UInt8? { index < pattern.count ? pattern[index] : nil }

    /// Up to a closing parenthesis or the end: one of the literals is in every match, nil where there is none.
    private mutating func alternatives(depth: Int) -> [[UInt8]]? {
        guard depth < Self.deepest else {
            isUnsure = true
            return nil
        }
        var all: [[UInt8]]? = []
        while !isUnsure {
            if let literals = sequence(depth: depth),
                all.map({ $0.count + literals.count <= mostLiterals }) ?? false
            {
                all?.append(contentsOf: literals)
            } else {
                all = nil
            }
            guard current == UInt8(ascii: "|") else { break }
            index += 1
        }
        return isUnsure ? nil : all
    }

    /// One alternative.
    private mutating func sequence(depth: Int) -> [[UInt8]]? {
        var best: [[UInt8]]?
        // The shortest of the best is what they tell.
        var worth = 0
        var run: [UInt8] = []
        func offer(_ literals: [[UInt8]]) {
            var shortest = Int.max
            for literal in literals { shortest = min(shortest, literal.count) }
            if !literals.isEmpty, shortest > worth { (best, worth) = (literals, shortest) }
        }
        func offerRun() {
            if run.count > worth { (best, worth) = ([run], run.count) }
            run.removeAll(keepingCapacity: true)
        }
        while !isUnsure, let byte = current, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
            let atom = atom(depth: depth)
            let quantifier = quantifier()
            switch atom {
            case .byte(let byte):
                if quantifier != .optional { run.append(byte) }
                if quantifier != .once { offerRun() }
            case .character(let bytes):
                if quantifier != .optional { run += bytes }
                if quantifier != .once { offerRun() }
            case .group(let literals):
                offerRun()
                if let literals, quantifier != .optional { offer(literals) }
            case .other: offerRun()
            }
        }
        offerRun()
        return best
    }

    private enum Atom {
        case byte(UInt8)
        /// One of several bytes.
        case character(ArraySlice<UInt8>)
        case group([[UInt8]]?)
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
        case ..<0x80: return .byte(byte)
        default:
            let start = index - 1
            while let next = current, next & 0xC0 == 0x80 { index += 1 }
            return .character(pattern[start..<index])
        }
    }

    private mutating func escape() -> Atom {
        guard let byte = current else { return unsure() }
        index += 1
        switch byte {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return .byte(byte)
        case UInt8(ascii: "n"): return .byte(0x0A)
        case UInt8(ascii: "r"): return .byte(0x0D)
        case UInt8(ascii: "t"): return .byte(0x09)
        default:
            // Classes and assertions of one letter; all else takes arguments or quotes what follows.
            return "bBdDwWsSAzZGhHvVRX".utf8.contains(byte) ? .other : unsure()
        }
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
        let literals = alternatives(depth: depth + 1)
        guard current == UInt8(ascii: ")") else { return unsure() }
        index += 1
        return isAssertion ? .other : .group(literals)
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
