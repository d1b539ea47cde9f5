import Matching
import SourceText
import Syntax

/// Reads what a file lets one know of values that are given to HTTP clients: objects and the variables that hold them, with
/// all that is written into them later, and the texts of URLs.
final class ValueReader {
    unowned let facts: FileFacts
    let definitions: DefinitionTable
    let texts: TextReader
    private lazy var urls = ValueReader.byNode(facts.matches.of(.urls))
    private lazy var requests = ValueReader.byNode(facts.matches.of(.requests))
    private var known: [NodeIndex: ValueSummary] = [:]
    private var reading: Set<NodeIndex> = []
    private var knownEffects: [Int32: ValueSummary] = [:]
    /// Values in values are followed this far.
    private static let depthLimit = 12

    init(facts: FileFacts) {
        self.facts = facts
        definitions = DefinitionTable(facts: facts)
        texts = TextReader(facts: facts)
    }

    var tree: SyntaxTree { facts.tree }

    /// Of several patterns that match one node, the one that says most.
    static func byNode(_ matches: [ModelMatch]) -> [NodeIndex: ModelMatch] {
        var table: [NodeIndex: ModelMatch] = [:]
        for match in matches where match.match.node >= 0 {
            if let known = table[match.match.node], known.entry.fields.count >= match.entry.fields.count { continue }
            table[match.match.node] = match
        }
        return table
    }

    func value(of node: NodeIndex) -> ValueSummary {
        if let value = known[node] { return value }
        // What holds itself adds nothing by that.
        guard reading.count < Self.depthLimit * 4, reading.insert(node).inserted else { return ValueSummary() }
        defer { reading.remove(node) }
        let value = read(node)
        known[node] = value
        return value
    }

    private func read(_ node: NodeIndex) -> ValueSummary {
        if let match = requests[node] { return request(match) }
        if let match = urls[node], let url = url(match) { return ValueSummary(text: url) }
        switch facts.target.constant(node) {
        case .string(let bytes):
            return ValueSummary(text: TextTemplate([.text(String(decoding: bytes, as: UTF8.self))]))
        case .boolean(let truth): return ValueSummary(isTrue: truth)
        case .null, .integer, .float: return ValueSummary()
        case .someString, nil: break
        }
        switch tree.kind(node) {
        case .parenthesized, .await, .tryExpression, .cast, .postfix, .keywordArgument:
            return tree.child(node, .value).map(value) ?? .unknown
        case .object: return object(node)
        case .array, .tuple, .set: return list(node)
        case .lambda, .function: return closure(node)
        case .conditional: return either(tree.child(node, .body), tree.child(node, .alternate))
        case .identifier: return identifier(node)
        case .member: return member(node)
        case .call, .new: return call(node)
        case .binary: return binary(node)
        case .interpolatedString, .concatenatedString, .taggedTemplate:
            return text(node) ?? unknown(node)
        default: return unknown(node)
        }
    }

    /// A function that is given the request before it is sent, and may add what says who is calling.
    private func closure(_ node: NodeIndex) -> ValueSummary {
        let end = min(tree.subtreeEnd(node), node + Self.largestClosure)
        for inner in node..<end {
            switch tree.kind(inner) {
            case .identifier:
                let name = facts.text(inner)
                if isProof(name) { return ValueSummary(evidence: name) }
            case .string:
                guard let text = facts.target.stringValue(inner), text.count < 64 else { continue }
                let name = String(decoding: text, as: UTF8.self)
                if isProof(name) { return ValueSummary(evidence: name) }
            default: continue
            }
        }
        return ValueSummary()
    }

    /// In nodes; what sets up a request is short.
    private static let largestClosure: NodeIndex = 400

    private func unknown(_ node: NodeIndex) -> ValueSummary {
        ValueSummary(text: TextTemplate([.hole(name(of: node))]), isOpen: true)
    }

    private func name(of node: NodeIndex) -> String {
        if tree.kind(node) == .index, let index = tree.child(node, .index), let text = facts.target.stringValue(index) {
            return String(decoding: text, as: UTF8.self)
        }
        return facts.name(of: node).lastDottedPart
    }

    private func either(_ left: NodeIndex?, _ right: NodeIndex?) -> ValueSummary {
        var value = left.map { self.value(of: $0) } ?? ValueSummary()
        if let right { value.add(self.value(of: right)) }
        return value
    }

    // MARK: Texts

    /// The text that an expression puts together; nil where it is none.
    private func text(_ node: NodeIndex) -> ValueSummary? {
        texts.text(of: node).map { ValueSummary(text: template($0)) }
    }

    func template(_ text: BuiltText) -> TextTemplate {
        var parts: [TextTemplate.Part] = []
        for part in text.parts {
            switch part {
            case .text(let bytes, _): TextTemplate.append(.text(String(decoding: bytes, as: UTF8.self)), to: &parts)
            case .hole(let hole):
                // Only what is put in first can be the server's address or the whole beginning of a path.
                let inner = value(of: hole.node)
                let isKnown = inner.text.map { text in
                    text.parts.contains { if case .hole = $0 { false } else { true } }
                }
                if let text = inner.text, isKnown == true {
                    for part in text.parts { TextTemplate.append(part, to: &parts) }
                } else if let parameter = inner.parameters.first {
                    parts.append(.parameter(parameter))
                } else {
                    parts.append(.hole(name(of: hole.node)))
                }
            }
        }
        return TextTemplate(parts)
    }

    private func url(_ match: ModelMatch) -> TextTemplate? {
        guard let path = match.node("path").flatMap({ value(of: $0).template }) else { return nil }
        guard let base = match.node("base") else { return path }
        return value(of: base).template.map { TextTemplate.joined($0, path) }
    }

    /// A request made before it is sent, as an object of options.
    private func request(_ match: ModelMatch) -> ValueSummary {
        var value = ValueSummary()
        if let list = tree.child(match.match.node, .arguments) {
            for argument in tree.children(list) where tree.kind(argument) == .keywordArgument {
                add(argument, to: &value)
            }
        }
        for options in match.nodes("options", in: tree) { value.add(self.value(of: options)) }
        for field in ["url", "method", "headers"] {
            if let node = match.node(field) { value.keys[field] = self.value(of: node) }
        }
        if let method = match.value("default-method")?.text {
            value.keys[RequestSummary.defaultMethodKey] = ValueSummary(text: TextTemplate([.text(method)]))
        }
        return value
    }

    // MARK: Names

    private func identifier(_ node: NodeIndex) -> ValueSummary {
        let variable = facts.target.semantics.variables[Int(node)]
        var value = ValueSummary()
        if let parameter = definitions.parameter(node) {
            value.parameters = [parameter.use]
            if let fallback = definitions.fallback(of: node) {
                let inner = self.value(of: fallback)
                value.keys = inner.keys
                value.evidence = inner.evidence
            }
        } else if let text = text(node) {
            return text
        } else {
            let values = definitions.values(of: node)
            if values.isEmpty { return imported(node) ?? named(node) }
            for definition in values { value.add(self.value(of: definition)) }
        }
        if variable >= 0 { value.add(effects(on: variable)) }
        return value
    }

    /// A name that nothing is known of, which may say by itself what it is: `authHeaders`.
    private func named(_ node: NodeIndex) -> ValueSummary {
        var value = unknown(node)
        let name = name(of: node)
        if isProof(name) { value.evidence = name }
        return value
    }

    private func imported(_ node: NodeIndex) -> ValueSummary? {
        guard let symbol = facts.modules.symbol(of: node, in: facts.target),
            !facts.modules.isFromPackage(symbol)
        else { return nil }
        var value = named(node)
        value.text = TextTemplate([.constant(symbol)])
        return value
    }

    private func member(_ node: NodeIndex) -> ValueSummary {
        guard let name = tree.child(node, .name) else { return unknown(node) }
        let key = facts.text(name)
        guard let object = tree.child(node, .object) else {
            return ValueSummary(text: TextTemplate([.text(key)]))
        }
        let values = definitions.values(of: node)
        if !values.isEmpty {
            var value = ValueSummary()
            for definition in values { value.add(self.value(of: definition)) }
            return value
        }
        if let imported = imported(node) { return imported }
        guard tree.kind(object) == .identifier || tree.kind(object) == .member, !facts.isReceiver(object) else {
            return named(node)
        }
        let outer = self.value(of: object)
        if let inner = outer.keys[key] { return inner }
        if let parameter = outer.parameters.first {
            return ValueSummary(
                parameters: [ParameterUse(index: parameter.index, keys: parameter.keys + [key], name: key)])
        }
        return named(node)
    }

    // MARK: Operators and calls

    private func binary(_ node: NodeIndex) -> ValueSummary {
        let left = tree.child(node, .left)
        let right = tree.child(node, .right)
        switch facts.mainText(node) {
        case "||", "??", "or", "|": return either(left, right)
        case "&&", "and": return right.map(value) ?? .unknown
        default: return text(node) ?? unknown(node)
        }
    }

    private func call(_ node: NodeIndex) -> ValueSummary {
        if let text = text(node) { return text }
        guard let callee = tree.child(node, .callee) else { return .unknown }
        let name = facts.name(of: callee).lastDottedPart
        let arguments = tree.child(node, .arguments).map { Array(tree.children($0)) } ?? []
        if tree.kind(callee) == .member, name == "copy" || name == "get", let object = tree.child(callee, .object) {
            if name == "copy" { return value(of: object) }
            // A setting with what it is where nobody sets it: `os.environ.get("API_URL", "http://localhost")`.
            if arguments.count == 2 {
                let fallback = value(of: arguments[1])
                return fallback.text == nil ? unknown(node) : fallback
            }
        }
        if tree.kind(callee) == .identifier || tree.kind(callee) == .member,
            let function = facts.localFunction(callee)
        {
            return returned(by: function, named: name)
        }
        if isProof(name) { return ValueSummary(isOpen: true, evidence: name) }
        let combines = facts.isNamed(.combinesObjects, callee)
        guard combines || name.lowercased().range(ofFirst: "header") != nil else {
            let second = arguments.count == 2 ? value(of: arguments[1]).text : nil
            // Settings are read with what they are where nobody sets them: `os.getenv("API_URL", "http://localhost")`.
            if let second, second.isAbsolute { return ValueSummary(text: second, isOpen: true) }
            return unknown(node)
        }
        var value = ValueSummary(
            isOpen: !combines && tree.kind(node) == .call && arguments.isEmpty)
        for argument in arguments {
            if tree.kind(argument) == .keywordArgument || tree.kind(argument) == .spread {
                add(argument, to: &value)
            } else {
                value.add(self.value(of: argument))
            }
        }
        return value
    }

    private func returned(by function: NodeIndex, named name: String) -> ValueSummary {
        var value = ValueSummary()
        for result in facts.results(of: function) { value.add(self.value(of: result)) }
        // What its own parameters are, only its callers know.
        if !value.parameters.isEmpty { value.isOpen = true }
        value.parameters = []
        value.text = value.text.map { text in
            TextTemplate(
                text.parts.map { part in
                    if case .parameter(let use) = part { .hole(use.name) } else { part }
                })
        }
        if value.evidence == nil, value.isOpen, isProof(name) { value.evidence = name }
        return value
    }

    // MARK: What is written into variables

    /// What is put into the object that a variable holds, anywhere in the file.
    func effects(on variable: Int32) -> ValueSummary {
        if let known = knownEffects[variable] { return known }
        knownEffects[variable] = ValueSummary()
        var value = ValueSummary()
        for use in facts.uses(of: variable) { value.add(ValueEffect(reader: self, use: use).value()) }
        knownEffects[variable] = value
        return value
    }
}
