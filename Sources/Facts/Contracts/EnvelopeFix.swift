import Matching
import SourceText
import Syntax

/// Words an error body anew so that it has the flat envelope, from what is there: a message under some name, and the status.
enum EnvelopeFix {
    /// Names under which people put the message, the likeliest first.
    private static let messageKeys = ["error", "message", "msg", "detail", "reason", "description", "title", "err"]

    /// What to put in the place of the body; nil where there is no literal body with a message in it, or the contract asks
    /// for more than a message and a status.
    static func replacement(for response: Response, contract: EnvelopeContract, facts: FileFacts) -> Match.Replacement?
    {
        let required = contract.fields.filter { $0.isRequired && !$0.isJudgedElsewhere }
        // A helper's wording serves other calls too; a typed dictionary takes no values of another type.
        guard let status = response.status.value, response.bodyNode >= 0, response.madeAt == response.node,
            facts.tree.kind(response.bodyNode) == .object, facts.text(response.bodyNode).hasPrefix("{"),
            case .object(let keys) = response.body,
            let textField = required.first(where: { $0.type == .string }),
            let numberField = required.first(where: { $0.type == .number }), required.count == 2
        else { return nil }
        let candidates = messageKeys.compactMap { name in keys.first { $0.name == name && $0.node >= 0 } }
        guard let message = candidates.first(where: { $0.value == .string || $0.value == .unknown }) else { return nil }
        let tree = facts.tree
        let pairs = tree.children(response.bodyNode).filter { tree.kind($0) == .pair || tree.kind($0) == .shorthand }
        let quote = quotes(of: pairs, in: facts)
        var parts = ["\(quote)\(textField.name)\(quote): \(facts.text(message.node))"]
        if let present = keys.first(where: { $0.name == numberField.name && $0.value == .number }), present.node >= 0 {
            parts.append("\(quote)\(numberField.name)\(quote): \(facts.text(present.node))")
        } else {
            parts.append("\(quote)\(numberField.name)\(quote): \(status)")
        }
        for pair in pairs {
            let name = keyName(of: pair, in: facts)
            if name != message.name, name != numberField.name, name != textField.name { parts.append(facts.text(pair)) }
        }
        let body = facts.text(response.bodyNode)
        let space =
            body.dropFirst().first == " " || quote.isEmpty && body.dropFirst().first != "\n" && body.contains("{ ")
            ? " " : ""
        return Match.Replacement(
            range: tree.range(response.bodyNode), text: "{\(space)\(parts.joined(separator: ", "))\(space)}")
    }

    /// How the body's own keys are quoted.
    private static func quotes(of pairs: [NodeIndex], in facts: FileFacts) -> String {
        for pair in pairs {
            guard let key = facts.tree.child(pair, .key), facts.tree.kind(key) == .string else { continue }
            return String(facts.text(key).prefix(1))
        }
        return ""
    }

    private static func keyName(of pair: NodeIndex, in facts: FileFacts) -> String {
        guard let key = facts.tree.child(pair, .key) ?? facts.tree.child(pair, .name) else { return "" }
        return facts.target.stringValue(key).map { String(decoding: $0, as: UTF8.self) } ?? facts.text(key)
    }
}
