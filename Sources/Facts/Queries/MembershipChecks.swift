import Algorithms
import Matching
import SourceText
import Syntax

/// The expressions of a file that ask whether something is a member of a list, by the text of what they ask for: found once,
/// however many values are looked at.
struct MembershipChecks {
    /// In source order.
    private var byText: [ArraySlice<UInt8>: [NodeIndex]] = [:]

    init(facts: FileFacts) {
        let tree = facts.tree
        for check in (facts.target.nodes(of: .binary) + facts.target.nodes(of: .call)).sorted() {
            guard let member = Self.member(of: check, facts, tree) else { continue }
            byText[tree.text(member), default: []].append(check)
        }
    }

    /// The first check in a range of nodes that asks for an expression of the text.
    func first(for text: ArraySlice<UInt8>, in nodes: Range<NodeIndex>) -> NodeIndex? {
        guard let checks = byText[text] else { return nil }
        let index = checks.partitioningIndex { $0 >= nodes.lowerBound }
        return index < checks.count && checks[index] < nodes.upperBound ? checks[index] : nil
    }

    /// What an expression looks for in a list: `x` in `x in LIST`, `LIST.includes(x)`.
    private static func member(of check: NodeIndex, _ facts: FileFacts, _ tree: SyntaxTree) -> NodeIndex? {
        if tree.kind(check) == .binary {
            let symbol = tree.mainText(check)
            let isMembership = ["in", "not", "not in"].contains { symbol.elementsEqual($0.utf8) }
            return isMembership ? tree.child(check, .left) : nil
        }
        guard let callee = tree.child(check, .callee), tree.kind(callee) == .member,
            let name = tree.child(callee, .name), facts.means(.testsMembership, name),
            let list = tree.child(check, .arguments), let argument = tree.firstChild(list),
            let object = tree.child(callee, .object), tree.text(object) != tree.text(argument)
        else { return nil }
        return spoken(argument, facts, tree)
    }

    /// What is asked for without what only makes a text of it: `x` of `String(x)`, `x as string`, `x.toLowerCase()`.
    private static func spoken(_ argument: NodeIndex, _ facts: FileFacts, _ tree: SyntaxTree) -> NodeIndex {
        var node = TextReader(facts: facts).unwrapped(argument)
        while tree.kind(node) == .call, let callee = tree.child(node, .callee) {
            let inner: NodeIndex?
            if tree.kind(callee) == .member {
                guard let name = tree.child(callee, .name),
                    facts.means(.trimsText, name) || facts.means(.passesText, name)
                else { break }
                inner = tree.child(callee, .object)
            } else {
                guard facts.means(.marksText, callee) else { break }
                inner = tree.child(node, .arguments).flatMap { tree.firstChild($0) }
            }
            guard let inner else { break }
            node = TextReader(facts: facts).unwrapped(inner)
        }
        return node
    }
}
