/// A JSON value whose members keep their order, for schemas.
indirect enum JSON {
    case string(String)
    case integer(Int)
    case boolean(Bool)
    case list([JSON])
    case object([(String, JSON)])

    static func reference(_ definition: String) -> JSON { .object([("$ref", .string("#/$defs/\(definition)"))]) }

    /// The members of an object; of another value, none.
    var members: [(String, JSON)] {
        guard case .object(let members) = self else { return [] }
        return members
    }

    /// Indented by two spaces.
    var text: String {
        var text = ""
        write(to: &text, indent: "\n")
        return text
    }

    /// - Parameter indent: a line feed and the spaces that the value's own line begins with.
    private func write(to text: inout String, indent: String) {
        switch self {
        case .string(let string): Self.quote(string, to: &text)
        case .integer(let integer): text += String(integer)
        case .boolean(let boolean): text += boolean ? "true" : "false"
        case .list(let values):
            text += "["
            for (index, value) in values.enumerated() {
                text += (index > 0 ? "," : "") + indent + "  "
                value.write(to: &text, indent: indent + "  ")
            }
            text += values.isEmpty ? "]" : indent + "]"
        case .object(let members):
            text += "{"
            for (index, member) in members.enumerated() {
                text += (index > 0 ? "," : "") + indent + "  "
                Self.quote(member.0, to: &text)
                text += ": "
                member.1.write(to: &text, indent: indent + "  ")
            }
            text += members.isEmpty ? "}" : indent + "}"
        }
    }

    private static func quote(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"", "\\": text += "\\\(scalar)"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
