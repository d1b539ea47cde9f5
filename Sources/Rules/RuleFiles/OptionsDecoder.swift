import Matching
import SourceText
import YAML

/// Reads `options:`.
enum OptionsDecoder {
    static func options(of mapping: YAMLMapping) throws(YAMLError) -> MatchOptions {
        var options = MatchOptions()
        guard let node = mapping["options"] else { return options }
        let given = try node.mapping("'options'", keys: RuleKeys.options)
        func flag(_ key: String) throws(YAMLError) -> Bool? { try given[key]?.boolean("'\(key)'") }
        options.constantPropagation = try flag("constant_propagation") ?? options.constantPropagation
        options.symbolicPropagation = try flag("symbolic_propagation") ?? options.symbolicPropagation
        options.declarationsAreAssignments = try flag("vardef_assign") ?? options.declarationsAreAssignments
        options.associativeCommutative = try flag("ac_matching") ?? options.associativeCommutative
        options.commutativeBooleans = try flag("commutative_boolop") ?? options.commutativeBooleans
        let symmetric = try flag("symmetric_eq")
        let commutative = try flag("commutative_compop")
        options.commutativeComparison = symmetric ?? commutative ?? options.commutativeComparison
        options.arrowIsFunction = try flag("arrow_is_function") ?? options.arrowIsFunction
        options.implicitDeepStatements = try flag("go_deeper_stmt") ?? options.implicitDeepStatements
        options.letIsVariable = try flag("let_is_var") ?? options.letIsVariable
        options.decoratorsAreCalls = try flag("attr_expr") ?? options.decoratorsAreCalls
        options.implicitDeepExpressions = try flag("implicit_deep_exprstmt") ?? options.implicitDeepExpressions
        options.implicitEllipsis = try flag("implicit_ellipsis") ?? options.implicitEllipsis
        options.elementMatchesWithChildren =
            try flag("xml_singleton_loose_matching") ?? options.elementMatchesWithChildren
        options.implicitAttributes = try flag("xml_attrs_implicit_ellipsis") ?? options.implicitAttributes
        options.childrenAreOrdered = try flag("xml_children_ordered") ?? options.childrenAreOrdered
        options.decoratorsAreOrdered = try flag("decorators_order_matters") ?? options.decoratorsAreOrdered
        options.fieldsAreAssignments = try flag("flddef_assign") ?? options.fieldsAreAssignments
        options.genericIgnoresCase = try flag("generic_caseless") ?? options.genericIgnoresCase
        options.genericEllipsisSpan =
            try given["generic_ellipsis_max_span"]?.integer("'generic_ellipsis_max_span'", in: 0...100_000)
            ?? options.genericEllipsisSpan
        let comments = RuleKeys.commentOption
        options.genericComments = try given[comments]?.choice("'\(comments)'", of: RuleKeys.commentStyles)
        for key in RuleKeys.fixedOptions {
            if let value = given[key], value.text != "true" { throw value.error("Lintel knows '\(key)' only as true") }
        }
        return options
    }

    /// What is what to `aliengrep`; nil where a rule does not ask for that engine.
    static func aliengrep(of mapping: YAMLMapping) throws(YAMLError) -> AliengrepSyntax? {
        guard let given = try mapping["options"]?.mapping("'options'") else { return nil }
        let engine = RuleKeys.engineOption
        guard try given[engine]?.choice("'\(engine)'", of: RuleKeys.engines) == true else { return nil }
        var syntax = AliengrepSyntax()
        let multiline = RuleKeys.multilineOption
        syntax.isMultiline = try given[multiline]?.boolean("'\(multiline)'") ?? syntax.isMultiline
        syntax.ignoresCase = try given["generic_caseless"]?.boolean("'generic_caseless'") ?? syntax.ignoresCase
        for node in try given[RuleKeys.wordOption]?.list("'\(RuleKeys.wordOption)'") ?? [] {
            syntax.extraWordBytes.append(try character(node, of: RuleKeys.wordOption))
        }
        for (key, replaces) in RuleKeys.bracketOptions {
            guard let list = try given[key]?.list("'\(key)'") else { continue }
            if replaces { syntax.brackets = [] }
            for pair in list { try syntax.brackets.append(brackets(pair, of: key, beside: syntax)) }
        }
        return syntax
    }

    private static func brackets(
        _ pair: YAMLNode, of key: String, beside syntax: AliengrepSyntax
    ) throws(YAMLError) -> AliengrepSyntax.Brackets {
        let ends = try pair.list("each of '\(key)'")
        guard ends.count == 2 else {
            throw pair.error(
                "each of '\(key)' is what opens and what closes, as in ['<', '>'], found \(ends.count) elements")
        }
        let brackets = AliengrepSyntax.Brackets(
            opening: try character(ends[0], of: key), closing: try character(ends[1], of: key))
        for (end, byte) in zip(ends, [brackets.opening, brackets.closing]) where syntax.isWordByte(byte) {
            throw end.error("'\(end.text)' is part of words, so it can be no bracket")
        }
        if syntax.brackets.contains(where: { $0.opening == brackets.opening || $0.closing == brackets.closing }) {
            throw pair.error("'\(ends[0].text)' or '\(ends[1].text)' is a bracket of another pair already")
        }
        return brackets
    }

    /// One character of ASCII.
    private static func character(_ node: YAMLNode, of key: String) throws(YAMLError) -> UInt8 {
        let text = Array(try node.scalarText("each of '\(key)'").utf8)
        guard text.count == 1, text[0] < 0x80, text[0] > 0x20 else {
            throw node.error("each of '\(key)' is one ASCII character, found '\(node.text)'")
        }
        return text[0]
    }
}

/// Reads `fix:` and `fix-regex:`.
enum FixDecoder {
    /// - Parameter metavariables: those of the rule's patterns.
    static func fix(of mapping: YAMLMapping, _ metavariables: MetavariableTable) throws(YAMLError) -> FixTemplate? {
        if let node = mapping["fix"] {
            if let other = mapping.pair("fix-regex") {
                throw other.key.error("'fix-regex' cannot stand beside 'fix'; a rule has one of them")
            }
            try check(node, metavariables)
            return .replacement(try text(of: node))
        }
        guard let node = mapping["fix-regex"] else { return nil }
        let given = try node.mapping("'fix-regex'", keys: ["regex", "replacement", "count"])
        _ = try RegularExpressionDecoder.expression(try given.required("regex", of: "'fix-regex'"))
        return .regularExpression(
            pattern: try given.required("regex", of: "'fix-regex'").scalarText("'regex'"),
            replacement: try given.required("replacement", of: "'fix-regex'").scalarText("'replacement'"),
            count: try given["count"]?.integer("'count'", in: 0...Int.max) ?? 0)
    }

    /// The text of a `fix`, without the white space around that a block brings with it.
    static func text(of node: YAMLNode) throws(YAMLError) -> String {
        let text = try node.scalarText("'fix'").utf8
        let end = text.lastIndex { $0 > 0x20 }.map { text.index(after: $0) } ?? text.startIndex
        return String(Substring(text[..<end].drop { $0 <= 0x20 }))
    }

    /// - Throws: what is wrong with the text of a `fix`.
    static func check(_ node: YAMLNode, _ metavariables: MetavariableTable) throws(YAMLError) {
        let text = try node.scalarText("'fix'")
        if let name = unboundName(in: Array(text.utf8), metavariables) {
            throw node.error("no pattern of the rule binds the metavariable '\(name)' of 'fix'")
        }
    }

    /// The first metavariable in a text that no pattern has: it would be written into the code as it stands.
    private static func unboundName(in text: [UInt8], _ metavariables: MetavariableTable) -> String? {
        var index = 0
        while let dollar = text[index...].firstIndex(of: UInt8(ascii: "$")) {
            var end = dollar + 1
            if text[end...].starts(with: "...".utf8) { end += 3 }
            while end < text.count, WordSet.isWordByte(text[end]), text[end] != UInt8(ascii: "$") { end += 1 }
            let name = text[dollar..<end]
            let isNumbered = name.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
            if MetavariableName.isMetavariable(name), !isNumbered, metavariables.existingSlot(of: name) == nil {
                return String(decoding: name, as: UTF8.self)
            }
            index = end
        }
        return nil
    }
}
