/// What the `code` of an `operator` or `question` token says: how the operator is bound by the white space around it, and
/// for an infix one how strongly it binds.
enum SwiftOperator {
    enum Fixity: UInt8 {
        case prefix = 1, infix, postfix
    }

    /// The standard precedence groups, weakest first. An operator that the standard library does not declare has
    /// `unknown`, which binds as `DefaultPrecedence` does: above the ternary and below everything else.
    enum Precedence: UInt8 {
        case assignment = 1, arrow, ternary, unknown, disjunction, conjunction, comparison, nilCoalescing, casting
        case rangeFormation, addition, multiplication, bitwiseShift

        var isRightAssociative: Bool {
            switch self {
            case .assignment, .arrow, .ternary, .nilCoalescing: true
            default: false
            }
        }
    }

    @inline(__always)
    static func code(_ fixity: Fixity, _ precedence: Precedence = .unknown) -> UInt8 {
        fixity.rawValue | precedence.rawValue << 2
    }

    @inline(__always)
    static func fixity(_ code: UInt8) -> UInt8 { code & 3 }

    @inline(__always)
    static func precedence(_ code: UInt8) -> Precedence { Precedence(rawValue: code >> 2) ?? .unknown }

    /// The infix operators of the standard library, by group.
    static let standard: [(Precedence, String)] = [
        (.assignment, "+= -= *= /= %= &= |= ^= <<= >>= &+= &-= &*= &<<= &>>= .&= .|= .^="),
        (.disjunction, "|| .||"),
        (.conjunction, "&&"),
        (.comparison, "< <= > >= == != === !== ~= .== .!= .< .<= .> .>="),
        (.nilCoalescing, "??"),
        (.rangeFormation, "... ..<"),
        (.addition, "+ - | ^ &+ &- .| .^"),
        (.multiplication, "* / % & &* .&"),
        (.bitwiseShift, "<< >> &<< &>>"),
    ]
}

/// The precedence of an infix operator by its bytes: a hash table with open addressing over the packed spelling.
struct SwiftOperatorTable: Sendable {
    static let shared = SwiftOperatorTable()
    private static let size = 256
    /// No operator of the standard library is longer.
    private static let longest = 4

    private var spellings = [UInt32](repeating: 0, count: size)
    private var precedences = [SwiftOperator.Precedence](repeating: .unknown, count: size)

    private init() {
        for (precedence, names) in SwiftOperator.standard {
            for name in names.split(separator: " ") {
                let spelling = name.utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
                var slot = Self.hash(spelling)
                while spellings[slot] != 0 { slot = (slot + 1) & (Self.size - 1) }
                spellings[slot] = spelling
                precedences[slot] = precedence
            }
        }
    }

    @inline(__always)
    private static func hash(_ spelling: UInt32) -> Int { Int((spelling &* 0x9E37_79B1) >> 24) }

    /// The precedence of `bytes[start..<end]`.
    func precedence(of bytes: [UInt8], start: Int, end: Int) -> SwiftOperator.Precedence {
        guard end - start <= Self.longest else { return .unknown }
        var spelling: UInt32 = 0
        for index in start..<end { spelling = spelling << 8 | UInt32(bytes[index]) }
        var slot = Self.hash(spelling)
        while spellings[slot] != 0 {
            if spellings[slot] == spelling { return precedences[slot] }
            slot = (slot + 1) & (Self.size - 1)
        }
        return .unknown
    }
}
