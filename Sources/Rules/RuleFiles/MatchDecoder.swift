import Matching
import YAML

/// Reads Semgrep's newer syntax: one formula under `match:` with `all`, `any`, `not`, `inside`, `anywhere` and `where`.
extension FormulaDecoder {
    /// A pattern, or a mapping with one operator.
    mutating func formula(ofMatch node: YAMLNode, owner: String) throws(YAMLError) -> Formula {
        if node.isScalar { return try pattern(node, named: owner) }
        guard node.isMapping else { throw node.mismatch(owner, expected: "a pattern, or a mapping with an operator") }
        return try formula(ofMatch: try node.mapping(owner), owner: owner)
    }

    /// The formula of a mapping in which, beside the operator, the keys `fields` may stand.
    mutating func formula(
        ofMatch mapping: YAMLMapping, owner: String, except fields: [String] = []
    ) throws(YAMLError) -> Formula {
        let pair = try operatorPair(of: mapping, owner: owner, except: fields)
        if pair.key.spells("not"), !isInMetavariable {
            throw pair.key.error("'not' only takes away; write it in a list of 'all', beside what it takes away from")
        }
        let formula = try matchOperator(pair)
        return try marked(try constrained(formula, by: mapping["where"]), of: mapping)
    }

    /// The one operator of a formula.
    private func operatorPair(
        of mapping: YAMLMapping, owner: String, except fields: [String]
    ) throws(YAMLError) -> YAMLPair {
        let operators = RuleKeys.match + operations.names
        var found: YAMLPair?
        for pair in mapping.pairs {
            if RuleKeys.matchFields.contains(where: pair.key.spells) || fields.contains(where: pair.key.spells) {
                continue
            }
            if let newer = RuleKeys.newerNames.first(where: { pair.key.spells($0.key) })?.value {
                throw pair.key.error("'\(pair.key.text)' belongs to the older syntax; in 'match' write '\(newer)'")
            }
            guard operators.contains(where: pair.key.spells) else {
                throw pair.key.unknown("key", accepting: operators + RuleKeys.matchFields + fields)
            }
            if let found {
                throw pair.key.error(
                    "\(owner) has one operator, found '\(found.key.text)' and '\(pair.key.text)'; write both in a list "
                        + "of 'all' or 'any'")
            }
            found = pair
        }
        guard let found else {
            throw mapping.node.error("\(owner) must have one of \(RuleKeys.match.joined(separator: ", "))")
        }
        return found
    }

    private mutating func matchOperator(_ pair: YAMLPair) throws(YAMLError) -> Formula {
        let owner = "'\(pair.key.text)'"
        switch pair.key.text {
        case "pattern": return try pattern(pair.value)
        case "regex": return try regularExpression(pair.value)
        case "all": return try conjunction(pair.value)
        case "any":
            var alternatives: [Formula] = []
            for element in try pair.value.list(owner) {
                alternatives.append(try formula(ofMatch: element, owner: "each of 'any'"))
            }
            if alternatives.isEmpty { throw pair.value.error("'any' must list at least one pattern") }
            return .any(alternatives)
        case "inside": return .inside(try formula(ofMatch: pair.value, owner: owner))
        case "anywhere": return .anywhere(try formula(ofMatch: pair.value, owner: owner))
        case "not":
            var conjunction = Conjunction()
            conjunction.negatives.append(try formula(ofMatch: pair.value, owner: owner))
            return .all(conjunction)
        default: return .operation(try operations.operation(pair.key.text, pair.value, &metavariables))
        }
    }

    /// `all:`
    private mutating func conjunction(_ list: YAMLNode) throws(YAMLError) -> Formula {
        var conjunction = Conjunction()
        for element in try list.list("'all'") {
            guard element["not"] != nil, let pair = try element.mapping("each of 'all'").pair("not") else {
                conjunction.positives.append(try formula(ofMatch: element, owner: "each of 'all'"))
                continue
            }
            if let other = element.pairs.first(where: { !$0.key.spells("not") }) {
                throw other.key.error("'\(other.key.text)' cannot stand beside 'not', which gives no matches")
            }
            conjunction.negatives.append(try formula(ofMatch: pair.value, owner: "'not'"))
        }
        return try simplified(conjunction, at: list, accepting: RuleKeys.match.filter { $0 != "not" })
    }

    // MARK: Conditions

    private mutating func constrained(_ formula: Formula, by conditions: YAMLNode?) throws(YAMLError) -> Formula {
        guard let conditions else { return formula }
        var conjunction = Conjunction()
        if case .all(let own) = formula, own.focus.isEmpty {
            conjunction = own
        } else {
            conjunction.positives = [formula]
        }
        for condition in try conditions.list("'where'") { try addCondition(condition, to: &conjunction) }
        return .all(conjunction.withConditionsInPatterns())
    }

    private mutating func addCondition(_ node: YAMLNode, to conjunction: inout Conjunction) throws(YAMLError) {
        let owner = "each of 'where'"
        let mapping = try node.mapping(owner)
        if let focus = mapping["focus"] {
            _ = try node.mapping(owner, keys: ["focus"])
            var slots: [Int] = []
            for name in try focus.stringNodes("'focus'") { slots.append(use(name)) }
            conjunction.focus.append(slots)
            return
        }
        guard RuleKeys.whereConditions.contains(where: { mapping[$0] != nil }) else {
            let keys = RuleKeys.whereConditions.joined(separator: ", ")
            throw node.error("\(owner) must have one of \(keys)")
        }
        if mapping["comparison"] != nil {
            conjunction.conditions.append(try condition("metavariable-comparison", node, owner: owner))
        } else if mapping["analyzer"] != nil {
            conjunction.conditions.append(try condition("metavariable-analysis", node, owner: owner))
        } else if mapping["type"] != nil || mapping["types"] != nil {
            conjunction.conditions.append(try condition("metavariable-type", node, owner: owner))
        } else if mapping["regex"] != nil {
            conjunction.conditions.append(try condition("metavariable-regex", node, owner: owner, folds: true))
        } else {
            let condition = try inMetavariable(of: mapping, owner) { (inner) throws(YAMLError) in
                try inner.formula(ofMatch: mapping, owner: owner, except: ["metavariable", "language"])
            }
            conjunction.conditions.append(condition)
        }
    }

    // MARK: Marks

    /// The formula with what `as` and `fix` add to its matches.
    private mutating func marked(_ formula: Formula, of mapping: YAMLMapping) throws(YAMLError) -> Formula {
        var mark = Mark()
        if let name = mapping["as"] {
            let text = try name.string("'as'")
            guard MetavariableName.isMetavariable(Array(text.utf8)) else {
                throw name.error("'\(text)' is no metavariable; write a name in capital letters after '$'")
            }
            mark.slot = metavariables.slot(of: text.utf8)
        }
        if let fix = mapping["fix"] {
            mark.fix = Int32(fixes.count)
            fixes.append((.replacement(try FixDecoder.text(of: fix)), fix))
        }
        return mark.slot == nil && mark.fix == nil ? formula : .marked(formula, mark)
    }
}
