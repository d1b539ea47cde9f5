import Matching
import SQL
import SourceText
import Syntax

/// The values that a call hands over beside the SQL, for the placeholders in it.
struct SQLParameters {
    private let facts: FileFacts
    private var positional: [NodeIndex] = []
    private var named: [String: NodeIndex] = [:]
    private static let depthLimit = 3
    private var tree: SyntaxTree { facts.tree }

    /// The values in the arguments of the call that takes the SQL, and of the calls that follow it in a chain.
    init(facts: FileFacts, call: NodeIndex, sql: NodeIndex) {
        self.facts = facts
        var calls = [call]
        calls += QueryChain(around: call, in: facts.tree).links.map(\.node).filter { $0 < call && $0 >= 0 }
        for node in calls {
            guard let list = tree.child(node, .arguments) else { continue }
            for argument in tree.children(list) where !(argument..<tree.subtreeEnd(argument)).contains(sql) {
                add(argument, depth: 0)
            }
        }
    }

    private mutating func add(_ argument: NodeIndex, depth: Int) {
        guard depth < Self.depthLimit else { return }
        var node = argument
        if tree.kind(node) == .keywordArgument {
            guard let value = tree.child(node, .value) else { return }
            node = value
        }
        node = TextReader(facts: facts).unwrapped(node)
        let literal = self.literal(node)
        switch tree.kind(literal) {
        case .array, .tuple:
            positional += tree.children(literal).map { $0 }
        case .object:
            for pair in tree.children(literal) {
                guard let key = tree.child(pair, .key) ?? tree.child(pair, .name) else { continue }
                let value = tree.child(pair, .value) ?? key
                let name = facts.target.stringValue(key).map { String(decoding: $0, as: UTF8.self) } ?? facts.text(key)
                if [.array, .object].contains(tree.kind(value)) {
                    // `{ replacements: [..] }`
                    add(value, depth: depth + 1)
                } else {
                    named[name] = value
                }
            }
        case .call where isMapping(node):
            for pair in tree.child(node, .arguments).map({ Array(tree.children($0)) }) ?? [] {
                guard let label = tree.child(pair, .label), let value = tree.child(pair, .value) else { continue }
                named[facts.text(label)] = value
            }
        default: positional.append(node)
        }
    }

    /// Whether a call makes an object of values with names, `dict(id=id)`.
    private func isMapping(_ call: NodeIndex) -> Bool {
        guard let list = tree.child(call, .arguments), tree.firstChild(list) != nil else { return false }
        return tree.children(list).allSatisfy { tree.kind($0) == .keywordArgument }
    }

    /// The literal that a variable was given, where it is its only value.
    private func literal(_ node: NodeIndex) -> NodeIndex {
        guard tree.kind(node) == .identifier else { return node }
        guard let value = facts.onlyValue(of: node) else { return node }
        let inner = TextReader(facts: facts).unwrapped(value)
        return [.array, .tuple, .object].contains(tree.kind(inner)) ? inner : node
    }

    /// The value of the only placeholder in a range of the SQL; -1 where there is none, or more than one.
    func value(in range: ByteRange, of document: SQLDocument) -> NodeIndex {
        let tokens = document.text.tokens
        var ordinal = 0
        var found: NodeIndex?
        for token in 0..<tokens.count where tokens.kinds[token] == .placeholder {
            let place = tokens.range(token)
            if place.start >= range.end { break }
            let text = document.text.bytes[place.start..<place.end]
            if place.start >= range.start {
                guard found == nil else { return -1 }
                found = value(of: text, ordinal: ordinal)
            }
            ordinal += 1
        }
        return found ?? -1
    }

    private func value(of placeholder: ArraySlice<UInt8>, ordinal: Int) -> NodeIndex {
        let name = placeholder.filter { $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ")") }.dropFirst()
        let text = String(decoding: name, as: UTF8.self)
        if text.isEmpty || text == "s" { return at(ordinal) }
        if let number = Int(text) { return at(number - 1) }
        // `%(name)s` ends with its letter.
        let key = placeholder.first == UInt8(ascii: "%") ? String(text.dropLast()) : text
        return named[key] ?? -1
    }

    private func at(_ index: Int) -> NodeIndex { positional.indices.contains(index) ? positional[index] : -1 }
}
