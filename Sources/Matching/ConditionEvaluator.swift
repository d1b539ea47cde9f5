import SourceText
import Syntax

/// Decides the conditions on metavariables.
struct ConditionEvaluator {
    let target: MatchTarget
    let options: MatchOptions
    let slotCount: Int

    /// The match, once for each way in which it fulfils the condition (a formula may bind further metavariables).
    func fulfilled(_ condition: Condition, by match: Match) -> [Match] {
        switch condition {
        case .regularExpression(let slot, let expression, let folds):
            guard let binding = match.bindings[slot] else { return [] }
            let value = binding.text(in: target, folds: folds)
            guard let found = expression.expression.matchAtStart(of: value) else { return [] }
            var match = match
            // The groups have a place only in what is written there.
            if value.count == binding.range.count {
                expression.bind(found, at: binding.range.start, into: &match.bindings)
            }
            return [match]
        case .formula(let slot, let formula, let language):
            guard let binding = match.bindings[slot] else { return [] }
            return language == nil
                ? within(binding, formula, match) : inOtherText(binding, formula, match, language: language)
        case .comparison(let comparison):
            let holds = comparison.holds { slot in
                if slot != Comparison.todaySlot { return self.value(of: match.bindings[slot]) }
                return target.today.map { .number(Double($0.secondsSince1970)) }
            }
            return holds ? [match] : []
        case .entropy(let slot):
            guard let binding = match.bindings[slot] else { return [] }
            return StringEntropy.isHigh(stringContent(of: binding)) ? [match] : []
        case .catastrophicBacktracking(let slot):
            guard let binding = match.bindings[slot] else { return [] }
            return BacktrackingAnalysis.isCatastrophic(stringContent(of: binding)) ? [match] : []
        case .type(let slot, let types):
            return hasType(match, slot, types) ? [match] : []
        }
    }

    private func stringContent(of binding: Binding) -> [UInt8] {
        if let node = binding.node, let value = target.stringValue(node) { return value }
        return binding.source(in: target)
    }

    private func value(of binding: Binding?) -> Comparison.Value? {
        guard let binding else { return nil }
        if let node = binding.node {
            switch target.constant(node) {
            case .integer(let number): return .number(Double(number))
            case .float(let number): return .number(number)
            case .boolean(let truth): return .boolean(truth)
            case .string(let text): return .string(text)
            case .null, .someString, nil: break
            }
        }
        return .string(binding.source(in: target))
    }

    /// The formula matches anywhere in what is bound.
    private func within(_ binding: Binding, _ formula: Formula, _ match: Match) -> [Match] {
        guard let scope = scope(of: binding) else { return inOtherText(binding, formula, match, language: nil) }
        let context = Match(range: scope.range, bindings: match.bindings, node: scope.nodes.lowerBound)
        let evaluator = FormulaEvaluator(
            target: target, options: options, slotCount: slotCount, scope: scope, context: context)
        return join(evaluator.matches(formula), match)
    }

    /// The nodes that are bound; the literal, where its content is.
    private func scope(of binding: Binding) -> SearchScope? {
        switch binding.content {
        case .node(let node):
            return SearchScope(from: node, through: node, in: target.tree)
        case .nodes(let first, let last):
            return first >= 0 ? SearchScope(from: first, through: last, in: target.tree) : nil
        case .text:
            guard let literal = target.tree.stringLiteral(around: binding.range) else { return nil }
            return SearchScope(from: literal, through: literal, in: target.tree, text: binding.range)
        case .meaning, .group:
            return nil
        }
    }

    /// Reads the bound text as a file of its own. What is bound in it is kept where it stands as it is in this file.
    private func inOtherText(
        _ binding: Binding, _ formula: Formula, _ match: Match, language: (any Language)?
    ) -> [Match] {
        let content = stringContent(of: binding)
        let language = language ?? target.language
        let tree = language.tree(of: content, fileExtension: language.fileExtensions.first ?? "")
        let inner = MatchTarget(tree: tree, language: language, semantics: Semantics(nodes: tree.count))
        let context = Match(
            range: ByteRange(0, content.count), bindings: Bindings(repeating: nil, count: slotCount), node: 0)
        let evaluator = FormulaEvaluator(
            target: inner, options: options, slotCount: slotCount, scope: SearchScope(fileOf: tree), context: context)
        let place = place(of: content, in: binding)
        defer { if inner.takeLimit() { target.noteLimit() } }
        let found = evaluator.matches(formula).map { found in
            var found = found
            found.bindings = found.bindings.map { $0.map { translated($0, from: content, place, of: binding) } }
            return found
        }
        return join(found, match)
    }

    /// Where in this file a text that is bound begins; nil where it is not written there byte by byte.
    private func place(of content: [UInt8], in binding: Binding) -> Int? {
        var range = binding.range
        if let node = binding.node, target.tree.kind(node) == .string { range = target.tree.stringContent(node) }
        if case .meaning = binding.content { return nil }
        return target.tree.bytes[range.start..<range.end].elementsEqual(content) ? range.start : nil
    }

    private func translated(
        _ binding: Binding, from text: [UInt8], _ place: Int?, of whole: Binding
    ) -> Binding {
        if case .meaning = binding.content { return binding }
        let range = binding.range
        guard let place else {
            return Binding(content: .meaning(Array(text[range.start..<range.end])), range: whole.range)
        }
        var content = Binding.Content.text
        if case .group = binding.content { content = .group }
        return Binding(content: content, range: ByteRange(range.start + place, range.end + place))
    }

    private func join(_ found: [Match], _ match: Match) -> [Match] {
        var results: [Match] = []
        for other in found {
            var joined = match
            var compatible = true
            for slot in joined.bindings.indices {
                guard let binding = other.bindings[slot] else { continue }
                if let own = joined.bindings[slot] {
                    compatible = compatible && (own == binding || CodeEquality.same(own, binding, in: target))
                } else {
                    joined.bindings[slot] = binding
                }
            }
            if compatible { results.append(joined) }
        }
        return results
    }

    private func hasType(_ match: Match, _ slot: Int, _ types: [Pattern]) -> Bool {
        guard let node = match.bindings[slot]?.node else { return false }
        return types.contains { type in
            guard case .node(let root) = type.form else { return false }
            let matcher = Matcher(pattern: type, target: target, options: options, bindings: match.bindings)
            var holds = false
            matcher.matchTypeOf(node, root) { holds = true }
            return holds
        }
    }
}
