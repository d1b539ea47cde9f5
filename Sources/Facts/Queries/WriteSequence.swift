import Matching
import Syntax

/// Decides of two writes on one execution path whether the earlier one leaves something half done where the later one fails.
struct WriteSequence {
    private let facts: FileFacts
    private let records: SavedRecords
    private var tree: SyntaxTree { facts.tree }

    init(facts: FileFacts) {
        self.facts = facts
        records = SavedRecords(facts: facts)
    }

    func isHalfDone(_ earlier: Query, without later: Query) -> Bool {
        // What a loop does and does once more for the rest, or again when more is known, is one write.
        !tree.text(earlier.node).elementsEqual(tree.text(later.node))
            && !facts.transactions.sharesUnit(earlier, later)
            && (!isRepeatable(earlier) || isOnlyForNew(later, madeBy: earlier))
            && !isMadeIfMissing(earlier, apartFrom: later)
            && !mayFail(later.node, apartFrom: earlier.node)
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

    /// Whether a write makes a row where none is found, and a later one does not depend on that: whoever does everything again
    /// finds the row, and goes on.
    private func isMadeIfMissing(_ earlier: Query, apartFrom later: Query) -> Bool {
        guard earlier.statement == .insert, let table = earlier.tables.first else { return false }
        var child = earlier.node
        while tree.parent(child) >= 0, tree.kind(child) != .function {
            let parent = tree.parent(child)
            if tree.kind(parent) == .if, tree.role(child) != .condition, let condition = tree.child(parent, .condition)
            {
                return !(parent..<tree.subtreeEnd(parent)).contains(later.node)
                    && looks(condition, intoTable: table, of: earlier)
            }
            child = parent
        }
        return false
    }

    /// Whether a condition asks a query of a table for a row, or a variable that holds what one gave.
    private func looks(_ condition: NodeIndex, intoTable table: String, of write: Query) -> Bool {
        let reads = facts.queryTable.indices(in: write.function).map { facts.queries[$0] }.filter {
            $0.statement == .select && $0.node < write.node && $0.tables.first == table
        }
        let end = tree.subtreeEnd(condition)
        if reads.contains(where: { (condition..<end).contains($0.node) }) { return true }
        let asked = Set(
            (condition..<end).filter { tree.kind($0) == .identifier }.compactMap { facts.variable(of: $0) })
        return reads.contains { !asked.isDisjoint(with: records.variables(givenBy: $0)) }
    }

    /// Whether a write is tried apart from an earlier one, and nothing is made of its failure: it may be left undone.
    func mayFail(_ later: NodeIndex, apartFrom earlier: NodeIndex) -> Bool {
        var child = later
        while tree.parent(child) >= 0, tree.kind(child) != .function {
            let parent = tree.parent(child)
            // `Promise.allSettled([first, second])`
            if tree.kind(parent) == .call, tree.role(child) == .arguments,
                (child..<tree.subtreeEnd(child)).contains(earlier),
                tree.child(parent, .callee).map({ facts.isNamed(.settlesAll, $0) }) == true
            {
                return true
            }
            if tree.kind(parent) == .try, tree.role(child) == .body {
                if (parent..<tree.subtreeEnd(parent)).contains(earlier) { return false }
                let handlers = tree.children(parent).filter { tree.kind($0) == .catch }
                return !handlers.isEmpty && handlers.allSatisfy(goesOn)
            }
            child = parent
        }
        return false
    }

    /// Whether what handles an error neither passes it on nor leaves the function.
    private func goesOn(_ handler: NodeIndex) -> Bool {
        !(handler..<tree.subtreeEnd(handler)).contains { [.throw, .return, .break].contains(tree.kind($0)) }
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
        if earlier.statement == .insert, later.statement == .update, isFound(by: conditions(of: later), madeBy: earlier)
        {
            return true
        }
        var made = madeVariables(earlier)
        // What was made here and is saved has its key then: `attempt.save()`, and `filter(id=attempt.id).update(..)`.
        if let callee = tree.child(earlier.node, .callee), facts.isNamed(.savesRecord, callee),
            let saved = records.record(savedBy: earlier).flatMap(facts.variable)
        {
            made.insert(saved)
        }
        return !made.isEmpty
            && later.predicates.contains { predicate in
                (predicate..<tree.subtreeEnd(predicate)).contains { node in
                    tree.kind(node) == .identifier && facts.variable(of: node).map(made.contains) == true
                }
            }
    }

    /// Whether a write is made of all that another asks for, so that this finds the row: `create({ key, state })`, and then
    /// `updateOne({ key }, { state: "done" })`.
    private func isFound(by conditions: Set<[UInt8]>, madeBy query: Query) -> Bool {
        guard !conditions.isEmpty, query.document == nil else { return false }
        let parts = (query.node..<tree.subtreeEnd(query.node)).filter {
            [.pair, .shorthand, .keywordArgument].contains(tree.kind($0))
        }
        return conditions.isSubset(of: parts.map(condensed))
    }

    /// What the rows of a write have to fulfil, piece by piece, without white space: `id: order.id`.
    private func conditions(of query: Query) -> Set<[UInt8]> {
        let pieces = query.predicates.flatMap { predicate in
            tree.kind(predicate) == .object ? Array(tree.children(predicate)) : [predicate]
        }
        return Set(pieces.map(condensed))
    }

    private func condensed(_ piece: NodeIndex) -> [UInt8] {
        let text = tree.text(piece).filter { $0 > 0x20 && $0 != UInt8(ascii: ",") }
        return tree.kind(piece) == .shorthand ? text + [UInt8(ascii: ":")] + text : text
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
        guard let second = records.record(savedBy: later), later.table == second,
            let variable = facts.variable(of: second)
        else {
            return false
        }
        if madeVariables(earlier).contains(variable) { return true }
        guard let first = records.record(savedBy: earlier), variable == facts.variable(of: first),
            tree.text(tree.parent(first)).elementsEqual(tree.text(tree.parent(second)))
        else { return false }
        return !facts.uses(of: variable).contains { use in
            use > first && use < second && tree.role(use) == .target
        }
    }

    /// The variables that hold the record that a write makes or finds, or parts of it:
    /// `order = Order.objects.create(..)`, `const { id } = await prisma.order.create(..)`.
    private func madeVariables(_ query: Query) -> Set<Int32> {
        query.statement == .insert || query.statement == .upsert ? records.variables(givenBy: query) : []
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

    func notesProgress(_ query: Query) -> Bool {
        if query.writesOnly(.progressColumn, facts.names) { return true }
        return records.saves(query, only: .progressColumn)
    }
}
