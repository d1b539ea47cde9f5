/// The Unicode classes of the lexical grammar (The Swift Programming Language, "Lexical Structure"). ASCII is decided by bit
/// sets; the rest takes the slow path here.
enum SwiftScalar {
    /// `A-Z a-z 0-9 _`, as two words of bits.
    private static let identifierLow: UInt64 = 0x03FF_0000_0000_0000
    private static let identifierHigh: UInt64 = 0x07FF_FFFE_87FF_FFFE
    /// `/ = - + * % < > ! & | ^ ~ . ?`
    private static let operatorLow: UInt64 = 0xF000_EC62_0000_0000
    private static let operatorHigh: UInt64 = 0x5000_0000_4000_0000

    @inline(__always)
    static func isIdentifierByte(_ byte: UInt8) -> Bool {
        guard byte < 0x80 else { return false }
        let bits = byte < 64 ? identifierLow : identifierHigh
        return bits &>> UInt64(byte & 63) & 1 != 0
    }

    @inline(__always)
    static func isOperatorByte(_ byte: UInt8) -> Bool {
        guard byte < 0x80 else { return false }
        let bits = byte < 64 ? operatorLow : operatorHigh
        return bits &>> UInt64(byte & 63) & 1 != 0
    }

    /// The scalar that starts at `index`, and its length in bytes; nil where the bytes are not UTF-8.
    static func decode(_ bytes: [UInt8], _ index: Int, limit: Int) -> (value: UInt32, length: Int)? {
        let first = bytes[index]
        let length = first < 0x80 ? 1 : first >= 0xF0 && first < 0xF5 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
        guard length > 0, first < 0xF5, index + length <= limit else { return nil }
        if length == 1 { return (UInt32(first), 1) }
        var value = UInt32(first & (0xFF >> UInt8(length + 1)))
        for offset in 1..<length {
            let byte = bytes[index + offset]
            guard byte & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        let isOverlong = length == 3 && value < 0x800 || length == 4 && value < 0x10000
        let isSurrogate = value >= 0xD800 && value < 0xE000
        return isOverlong || isSurrogate || value > 0x10FFFF ? nil : (value, length)
    }

    static func isOperatorHead(_ value: UInt32) -> Bool {
        switch value {
        case 0xA1...0xA7, 0xA9, 0xAB, 0xAC, 0xAE, 0xB0, 0xB1, 0xB6, 0xBB, 0xBF, 0xD7, 0xF7, 0x2016, 0x2017,
            0x2020...0x2027,
            0x2030...0x203E, 0x2041...0x2053, 0x2055...0x205E, 0x2190...0x23FF, 0x2500...0x2775, 0x2794...0x2BFF,
            0x2E00...0x2E7F, 0x3001...0x3003, 0x3008...0x3030:
            true
        default: false
        }
    }

    static func isOperatorContinuation(_ value: UInt32) -> Bool {
        switch value {
        case 0x300...0x36F, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xE0100...0xE01EF: true
        default: isOperatorHead(value)
        }
    }

    static func isIdentifierContinuation(_ value: UInt32) -> Bool {
        switch value {
        case 0xA8, 0xAA, 0xAD, 0xAF, 0xB2...0xB5, 0xB7...0xBA, 0xBC...0xBE, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x167F,
            0x1681...0x180D, 0x180F...0x1FFF, 0x200B...0x200D, 0x202A...0x202E, 0x203F...0x2040, 0x2054,
            0x2060...0x218F,
            0x2460...0x24FF, 0x2776...0x2793, 0x2C00...0x2DFF, 0x2E80...0x2FFF, 0x3004...0x3007, 0x3021...0x302F,
            0x3031...0xD7FF, 0xF900...0xFD3D, 0xFD40...0xFDCF, 0xFDF0...0xFE44, 0xFE47...0xFFF8:
            true
        case 0x10000...0xEFFFD: value & 0xFFFF <= 0xFFFD
        default: false
        }
    }

    static func isIdentifierHead(_ value: UInt32) -> Bool {
        switch value {
        case 0x300...0x36F, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: false
        default: isIdentifierContinuation(value)
        }
    }
}
