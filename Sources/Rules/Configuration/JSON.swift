import SourceText

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
        case .string(let string): text += JSONQuotes.quoted(string)
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
                text += JSONQuotes.quoted(member.0)
                text += ": "
                member.1.write(to: &text, indent: indent + "  ")
            }
            text += members.isEmpty ? "}" : indent + "}"
        }
    }
}
