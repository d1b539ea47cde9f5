import Matching
import SQL
import SourceText
import Syntax

/// Finds the SQL texts of a file that no known call is seen to run: returned, stored, or given to something unknown.
struct SQLTextCollector {
    let facts: FileFacts
    let reader: TextReader
    private var taken = Set<NodeIndex>()

    init(facts: FileFacts, reader: TextReader) {
        self.facts = facts
        self.reader = reader
    }

    private var tree: SyntaxTree { facts.tree }

    mutating func collect(beside queries: [Query]) -> [(NodeIndex, BuiltText)] {
        for query in queries { taken.formUnion(query.text?.sources ?? []) }
        // What a file that draws pages does not run itself is shown on them.
        if !facts.target.nodes(of: .jsxElement).isEmpty { return [] }
        var found: [(NodeIndex, BuiltText)] = []
        for index in tree.kinds.indices {
            let leaf = NodeIndex(index)
            guard isTextLeaf(leaf), !taken.contains(leaf), mayStart(leaf) else { continue }
            let whole = expression(around: leaf)
            guard !isTalk(whole), !isOnlyWritten(whole), let text = reader.text(of: whole) ?? reader.text(of: leaf)
            else { continue }
            taken.formUnion(text.sources)
            taken.insert(leaf)
            // What another branch gives the variable is no more of this text.
            let last = finalText(of: whole)
            let grown = last.flatMap { Set($0.sources).isDisjoint(with: text.sources) ? nil : $0 } ?? text
            taken.formUnion(grown.sources)
            guard grown.mayStartStatement, !grown.isParenthesized, grown.sqlText().likelihood == .certain else {
                continue
            }
            found.append((whole, grown))
        }
        return found
    }

    private func isTextLeaf(_ node: NodeIndex) -> Bool {
        switch tree.kind(node) {
        case .string: tree.kind(tree.parent(node)) != .concatenatedString && tree.role(node) != .key
        case .concatenatedString: true
        case .interpolatedString: tree.kind(tree.parent(node)) != .concatenatedString
        default: false
        }
    }

    private func mayStart(_ leaf: NodeIndex) -> Bool {
        if tree.kind(leaf) == .string {
            // As it is written, an escape sequence at its start counts as SQL: most strings need not be decoded.
            let content = tree.stringContent(leaf)
            guard SQLText.mayStartStatement(tree.bytes[content.start..<content.end]) else { return false }
        }
        if let value = facts.target.stringValue(leaf) { return SQLText.mayStartStatement(value) }
        var first = tree.firstChild(leaf)
        while let inner = first, tree.kind(inner) != .stringText, tree.kind(inner) != .string {
            first = tree.firstChild(inner)
        }
        guard let first, let value = facts.target.stringValue(first) else { return false }
        return SQLText.mayStartStatement(value)
    }

    /// The concatenation or formatting around a literal.
    private func expression(around leaf: NodeIndex) -> NodeIndex {
        var node = leaf
        while true {
            let parent = tree.parent(node)
            guard parent >= 0 else { return node }
            switch tree.kind(parent) {
            case .binary where ["+", "%"].contains(String(decoding: tree.mainText(parent), as: UTF8.self)):
                node = parent
            case .parenthesized, .taggedTemplate: node = parent
            case .array where isJoined(parent): node = tree.parent(tree.parent(parent))
            case .member where tree.role(node) == .object:
                let call = tree.parent(parent)
                guard call >= 0, tree.kind(call) == .call, tree.role(parent) == .callee, reader.text(of: call) != nil
                else {
                    return node
                }
                node = call
            default: return node
            }
        }
    }

    /// `["SELECT", ..].join(" ")`
    private func isJoined(_ array: NodeIndex) -> Bool {
        let member = tree.parent(array)
        guard member >= 0, tree.kind(member) == .member, tree.role(array) == .object, tree.parent(member) >= 0,
            tree.kind(tree.parent(member)) == .call, let name = tree.child(member, .name)
        else { return false }
        return facts.means(.joinsText, name)
    }

    /// The text that the variable around a literal has in the end, where more is added to it.
    private func finalText(of node: NodeIndex) -> BuiltText? {
        let holder = tree.parent(node)
        guard holder >= 0, tree.kind(holder) == .declarator || tree.kind(holder) == .assignment,
            tree.role(node) == .value,
            let target = tree.child(holder, .target), tree.kind(target) == .identifier
        else { return nil }
        let variable = facts.target.semantics.variables[Int(target)]
        if variable >= 0, reader.isParameterized(variable) { return reader.text(of: node)?.bound() }
        guard let last = facts.uses(ofVariableAt: target).last, last > node, tree.role(last) != .target,
            FunctionTable.enclosing(last, in: tree) == FunctionTable.enclosing(target, in: tree)
        else { return nil }
        return reader.text(of: last)
    }

    /// Whether the variable that holds a text is used for nothing but writing it to a file or stream.
    private func isOnlyWritten(_ node: NodeIndex) -> Bool {
        let holder = tree.parent(node)
        guard holder >= 0, tree.kind(holder) == .declarator || tree.kind(holder) == .assignment,
            tree.role(node) == .value, let target = tree.child(holder, .target), tree.kind(target) == .identifier
        else { return false }
        let variable = facts.target.semantics.variables[Int(target)]
        var isWritten = false
        for use in facts.uses(ofVariableAt: target) where tree.role(use) != .target {
            if isGiven(to: variable, use) { continue }
            guard tree.kind(tree.parent(use)) == .argumentList, tree.parent(tree.parent(use)) >= 0,
                let callee = tree.child(tree.parent(tree.parent(use)), .callee),
                facts.isNamed(.writesText, callee)
            else { return false }
            isWritten = true
        }
        return isWritten
    }

    /// Whether a use is a part of what the variable itself is given next: `line = line % values`.
    private func isGiven(to variable: Int32, _ use: NodeIndex) -> Bool {
        var current = use
        while tree.parent(current) >= 0, !tree.kind(tree.parent(current)).isStatement {
            let parent = tree.parent(current)
            if tree.kind(parent) == .assignment, tree.role(current) == .value, let target = tree.child(parent, .target)
            {
                return facts.target.semantics.variables[Int(target)] == variable
            }
            current = parent
        }
        return false
    }

    /// Whether the text is only spoken: logged, thrown, compared, documented.
    private func isTalk(_ node: NodeIndex) -> Bool {
        var current = node
        while true {
            let parent = tree.parent(current)
            guard parent >= 0 else { return false }
            switch tree.kind(parent) {
            case .throw, .assert, .decorator, .jsxElement, .jsxExpression, .jsxAttribute, .case, .import, .export:
                return true
            case .expressionStatement: return true
            case .binary: return true
            case .call, .new:
                guard let callee = tree.child(parent, .callee) else { return false }
                if tree.role(current) == .callee { return false }
                let name = facts.name(of: callee).lastDottedPart
                return facts.names.holds(.speaks, name) || facts.names.holds(.writesText, name)
                    || facts.names.holds(.speaks, facts.name(of: callee))
            case .argumentList, .keywordArgument, .parenthesized: current = parent
            default: return false
            }
        }
    }
}
