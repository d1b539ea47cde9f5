import SourceText

/// Questions about single characters.
enum TypeScriptCharacter {
    /// What follows the `$` of a metavariable: upper-case letters, digits and underscores.
    static func isMetavariableName(_ name: ArraySlice<UInt8>) -> Bool {
        !name.isEmpty
            && name.allSatisfy { byte in
                (byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")) || byte == UInt8(ascii: "_")
                    || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
            }
    }

    /// The scalar at `index`; nil where the bytes are no well-formed UTF-8.
    static func scalar(at index: Int, in bytes: [UInt8]) -> (scalar: Unicode.Scalar, width: Int)? {
        let width = UTF8Width.ofSequence(at: index, in: bytes)
        guard width > 1 else { return nil }
        var value = UInt32(bytes[index]) & (0x7F >> UInt32(width))
        for next in 1..<width { value = value << 6 | UInt32(bytes[index + next] & 0x3F) }
        return Unicode.Scalar(value).map { ($0, width) }
    }

    /// The bytes of the character at `index` where it may stand in an identifier; 0 else.
    static func widthOfIdentifierCharacter(at index: Int, in bytes: [UInt8]) -> Int {
        guard let (scalar, width) = scalar(at: index, in: bytes) else { return 0 }
        let isJoiner = scalar.value == 0x200C || scalar.value == 0x200D
        return isJoiner || scalar.properties.isIDContinue ? width : 0
    }

    enum Space {
        case none
        case space(width: Int)
        case lineEnd(width: Int)
    }

    /// White space and line terminators beyond ASCII (ECMAScript 12.2 and 12.3).
    static func space(at index: Int, in bytes: [UInt8]) -> Space {
        guard let (scalar, width) = scalar(at: index, in: bytes) else { return .none }
        switch scalar.value {
        case 0x2028, 0x2029: return .lineEnd(width: width)
        case 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: return .space(width: width)
        default: return .none
        }
    }
}
