import Matching
import SourceText
import Syntax

extension ProvenanceReader {
    // MARK: Members of types

    /// `Columns.id.name`: a member of a type that is no variable's.
    func isStaticMember(_ node: NodeIndex) -> Bool {
        var current = node
        while tree.kind(current) == .member {
            guard let name = tree.child(current, .name), let object = tree.child(current, .object),
                !facts.means(.requestPart, name)
            else { return false }
            current = object
        }
        guard tree.kind(current) == .identifier,
            tree.text(current).drop(while: { $0 == UInt8(ascii: "_") }).startsWithCapital
        else { return false }
        let variable = facts.target.semantics.variables[Int(current)]
        guard variable >= 0 else { return true }
        let declaration = facts.target.semantics.variableDeclarations[Int(variable)]
        return declaration >= 0 && tree.kind(declaration) == .class
            || facts.target.qualifiedName(current)?.isEmpty == false
    }

    func isEnumeration(_ object: NodeIndex) -> Bool {
        guard tree.kind(object) == .identifier else { return false }
        let variable = facts.target.semantics.variables[Int(object)]
        guard variable >= 0 else { return false }
        let type = facts.target.semantics.variableTypes[Int(variable)]
        return isEnumeration(named: type >= 0 ? facts.text(type) : facts.text(object))
    }

    /// `SortOrder(text).value`, `SortOrder[text].value`: of an enumeration, by its declaration or by its name, the member that
    /// a text is looked up as.
    func isMember(_ object: NodeIndex, ofEnumeration part: String) -> Bool {
        var object = unwrapped(object)
        if tree.kind(object) == .identifier, let value = facts.onlyValue(of: object) { object = unwrapped(value) }
        guard facts.names.holds(.enumerationValue, part),
            let type = tree.kind(object) == .call
                ? tree.child(object, .callee) : tree.kind(object) == .index ? tree.child(object, .object) : nil
        else { return false }
        let name = facts.name(of: type).lastDottedPart
        return isEnumeration(named: name) || facts.names.holds(.enumerationType, name)
    }

    /// Whether the file declares an enumeration of the name, or a choice among texts.
    func isEnumeration(named declared: String) -> Bool { facts.enumerations.contains(declared) }

    /// The names of the enumerations of a file, and of the types that are a choice among texts.
    func enumerations() -> Set<String> {
        let choices = facts.target.nodes(of: .typeAlias).filter { node in
            (tree.child(node, .value) ?? tree.child(node, .type)).map(isLiteralChoice) == true
        }
        let enumerations = facts.target.nodes(of: .class).filter { node in
            tree.mainText(node).elementsEqual("enum".utf8)
                || tree.children(node).contains { tree.role($0) == .supertype && facts.text($0).hasSuffix("Enum") }
        }
        return Set((choices + enumerations).compactMap { tree.child($0, .name).map(facts.text) })
    }

    /// The names of properties that types of the file compute from constants, and no type of the file has otherwise:
    /// `var interval: String { switch self { case .day: "1 DAY" .. } }`.
    func constantProperties() -> Set<String> {
        var constants = Set<String>()
        var others = Set<String>()
        for kind in [NodeKind.declarator, .assignment, .field, .function] {
            for node in facts.target.nodes(of: kind) {
                guard FunctionTable.enclosingClass(node, in: tree) != nil,
                    let name = tree.child(node, .target) ?? tree.child(node, .name)
                else { continue }
                let results = kind != .function || isGetter(node) ? facts.results(of: node) : []
                let isConstant = !results.isEmpty && results.allSatisfy { isSafe($0, depth: 0) }
                let text = facts.name(of: name).lastDottedPart
                if isConstant { constants.insert(text) } else { others.insert(text) }
            }
        }
        return constants.subtracting(others)
    }

    /// A method that stands for a property: `get title() { .. }`, or one with a decorator that says so.
    private func isGetter(_ function: NodeIndex) -> Bool {
        facts.mainText(function) == "get"
            && tree.child(function, .name).map { tree.firstTokens[Int($0)] } != tree.mainTokens[Int(function)]
            || tree.children(function).contains { part in
                tree.kind(part) == .decorator
                    && tree.child(part, .value).map { facts.isNamed(.propertyDecorator, $0) } == true
            }
    }

    // MARK: Escaping

    func isEscaped(_ node: NodeIndex) -> Bool {
        // `quoteLiteral(name).sql`: the text that the quoted value holds.
        if tree.kind(node) == .member, let object = tree.child(node, .object), tree.kind(object) == .call,
            let name = tree.child(node, .name), facts.means(.sqlText, name)
        {
            return isEscaped(object)
        }
        guard tree.kind(node) == .call, let callee = tree.child(node, .callee) else { return false }
        if escapes(callee) { return true }
        let name = facts.name(of: callee).lastDottedPart
        // `columns.map(quoteIdentifier)`, `map(quote_identifier, columns)`
        if facts.names.holds(tree.kind(callee) == .member ? .passesText : .mapsElements, name),
            let list = tree.child(node, .arguments), let first = tree.firstChild(list), tree.kind(first) != .lambda,
            escapes(first)
        {
            return true
        }
        // Everything but some characters is taken out: `re.sub("[^a-z]", "", x)`.
        guard facts.names.holds(.replacesText, name),
            let list = tree.child(node, .arguments),
            let first = tree.firstChild(list)
        else { return false }
        let text = facts.target.stringValue(first) ?? Array(tree.text(first).drop { $0 == UInt8(ascii: "/") })
        return text.starts(with: "[^".utf8)
    }

    /// Whether a function escapes what it is given, by its name or by the name of what it stands for: `const q = quoteIdent`.
    private func escapes(_ function: NodeIndex) -> Bool {
        if facts.isNamed(.escapesSQL, function) {
            return true
        }
        guard tree.kind(function) == .identifier else { return false }
        guard let value = facts.onlyValue(of: function), tree.kind(value) == .identifier || tree.kind(value) == .member
        else { return false }
        return facts.isNamed(.escapesSQL, value)
    }
}
