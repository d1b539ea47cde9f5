import YAML

/// Values as YAML on one line.
enum YAMLText {
    /// A string as YAML: plain where that reads back as the same string inside a flow collection, quoted otherwise.
    static func scalar(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"): true
            default: false
            }
        }
        let bytes = Array(text.utf8)
        let startsPlain = bytes.first.map { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ".") } ?? false
        if isPlain, startsPlain, YAMLValue(plain: bytes[...]) == .string { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension OptionValue {
    /// The value as YAML on one line.
    public var yaml: String {
        switch self {
        case .boolean(let boolean): boolean ? "true" : "false"
        case .integer(let integer): String(integer)
        case .number(let number): String(number)
        case .string(let string): YAMLText.scalar(string)
        case .list(let values): "[" + values.map(\.yaml).joined(separator: ", ") + "]"
        }
    }
}
