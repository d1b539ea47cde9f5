import Matching
import SourceText
import Syntax

/// Finds writes of values that the program computed from what it read before, while nothing keeps others from writing the
/// same column in between.
struct LostUpdates {
    private let facts: FileFacts
    private let origins: RowOrigins
    /// The functions that read rows for an update, and of those asked for whether anything in them speaks of a lock.
    private let lockingFunctions: Set<NodeIndex>
    private var guardedFunctions: [NodeIndex: Bool] = [:]
    private var tree: SyntaxTree { facts.tree }

    init(facts: FileFacts) {
        self.facts = facts
        origins = RowOrigins(facts: facts)
        lockingFunctions = Set(facts.queries.filter(Self.locks).map(\.function))
    }

    /// The writes, and where a unit of work writes by itself the statements that change what it will write; in source order.
    mutating func find() -> [NodeIndex] {
        guard facts.queries.contains(where: { $0.statement == .select && $0.isRun }) else { return [] }
        var found: [NodeIndex] = []
        var written = Set<Int32>()
        let changes = self.changes()
        let changesByFunction = Dictionary(grouping: changes) { facts.queries[$0.query].function }
        for query in facts.queries where isUnguardedWrite(query) {
            if writesBack(query, changesByFunction[query.function] ?? []) {
                found.append(query.node)
            } else if let change = changesByFunction[query.function]?.first(where: { isSaved($0, by: query) }) {
                written.insert(change.variable)
                found.append(query.node)
            }
        }
        for change in changes where !written.contains(change.variable) && isCommitted(change) {
            written.insert(change.variable)
            found.append(change.node)
        }
        return found.sorted()
    }

    // MARK: Values

    private mutating func isUnguardedWrite(_ query: Query) -> Bool {
        query.isRun && !query.isChangeInPlace
            && (query.statement == .update || query.statement == .upsert
                || query.statement == .insert && query.joinsUnit)
            && query.function >= 0 && !isGuarded(query.function)
    }

    /// Whether a column is given a value that was computed from the same column of the same table.
    private func writesBack(_ write: Query, _ changes: [Change]) -> Bool {
        guard write.statement != .insert else { return false }
        return write.assignments.contains { assignment in
            guard assignment.value >= 0, !assignment.isAtomic, !assignment.column.isEmpty else { return false }
            return origins.origins(of: assignment.value).contains { origin in
                (origin.isChanged || changes.contains { isPassed($0, as: assignment.value, to: write) })
                    && origin.column == assignment.column && isRead(origin.query, before: write)
                    && !isOfOtherRow(facts.queries[origin.query], than: write, origin.query)
                    && !isCompared(assignment.column, in: write)
            }
        }
    }

    /// Whether a value is the column of a row as a change in place has left it: `row.meals += 1`, then `[row.meals, row.id]`.
    private func isPassed(_ change: Change, as value: NodeIndex, to write: Query) -> Bool {
        let value = TextReader(facts: facts).unwrapped(value)
        guard tree.kind(value) == .member, let name = tree.child(value, .name), change.node < value,
            tree.child(value, .object).flatMap(facts.variable) == change.variable
        else { return false }
        return SQLQueryReader.folded(Array(tree.text(name))) == change.column
            && facts.executionPaths.mayReach(change.node, write.node)
    }

    private func isRead(_ index: Int, before write: Query) -> Bool {
        let read = facts.queries[index]
        guard read.statement == .select, !read.isAggregate, read.function == write.function, !Self.locks(read),
            !facts.transactions.isLocked(write, since: read)
        else { return false }
        return isSameTable(read, write) && facts.executionPaths.mayReach(read.node, write.node)
    }

    /// Whether the write names its row by a key that neither finds the row that was read nor was read with it: a new row's
    /// place, which comes after the last one's.
    private func isOfOtherRow(_ read: Query, than write: Query, _ index: Int) -> Bool {
        guard write.isByKey, read.isUnique, !read.isByKey, read.document == nil, write.document == nil,
            !write.predicates.isEmpty, !read.predicates.isEmpty
        else { return false }
        return !write.predicates.contains { predicate in
            (predicate..<tree.subtreeEnd(predicate)).contains { node in
                tree.kind(node) == .identifier && origins.query(of: node) == index
            }
        }
    }

    /// By their names; a repository's name holds its table's.
    private func isSameTable(_ read: Query, _ write: Query) -> Bool {
        guard let target = write.tables.first, let source = read.tables.first else { return true }
        return read.tables.contains(target) || target.contains(source) || source.contains(target)
            || read.model == write.model && read.document == nil && write.document == nil
                && target.first == source.first
    }

    // MARK: Records

    /// A change in place of a column of a row that a query gave: `account.balance -= amount`.
    private struct Change {
        var node: NodeIndex
        var variable: Int32
        var column: String
        var query: Int
    }

    private func changes() -> [Change] {
        tree.kinds.indices.compactMap { index in
            let node = NodeIndex(index)
            guard let target = changedTarget(node), tree.kind(target) == .member,
                let object = tree.child(target, .object).map(TextReader(facts: facts).unwrapped),
                tree.kind(object) == .identifier, let name = tree.child(target, .name)
            else { return nil }
            let variable = facts.target.semantics.variables[Int(object)]
            guard variable >= 0, let query = origins.query(of: object), facts.queries[query].statement == .select,
                facts.queries[query].node < node, !Self.locks(facts.queries[query])
            else { return nil }
            return Change(
                node: node, variable: variable, column: SQLQueryReader.folded(Array(tree.text(name))), query: query)
        }
    }

    /// What an expression changes by itself: of `x += 1`, `x++`, `x = x + 1`.
    private func changedTarget(_ node: NodeIndex) -> NodeIndex? {
        switch tree.kind(node) {
        case .augmentedAssignment:
            let symbol = String(decoding: tree.mainText(node), as: UTF8.self)
            return ["+=", "-=", "*=", "/="].contains(symbol) ? tree.child(node, .target) : nil
        case .postfix, .unary:
            let symbol = tree.mainText(node)
            guard symbol.elementsEqual("++".utf8) || symbol.elementsEqual("--".utf8) else { return nil }
            return tree.child(node, .value)
        case .assignment:
            guard let target = tree.child(node, .target), tree.kind(target) == .member,
                let value = tree.child(node, .value)
            else { return nil }
            let text = tree.text(target)
            let mentions = (value..<tree.subtreeEnd(value)).contains { part in
                guard tree.kind(part) == .member, tree.text(part).elementsEqual(text) else { return false }
                return isComputedWith(part, in: value)
            }
            return mentions ? target : nil
        default: return nil
        }
    }

    /// Whether a part of a value takes part in arithmetic there.
    private func isComputedWith(_ part: NodeIndex, in value: NodeIndex) -> Bool {
        var current = part
        while current >= value {
            if tree.kind(current) == .binary {
                let symbol = String(decoding: tree.mainText(current), as: UTF8.self)
                if ["+", "-", "*", "/"].contains(symbol) { return true }
            }
            if current == value { return false }
            if tree.kind(current) == .lambda { return false }
            current = tree.parent(current)
        }
        return false
    }

    /// Whether a write stores what a change made of the record that was read in the same function.
    private func isSaved(_ change: Change, by write: Query) -> Bool {
        guard change.node < write.node, facts.executionPaths.mayReach(change.node, write.node),
            !isCompared(change.column, in: write),
            !facts.transactions.isLocked(write, since: facts.queries[change.query])
        else { return false }
        if write.document != nil { return false }
        // The record itself is written: `account.save()`, `repository.save(account)`.
        return (write.node..<tree.subtreeEnd(write.node)).contains { node in
            guard tree.kind(node) == .identifier, isRecord(node, of: change) else { return false }
            let parent = tree.parent(node)
            return tree.kind(parent) == .argumentList || tree.kind(parent) == .postfix
                || tree.kind(parent) == .keywordArgument || tree.kind(parent) == .array
                || tree.kind(parent) == .member && tree.role(parent) == .callee
        }
    }

    /// Whether a name stands for the record of a change: its variable, or one that it is copied to behind the change.
    private func isRecord(_ node: NodeIndex, of change: Change) -> Bool {
        if facts.target.semantics.variables[Int(node)] == change.variable { return true }
        guard let copied = facts.onlyValue(of: node), copied > change.node, tree.kind(copied) == .identifier else {
            return false
        }
        return facts.target.semantics.variables[Int(copied)] == change.variable
    }

    /// Whether the row belongs to a unit of work that is committed after the change.
    private mutating func isCommitted(_ change: Change) -> Bool {
        let read = facts.queries[change.query]
        guard read.joinsUnit, read.document == nil, read.function >= 0, !facts.transactions.isLocked(read),
            !isGuarded(read.function)
        else { return false }
        return facts.transactions.commits(after: change.node, in: read.function)
    }

    // MARK: What keeps others out

    /// Whether the rows are read for an update.
    private static func locks(_ read: Query) -> Bool {
        guard let document = read.document else { return read.locksRows }
        return document.statements.contains { $0.lock != nil }
    }

    /// Whether anything in the function speaks of a lock: of rows, of a mutex, of an isolation level.
    private mutating func isGuarded(_ function: NodeIndex) -> Bool {
        if lockingFunctions.contains(function) { return true }
        if let known = guardedFunctions[function] { return known }
        let isGuarded = (function..<tree.subtreeEnd(function)).contains { node in
            switch tree.kind(node) {
            case .identifier: facts.means(.locks, node)
            case .string, .stringText:
                facts.target.stringValue(node).map { facts.names.holds(.locks, String(decoding: $0, as: UTF8.self)) }
                    ?? facts.means(.locks, node)
            default: false
            }
        }
        guardedFunctions[function] = isGuarded
        return isGuarded
    }

    /// Whether the write only happens where the column, or a version of the row, is still what was read.
    private func isCompared(_ column: String, in write: Query) -> Bool {
        if let document = write.document {
            return document.statements.contains { statement in
                statement.comparisons.contains { comparison in
                    guard comparison.clause == .where else { return false }
                    let name = SQLQueryReader.folded(comparison.column.name.folded)
                    return name == column || facts.names.holds(.versionColumn, name)
                }
            }
        }
        let keys = (write.node..<tree.subtreeEnd(write.node)).filter { node in
            tree.role(node) == .key || tree.role(node) == .label
                || tree.role(node) == .name && tree.kind(tree.parent(node)) != .member
        }.map { SQLQueryReader.folded(Array(tree.text($0))) }
        if keys.contains(where: { facts.names.holds(.versionColumn, $0) }) { return true }
        if keys.filter({ $0 == column }).count > 1 { return true }
        return write.predicates.contains { predicate in
            (predicate..<tree.subtreeEnd(predicate)).contains { node in
                guard tree.kind(node) == .identifier else { return false }
                let name = SQLQueryReader.folded(Array(tree.text(node)))
                return name == column || facts.names.holds(.versionColumn, name)
            }
        }
    }
}
