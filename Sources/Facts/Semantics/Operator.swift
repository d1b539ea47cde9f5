/// The operators that known values can be computed with, however a language spells them.
enum Operator {
    case add, subtract, multiply, divide, floorDivide, remainder, power
    case equal, notEqual, less, greater, lessOrEqual, greaterOrEqual
    case and, or, not, coalesce, within
    case bitAnd, bitOr, bitNot
    case other

    /// From the bytes of the operator's token. Of `not in` and `is not` the token is the first word alone.
    init(_ text: ArraySlice<UInt8>) {
        let first = text.startIndex
        switch text.count {
        case 1:
            self = Self.single(text[first])
        case 2:
            switch (text[first], text[first + 1]) {
            case (0x3d, 0x3d): self = .equal  // ==
            case (0x21, 0x3d): self = .notEqual  // !=
            case (0x3c, 0x3d): self = .lessOrEqual
            case (0x3e, 0x3d): self = .greaterOrEqual
            case (0x26, 0x26): self = .and  // &&
            case (0x7c, 0x7c): self = .or  // ||
            case (0x6f, 0x72): self = .or  // or
            case (0x69, 0x6e): self = .within  // in
            case (0x3f, 0x3f): self = .coalesce  // ??
            case (0x2f, 0x2f): self = .floorDivide  // //
            case (0x2a, 0x2a): self = .power  // **
            default: self = .other
            }
        case 3:
            if text.elementsEqual("and".utf8) {
                self = .and
            } else if text.elementsEqual("not".utf8) {
                self = .not
            } else if text.elementsEqual("===".utf8) {
                self = .equal
            } else if text.elementsEqual("!==".utf8) {
                self = .notEqual
            } else {
                self = .other
            }
        default: self = .other
        }
    }

    private static func single(_ byte: UInt8) -> Operator {
        switch byte {
        case 0x2b: .add
        case 0x2d: .subtract
        case 0x2a: .multiply
        case 0x2f: .divide
        case 0x25: .remainder
        case 0x3c: .less
        case 0x3e: .greater
        case 0x21: .not
        case 0x26: .bitAnd
        case 0x7c: .bitOr
        case 0x7e: .bitNot
        default: .other
        }
    }
}
