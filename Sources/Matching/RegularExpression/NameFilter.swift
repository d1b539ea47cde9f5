import SourceText

/// Tells without compiling a pattern that it cannot match a name, by what every match of it holds: of the hundreds of patterns
/// that say something of names, most cannot match the few names that a small file asks about.
public final class NameFilter: Sendable {
    /// One of these is in every match; in small letters where case does not count, and empty where nothing certain can be said.
    private let literals: [Literal]
    private let ignoresCase: Bool

    private static let caseless = Array("(?i)".utf8)
    /// A name takes no longer to look through for so many than compiling the pattern takes.
    private static let mostLiterals = 64
    private static let shortestLiteral = 2

    private struct Literal {
        let bytes: [UInt8]
        let letters: LetterSet

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            letters = LetterSet(of: bytes)
        }

        func isPart(of text: [UInt8], _ textLetters: LetterSet) -> Bool {
            textLetters.contains(letters) && ByteSearch.contains(bytes, in: text)
        }
    }

    public init(pattern: [UInt8]) {
        ignoresCase = pattern.starts(with: Self.caseless)
        let rest = ignoresCase ? Array(pattern[Self.caseless.count...]) : pattern
        let found = RequiredLiterals.of(rest, most: Self.mostLiterals, shortest: Self.shortestLiteral)
        if ignoresCase {
            // Beyond ASCII, letters have cases in ways of their own.
            let isASCII = found.allSatisfy { $0.allSatisfy { $0 < 0x80 } }
            literals = isASCII ? found.map { Literal($0.map(\.lowercased)) } : []
        } else {
            literals = found.map(Literal.init)
        }
    }

    /// One of these is in every match in a name that is ASCII, whatever its case; empty where nothing certain can be said.
    public var requiredLiterals: [[UInt8]] { literals.map(\.bytes) }

    /// Whether the pattern may have a match in a name; a false `true` is possible, a false `false` is not.
    public func mayMatch(_ name: SpelledName) -> Bool {
        if literals.isEmpty { return true }
        if !ignoresCase { return literals.contains { $0.isPart(of: name.bytes, name.letters) } }
        // `k` has a capital of its own beyond ASCII, the Kelvin's sign, and `s` a second small letter.
        return !name.isASCII || literals.contains { $0.isPart(of: name.lowercased, name.lowercasedLetters) }
    }
}

/// A name as many patterns look at it.
public struct SpelledName: Sendable {
    public let bytes: [UInt8]
    /// Letters of ASCII alone.
    public let lowercased: [UInt8]
    public let isASCII: Bool
    fileprivate let letters: LetterSet
    fileprivate let lowercasedLetters: LetterSet

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        lowercased = bytes.map(\.lowercased)
        isASCII = bytes.allSatisfy { $0 < 0x80 }
        letters = LetterSet(of: bytes)
        lowercasedLetters = LetterSet(of: lowercased)
    }
}

/// The letters of a short text, one bit for each by its lowest bits: what lacks one of a literal's is not looked through for it.
private struct LetterSet {
    private var bits: UInt64 = 0

    init(of text: [UInt8]) {
        for byte in text { bits |= 1 << UInt64(byte & 63) }
    }

    func contains(_ others: LetterSet) -> Bool { others.bits & ~bits == 0 }
}
