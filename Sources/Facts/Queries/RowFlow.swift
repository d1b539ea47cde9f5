import Matching
import SourceText
import Syntax

/// Follows the rows of a query to what is made of them in the same function.
public struct RowFlow {
    public enum Goal: Sendable {
        /// A number made of all rows: a sum, a reduction, a length called a total.
        case total
        /// The same, made of the first so many of them that code cuts off.
        case totalOfSlice
        /// What a language model is told, so that it says how somebody does.
        case advice
    }

    let facts: FileFacts
    /// The query whose rows are followed.
    private var query: Query?
    /// How many functions of the file the rows have been handed to.
    private var depth = 0
    private static let depthLimit = 2
    var tree: SyntaxTree { facts.tree }

    init(facts: FileFacts) {
        self.facts = facts
    }

    func reaches(_ goal: Goal, from query: Query) -> Bool {
        guard query.isRun, !isReadInSteps(query), !tellsWhereCutOff(query) else { return false }
        var flow = self
        flow.query = query
        switch goal {
        case .total: return flow.isTotalled(rowsOf: query)
        case .totalOfSlice:
            let whole = expression(around: query.node)
            let uses = [query.node] + rowVariables(of: whole).flatMap { facts.uses(of: $0) }.filter { $0 > query.node }
            return uses.lazy.compactMap(flow.slice).contains { flow.isTotalled(from: $0, behind: query) }
        case .advice: return flow.advises(by: query)
        }
    }

    private func isTotalled(rowsOf query: Query) -> Bool {
        let whole = expression(around: query.node)
        return ([whole] + fetches(after: query, whole)).contains {
            isTotalled(from: $0, behind: query) || isTotalledByCaller($0, of: query)
        }
    }

    /// Whether the function around the rows gives them back, and a function of the same file that calls it makes a total of
    /// them.
    private func isTotalledByCaller(_ rows: NodeIndex, of query: Query) -> Bool {
        guard depth < Self.depthLimit, let function = FunctionTable.enclosing(rows, in: tree),
            let name = facts.functions.name(of: function)
        else { return false }
        let uses = rowVariables(of: rows).flatMap { facts.uses(of: $0) }.filter { $0 > query.node }
        guard facts.isResult(rows) || uses.contains(where: { facts.isResult(expression(around: $0)) }) else {
            return false
        }
        var flow = self
        flow.depth += 1
        return facts.calls(of: name.lastDottedPart).contains { call in
            tree.child(call, .callee).map { facts.localFunction($0) == function } == true
                && !isRepeated(call) && flow.isTotalled(from: call, behind: nil)
        }
    }

    private func isTotalled(from rows: NodeIndex, behind query: Query?) -> Bool {
        isTotalled(expression(around: rows))
            || rowVariables(of: expression(around: rows)).contains { variable in
                facts.uses(of: variable).contains { use in
                    use > query?.node ?? rows && isTotalled(expression(around: use))
                }
            }
    }

    /// Where a cursor gives the rows that it was asked for before: `cursor.execute(..)`, and then `cursor.fetchall()`.
    private func fetches(after query: Query, _ whole: NodeIndex) -> [NodeIndex] {
        guard tree.parent(whole) >= 0, tree.kind(tree.parent(whole)) == .expressionStatement,
            let client = query.client, tree.kind(client) == .identifier
        else { return [] }
        let next = facts.queryTable.indices(in: query.function).lazy.map { self.facts.queries[$0] }.first { other in
            other.node > query.node
                && other.client.map { tree.text($0).elementsEqual(tree.text(client)) } == true
        }
        return facts.uses(ofVariableAt: client).filter { use in
            use >= tree.subtreeEnd(query.node) && use < next?.node ?? .max
        }.map(expression)
    }

    /// Whether the limit only cuts the work into steps, of which a loop takes one after the other or which a later run goes
    /// on with, or is a span of time, of which all is read.
    private func isReadInSteps(_ query: Query) -> Bool {
        if let limit = query.limitNode,
            (limit..<tree.subtreeEnd(limit)).contains(where: {
                tree.kind($0) == .identifier && (facts.means(.chunk, $0) || facts.means(.timeSpan, $0))
            })
        {
            return true
        }
        return isRepeated(query.node)
    }

    /// Whether the function asks if there were as many rows as the limit lets through: `if (rows.length === LIMIT)`.
    private func tellsWhereCutOff(_ query: Query) -> Bool {
        guard let limit = query.limitNode, query.function >= 0 else { return false }
        return (tree.subtreeEnd(query.node)..<tree.subtreeEnd(query.function)).contains { node in
            guard tree.kind(node) == .binary, ["==", "===", ">=", ">"].contains(facts.mainText(node)),
                let count = tree.child(node, .left), let most = tree.child(node, .right)
            else { return false }
            return tree.text(most).elementsEqual(tree.text(limit)) && countsRows(count)
        }
    }

    /// `rows.length`, `len(rows)`
    private func countsRows(_ node: NodeIndex) -> Bool {
        switch tree.kind(node) {
        case .member: tree.child(node, .name).map { facts.means(.countsRows, $0) } == true
        case .call: tree.child(node, .callee).map { facts.isNamed(.countsElements, $0) } == true
        default: false
        }
    }

    /// Whether a loop without an end of its own goes through a node.
    private func isRepeated(_ node: NodeIndex) -> Bool {
        var current = node
        while tree.parent(current) >= 0 {
            current = tree.parent(current)
            switch tree.kind(current) {
            case .while, .doWhile: return true
            case .function, .lambda: return false
            default: continue
            }
        }
        return false
    }

    /// The rows as they stand: `(await q).rows`, `rows.map(..)`, `rows.slice(0, 5)`.
    func expression(around node: NodeIndex) -> NodeIndex {
        var current = node
        while true {
            let parent = tree.parent(current)
            guard parent >= 0 else { return current }
            switch tree.kind(parent) {
            case .await, .parenthesized, .tryExpression, .cast, .postfix: current = parent
            // `data ?? []`
            case .binary where tree.role(current) == .left && ["??", "||", "or"].contains(facts.mainText(parent)):
                current = parent
            case .argumentList where isCopied(parent): current = tree.parent(parent)
            case .return, .expressionStatement, .lambda:
                guard let call = facts.call(givingBack: current) else { return current }
                current = call
            case .member where tree.role(current) == .object:
                guard let name = tree.child(parent, .name) else { return current }
                if facts.means(.rowsMember, name) {
                    current = parent
                } else if facts.means(.rowsCall, name), tree.role(parent) == .callee {
                    current = tree.parent(parent)
                } else {
                    return current
                }
            case .index where tree.role(current) == .object:
                guard tree.children(parent).contains(where: { tree.kind($0) == .slice }) else { return current }
                current = parent
            default: return current
            }
        }
    }

    /// `list(rows)`
    private func isCopied(_ arguments: NodeIndex) -> Bool {
        let call = tree.parent(arguments)
        guard call >= 0, tree.kind(call) == .call, let callee = tree.child(call, .callee) else { return false }
        return tree.kind(callee) == .identifier && facts.means(.copiesElements, callee)
    }

    /// The variables that the rows are put in, and those made of them element by element.
    func rowVariables(of node: NodeIndex) -> Set<Int32> {
        var found = Set<Int32>()
        var work = [node]
        while let next = work.popLast(), found.count < 16 {
            let holder = tree.parent(next)
            let assigned =
                holder >= 0 && tree.role(next) == .value
                    && [.declarator, .assignment, .withItem].contains(tree.kind(holder))
                ? tree.child(holder, .target) : nil
            guard let target = assigned ?? facts.handedResult(of: next) else { continue }
            for part in target..<tree.subtreeEnd(target) where tree.kind(part) == .identifier {
                let variable = facts.target.semantics.variables[Int(part)]
                guard variable >= 0, found.insert(variable).inserted else { continue }
                for use in facts.uses(of: variable) where use > part {
                    let derived = expression(around: use)
                    if tree.role(derived) == .value {
                        work.append(derived)
                    } else if tree.role(derived) == .iterable, tree.kind(tree.parent(derived)) == .comprehensionClause {
                        // `[row.amount for row in rows]`
                        work.append(tree.parent(tree.parent(derived)))
                    }
                }
            }
        }
        return found
    }

    // MARK: Totals

    private func isTotalled(_ rows: NodeIndex) -> Bool {
        let parent = tree.parent(rows)
        guard parent >= 0 else { return false }
        switch tree.kind(parent) {
        case .member where tree.role(rows) == .object: return isTotalled(byMember: parent, of: rows)
        case .argumentList: return isTotalled(byCall: tree.parent(parent), of: rows)
        case .forEach where tree.role(rows) == .iterable: return accumulates(parent, rows)
        case .index where tree.role(rows) == .object:
            return loop(adding: parent).map { accumulates($0, rows) } ?? false
        case .comprehensionClause where tree.role(rows) == .iterable:
            let comprehension = tree.parent(parent)
            let list = tree.parent(comprehension)
            guard list >= 0, tree.kind(list) == .argumentList || tree.kind(list) == .call else { return false }
            return isSum(tree.kind(list) == .call ? list : tree.parent(list))
        default: return false
        }
    }

    private func isTotalled(byMember member: NodeIndex, of rows: NodeIndex) -> Bool {
        guard let name = tree.child(member, .name) else { return false }
        let call = tree.parent(member)
        switch facts.text(name) {
        case let name where facts.names.holds(.foldCall, name):
            guard tree.role(member) == .callee, let list = tree.child(call, .arguments) else { return false }
            return adds(list)
        case "forEach":
            guard tree.role(member) == .callee else { return false }
            return accumulates(call, member)
        case let name where facts.names.holds(.numberMember, name):
            // What the result says itself, and not how many rows it has.
            if query?.countsAll == true, !facts.names.holds(.rowsMember, tree.child(rows, .name).map(facts.text) ?? "")
            {
                return false
            }
            return !saysFew(rows) && isCalledTotal(member)
        default: return false
        }
    }

    private func isTotalled(byCall call: NodeIndex, of argument: NodeIndex) -> Bool {
        guard tree.kind(call) == .call, let callee = tree.child(call, .callee) else { return false }
        if facts.isNamed(.countsElements, callee) { return !saysFew(argument) && isCalledTotal(call) }
        return isSum(call) || isTotalled(argument, in: callee)
    }

    /// Whether rows are called what they are, some of them: how many there are of those says nothing of the others.
    private func saysFew(_ rows: NodeIndex) -> Bool { tree.kind(rows) == .identifier && facts.means(.someRows, rows) }

    /// Whether a function of the same file makes a total of what it is given.
    private func isTotalled(_ argument: NodeIndex, in callee: NodeIndex) -> Bool {
        guard depth < Self.depthLimit, let function = facts.localFunction(callee),
            let position = Array(tree.children(tree.parent(argument))).firstIndex(of: argument),
            let parameters = tree.child(function, .parameters).map({ Array(tree.children($0)) }),
            parameters.indices.contains(position),
            let name = tree.child(parameters[position], .name), tree.kind(name) == .identifier
        else { return false }
        var flow = self
        flow.depth += 1
        return facts.uses(ofVariableAt: name).contains { use in
            use > name && flow.isTotalled(flow.expression(around: use))
        }
    }

    private func isSum(_ call: NodeIndex) -> Bool {
        guard tree.kind(call) == .call, let callee = tree.child(call, .callee), !isDividedByNumberOfRows(call) else {
            return false
        }
        return facts.isNamed(.sumCall, callee)
    }

    /// `sum(values) / len(values)`: the mean of the rows that were read, which is no total.
    private func isDividedByNumberOfRows(_ sum: NodeIndex) -> Bool {
        let quotient = tree.parent(sum)
        guard quotient >= 0, tree.kind(quotient) == .binary, tree.mainText(quotient).elementsEqual("/".utf8),
            tree.role(sum) == .left, let divisor = tree.child(quotient, .right), tree.kind(divisor) == .call,
            let callee = tree.child(divisor, .callee)
        else { return false }
        return facts.isNamed(.countsElements, callee)
    }

    /// Whether something is added up in an expression of the arguments: `(sum, row) => sum + row.amount`, `+`.
    private func adds(_ list: NodeIndex) -> Bool {
        (list..<tree.subtreeEnd(list)).contains { node in
            switch tree.kind(node) {
            case .binary: return tree.mainText(node).elementsEqual("+".utf8) && !isTextual(node)
            case .augmentedAssignment: return tree.mainText(node).elementsEqual("+=".utf8)
            case .identifier: return tree.text(node).elementsEqual("+".utf8)
            default: return false
            }
        }
    }

    private func isTextual(_ node: NodeIndex) -> Bool {
        (node..<tree.subtreeEnd(node)).contains {
            // `row["amount"]`, `row.get("amount")`, `row.decode(column: "amount")`: what is read by a name is no text yet.
            [.string, .interpolatedString].contains(tree.kind($0))
                && ![.index, .argumentList, .keywordArgument].contains(tree.kind(tree.parent($0)))
        }
    }

    /// Whether a loop over the rows adds a number to something that was there before: `total += row.amount`.
    private func accumulates(_ loop: NodeIndex, _ head: NodeIndex) -> Bool {
        // A loop that writes for each row works on so many rows at a time, and counts its own work.
        if writes(loop) || changesRows(loop) || breaksOff(loop) { return false }
        return (loop..<tree.subtreeEnd(loop)).contains { node in
            guard let (target, value) = addition(node), !isTextual(value) else { return false }
            if tree.kind(target) == .identifier {
                // One step each is counting, which is as wrong; but a position in a list is not a total.
                guard let first = declaration(of: target, before: loop) else { return false }
                if isOnlySpoken(target, after: loop) { return false }
                if case .integer(1)? = facts.target.constant(value) { return isTotalName(facts.text(target)) }
                return startsAsNumber(first)
            }
            return true
        }
    }

    /// Whether a loop sets something of each row: `job.state = "sent"`.
    private func changesRows(_ loop: NodeIndex) -> Bool {
        guard let target = tree.child(loop, .target) else { return false }
        let rows = Set((target..<tree.subtreeEnd(target)).map { facts.target.semantics.variables[Int($0)] })
        return (tree.subtreeEnd(target)..<tree.subtreeEnd(loop)).contains { node in
            guard tree.kind(node) == .assignment, let set = tree.child(node, .target), tree.kind(set) == .member,
                let row = tree.child(set, .object), tree.kind(row) == .identifier
            else { return false }
            let variable = facts.target.semantics.variables[Int(row)]
            return variable >= 0 && rows.contains(variable)
        }
    }

    /// The loop that counts through the rows and adds what it takes of one: `for (let i = 0; ..) total += rows[i].amount`.
    private func loop(adding row: NodeIndex) -> NodeIndex? {
        var current = row
        var isAdded = false
        while tree.parent(current) >= 0 {
            current = tree.parent(current)
            switch tree.kind(current) {
            case .function, .lambda: return nil
            case .for: return isAdded ? current : nil
            default: isAdded = isAdded || addition(current) != nil
            }
        }
        return nil
    }

    /// Whether a loop may end before the last row: how far it comes is no total.
    private func breaksOff(_ loop: NodeIndex) -> Bool {
        (loop..<tree.subtreeEnd(loop)).contains { node in
            guard tree.kind(node) == .break else { return false }
            var around = tree.parent(node)
            while ![.forEach, .for, .while, .doWhile, .switch].contains(tree.kind(around)) {
                around = tree.parent(around)
            }
            return around == loop
        }
    }

    /// Whether a number is only told to whoever runs the program: logged, printed; or forgotten after the loop, in which a
    /// condition asks for it: `if count % 100 == 0`.
    private func isOnlySpoken(_ number: NodeIndex, after loop: NodeIndex) -> Bool {
        let uses = facts.uses(ofVariableAt: number)
        let later = uses.filter { $0 >= tree.subtreeEnd(loop) && tree.role($0) != .target }
        if !later.isEmpty { return later.allSatisfy(isSpoken) }
        let reads = uses.filter { $0 > loop && tree.role($0) != .target }
        return !reads.isEmpty && reads.allSatisfy { isSpoken($0) || isAsked($0, in: loop) }
    }

    /// Whether a node stands in the condition of a branch of a loop.
    private func isAsked(_ node: NodeIndex, in loop: NodeIndex) -> Bool {
        var current = node
        while current > loop, !tree.kind(current).isStatement {
            if tree.role(current) == .condition, tree.kind(tree.parent(current)) == .if { return true }
            current = tree.parent(current)
        }
        return false
    }

    private func isSpoken(_ node: NodeIndex) -> Bool {
        var current = node
        while tree.parent(current) >= 0, !tree.kind(current).isStatement {
            let call = tree.parent(current)
            if tree.kind(current) == .argumentList, let callee = tree.child(call, .callee),
                facts.isNamed(.speaks, callee) || facts.names.holds(.speaks, facts.text(callee))
            {
                return true
            }
            current = call
        }
        return false
    }

    private func writes(_ loop: NodeIndex) -> Bool {
        facts.queryTable.indices(in: QueryPlacement.function(of: loop, facts)).contains { index in
            let query = facts.queries[index]
            return query.statement.isWrite && query.isRun && (loop..<tree.subtreeEnd(loop)).contains(query.node)
        }
    }

    /// Whether the function asks for the number of all rows besides: what it counts itself is then a page.
    private var countsApart: Bool {
        guard let query, let table = query.tables.first else { return false }
        return facts.queryTable.indices(in: query.function).contains { index in
            let other = facts.queries[index]
            return other.isAggregate && other.isRun && other !== query && other.tables.first == table
        }
    }

    /// The first identifier of the same variable before a node; where the name is not resolved, of the same name.
    private func declaration(of target: NodeIndex, before loop: NodeIndex) -> NodeIndex? {
        if let first = facts.uses(ofVariableAt: target).first { return first < loop ? first : nil }
        guard let function = FunctionTable.enclosing(loop, in: tree) else { return nil }
        return (function..<loop).last {
            tree.kind($0) == .identifier && tree.role($0) == .target && tree.text($0) == tree.text(target)
        }
    }

    private func startsAsNumber(_ identifier: NodeIndex) -> Bool {
        let holder = tree.parent(identifier)
        guard holder >= 0, let value = tree.child(holder, .value) else { return false }
        switch facts.target.constant(value) {
        case .integer, .float: return true
        default: return tree.kind(value) == .call && !isTextual(value)
        }
    }

    private func isTotalName(_ name: String) -> Bool { facts.names.holds(.total, name) }

    /// Whether a number is given the name of a total: by a variable, a key, an argument.
    private func isCalledTotal(_ number: NodeIndex) -> Bool {
        let parent = tree.parent(number)
        guard parent >= 0, !isSpoken(number) else { return false }
        let holder: NodeIndex? =
            switch tree.kind(parent) {
            case .declarator, .assignment: tree.child(parent, .target)
            case .pair: tree.child(parent, .key)
            case .keywordArgument: tree.child(parent, .label)
            default: nil
            }
        guard let holder, holder != number else { return false }
        let name = facts.target.stringValue(holder).map { String(decoding: $0, as: UTF8.self) } ?? facts.text(holder)
        return isTotalName(name.lastDottedPart)
            && !((countsApart || isBesideRows(number)) && !name.lowercased().contains("total"))
    }

    /// Whether a number of rows is given back together with these rows: `{"count": len(rows), "rows": [.. for row in rows]}`.
    private func isBesideRows(_ number: NodeIndex) -> Bool {
        let pair = tree.parent(number)
        let list = tree.child(number, .arguments).flatMap { tree.firstChild($0) } ?? tree.child(number, .object)
        guard [.pair, .keywordArgument].contains(tree.kind(pair)), let rows = list.flatMap(facts.variable) else {
            return false
        }
        return tree.children(tree.parent(pair)).contains { other in
            other != pair && facts.uses(of: rows).contains { (other..<tree.subtreeEnd(other)).contains($0) }
        }
    }
}
