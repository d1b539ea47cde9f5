import Matching
import SourceText
import Syntax

/// Finds, in the texts that a piece of SQL is seen to be made of, places where a value is put in as text: `name = '${name}'`.
struct ValueMixing {
    private let facts: FileFacts
    private let provenance: ProvenanceReader
    private static let depthLimit = 8
    private var tree: SyntaxTree { facts.tree }

    init(facts: FileFacts) {
        self.facts = facts
        provenance = ProvenanceReader(facts: facts)
    }

    /// Whether an expression, or what its variables are given in this file, mixes a value in.
    func mixes(_ node: NodeIndex) -> Bool { mixes(node, depth: 0) }

    private func mixes(_ node: NodeIndex, depth: Int) -> Bool {
        guard depth < Self.depthLimit else { return false }
        var part = node
        let end = tree.subtreeEnd(node)
        while part < end {
            switch tree.kind(part) {
            case .interpolatedString, .concatenatedString, .binary, .call:
                // A long concatenation is read once, from its outermost operator.
                let isInner = tree.kind(part) == .binary && part > node && tree.kind(tree.parent(part)) == .binary
                if !isInner, let text = TextReader(facts: facts).text(of: part) {
                    if mixes(text, depth: depth) { return true }
                    part = tree.subtreeEnd(part)
                    continue
                }
                if let callee = tree.child(part, .callee), let function = facts.localFunction(callee),
                    mixesResult(of: function, depth: depth)
                {
                    return true
                }
            case .identifier:
                if !tree.isMemberName(part), tree.role(part) != .label, tree.role(part) != .key,
                    mixesVariable(part, depth: depth)
                {
                    return true
                }
            default: break
            }
            part += 1
        }
        return false
    }

    private func mixes(_ text: BuiltText, depth: Int) -> Bool {
        text.parts.indices.contains { index in
            guard case .hole(let hole) = text.parts[index], !hole.isBound, !hole.isNumeric, hole.label == nil else {
                return false
            }
            if Self.takesValue(partAt: index, of: text), !provenance.isSafe(hole.node, depth: 0) { return true }
            return mixes(hole.node, depth: depth + 1)
        }
    }

    /// Whether a part of a text stands where SQL has a value.
    static func takesValue(partAt index: Int, of text: BuiltText) -> Bool {
        guard index > 0, case .text(let before, _) = text.parts[index - 1] else { return false }
        return takesValue(after: before)
    }

    /// Whether what follows a piece of SQL is a value: after a quotation mark, a comparison, `LIKE`, `IN (`.
    private static func takesValue(after text: [UInt8]) -> Bool {
        let words = text.suffix(12).filter { $0 > 0x20 }.map { $0 >= 0x61 && $0 <= 0x7A ? $0 & 0xDF : $0 }
        guard let last = words.last else { return false }
        return "'=<>%".utf8.contains(last)
            || ["LIKE", "IN(", "VALUES("].contains { words.reversed().starts(with: $0.utf8.reversed()) }
    }

    /// Whether a function of the file gives back a text that it mixes a value into.
    private func mixesResult(of function: NodeIndex, depth: Int) -> Bool {
        if let known = facts.mixingFunctions[function] { return known }
        facts.mixingFunctions[function] = false
        let result = facts.results(of: function).contains { mixes($0, depth: depth + 1) }
        // Not found may mean no more than that the limit of the depth was met.
        facts.mixingFunctions[function] = result || depth < 2 ? result : nil
        return result
    }

    /// Every value that a variable is given, and what is added to it.
    private func mixesVariable(_ node: NodeIndex, depth: Int) -> Bool {
        let variable = facts.target.semantics.variables[Int(node)]
        guard variable >= 0 else { return false }
        if let known = facts.mixingVariables[variable] { return known }
        facts.mixingVariables[variable] = false
        let result = facts.uses(of: variable).contains { use in
            let parent = tree.parent(use)
            guard parent >= 0 else { return false }
            switch tree.kind(parent) {
            case .declarator, .assignment, .augmentedAssignment:
                guard tree.role(use) == .target, let value = tree.child(parent, .value) else { return false }
                return mixes(value, depth: depth + 1)
            case .member where tree.role(use) == .object && tree.role(parent) == .callee:
                guard let name = tree.child(parent, .name), facts.means(.growsList, name),
                    let list = tree.child(tree.parent(parent), .arguments)
                else { return false }
                return mixes(list, depth: depth + 1)
            default: return false
            }
        }
        // Not found may mean no more than that the limit of the depth was met.
        facts.mixingVariables[variable] = result || depth < 2 ? result : nil
        return result
    }
}
