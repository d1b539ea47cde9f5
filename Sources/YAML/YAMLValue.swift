/// What a scalar means by the core schema of YAML 1.2, section 10.3.2: `yes`, `no`, `on` and `off` are strings.
public enum YAMLValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    case float(Double)
    /// Any other text, and every quoted one.
    case string

    /// What a plain scalar of this text means.
    public init(plain bytes: ArraySlice<UInt8>) {
        self = Self.keyword(bytes) ?? Self.number(bytes) ?? .string
    }

    private static func keyword(_ bytes: ArraySlice<UInt8>) -> YAMLValue? {
        guard bytes.count <= 5 else { return nil }
        switch String(decoding: bytes, as: UTF8.self) {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .boolean(true)
        case "false", "False", "FALSE": return .boolean(false)
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .float(.infinity)
        case "-.inf", "-.Inf", "-.INF": return .float(-.infinity)
        case ".nan", ".NaN", ".NAN": return .float(.nan)
        default: return nil
        }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> YAMLValue? {
        guard let first = bytes.first, first < 0x3A, bytes.count <= 64 else { return nil }
        if bytes.starts(with: Array("0x".utf8)) { return integer(bytes.dropFirst(2), radix: 16) }
        if bytes.starts(with: Array("0o".utf8)) { return integer(bytes.dropFirst(2), radix: 8) }
        guard isDecimal(bytes) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        if let integer = Int(text) { return .integer(integer) }
        return Double(text).map { .float($0) }
    }

    private static func integer(_ digits: ArraySlice<UInt8>, radix: Int) -> YAMLValue? {
        guard let first = digits.first, first != UInt8(ascii: "-"), first != UInt8(ascii: "+") else { return nil }
        return Int(String(decoding: digits, as: UTF8.self), radix: radix).map { .integer($0) }
    }

    /// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`
    private static func isDecimal(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        func skipDigits() -> Int {
            let count = rest.prefix { 0x30...0x39 ~= $0 }.count
            rest = rest.dropFirst(count)
            return count
        }
        func skip(_ accepted: String) -> Bool {
            guard let byte = rest.first, accepted.utf8.contains(byte) else { return false }
            rest = rest.dropFirst()
            return true
        }
        _ = skip("+-")
        let whole = skipDigits()
        let fraction = skip(".") ? skipDigits() : 0
        guard whole + fraction > 0 else { return false }
        if skip("eE") {
            _ = skip("+-")
            guard skipDigits() > 0 else { return false }
        }
        return rest.isEmpty
    }
}
