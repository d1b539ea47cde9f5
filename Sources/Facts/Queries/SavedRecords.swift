import Matching
import Syntax

/// Records that a program reads or makes, changes, and saves.
struct SavedRecords {
    private let facts: FileFacts
    private var tree: SyntaxTree { facts.tree }

    init(facts: FileFacts) {
        self.facts = facts
    }

    /// The variable that a write is called on.
    func record(savedBy query: Query) -> NodeIndex? {
        guard query.document == nil, tree.kind(query.node) == .call,
            let record = tree.child(query.node, .callee).flatMap({ tree.child($0, .object) }),
            tree.kind(record) == .identifier, !tree.text(record).startsWithCapital
        else { return nil }
        return record
    }

    /// The variables that what a query gives, or parts of it, are put in.
    func variables(givenBy query: Query) -> Set<Int32> {
        var value = query.node
        while [.await, .tryExpression, .parenthesized].contains(tree.kind(tree.parent(value))) {
            value = tree.parent(value)
        }
        guard tree.role(value) == .value, let target = tree.child(tree.parent(value), .target) else { return [] }
        return Set((target..<tree.subtreeEnd(target)).compactMap { facts.variable(of: $0) })
    }

    /// Whether a write saves a record of which only columns of a meaning were changed.
    func saves(_ query: Query, only meaning: NameVocabulary.Meaning) -> Bool {
        let columns = assignedColumns(query)
        return !columns.isEmpty && columns.allSatisfy { facts.names.holds(meaning, $0) }
    }

    /// The columns that a record is given before it is saved, since it was read, made or saved last: `job.status = "running"`,
    /// `job.save()`.
    private func assignedColumns(_ query: Query) -> [String] {
        guard let record = record(savedBy: query), let variable = facts.variable(of: record) else { return [] }
        var columns: [String] = []
        for use in facts.uses(of: variable) where use < record {
            let parent = tree.parent(use)
            if tree.role(use) == .target {
                columns = []
            } else if tree.kind(parent) == .member, tree.role(use) == .object, let name = tree.child(parent, .name) {
                if tree.role(parent) == .target {
                    columns.append(SQLQueryReader.folded(Array(tree.text(name))))
                } else if tree.role(parent) == .callee, facts.queryTable.runIndex(at: tree.parent(parent)) != nil {
                    columns = []
                }
            }
        }
        return columns
    }
}
