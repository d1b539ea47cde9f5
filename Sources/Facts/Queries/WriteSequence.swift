import Matching
import Syntax

/// Decides of two writes on one execution path whether the earlier one leaves something half done where the later one fails.
struct WriteSequence {
    private let facts: FileFacts
    private var tree: SyntaxTree { facts.tree }

    init(facts: FileFacts) {
        self.facts = facts
    }

    func isHalfDone(_ earlier: Query, without later: Query) -> Bool {
        // What a loop does and does once more for the rest, or again when more is known, is one write.
        !tree.text(earlier.node).elementsEqual(tree.text(later.node))
            && !facts.transactions.sharesUnit(earlier, later)
            && (!isRepeatable(earlier) || isOnlyForNew(later, madeBy: earlier))
            && !removesMore(later, after: earlier)
            && !isSameRow(earlier, later)
            && !isProgress(earlier) && !isProgress(later)
    }

    /// Whether a write only sees to it that a row is there, so that whoever does everything again finds it:
    /// `get_or_create(..)`, `ON CONFLICT DO UPDATE`, `skipDuplicates: true`. Saving a record may be anything.
    private func isRepeatable(_ query: Query) -> Bool {
        guard query.statement == .upsert || query.statement == .insert,
            !query.assignments.contains(where: \.isAtomic)
        else { return false }
        if let document = query.document {
            return document.topLevel.contains { document.statements[$0].conflict != nil }
        }
        if query.statement == .insert {
            return (query.node..<tree.subtreeEnd(query.node)).contains { node in
                [.key, .label, .name].contains(tree.role(node)) && facts.means(.passesOverDuplicates, node)
            }
        }
        guard let callee = tree.child(query.node, .callee) else { return true }
        return !facts.isNamed(.savesRecord, callee)
    }

    /// Whether the later write is only done where the earlier one made the row: `row, created = get_or_create(..)`,
    /// `if created: ..`. Whoever finds the row does not do it.
    private func isOnlyForNew(_ later: Query, madeBy earlier: Query) -> Bool {
        guard tree.parent(earlier.node) >= 0, let target = tree.child(tree.parent(earlier.node), .target),
            tree.kind(target) == .tuple
        else { return false }
        let flags = Set(tree.children(target).dropFirst().compactMap { facts.variable(of: $0) })
        var child = later.node
        while tree.parent(child) >= 0, tree.kind(child) != .function {
            let parent = tree.parent(child)
            if tree.kind(parent) == .if, tree.role(child) == .body, let condition = tree.child(parent, .condition),
                tree.kind(condition) != .unary,
                (condition..<tree.subtreeEnd(condition)).contains(where: { node in
                    tree.kind(node) == .identifier && facts.variable(of: node).map(flags.contains) == true
                })
            {
                return true
            }
            child = parent
        }
        return false
    }

    /// Whether a write removes further rows of what another one removed rows of: what of it fails can be done again.
    private func removesMore(_ later: Query, after earlier: Query) -> Bool {
        earlier.statement == .delete && later.statement == .delete && !later.tables.isEmpty
            && earlier.tables == later.tables
    }

    // MARK: One row

    /// Whether both write the same row, which is made or changed in steps: its record is saved twice, it is changed by the same
    /// predicate, or by the key of what the earlier one made.
    private func isSameRow(_ earlier: Query, _ later: Query) -> Bool {
        if isSameRecord(earlier, later) || isGivenBack(earlier, to: later) { return true }
        guard earlier.tables == later.tables, !later.tables.isEmpty, !later.predicates.isEmpty else { return false }
        if earlier.statement == .update, later.statement == .update || later.statement == .delete {
            let (first, second) = (conditions(of: earlier), conditions(of: later))
            return !first.isEmpty && (first.isSubset(of: second) || !second.isEmpty && second.isSubset(of: first))
        }
        let made = madeVariables(earlier)
        return !made.isEmpty
            && later.predicates.contains { predicate in
                (predicate..<tree.subtreeEnd(predicate)).contains { node in
                    tree.kind(node) == .identifier && facts.variable(of: node).map(made.contains) == true
                }
            }
    }

    /// What the rows of a write have to fulfil, piece by piece, without white space: `id: order.id`.
    private func conditions(of query: Query) -> Set<[UInt8]> {
        let pieces = query.predicates.flatMap { predicate in
            tree.kind(predicate) == .object ? Array(tree.children(predicate)) : [predicate]
        }
        return Set(
            pieces.map { piece in
                let text = tree.text(piece).filter { $0 > 0x20 && $0 != UInt8(ascii: ",") }
                return tree.kind(piece) == .shorthand ? text + [UInt8(ascii: ":")] + text : text
            })
    }

    /// Whether the later write saves what the earlier one gave back: `order = await orders.save(order)`, `orders.save(order)`.
    private func isGivenBack(_ earlier: Query, to later: Query) -> Bool {
        guard later.document == nil, earlier.tables == later.tables, let callee = tree.child(later.node, .callee),
            facts.isNamed(.savesRecord, callee), let list = tree.child(later.node, .arguments),
            let record = tree.firstChild(list), let variable = facts.variable(of: record)
        else { return false }
        return madeVariables(earlier).contains(variable)
    }

    /// Whether both writes save one record: `order.save()`, `order.save(update_fields=..)`; or the first makes the record that
    /// the second saves.
    private func isSameRecord(_ earlier: Query, _ later: Query) -> Bool {
        guard let second = savedRecord(later), later.table == second, let variable = facts.variable(of: second) else {
            return false
        }
        if madeVariables(earlier).contains(variable) { return true }
        guard let first = savedRecord(earlier), variable == facts.variable(of: first),
            tree.text(tree.parent(first)).elementsEqual(tree.text(tree.parent(second)))
        else { return false }
        return !facts.uses(of: variable).contains { use in
            use > first && use < second && tree.role(use) == .target
        }
    }

    /// The variables that hold the record that a write makes or finds, or parts of it:
    /// `order = Order.objects.create(..)`, `const { id } = await prisma.order.create(..)`.
    private func madeVariables(_ query: Query) -> Set<Int32> {
        guard query.statement == .insert || query.statement == .upsert else { return [] }
        var value = query.node
        while [.await, .tryExpression, .parenthesized].contains(tree.kind(tree.parent(value))) {
            value = tree.parent(value)
        }
        guard tree.role(value) == .value, let target = tree.child(tree.parent(value), .target) else { return [] }
        return Set((target..<tree.subtreeEnd(target)).compactMap { facts.variable(of: $0) })
    }

    /// The variable that a write is called on.
    private func savedRecord(_ query: Query) -> NodeIndex? {
        guard query.document == nil, tree.kind(query.node) == .call,
            let record = tree.child(query.node, .callee).flatMap({ tree.child($0, .object) }),
            tree.kind(record) == .identifier, !tree.text(record).startsWithCapital
        else { return nil }
        return record
    }

    // MARK: Progress

    /// Whether a write notes how far some work has come: it sets only columns that say so, of a job, or of a row that the
    /// function writes again: `status = 'running'` before the work, `status = 'done'` after it.
    private func isProgress(_ query: Query) -> Bool {
        guard query.statement == .update || query.statement == .upsert, notesProgress(query) else { return false }
        if query.tables.prefix(1).contains(where: { facts.names.holds(.jobTable, $0) }) { return true }
        return facts.queryTable.indices(in: query.function).contains { index in
            let other = facts.queries[index]
            guard other.node != query.node, other.isRun else { return false }
            return other.node < query.node ? isSameRow(other, query) : isSameRow(query, other)
        }
    }

    private func notesProgress(_ query: Query) -> Bool {
        if query.writesOnly(.progressColumn, facts.names) { return true }
        let columns = assignedColumns(query)
        return !columns.isEmpty && columns.allSatisfy { facts.names.holds(.progressColumn, $0) }
    }

    /// The columns that a record is given before it is saved, since it was read, made or saved last: `job.status = "running"`,
    /// `job.save()`.
    private func assignedColumns(_ query: Query) -> [String] {
        guard let record = savedRecord(query), let variable = facts.variable(of: record) else { return [] }
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
