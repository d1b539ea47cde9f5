import Matching
import Syntax

/// The values of literals.
enum Literals {
    /// Whether the node is a literal that has a value by itself.
    static func isLiteral(_ kind: NodeKind) -> Bool {
        switch kind {
        case .string, .stringText, .number, .boolean, .null: true
        default: false
        }
    }

    static func constant(of node: NodeIndex, in tree: SyntaxTree, language: any Language) -> Constant? {
        switch tree.kind(node) {
        case .string, .stringText, .concatenatedString: language.stringValue(of: node, in: tree).map(Constant.string)
        case .number: number(tree.text(node))
        case .boolean: .boolean(tree.text(node).first == 0x74 || tree.text(node).first == 0x54)
        case .null: .null
        default: nil
        }
    }

    /// Decimal, hexadecimal, octal and binary integers with `_` between digits, and decimal fractions; nil for the
    /// imaginary, big and old octal ones, and for what does not fit.
    static func number(_ text: ArraySlice<UInt8>) -> Constant? {
        let digits = text.filter { $0 != 0x5f }
        guard let first = digits.first else { return nil }
        if first == 0x30, digits.count > 1 {
            switch digits[1] | 0x20 {
            case 0x78: return integer(digits.dropFirst(2), radix: 16)
            case 0x6f: return integer(digits.dropFirst(2), radix: 8)
            case 0x62: return integer(digits.dropFirst(2), radix: 2)
            case 0x2e, 0x65: break
            default: return nil
            }
        }
        if let value = integer(digits[...], radix: 10) { return value }
        let isFraction = digits.contains { $0 == 0x2e || $0 | 0x20 == 0x65 }
        return isFraction ? Double(String(decoding: digits, as: UTF8.self)).map(Constant.float) : nil
    }

    private static func integer(_ digits: ArraySlice<UInt8>, radix: Int) -> Constant? {
        guard !digits.isEmpty else { return nil }
        var value = 0
        for byte in digits {
            let digit: Int
            switch byte {
            case 0x30...0x39: digit = Int(byte) - 0x30
            case 0x61...0x66: digit = Int(byte) - 0x61 + 10
            case 0x41...0x46: digit = Int(byte) - 0x41 + 10
            default: return nil
            }
            guard digit < radix else { return nil }
            let (product, overflow) = value.multipliedReportingOverflow(by: radix)
            let (sum, carry) = product.addingReportingOverflow(digit)
            if overflow || carry { return nil }
            value = sum
        }
        return .integer(value)
    }
}
