import SourceText
import Syntax

/// Evaluates formulas over one file: each operator gives ranges with bindings, combined as Semgrep combines them.
public struct FormulaEvaluator {
    public let target: MatchTarget
    public let options: MatchOptions
    let slotCount: Int
    /// Where matches count.
    let scope: SearchScope
    /// What a conjunction that only takes away takes away from: the metavariable that `metavariable-pattern` looks into.
    let context: Match?

    /// `slotCount` is the number of metavariables of the rule.
    public init(target: MatchTarget, options: MatchOptions, slotCount: Int) {
        self.init(
            target: target, options: options, slotCount: slotCount, scope: SearchScope(fileOf: target.tree),
            context: nil)
    }

    init(target: MatchTarget, options: MatchOptions, slotCount: Int, scope: SearchScope, context: Match?) {
        self.target = target
        self.options = options
        self.slotCount = slotCount
        self.scope = scope
        self.context = context
    }

    /// What is bound before a pattern matches: inside a metavariable, what the patterns around it bound.
    private var unbound: Bindings { context?.bindings ?? Bindings(repeating: nil, count: slotCount) }

    /// The matches of a formula, in source order, without duplicates.
    public func matches(_ formula: Formula) -> [Match] { matches(formula, .anywhere) }

    /// The matches that count, and maybe some of the others.
    private func matches(_ formula: Formula, _ vicinity: Vicinity) -> [Match] {
        switch formula {
        case .pattern(let pattern):
            guard pattern.mayMatch(in: target) else { return [] }
            return pattern.matches(in: target, options: options, bindings: unbound, within: scope, vicinity)
        case .regularExpression(let expression):
            return matches(of: expression)
        case .generic(let pattern):
            guard pattern.mayMatch(in: target, options: options) else { return [] }
            let search = pattern.search(in: target, options: options, bindings: unbound)
            if search.hasReachedLimit { target.noteLimit() }
            return search.matches.filter { scope.range.contains($0.range) }
        case .operation(let operation):
            return operation.matches(in: target, bindings: unbound).filter { scope.range.contains($0.range) }
        case .inside(let formula):
            return Match.unique(matches(formula, vicinity.aroundWhatCounts).map { $0.of(kind: .inside) })
        case .anywhere(let formula):
            return Match.unique(matches(formula, .anywhere).map { $0.of(kind: .anywhere) })
        case .marked(let formula, let mark):
            return matches(formula, vicinity).compactMap { marked($0, with: mark) }
        case .any(let alternatives):
            return Match.unique(alternatives.flatMap { matches($0, vicinity) })
        case .all(let conjunction):
            return matches(conjunction, vicinity)
        }
    }

    private func matches(of capturing: CapturingExpression) -> [Match] {
        // What a metavariable stands for is a text of its own, with its own start and end.
        let isWhole = scope.range.count == target.tree.bytes.count
        if isWhole, !capturing.mayMatch(in: target.words) { return [] }
        let text = isWhole ? target.tree.bytes : Array(target.tree.bytes[scope.range.start..<scope.range.end])
        return capturing.expression.allMatches(in: text).map { found in
            var bindings = unbound
            capturing.bind(found, at: scope.range.start, into: &bindings)
            let range = ByteRange(found.range.start + scope.range.start, found.range.end + scope.range.start)
            return Match(range: range, bindings: bindings, node: -1, kind: .text)
        }
    }

    private func matches(_ conjunction: Conjunction, _ vicinity: Vicinity) -> [Match] {
        // What is reported may be a part of what the patterns match.
        let around = conjunction.focus.isEmpty ? vicinity : vicinity.aroundWhatCounts
        guard var found = intersection(of: conjunction.positives, around), !found.isEmpty else { return [] }
        let nearFound = conjunction.negatives.isEmpty ? .anywhere : Vicinity(near: found)
        for negative in conjunction.negatives where !found.isEmpty {
            let excluded = matches(negative, nearFound)
            if excluded.isEmpty { continue }
            // What need only be there takes away wherever it is; all else only what it touches.
            let elsewhere = excluded.filter { $0.kind == .anywhere }
            let extents = MatchExtents(elsewhere.isEmpty ? excluded : excluded.filter { $0.kind != .anywhere })
            found = found.compactMap { without(elsewhere + extents.touching($0.range), $0) }
        }
        if !conjunction.conditions.isEmpty { found = found.flatMap { fulfilling(conjunction.conditions, $0) } }
        return Match.unique(conjunction.focus.isEmpty ? found : focused(found, on: conjunction.focus))
    }

    /// The match, once for each way in which it fulfils all conditions. What formulas bind on the way constrains no other
    /// formula: each of them starts from what the patterns bound.
    private func fulfilling(_ conditions: [Condition], _ match: Match) -> [Match] {
        let evaluator = ConditionEvaluator(target: target, options: options, slotCount: slotCount)
        var found = [match]
        for condition in conditions where !found.isEmpty {
            guard case .formula = condition else {
                found = found.flatMap { evaluator.fulfilled(condition, by: $0) }
                continue
            }
            let ways = evaluator.fulfilled(condition, by: match)
            found = found.flatMap { before in ways.map { before.adding(bindingsOf: $0) } }
        }
        return found
    }

    // MARK: Ranges

    /// The ranges that lie in one another through all of `formulas`. Those that only hold others come last, whatever the
    /// order in which the rule names them. nil where there is nothing to intersect.
    private func intersection(of formulas: [Formula], _ vicinity: Vicinity) -> [Match]? {
        if formulas.isEmpty { return context.map { [$0] } }
        guard let matches = matches(ofEach: formulas, vicinity) else { return nil }
        var found: [Match]?
        var holders: [[Match]] = []
        var elsewhere: [[Match]] = []
        for next in matches {
            if next.contains(where: { $0.kind == .anywhere }) {
                elsewhere.append(next)
            } else if next.contains(where: { $0.kind == .inside }) {
                holders.append(next)
            } else {
                found = found.map { inner(of: $0, and: next) } ?? next
                if found?.isEmpty == true { return nil }
            }
        }
        for holder in holders {
            found = found.map { inner(of: $0, and: holder) } ?? holder
            if found?.isEmpty == true { return nil }
        }
        for others in elsewhere {
            found = found.map { agreeing($0, with: others) } ?? others
            if found?.isEmpty == true { return nil }
        }
        return found
    }

    /// The matches of each formula, as far as they can count together: the innermost of ranges that lie in one another lies in
    /// all of them. What costs least comes first. nil where one has none.
    private func matches(ofEach formulas: [Formula], _ vicinity: Vicinity) -> [[Match]]? {
        if formulas.count == 1 {
            let found = matches(formulas[0], vicinity)
            return found.isEmpty ? nil : [found]
        }
        // A single formula that is not there to hold others gives what is found, and that lies in all the others. Of several,
        // some may hold what is found and reach beyond the others.
        let isSole = formulas.count { !$0.onlyHolds } == 1
        var costs: [Int] = []
        for formula in formulas {
            guard let cost = cost(of: formula) else { return nil }
            costs.append(cost)
        }
        var vicinity = isSole ? vicinity : vicinity.aroundWhatCounts
        var results = [[Match]](repeating: [], count: formulas.count)
        for index in formulas.indices.sorted(by: { (costs[$0], $0) < (costs[$1], $1) }) {
            if formulas[index].isAnywhere {
                results[index] = matches(formulas[index], .anywhere)
                if results[index].isEmpty { return nil }
                continue
            }
            results[index] = matches(formulas[index], vicinity)
            let holds = isSole && formulas[index].onlyHolds
            vicinity = holds ? vicinity.inside(results[index]) : vicinity.near(results[index])
            if vicinity.isNowhere { return nil }
        }
        return results
    }

    /// About how many nodes have to be looked at; nil where the file has no match, which its words alone tell.
    public func cost(of formula: Formula) -> Int? {
        switch formula {
        case .pattern(let pattern):
            return pattern.mayMatch(in: target) ? pattern.cost(in: target) : nil
        case .inside(let formula), .anywhere(let formula), .marked(let formula, _):
            return cost(of: formula)
        case .any(let alternatives):
            return cost(ofAny: alternatives)
        case .all(let conjunction):
            var least = Int.max
            for formula in conjunction.positives {
                guard let cost = cost(of: formula) else { return nil }
                least = min(least, cost)
            }
            return conjunction.positives.isEmpty ? 0 : least
        case .regularExpression(let capturing):
            let mayMatch =
                capturing.mayMatch(in: target.words)
            return mayMatch ? target.tree.bytes.count / 16 : nil
        case .generic(let pattern):
            return pattern.mayMatch(in: target, options: options) ? target.tree.bytes.count : nil
        // What these cost is not to be seen here.
        case .operation:
            return target.tree.bytes.count
        }
    }

    /// What it costs to look for all of the formulas; nil where none of them has a match.
    public func cost(ofAny formulas: some Sequence<Formula>) -> Int? {
        var sum: Int?
        for formula in formulas {
            if let cost = cost(of: formula) { sum = (sum ?? 0) + cost }
        }
        return sum
    }

    private func inner(of left: [Match], and right: [Match]) -> [Match] {
        Match.unique(keep(left, inside: right) + keep(right, inside: left))
    }

    /// Those of `matches` inside one of `around` with compatible bindings, once for every way to join the bindings.
    private func keep(_ matches: [Match], inside around: [Match]) -> [Match] {
        var kept: [Match] = []
        let extents = MatchExtents(around)
        for match in matches {
            for outer in extents.holding(match.range) {
                guard match.kind != .inside || outer.kind == .inside,
                    let bindings = join(match.bindings, outer.bindings)
                else { continue }
                var joined = match
                joined.bindings = bindings
                joined.conditions = conditions(match.conditions, and: outer.conditions)
                kept.append(joined)
            }
        }
        return kept
    }

    func conditions(_ left: [Int32], and right: [Int32]) -> [Int32] {
        right.isEmpty ? left : left + right.filter { !left.contains($0) }
    }

    /// The match, unless one of `excluded` takes it away; where that depends on the project, on condition that it does not.
    private func without(_ excluded: [Match], _ match: Match) -> Match? {
        var match = match
        for other in excluded where drops(other, match) {
            // Several conditions of one exclusion cannot be denied one by one: what is not certain is not reported.
            guard other.conditions.count == 1, let condition = other.conditions.first else { return nil }
            match.conditions = conditions(match.conditions, and: [~condition])
        }
        return match
    }

    /// Whether a negated range takes the match away: one to be inside holds it, one of a regular expression holds it or
    /// lies in it, any other is the same range.
    private func drops(_ excluded: Match, _ match: Match) -> Bool {
        switch excluded.kind {
        case .plain:
            guard excluded.range == match.range else { return false }
        case .inside:
            guard excluded.range.contains(match.range) else { return false }
        case .anywhere:
            break
        case .text:
            guard excluded.range.contains(match.range) || match.range.contains(excluded.range) else { return false }
        }
        return join(match.bindings, excluded.bindings) != nil
    }

    /// Whether metavariables bound in both stand for the same code.
    public func agree(_ left: Bindings, _ right: Bindings) -> Bool { join(left, right) != nil }

    /// Both sets of bindings together; nil where they disagree.
    func join(_ left: Bindings, _ right: Bindings) -> Bindings? {
        var joined = left
        for slot in joined.indices {
            guard let other = right[slot] else { continue }
            if let own = joined[slot] {
                if own != other, !CodeEquality.same(own, other, in: target) { return nil }
            } else {
                joined[slot] = other
            }
        }
        return joined
    }

    private func focused(_ matches: [Match], on focus: [[Int]]) -> [Match] {
        var results: [Match] = []
        for match in matches {
            var current: [Match] = [match]
            for (index, alternatives) in focus.enumerated() {
                var next: [Match] = []
                for slot in alternatives {
                    guard let binding = match.bindings[slot], binding.content != .nodes(-1, -1) else { continue }
                    // What is bound elsewhere (a constant where it is defined) is no part of the match.
                    guard match.range.contains(binding.range) || binding.range.contains(match.range) else { continue }
                    var narrowed = match
                    if match.range.contains(binding.range) {
                        narrowed.range = binding.range
                        if let node = binding.node { narrowed.node = node }
                    }
                    next.append(narrowed)
                }
                current = index == 0 ? next : inner(of: current, and: next)
            }
            results += current
        }
        return results
    }
}
