import Matching
import SourceText
import Syntax

/// Words an error body anew so that it has the flat envelope, from what is there: a message under some name, and the status.
/// All else in the body stays as it is written; a body that says something else under a name of the envelope is left alone.
struct EnvelopeFix {
    /// Names under which people put the message, the likeliest first.
    private static let messageKeys = ["error", "message", "msg", "detail", "reason", "description", "title", "err"]

    private let facts: FileFacts
    private let pairs: [Pair]
    private let range: ByteRange
    /// The keys are keywords of a call: `jsonify(message="..")`.
    private let isOfKeywords: Bool

    private struct Pair {
        var node: NodeIndex
        var name: String
        /// Where the key is written; nil where it is the value's own name, as in `{ message }`.
        var key: ByteRange?
    }

    /// What to put in the place of the body; nil where there is no literal body with a message in it, or the contract asks
    /// for more than a message and a status.
    static func replacement(for response: Response, contract: EnvelopeContract, facts: FileFacts) -> Match.Replacement?
    {
        let required = contract.fields.filter { $0.isRequired && !$0.isJudgedElsewhere }
        // A helper's wording serves other calls too.
        guard let status = response.status.value, response.bodyNode >= 0, response.madeAt == response.node,
            case .object(let keys) = response.body, required.count == 2,
            let text = required.first(where: { $0.type == .string }),
            let number = required.first(where: { $0.type == .number }),
            let fix = EnvelopeFix(facts: facts, body: response.bodyNode)
        else { return nil }
        return fix.replacement(status: status, keys: keys, text: text.name, number: number.name)
    }

    private init?(facts: FileFacts, body: NodeIndex) {
        let tree = facts.tree
        var nodes = [body]
        if let match = facts.serialized[body] { nodes = match.nodes("value", in: tree) }
        guard let first = nodes.first, let last = nodes.last else { return nil }
        isOfKeywords = nodes.allSatisfy { tree.kind($0) == .keywordArgument }
        range = ByteRange(tree.range(first).start, tree.range(last).end)
        // A typed dictionary takes no values of another type.
        guard isOfKeywords || nodes.count == 1 && tree.kind(first) == .object && facts.text(first).hasPrefix("{") else {
            return nil
        }
        var pairs: [Pair] = []
        for node in isOfKeywords ? nodes : Array(tree.children(first)) {
            switch tree.kind(node) {
            case .pair, .keywordArgument:
                guard let key = tree.child(node, .key) ?? tree.child(node, .label) else { return nil }
                let value = tree.kind(key) == .string ? facts.target.stringValue(key) : nil
                let name = value.map { String(decoding: $0, as: UTF8.self) } ?? facts.text(key)
                pairs.append(Pair(node: node, name: name, key: tree.range(key)))
            case .shorthand: pairs.append(Pair(node: node, name: facts.text(node), key: nil))
            default: break
            }
        }
        self.facts = facts
        self.pairs = pairs
    }

    /// Whether a value is an object or a list, be its keys known or not.
    private func holdsParts(_ pair: Pair) -> Bool {
        guard let value = facts.tree.child(pair.node, .value) else { return false }
        return [.object, .array, .comprehension].contains(facts.tree.kind(value))
    }

    private func replacement(status: Int, keys: [BodyKey], text: String, number: String) -> Match.Replacement? {
        let known = { (name: String) -> BodyShape? in keys.first { $0.name == name }?.value }
        let messages = Self.messageKeys.compactMap { name in pairs.first { $0.name == name } }
        guard let message = messages.first(where: { [.string, .unknown].contains(known($0.name)) }),
            !holdsParts(message), message.name == text || known(text) == nil,
            known(number) == nil || known(number) == .number
        else { return nil }
        let quote = quotes()
        let pair = facts.tree.range(message.node)
        var edited = bytes(range.start, pair.start)
        if let key = message.key {
            edited += message.name == text ? bytes(key.start, key.end) : Array((quote + text + quote).utf8)
            edited += bytes(key.end, pair.end)
        } else {
            edited += Array((message.name == text ? text : "\(text): \(message.name)").utf8)
        }
        if known(number) == nil {
            edited += Array(separator(before: pair.start).utf8)
            edited += Array("\(quote)\(number)\(quote)\(isOfKeywords ? "=" : ": ")\(status)".utf8)
        }
        edited += bytes(pair.end, range.end)
        return Match.Replacement(range: range, text: String(decoding: edited, as: UTF8.self))
    }

    private func bytes(_ start: Int, _ end: Int) -> [UInt8] { Array(facts.tree.bytes[start..<end]) }

    /// A new pair stands as the one before it does: on a line of its own, or behind it.
    private func separator(before start: Int) -> String {
        let bytes = facts.tree.bytes
        var line = start
        while line > 0, bytes[line - 1] == UInt8(ascii: " ") || bytes[line - 1] == UInt8(ascii: "\t") { line -= 1 }
        guard line > range.start, bytes[line - 1] == UInt8(ascii: "\n") else { return ", " }
        return ",\n" + String(decoding: bytes[line..<start], as: UTF8.self)
    }

    /// How the body's own keys are quoted.
    private func quotes() -> String {
        for pair in pairs {
            guard let key = pair.key, let first = facts.tree.bytes[key.start..<key.end].first else { continue }
            if first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") {
                return String(decoding: [first], as: UTF8.self)
            }
        }
        return ""
    }
}
