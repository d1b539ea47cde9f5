import Matching
import SourceText
import Syntax

/// What one use of a variable puts into the object that it holds: an assignment to a part of it, a method that changes it,
/// a function that is given it to change.
struct ValueEffect {
    let reader: ValueReader
    let use: NodeIndex

    private var facts: FileFacts { reader.facts }
    private var tree: SyntaxTree { reader.tree }

    func value() -> ValueSummary {
        var node = use
        var path: [String] = []
        while true {
            let parent = tree.parent(node)
            guard parent >= 0 else { return ValueSummary() }
            switch tree.kind(parent) {
            case .member where tree.role(node) == .object:
                guard let name = tree.child(parent, .name) else { return ValueSummary() }
                path.append(facts.text(name))
            case .index where tree.role(node) == .object:
                guard let index = tree.child(parent, .index) else { return ValueSummary() }
                path.append(key(of: index) ?? "*")
            case .postfix, .parenthesized, .await, .cast: break
            case .call where tree.role(node) == .callee:
                return path.isEmpty ? ValueSummary() : methodCall(parent, path)
            case .assignment where tree.role(node) == .target:
                return path.isEmpty ? ValueSummary() : assignment(parent, path)
            case .argumentList where node == use, .keywordArgument where node == use:
                return argument(parent)
            case .unary where facts.mainText(parent) == "&":
                node = parent
                let list = tree.parent(parent)
                return list >= 0 ? argument(list) : ValueSummary()
            default: return ValueSummary()
            }
            node = parent
        }
    }

    private func key(of index: NodeIndex) -> String? {
        if let text = facts.target.stringValue(index) { return String(decoding: text, as: UTF8.self) }
        return tree.kind(index) == .member ? tree.child(index, .name).map { facts.text($0) } : nil
    }

    /// `options.headers['Authorization'] = token`
    private func assignment(_ node: NodeIndex, _ path: [String]) -> ValueSummary {
        guard let written = tree.child(node, .value) else { return ValueSummary() }
        return nested(reader.value(of: written), under: path)
    }

    private func nested(_ value: ValueSummary, under path: [String]) -> ValueSummary {
        var value = value
        for name in path.reversed() {
            if name == "*" {
                value = .unknown
            } else {
                let evidence = value.evidence
                value = reader.keyed(name, value)
                // What proves the caller's identity further in does so for the whole, be it `defaults.headers.common`.
                value.evidence = value.evidence ?? evidence
            }
        }
        return value
    }

    /// `headers.set('Authorization', token)`, `headers.update({..})`, `client.interceptors.request.use(addToken)`
    private func methodCall(_ call: NodeIndex, _ path: [String]) -> ValueSummary {
        let method = path[path.count - 1]
        let outer = Array(path.dropLast())
        let arguments = tree.child(call, .arguments).map { Array(tree.children($0)) } ?? []
        let isSetup = path.contains { facts.names.holds(.clientSetup, $0) }
        if isSetup, let word = arguments.lazy.compactMap({ setupProof(in: $0) }).first {
            return ValueSummary(evidence: word)
        }
        guard facts.names.holds(.putsIn, method) else {
            return reader.isProof(method) ? nested(ValueSummary(evidence: method), under: outer) : ValueSummary()
        }
        var written = ValueSummary()
        var isNamed = false
        for argument in arguments {
            let node = tree.argumentValue(argument)
            if let text = key(of: node) {
                isNamed = true
                if reader.isProof(text) { written.evidence = text }
                written.keys[text] = written.keys[text] ?? ValueSummary()
            } else if tree.kind(argument) == .keywordArgument, method == "update" {
                reader.add(argument, to: &written)
            } else if tree.kind(node) == .object || !isNamed {
                let value = reader.value(of: node)
                isNamed = isNamed || !value.keys.isEmpty
                written.add(value)
                written.text = nil
            }
        }
        return nested(written, under: outer)
    }

    /// What in the arguments of something that sets a client up shows a proof: the body of an interceptor.
    private func setupProof(in argument: NodeIndex) -> String? {
        if let word = reader.mentionedProof(in: argument) { return word }
        let value = tree.argumentValue(argument)
        guard let function = facts.localFunction(value) else { return nil }
        return reader.mentionedProof(in: function)
    }

    /// `addToken(headers)`, `sign(&request)`, `Object.assign(headers, ..)`
    private func argument(_ list: NodeIndex) -> ValueSummary {
        let outer = tree.kind(list) == .keywordArgument ? tree.parent(list) : list
        let call = tree.parent(outer)
        guard call >= 0, tree.kind(call) == .call, let callee = tree.child(call, .callee) else { return ValueSummary() }
        let name = facts.name(of: callee).lastDottedPart
        if name == "assign", tree.firstChild(outer) == use {
            var value = ValueSummary()
            for argument in tree.children(outer) where argument != use { value.add(reader.value(of: argument)) }
            return value
        }
        let isPassedAlone =
            tree.kind(tree.parent(call)) == .expressionStatement || tree.kind(tree.parent(use)) == .unary
        guard isPassedAlone else { return ValueSummary() }
        if let function = facts.localFunction(callee), let word = reader.mentionedProof(in: function) {
            return ValueSummary(evidence: word)
        }
        return reader.isProof(name) || facts.names.holds(.clientSetup, name) ? .unknown : ValueSummary()
    }
}
