import Matching
import SourceText
import Syntax

/// Traces expressions back to the columns of the rows that a function reads.
struct RowOrigins {
    /// A column of a row that a query gave.
    struct Origin {
        /// The index of the query.
        var query: Int
        /// Folded as in `QueryAssignment`; empty where it is not known.
        var column: String
        /// Whether something was computed from it on the way.
        var isChanged: Bool
    }

    let facts: FileFacts
    private let table: QueryTable
    private static let depthLimit = 10
    private var tree: SyntaxTree { facts.tree }

    /// - Parameter table: the operations whose rows are meant; all of the file where none are given.
    init(facts: FileFacts, table: QueryTable? = nil) {
        self.facts = facts
        self.table = table ?? facts.queryTable
    }

    // MARK: Values

    /// The query of which a call gives the one value: `session.execute(statement).scalar()`.
    private func valueQuery(_ node: NodeIndex) -> Int? {
        guard tree.kind(node) == .call, let callee = tree.child(node, .callee), tree.kind(callee) == .member,
            let name = tree.child(callee, .name), facts.means(.singleRow, name),
            let object = tree.child(callee, .object)
        else { return nil }
        return table.runIndex(at: TextReader(facts: facts).unwrapped(object))
    }

    /// The columns that a value is made of.
    func origins(of node: NodeIndex) -> [Origin] { origins(of: node, depth: 0) }

    private func origins(of node: NodeIndex, depth: Int) -> [Origin] {
        guard depth < Self.depthLimit else { return [] }
        if let scalar = scalar(node) { return [scalar] }
        switch tree.kind(node) {
        case .await, .parenthesized, .tryExpression, .cast, .postfix, .keywordArgument, .spread:
            let isStep = tree.kind(node) == .postfix && isStep(node)
            return (tree.child(node, .value) ?? tree.firstChild(node)).map {
                changed(origins(of: $0, depth: depth + 1), isStep)
            } ?? []
        case .unary:
            return tree.child(node, .value).map { changed(origins(of: $0, depth: depth + 1), isStep(node)) } ?? []
        case .binary: return binary(node, depth: depth)
        case .conditional:
            return [tree.child(node, .body), tree.child(node, .alternate)].flatMap { branch in
                branch.map { origins(of: $0, depth: depth + 1) } ?? []
            }
        case .member, .index:
            if let column = column(node) { return [column] }
            return []
        case .call: return call(node, depth: depth)
        case .identifier: return variable(node, depth: depth)
        default: return []
        }
    }

    /// The only column of a query that gives its value at once.
    private func scalar(_ node: NodeIndex) -> Origin? {
        let direct = table.runIndex(at: node).flatMap { table.queries[$0].isUnique ? $0 : nil }
        guard let query = direct ?? valueQuery(node),
            let column = table.queries[query].column ?? onlyColumn(of: query)
        else { return nil }
        return Origin(query: query, column: column, isChanged: false)
    }

    /// The only column that the text of a query asks for.
    private func onlyColumn(of query: Int) -> String? {
        guard let document = table.queries[query].document, let top = document.topLevel.first,
            document.statements[top].items.count == 1
        else { return nil }
        return column(at: 0, of: query)
    }

    /// `++x`, `x--`
    private func isStep(_ node: NodeIndex) -> Bool {
        let symbol = tree.mainText(node)
        return symbol.elementsEqual("++".utf8) || symbol.elementsEqual("--".utf8)
    }

    private func changed(_ origins: [Origin], _ isChanged: Bool) -> [Origin] {
        origins.map { Origin(query: $0.query, column: $0.column, isChanged: $0.isChanged || isChanged) }
    }

    private func binary(_ node: NodeIndex, depth: Int) -> [Origin] {
        let sides = [tree.child(node, .left), tree.child(node, .right)].compactMap { $0 }
        let found = sides.flatMap { origins(of: $0, depth: depth + 1) }
        switch String(decoding: tree.mainText(node), as: UTF8.self) {
        case "+", "-", "*", "/", "//", "%", "&+", "&-": return changed(found, true)
        case "??", "||", "or": return found
        default: return []
        }
    }

    /// Conversions and roundings: `Number(row.n)`, `max(0, row.n - 1)`; and columns that a method gives.
    private func call(_ node: NodeIndex, depth: Int) -> [Origin] {
        guard let callee = tree.child(node, .callee), let list = tree.child(node, .arguments) else { return [] }
        if let column = column(givenBy: callee, list) { return [column] }
        let name = facts.name(of: callee).lastDottedPart
        guard
            facts.names.holds(.numberFunction, name) || facts.names.holds(.numberMethod, name)
                || facts.names.holds(.passesNumber, name)
        else { return [] }
        return tree.children(list).flatMap { origins(of: $0, depth: depth + 1) }
    }

    /// `row.decode(column: "balance", as: Int.self)`
    private func column(givenBy callee: NodeIndex, _ arguments: NodeIndex) -> Origin? {
        guard tree.kind(callee) == .member, let name = tree.child(callee, .name), facts.means(.readsColumn, name),
            let object = tree.child(callee, .object), let first = tree.firstChild(arguments),
            let column = facts.target.stringValue(tree.child(first, .value) ?? first), let query = query(of: object)
        else { return nil }
        return Origin(query: query, column: SQLQueryReader.folded(column), isChanged: false)
    }

    private func variable(_ node: NodeIndex, depth: Int) -> [Origin] {
        var found: [Origin] = []
        for use in facts.uses(ofVariableAt: node) where use < node && tree.role(use) != .object {
            if let column = column(inHeadOfLoop: use, depth: depth + 1) {
                found = [column]
                continue
            }
            guard let (holder, value) = holder(of: use) else { continue }
            if tree.kind(holder) == .augmentedAssignment {
                found = changed(found, true) + changed(origins(of: value, depth: depth + 1), true)
                continue
            }
            guard let target = tree.child(holder, .target), !(value..<tree.subtreeEnd(value)).contains(node) else {
                continue
            }
            if target == use {
                found += origins(of: value, depth: depth + 1)
            } else if let query = query(of: value, depth: depth + 1), let column = destructured(use, in: target, query)
            {
                found.append(Origin(query: query, column: column, isChanged: false))
            }
        }
        return found
    }

    /// The column that a loop over rows gives a name: `for _, balance in rows`, `for try await balance in rows.decode(Int.self)`.
    private func column(inHeadOfLoop use: NodeIndex, depth: Int) -> Origin? {
        guard let iterable = iterable(of: use), let target = tree.child(tree.parent(iterable), .target),
            let query = query(of: iterable, depth: depth)
        else { return nil }
        let column = target == use ? decoded(iterable, of: query) : destructured(use, in: target, query)
        return column.map { Origin(query: query, column: $0, isChanged: false) }
    }

    /// The only column of a query, where a call gives its values in the place of the rows.
    private func decoded(_ rows: NodeIndex, of query: Int) -> String? {
        let call = TextReader(facts: facts).unwrapped(rows)
        guard tree.kind(call) == .call, let name = tree.child(call, .callee).flatMap({ tree.child($0, .name) }),
            facts.means(.readsColumn, name)
        else { return nil }
        return onlyColumn(of: query)
    }

    /// The declaration or assignment that gives a use of a variable its value.
    private func holder(of use: NodeIndex) -> (NodeIndex, NodeIndex)? {
        var current = use
        while tree.parent(current) >= 0 {
            let parent = tree.parent(current)
            switch tree.kind(parent) {
            case .declarator, .assignment, .augmentedAssignment, .optionalBinding:
                guard tree.role(current) == .target, let value = tree.child(parent, .value) else { return nil }
                return (parent, value)
            // What a part of it is given is not given to the variable.
            case .member, .index: return nil
            default:
                if tree.kind(parent).isStatement { return nil }
                current = parent
            }
        }
        return nil
    }

    /// The column that a name of a destructuring pattern is given.
    private func destructured(_ use: NodeIndex, in target: NodeIndex, _ query: Int) -> String? {
        var current = use
        while current > target {
            let parent = tree.parent(current)
            switch tree.kind(parent) {
            case .pair: return tree.child(parent, .key).map { folded($0) }
            case .shorthand: return folded(use)
            case .object: return folded(use)
            case .tuple, .array:
                let position = Array(tree.children(parent)).firstIndex(of: current)
                return position.flatMap { column(at: $0, of: query) }
            default: current = parent
            }
        }
        return nil
    }

    private func folded(_ node: NodeIndex) -> String {
        SQLQueryReader.folded(facts.target.stringValue(node) ?? Array(tree.text(node)))
    }

    /// The name of a column of the result by its position.
    private func column(at position: Int, of query: Int) -> String? {
        guard let document = table.queries[query].document, let top = document.topLevel.first else { return nil }
        let items = document.statements[top].items
        guard items.indices.contains(position), let name = items[position].outputName else { return nil }
        return SQLQueryReader.folded(name.folded)
    }

    /// `row.balance`, `row["balance"]`, `row[0]`
    private func column(_ node: NodeIndex) -> Origin? {
        guard let object = tree.child(node, .object), let query = query(of: object, depth: 0) else { return nil }
        if tree.kind(node) == .member {
            return tree.child(node, .name).map { Origin(query: query, column: folded($0), isChanged: false) }
        }
        guard let index = tree.child(node, .index) ?? Array(tree.children(node)).dropFirst().first else { return nil }
        let value = tree.kind(index) == .argumentList ? tree.firstChild(index) ?? index : index
        if case .integer(let position)? = facts.target.constant(value) {
            return column(at: position, of: query).map { Origin(query: query, column: $0, isChanged: false) }
        }
        return Origin(query: query, column: folded(value), isChanged: false)
    }

    // MARK: Rows

    /// The query whose rows, or one of whose rows, an expression is.
    func query(of node: NodeIndex, depth: Int = 0) -> Int? {
        guard depth < Self.depthLimit else { return nil }
        if let direct = table.runIndex(at: node) { return direct }
        let node = TextReader(facts: facts).unwrapped(node)
        if let direct = table.runIndex(at: node) { return direct }
        switch tree.kind(node) {
        case .binary:
            // `(await find()) || fallback`
            return tree.child(node, .left).flatMap { query(of: $0, depth: depth + 1) }
        case .member:
            guard let name = tree.child(node, .name), isPartOfResult(facts.text(name)) else { return nil }
            return tree.child(node, .object).flatMap { query(of: $0, depth: depth + 1) }
        case .index:
            guard let object = tree.child(node, .object) else { return nil }
            return query(of: object, depth: depth + 1)
        case .call:
            if let given = facts.results(ofClosureIn: node).first { return query(of: given, depth: depth + 1) }
            guard let callee = tree.child(node, .callee), tree.kind(callee) == .member,
                let name = tree.child(callee, .name), let object = tree.child(callee, .object),
                isPartOfResult(facts.text(name))
            else { return nil }
            return query(of: object, depth: depth + 1) ?? lastQuery(on: object, before: node)
        case .identifier: return queryOfVariable(node, depth: depth)
        default: return nil
        }
    }

    private func isPartOfResult(_ name: String) -> Bool {
        facts.names.holds(.rowsMember, name) || facts.names.holds(.partOfRows, name)
            || facts.names.holds(.rowsCall, name) || facts.names.holds(.singleRow, name)
    }

    private func queryOfVariable(_ node: NodeIndex, depth: Int) -> Int? {
        var found: Int?
        for use in facts.uses(ofVariableAt: node) where use <= node {
            if let iterable = iterable(of: use), let query = query(of: iterable, depth: depth + 1) { found = query }
            if let (calls, result) = facts.calls(handingOn: use), result == use || isRow(use, in: result),
                let query = calls.lazy.compactMap(table.runIndex).first
            {
                found = query
            }
            guard let (holder, value) = holder(of: use), tree.kind(holder) != .augmentedAssignment,
                let target = tree.child(holder, .target), !(value..<tree.subtreeEnd(value)).contains(node)
            else { continue }
            if target == use || isRow(use, in: target), let query = query(of: value, depth: depth + 1) { found = query }
        }
        return found
    }

    /// `const { rows } = ..`, `const [row] = ..`, `const [[row]] = ..`: rows, not columns.
    private func isRow(_ use: NodeIndex, in target: NodeIndex) -> Bool {
        var current = use
        while current > target {
            let parent = tree.parent(current)
            switch tree.kind(parent) {
            case .array, .tuple: break
            case .pair:
                guard let key = tree.child(parent, .key), facts.means(.rowsMember, key) else {
                    return false
                }
            case .object where tree.kind(current) == .pair: break
            case .shorthand, .object:
                guard facts.means(.rowsMember, use) else { return false }
            default: break
            }
            current = parent
        }
        return true
    }

    private func iterable(of use: NodeIndex) -> NodeIndex? {
        var current = tree.parent(use)
        var steps = 0
        while current >= 0, steps < 4 {
            if tree.kind(current) == .forEach {
                guard let iterable = tree.child(current, .iterable),
                    !(iterable..<tree.subtreeEnd(iterable)).contains(use),
                    let body = tree.child(current, .body), use < body
                else { return nil }
                return iterable
            }
            current = tree.parent(current)
            steps += 1
        }
        return nil
    }

    /// `cursor.execute(..)`, and then `cursor.fetchone()`.
    private func lastQuery(on client: NodeIndex, before node: NodeIndex) -> Int? {
        guard tree.kind(client) == .identifier else { return nil }
        let function = QueryPlacement.function(of: node, facts)
        return table.indices(in: function).last { index in
            let query = table.queries[index]
            guard query.node < node, let other = query.client else { return false }
            return tree.text(other).elementsEqual(tree.text(client))
        }
    }
}
