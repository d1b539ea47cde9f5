import Matching
import SourceText
import Syntax

/// Whether the rows of a query are given back whole: in a response or as the function's value.
struct RowUse {
    private let facts: FileFacts
    private var tree: SyntaxTree { facts.tree }

    init(facts: FileFacts) {
        self.facts = facts
    }

    func isReturnedWhole(_ query: Query) -> Bool {
        isReturnedWhole([query.node] + fetches(of: query), since: query.node, besides: listings(of: query))
            && !isBesidePage(query) && !asksForCheckedList(query)
    }

    /// Where the result stands whose first element the rows are, `[rows, count]`: the call, and uses of the variable that it is
    /// assigned to.
    private func listings(of query: Query) -> Set<NodeIndex> {
        guard query.givesRowsFirst else { return [] }
        var held = query.node
        while tree.parent(held) >= 0, [.await, .parenthesized].contains(tree.kind(tree.parent(held))) {
            held = tree.parent(held)
        }
        guard tree.role(held) == .value, let target = tree.child(tree.parent(held), .target),
            tree.kind(target) == .identifier
        else { return [query.node] }
        return Set([query.node] + facts.uses(ofVariableAt: target))
    }

    /// Whether the query is given a list of which the function has turned long ones away: `if len(ids) > MOST: raise ..`.
    private func asksForCheckedList(_ query: Query) -> Bool {
        guard query.function >= 0 else { return false }
        return (query.function..<query.node).contains { node in
            guard tree.kind(node) == .if, let body = tree.child(node, .body), FunctionExit.isLeft(body, in: tree),
                let condition = tree.child(node, .condition).map(TextReader(facts: facts).unwrapped),
                tree.kind(condition) == .binary, [">", ">="].contains(facts.mainText(condition)),
                let count = tree.child(condition, .left), let variable = countedVariable(count)
            else { return false }
            return facts.uses(of: variable).contains { (query.node..<tree.subtreeEnd(query.node)).contains($0) }
        }
    }

    /// `ids` of `len(ids)`, `ids.length`.
    private func countedVariable(_ count: NodeIndex) -> Int32? {
        if let list = tree.child(count, .arguments), let callee = tree.child(count, .callee) {
            guard facts.isNamed(.countsElements, callee) else { return nil }
            return tree.firstChild(list).flatMap(facts.variable)
        }
        guard tree.kind(count) == .member, let name = tree.child(count, .name), facts.means(.countsRows, name) else {
            return nil
        }
        return tree.child(count, .object).flatMap(facts.variable)
    }

    /// Whether the function makes a page of other rows: these go with it, for a form or a filter.
    private func isBesidePage(_ query: Query) -> Bool {
        guard query.function >= 0 else { return false }
        return (query.function..<tree.subtreeEnd(query.function)).contains { node in
            tree.kind(node) == .call && tree.child(node, .callee).map { facts.isNamed(.paginates, $0) } == true
        }
    }

    /// Whether the rows that a call gives are given back by the function around it.
    func isReturnedWhole(_ call: NodeIndex) -> Bool { isReturnedWhole([call], since: call, besides: []) }

    /// - Parameter listings: those of the uses that are of a list whose first element the rows are.
    private func isReturnedWhole(
        _ rows: [NodeIndex], since first: NodeIndex, besides listings: Set<NodeIndex>
    ) -> Bool {
        let uses = rows + variables(of: rows).flatMap { facts.uses(of: $0).filter { $0 > first } }
        return uses.contains(where: isGivenBack)
            && !uses.contains {
                isFirstRow($0, inside: listings.contains($0)) || isPaged($0) || isChosenFrom($0)
            }
    }

    /// `cursor.fetchall()`: where a cursor gives the rows of what it ran last.
    private func fetches(of query: Query) -> [NodeIndex] {
        guard let client = query.client, let variable = facts.variable(of: client) else { return [] }
        var found: [NodeIndex] = []
        for use in facts.uses(of: variable) where use >= tree.subtreeEnd(query.node) && tree.role(use) == .object {
            let member = tree.parent(use)
            guard tree.kind(member) == .member, tree.role(member) == .callee, let name = tree.child(member, .name)
            else {
                continue
            }
            let call = tree.parent(member)
            if facts.queryTable.runIndex(at: call) != nil { break }
            if facts.names.holds(.rowsOfCursor, facts.text(name)) { found.append(call) }
        }
        return found
    }

    /// Whether the result, be it in a variable, is used for nothing but comparing it with a number or asking whether it is
    /// there: `if (found === 0)`, `if not rows.exists():`.
    func isOnlyCompared(_ query: Query) -> Bool {
        let held = tree.awaited(query.node)
        if isCompared(held) { return true }
        guard tree.role(held) == .value, let target = tree.child(tree.parent(held), .target),
            tree.kind(target) == .identifier
        else { return false }
        let uses = facts.uses(ofVariableAt: target).filter { $0 > target }
        return !uses.isEmpty && uses.allSatisfy(isCompared)
    }

    private func isCompared(_ node: NodeIndex) -> Bool {
        let parent = tree.parent(node)
        // `if found:`, `if not found:`
        if tree.role(node) == .condition { return true }
        guard parent >= 0 else { return false }
        if tree.kind(parent) == .unary { return ["!", "not"].contains(facts.mainText(parent)) }
        guard tree.kind(parent) == .binary else { return false }
        let sign = String(decoding: tree.mainText(parent), as: UTF8.self)
        return ["==", "===", "!=", "!==", "<", ">", "<=", ">="].contains(sign)
            && tree.children(parent).contains { side in
                if case .integer? = facts.target.constant(side) { return true }
                return false
            }
    }

    /// The variables that hold the rows, or what is made of each of them.
    private func variables(of nodes: [NodeIndex]) -> Set<Int32> {
        var found = Set<Int32>()
        var work = nodes
        while let next = work.popLast(), found.count < 8 {
            if isCounted(next) || isLookedIn(next) { continue }
            if let result = facts.handedResult(of: next) {
                for part in result..<tree.subtreeEnd(result) where tree.kind(part) == .identifier {
                    guard let variable = facts.variable(of: part), found.insert(variable).inserted else { continue }
                    work += facts.uses(of: variable).filter { $0 > part && tree.role($0) != .target }
                }
            }
            var current = next
            var element: NodeIndex?
            while tree.parent(current) >= 0, !tree.kind(tree.parent(current)).isStatement,
                ![.declarator, .assignment, .withItem].contains(tree.kind(tree.parent(current)))
            {
                if tree.kind(tree.parent(current)) == .array { element = current }
                current = tree.parent(current)
                if tree.kind(current) == .lambda { break }
            }
            let holder = tree.parent(current)
            guard holder >= 0 else { continue }
            if tree.kind(holder) == .forEach, tree.role(current) == .iterable {
                for list in listsFilled(by: holder)
                where found.insert(facts.target.semantics.variables[Int(list)]).inserted {
                    work += facts.uses(ofVariableAt: list).filter { $0 >= tree.subtreeEnd(holder) }
                }
                continue
            }
            guard tree.role(current) == .value, let whole = tree.child(holder, .target) else { continue }
            let target = element.flatMap { part(of: whole, at: $0) } ?? whole
            for part in target..<tree.subtreeEnd(target) where tree.kind(part) == .identifier {
                let variable = facts.target.semantics.variables[Int(part)]
                guard variable >= 0, found.insert(variable).inserted else { continue }
                work += facts.uses(of: variable).filter { $0 > part && tree.role($0) != .target }
            }
        }
        return found
    }

    /// The part of a pattern that an element of a list is put into: `const [users, total] = await Promise.all([read(), count()])`.
    private func part(of pattern: NodeIndex, at element: NodeIndex) -> NodeIndex? {
        guard tree.kind(pattern) == .array,
            let index = Array(tree.children(tree.parent(element))).firstIndex(of: element)
        else { return nil }
        let parts = Array(tree.children(pattern))
        // A pattern may leave elements out, and then its parts are not counted as they stand.
        guard parts.count == tree.childCount(tree.parent(element)) else { return nil }
        return parts[index]
    }

    /// The lists that each turn of a loop puts an element into: `for row in rows: names.append(row.name)`.
    private func listsFilled(by loop: NodeIndex) -> [NodeIndex] {
        guard let body = tree.child(loop, .body) else { return [] }
        let statements = tree.kind(body).holdsStatements ? Array(tree.children(body)) : [body]
        return statements.compactMap { statement in
            guard tree.kind(statement) == .expressionStatement, let call = tree.child(statement, .value),
                tree.kind(call) == .call, let callee = tree.child(call, .callee), tree.kind(callee) == .member,
                let name = tree.child(callee, .name), facts.names.holds(.addsElement, facts.text(name)),
                let list = tree.child(callee, .object), facts.target.semantics.variables[Int(list)] >= 0
            else { return nil }
            return list
        }
    }

    /// `rows[0]`, `list(rows)[0]`, `rows.first`, `result.rows[0]`, `const [row] = rows`: one row is meant.
    /// - Parameter isInside: whether the rows are the first element of what is used: `const [[row]] = result`.
    private func isFirstRow(_ use: NodeIndex, inside isInside: Bool) -> Bool {
        var isInside = isInside
        return climb(from: use) { node, parent in
            switch tree.kind(parent) {
            case .member where tree.role(node) == .object:
                guard let name = tree.child(parent, .name) else { return false }
                return facts.means(.partOfRows, name) ? true : nil
            case .call where tree.role(node) == .callee || tree.kind(node) == .argumentList: return nil
            case .argumentList:
                guard let callee = tree.child(tree.parent(parent), .callee) else { return false }
                return tree.kind(callee) == .identifier && facts.means(.copiesElements, callee) ? nil : false
            case .index where isInside && tree.role(node) == .object:
                isInside = false
                return nil
            case .index:
                return tree.role(node) == .object && !tree.children(parent).contains { tree.kind($0) == .slice }
            case .declarator:
                guard let target = tree.child(parent, .target), tree.kind(target) == .array else { return false }
                return isInside ? tree.firstChild(target).map { tree.kind($0) == .array } ?? false : true
            case .unary: return true
            default: return false
            }
        }
    }

    /// `rows.slice(0, 20)`, `result.rows[start:end]`, `paginate(rows, page, limit)`: a page is made of them in code.
    private func isPaged(_ use: NodeIndex) -> Bool {
        climb(from: use) { node, parent in
            switch tree.kind(parent) {
            case .member where tree.role(node) == .object:
                guard let name = tree.child(parent, .name) else { return false }
                if facts.means(.cutsOff, name) { return tree.role(parent) == .callee }
                return facts.means(.rowsMember, name) ? nil : false
            case .index:
                return tree.role(node) == .object && tree.children(parent).contains { tree.kind($0) == .slice }
            case .argumentList:
                let call = tree.parent(parent)
                guard call >= 0, let callee = tree.child(call, .callee) else { return false }
                return facts.isNamed(.paginates, callee)
                    || tree.children(parent).contains { $0 != node && facts.isNamed(.paging, $0) }
            default: return false
            }
        }
    }

    /// `filter(isAllowed, rows)`: which of them are given back, code decides, so that no limit could cut them off.
    private func isChosenFrom(_ use: NodeIndex) -> Bool {
        climb(from: use) { _, parent in
            guard tree.kind(parent) == .argumentList else { return false }
            let call = tree.parent(parent)
            guard call >= 0, let callee = tree.child(call, .callee) else { return false }
            return tree.kind(callee) == .identifier && facts.means(.choosesElements, callee)
        }
    }

    /// `rows.length`, `rows.active().count()`, `rows.reduce((sum, row) => sum + row.amount, 0)`: of the rows only a number is used.
    private func isCounted(_ use: NodeIndex) -> Bool {
        climb(from: use) { node, parent in
            switch tree.kind(parent) {
            case .call where tree.role(node) == .callee: return isSum(parent) ? true : nil
            case .member where tree.role(node) == .object:
                return tree.child(parent, .name).map { facts.means(.countsRows, $0) } == true ? true : nil
            case .argumentList:
                let call = tree.parent(parent)
                return call >= 0 && tree.child(call, .callee).map { facts.isNamed(.countsElements, $0) } == true
            default: return false
            }
        }
    }

    /// Whether a call makes one value of all elements, and begins with a number.
    private func isSum(_ call: NodeIndex) -> Bool {
        guard let callee = tree.child(call, .callee), let list = tree.child(call, .arguments),
            let start = Array(tree.children(list)).last, tree.kind(start) == .number
        else { return false }
        return tree.kind(callee) == .member && tree.child(callee, .name).map { facts.means(.foldCall, $0) } == true
    }

    /// `Book.id.notin_(hidden)`, `Book.id.notin_([row.id for row in hidden])`, `\.$id ~~ hidden`: other rows are picked by them.
    private func isLookedIn(_ use: NodeIndex) -> Bool {
        var current = use
        while tree.parent(current) >= 0, !tree.kind(current).isStatement, tree.kind(current) != .lambda {
            let parent = tree.parent(current)
            switch tree.kind(parent) {
            case .argumentList:
                if let callee = tree.child(tree.parent(parent), .callee), facts.isNamed(.membership, callee) {
                    return true
                }
            case .binary: if facts.names.holds(.membership, facts.mainText(parent)) { return true }
            default: break
            }
            current = parent
        }
        return false
    }

    /// Goes up from a use of the rows, and through what only hands them on, until something tells what becomes of them.
    /// - Parameter answer: what a node's parent tells of the node; nil where it hands it on, too.
    private func climb(from use: NodeIndex, _ answer: (_ node: NodeIndex, _ parent: NodeIndex) -> Bool?) -> Bool {
        var current = use
        while tree.parent(current) >= 0 {
            let parent = tree.parent(current)
            switch tree.kind(parent) {
            case .await, .parenthesized, .tryExpression: break
            default: if let known = answer(current, parent) { return known }
            }
            current = parent
        }
        return false
    }

    private func isGivenBack(_ use: NodeIndex) -> Bool {
        (facts.responseReach.holds(tree.range(use)) || isValueOfFunction(use)) && !isCounted(use) && !isLookedIn(use)
    }

    /// Whether it is, or is a part of, what the function gives back.
    private func isValueOfFunction(_ use: NodeIndex) -> Bool {
        var current = use
        while tree.parent(current) >= 0 {
            let parent = tree.parent(current)
            switch tree.kind(parent) {
            case .return: return true
            case .expressionStatement: return facts.isResult(current)
            case .lambda: return tree.role(current) == .body && QueryPlacement.function(of: use, facts) == parent
            case .function, .if, .while, .forEach, .for, .assignment, .declarator: return false
            case .binary, .unary: return false
            default: current = parent
            }
        }
        return false
    }
}
