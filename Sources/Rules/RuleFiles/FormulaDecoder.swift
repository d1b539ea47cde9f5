import Facts
import Matching
import Syntax
import YAML

/// Reads the operators of a rule into a formula for one language.
struct FormulaDecoder {
    let language: any Language
    let patterns: PatternSyntax
    let operations: OperationDecoder
    var metavariables = MetavariableTable()
    /// Under a `metavariable-pattern`, where operators that only take away do so from the metavariable.
    var isInMetavariable = false
    /// The fixes of single formulas.
    var fixes: [(template: FixTemplate, node: YAMLNode)] = []
    /// Metavariables that conditions and focus use, with the node to blame where nothing binds them.
    private var uses: [(name: String, node: YAMLNode)] = []

    init(language: any Language, patterns: PatternSyntax, operations: OperationDecoder) {
        self.language = language
        self.patterns = patterns
        self.operations = operations
    }

    /// The formula that the operators among the pairs of `mapping` make together. Keys among `fields` are none, whatever
    /// operators are called.
    mutating func formula(
        of mapping: YAMLMapping, owner: String, except fields: [String] = []
    ) throws(YAMLError) -> Formula {
        var conjunction = Conjunction()
        var found = false
        var first: YAMLPair?
        for pair in mapping.pairs where isOperator(pair.key) && !fields.contains(where: pair.key.spells) {
            found = true
            try add(pair, to: &conjunction)
            guard FormulaDecoder.roots.contains(where: pair.key.spells) else { continue }
            if let first {
                throw pair.key.error(
                    "\(owner) has one pattern, found '\(first.key.text)' and '\(pair.key.text)'; write both in a list of "
                        + "'patterns' or 'pattern-either'")
            }
            first = pair
        }
        guard found else {
            throw mapping.node.error(
                "\(owner) must have a pattern: one of \(RuleKeys.positive.joined(separator: ", "))")
        }
        return try simplified(conjunction, at: mapping.node)
    }

    private func isOperator(_ key: YAMLNode) -> Bool { FormulaDecoder.operatorNames.contains(key.text) }

    private static let operators = RuleKeys.formula + OperationDecoder.names
    private static let operatorNames = Set(operators)
    /// Of which no two stand beside each other: it would not be plain whether all or any of them is meant.
    private static let roots =
        RuleKeys.positive.filter { !["pattern-inside", "pattern-anywhere"].contains($0) } + OperationDecoder.names

    /// A conjunction of one positive operator is that operator.
    func simplified(
        _ conjunction: Conjunction, at node: YAMLNode, accepting positive: [String] = RuleKeys.positive
    ) throws(YAMLError) -> Formula {
        if conjunction.positives.isEmpty, !isInMetavariable {
            throw node.error(
                "no positive pattern here: only taking away leaves nothing; add one of "
                    + positive.joined(separator: ", "))
        }
        if conjunction.positives.count == 1, conjunction.negatives.isEmpty,
            conjunction.conditions.isEmpty, conjunction.focus.isEmpty
        {
            return conjunction.positives[0]
        }
        return .all(conjunction.withConditionsInPatterns())
    }

    private mutating func add(_ pair: YAMLPair, to conjunction: inout Conjunction) throws(YAMLError) {
        let key = pair.key.text
        let value = pair.value
        switch key {
        case "patterns":
            conjunction.positives.append(try patterns(value))
        case "pattern-inside":
            conjunction.positives.append(.inside(try operand(value)))
        case "pattern-anywhere":
            conjunction.positives.append(.anywhere(try operand(value)))
        case "pattern-not":
            conjunction.negatives.append(try operand(value))
        case "pattern-not-inside":
            conjunction.negatives.append(.inside(try operand(value)))
        case "pattern-not-regex":
            conjunction.negatives.append(try regularExpression(value))
        case "focus-metavariable":
            var slots: [Int] = []
            for name in try value.stringNodes("'focus-metavariable'") { slots.append(use(name)) }
            conjunction.focus.append(slots)
        case _ where RuleKeys.condition.contains(key):
            conjunction.conditions.append(try condition(key, value))
        default:
            conjunction.positives.append(try positive(key, value))
        }
    }

    private mutating func positive(_ key: String, _ value: YAMLNode) throws(YAMLError) -> Formula {
        switch key {
        case "pattern": return try pattern(value)
        case "pattern-regex": return try regularExpression(value)
        case "pattern-either":
            var alternatives: [Formula] = []
            for element in try value.list("'pattern-either'") {
                let mapping = try listElement(element, of: "'pattern-either'")
                alternatives.append(try formula(of: mapping, owner: "each of 'pattern-either'"))
            }
            if alternatives.isEmpty { throw value.error("'pattern-either' must list at least one pattern") }
            return .any(alternatives)
        default:
            return .operation(try operations.operation(key, value, &metavariables))
        }
    }

    private mutating func patterns(_ value: YAMLNode) throws(YAMLError) -> Formula {
        var conjunction = Conjunction()
        for element in try value.list("'patterns'") {
            let mapping = try listElement(element, of: "'patterns'")
            for pair in mapping.pairs { try add(pair, to: &conjunction) }
        }
        return try simplified(conjunction, at: value)
    }

    /// One operator, which begins with a hyphen of its own.
    private func listElement(_ node: YAMLNode, of list: String) throws(YAMLError) -> YAMLMapping {
        if node.isScalar, !node.isNull {
            throw node.error("each of \(list) must be an operator, found a string; write 'pattern: ..' before it")
        }
        let mapping = try operators(node, "each of \(list)")
        if let second = Array(mapping.pairs).dropFirst().first {
            throw second.key.error(
                "each of \(list) has one operator, found '\(second.key.text)', too; begin it with a hyphen of its own")
        }
        return mapping
    }

    private func operators(_ node: YAMLNode, _ owner: String) throws(YAMLError) -> YAMLMapping {
        if let error = FormulaDecoder.newerKey(among: node.pairs) { throw error }
        return try node.mapping(owner, keys: FormulaDecoder.operators)
    }

    /// The error of the first key of the newer syntax where the older one is written.
    static func newerKey(among pairs: YAMLPairs) -> YAMLError? {
        for pair in pairs where !pair.key.isVerified {
            guard let older = RuleKeys.olderNames.first(where: { pair.key.spells($0.key) })?.value else { continue }
            return pair.key.error(
                "'\(pair.key.text)' belongs to 'match'; beside 'pattern' and its like write '\(older)'")
        }
        return nil
    }

    /// The value of `pattern-inside` and its like: a pattern, or operators in a mapping.
    private mutating func operand(_ value: YAMLNode) throws(YAMLError) -> Formula {
        guard value.isMapping else { return try pattern(value) }
        return try formula(of: operators(value, "the operator"), owner: "the operator")
    }

    mutating func pattern(_ value: YAMLNode, named name: String = "'pattern'") throws(YAMLError) -> Formula {
        let text = Array(try value.scalarText(name).utf8)
        switch patterns {
        case .code: break
        case .words: return .generic(GenericPattern(text, metavariables: &metavariables))
        case .aliengrep(let syntax):
            do throws(AliengrepPattern.Fail) {
                return .generic(try AliengrepPattern(text, syntax: syntax, metavariables: &metavariables))
            } catch {
                throw value.error("not a pattern of aliengrep: \(error.message)")
            }
        case .regularExpressions: return try regularExpression(value)
        }
        do throws(Pattern.ParseFailure) {
            return .pattern(try Pattern(text, language: language, metavariables: &metavariables))
        } catch {
            let reason = FormulaDecoder.misspelledMetavariable(in: text, at: error.offset) ?? error.message
            throw value.error("not a \(language.names[0]) pattern: \(reason)", inside: error.offset)
        }
    }

    /// What is wrong with a `$name` in small letters.
    private static func misspelledMetavariable(in text: [UInt8], at offset: Int) -> String? {
        let rest = text.dropFirst(offset)
        guard rest.first == UInt8(ascii: "$") else { return nil }
        let name = rest.dropFirst().drop { $0 == UInt8(ascii: ".") }.prefix(while: WordSet.isWordByte)
        guard name.contains(where: { (0x61...0x7A).contains($0) }) else { return nil }
        let spelled = String(decoding: text[offset..<name.endIndex], as: UTF8.self)
        return "'\(spelled)' is no metavariable; write its name in capital letters"
    }

    mutating func regularExpression(_ value: YAMLNode) throws(YAMLError) -> Formula {
        let expression = try RegularExpressionDecoder.expression(value, options: .multiline)
        return .regularExpression(CapturingExpression(expression, metavariables: &metavariables))
    }

    // MARK: Conditions

    /// - Parameters:
    ///   - owner: how messages call the condition.
    ///   - folds: whether a regular expression looks at the constant that an expression folds to, where nothing is said.
    mutating func condition(
        _ key: String, _ value: YAMLNode, owner: String? = nil, folds: Bool = false
    ) throws(YAMLError) -> Condition {
        let owner = owner ?? "'\(key)'"
        switch key {
        case "metavariable-regex":
            let mapping = try value.mapping(owner, keys: RuleKeys.metavariableRegex)
            let slot = use(try mapping.required("metavariable", of: owner))
            let expression = try RegularExpressionDecoder.expression(mapping.required("regex", of: owner))
            let folds = try mapping["constant-propagation"]?.boolean("'constant-propagation'") ?? folds
            return .regularExpression(
                slot: slot, CapturingExpression(expression, metavariables: &metavariables), constantPropagation: folds)
        case "metavariable-pattern":
            let mapping = try value.mapping(owner, keys: RuleKeys.metavariablePattern + operations.names)
            return try inMetavariable(of: mapping, owner) { (inner) throws(YAMLError) in
                try inner.formula(of: mapping, owner: owner)
            }
        case "metavariable-comparison":
            return try comparison(value, owner)
        case "metavariable-analysis":
            let mapping = try value.mapping(owner, keys: RuleKeys.metavariableAnalysis)
            let slot = use(try mapping.required("metavariable", of: owner))
            let isEntropy = try mapping.required("analyzer", of: owner).choice("'analyzer'", of: RuleKeys.analyzers)
            return isEntropy ? .entropy(slot: slot) : .catastrophicBacktracking(slot: slot)
        default:
            return try metavariableType(value, owner)
        }
    }

    /// The condition that a formula, which `read` reads in the language of `mapping`, matches within its metavariable.
    mutating func inMetavariable(
        of mapping: YAMLMapping, _ owner: String, _ read: (inout FormulaDecoder) throws(YAMLError) -> Formula
    ) throws(YAMLError) -> Condition {
        let slot = use(try mapping.required("metavariable", of: owner))
        var other: (any Language)?
        var otherPatterns = patterns
        if let name = mapping["language"] {
            otherPatterns = PatternSyntax(ofLanguages: [try name.string("'language'")])
            other = otherPatterns == .code ? Languages.named(name.text) : language
            if other == nil {
                throw name.unknown("language", accepting: Languages.all.flatMap(\.names) + ["generic", "regex"])
            }
        }
        var inner = FormulaDecoder(language: other ?? language, patterns: otherPatterns, operations: operations)
        inner.metavariables = metavariables
        inner.isInMetavariable = true
        inner.fixes = fixes
        let formula = try read(&inner)
        metavariables = inner.metavariables
        uses += inner.uses
        fixes = inner.fixes
        return .formula(slot: slot, formula, language: other)
    }

    private mutating func comparison(_ value: YAMLNode, _ key: String) throws(YAMLError) -> Condition {
        let mapping = try value.mapping(key, keys: RuleKeys.metavariableComparison)
        if let name = mapping["metavariable"] { _ = use(name) }
        let node = try mapping.required("comparison", of: key)
        let text = Array(try node.scalarText("'comparison'").utf8)
        let base = try mapping["base"]?.integer("'base'", in: 2...36)
        let strip = try mapping["strip"]?.boolean("'strip'") ?? false
        do throws(Comparison.ParseFailure) {
            let comparison = try Comparison(text, base: base, stripQuotes: strip, metavariables: &metavariables)
            uses += comparison.slots.sorted().map { (String(decoding: metavariables.names[$0], as: UTF8.self), node) }
            return .comparison(comparison)
        } catch {
            throw node.error("not a comparison: \(error.message)", inside: error.offset)
        }
    }

    private mutating func metavariableType(_ value: YAMLNode, _ key: String) throws(YAMLError) -> Condition {
        let mapping = try value.mapping(key, keys: RuleKeys.metavariableType)
        let slot = use(try mapping.required("metavariable", of: key))
        var types: [Pattern] = []
        let list: YAMLNode
        if let given = mapping["types"] { list = given } else { list = try mapping.required("type", of: key) }
        for node in try list.stringNodes("'types'") {
            let formula = try pattern(node)
            if case .pattern(let type) = formula { types.append(type) }
        }
        return .type(slot: slot, types)
    }

    // MARK: Metavariables

    /// The number of a metavariable that something else must bind.
    mutating func use(_ node: YAMLNode) -> Int {
        uses.append((node.text, node))
        return metavariables.slot(of: node.text.utf8)
    }

    /// The error of the first metavariable that a condition uses and no pattern of `formulas` binds.
    func unboundUse(in formulas: [Formula]) -> YAMLError? {
        var bound = Set<Int>()
        for formula in formulas { formula.collectBindings(into: &bound) }
        for use in uses {
            guard let slot = metavariables.existingSlot(of: use.name.utf8), !bound.contains(slot) else { continue }
            guard MetavariableName.isMetavariable(Array(use.name.utf8)) else {
                return use.node.error("'\(use.name)' is no metavariable; write a name in capital letters after '$'")
            }
            return use.node.error("no pattern of the rule binds the metavariable '\(use.name)'")
        }
        return nil
    }
}
