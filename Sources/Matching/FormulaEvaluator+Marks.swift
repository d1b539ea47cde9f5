import SourceText
import Syntax

/// What the newer rule syntax adds to the algebra of ranges: `anywhere`, `as` and `fix`.
extension FormulaEvaluator {
    /// Those of `matches` whose metavariables agree with one of `others`, once for every way to join the bindings; where one
    /// of `others` is there to hold, it must.
    func agreeing(_ matches: [Match], with others: [Match]) -> [Match] {
        var kept: [Match] = []
        for match in matches {
            for other in others where other.kind == .anywhere || other.range.contains(match.range) {
                guard let bindings = join(match.bindings, other.bindings) else { continue }
                var joined = match
                joined.bindings = bindings
                joined.conditions = conditions(match.conditions, and: other.conditions)
                kept.append(joined)
            }
        }
        return Match.unique(kept)
    }

    /// The match with what its formula adds; nil where the metavariable for the whole stands for something else already.
    func marked(_ match: Match, with mark: Mark) -> Match? {
        var match = match
        if let fix = mark.fix { match.fix = fix }
        guard let slot = mark.slot else { return match }
        var whole = Bindings(repeating: nil, count: slotCount)
        whole[slot] = binding(ofWhole: match)
        guard let bindings = join(match.bindings, whole) else { return nil }
        match.bindings = bindings
        return match
    }

    private func binding(ofWhole match: Match) -> Binding {
        let tree = target.tree
        guard match.node >= 0, tree.range(match.node) != match.range else {
            return Binding(content: match.node < 0 ? .group : .node(match.node), range: match.range)
        }
        // Statements in a row: the match names the first.
        var last = match.node
        while tree.range(last).end < match.range.end {
            let next = tree.subtreeEnd(last)
            guard next < tree.count, tree.range(next).end <= match.range.end else { break }
            last = next
        }
        let isList = tree.range(match.node).start == match.range.start && tree.range(last).end == match.range.end
        return Binding(content: isList ? .nodes(match.node, last) : .text, range: match.range)
    }
}
