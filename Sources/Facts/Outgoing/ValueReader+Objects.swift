import SourceText
import Syntax

/// Objects and lists, and what in them says who the caller is.
extension ValueReader {
    func object(_ node: NodeIndex) -> ValueSummary {
        var value = ValueSummary()
        for child in tree.children(node) { add(child, to: &value) }
        return value
    }

    /// Puts a pair, a keyword, a spread into an object.
    func add(_ child: NodeIndex, to value: inout ValueSummary) {
        switch tree.kind(child) {
        case .pair:
            guard let key = tree.child(child, .key), let inner = tree.child(child, .value) else { return }
            guard let name = keyName(key, in: child) else {
                value.isOpen = true
                return
            }
            set(name, inner, in: &value)
        case .keywordArgument:
            guard let label = tree.child(child, .label), let inner = tree.child(child, .value) else { return }
            set(facts.text(label), inner, in: &value)
        case .shorthand:
            if let name = tree.child(child, .name) { set(facts.text(name), name, in: &value) }
        case .spread:
            if let inner = tree.child(child, .value) { value.add(self.value(of: inner)) }
        case .function: break
        default: value.isOpen = true
        }
    }

    private func set(_ name: String, _ node: NodeIndex, in value: inout ValueSummary) {
        let inner = self.value(of: node)
        value.add(keyed(name, inner))
        guard facts.names.holds(.clientSetup, name) else { return }
        if let word = mentionedProof(in: node) { value.evidence = value.evidence ?? word }
    }

    /// An object with one key.
    func keyed(_ name: String, _ inner: ValueSummary) -> ValueSummary {
        var value = ValueSummary(keys: [name: inner])
        if isProof(name) { value.evidence = name }
        return value
    }

    /// Whether a header or option of that name says who the caller is.
    func isProof(_ name: String) -> Bool {
        let (header, usual) = (facts.settings.authenticationHeader.lowercased(), "authorization")
        if name.lowercased() == usual { return header == usual }
        return facts.names.holds(.sentProof, name) || name.lowercased() == header
    }

    private func keyName(_ key: NodeIndex, in pair: NodeIndex) -> String? {
        if let value = facts.target.stringValue(key) { return String(decoding: value, as: UTF8.self) }
        let isComputed = tree.mainText(pair).first == UInt8(ascii: "[")
        switch tree.kind(key) {
        case .identifier where !isComputed && facts.target.scoping.objectKeyIsName: return facts.text(key)
        // A name that stands for a header: `.authorization`, `HttpHeaders.AUTHORIZATION`.
        case .member: return tree.child(key, .name).map { facts.text($0) }
        default: return nil
        }
    }

    /// Pairs in a list, or elements that say by their name what they are: `.authorization(bearerToken: token)`.
    func list(_ node: NodeIndex) -> ValueSummary {
        var value = ValueSummary()
        for element in tree.children(node) {
            switch tree.kind(element) {
            case .array, .tuple:
                guard let first = tree.firstChild(element), let name = facts.target.stringValue(first) else {
                    value.isOpen = true
                    continue
                }
                value.add(keyed(String(decoding: name, as: UTF8.self), ValueSummary()))
            case .call, .member:
                let name = facts.name(of: element).lastDottedPart
                if isProof(name) { value.evidence = name } else { value.isOpen = true }
            case .spread: add(element, to: &value)
            default: break
            }
        }
        return value
    }

    /// The first name or text in a node by which a caller proves who it is.
    func mentionedProof(in node: NodeIndex) -> String? {
        let end = min(tree.subtreeEnd(node), node + 4000)
        var current = node
        while current < end {
            switch tree.kind(current) {
            case .identifier, .string, .stringText:
                if tree.range(current).count <= 64 {
                    let text = facts.target.stringValue(current).map { String(decoding: $0, as: UTF8.self) }
                    let word = text ?? facts.text(current)
                    if isProof(word) { return word }
                }
            default: break
            }
            current += 1
        }
        return nil
    }
}
