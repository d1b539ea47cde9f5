import Matching
import SQL
import SourceText
import Syntax

/// Decides where the values in the holes of a text come from.
struct ProvenanceReader {
    let facts: FileFacts
    /// Where it is set, what calls in other files give parameters is taken to be harmless, and noted.
    var assumed: AssumedParameters?
    private static let depthLimit = 10

    init(facts: FileFacts) {
        self.facts = facts
    }

    var tree: SyntaxTree { facts.tree }

    /// Where the value in a hole of a statement comes from, which has the role there.
    func provenance(of hole: BuiltText.Hole, as role: SQLHoleRole, in statement: Query.Statement) -> HoleProvenance {
        let found = provenance(of: hole, depth: 0)
        guard case .unknown = found else { return found }
        if isFragment(hole.node, as: role) || comesWithParameters(hole.node) { return .fragment }
        // Text that stands there without quotation marks would be a name; a number is what is seen least of.
        if [.orderBy, .direction, .value, .limit, .offset].contains(role), isOfUnseenType(hole.node) {
            return .programName
        }
        // Nobody makes a parameter of what to order by, and what a function elsewhere chooses is no text of a request.
        if [.orderBy, .direction].contains(role), isChosenElsewhere(hole.node) { return .programName }
        // No parameter can stand there, and a program that puts its own names and clauses together has no other way.
        if role.takesNoValue(in: statement), !RequestOrigin(facts: facts).reachesAsText(hole.node),
            !ValueMixing(facts: facts).mixes(hole.node), !isGivenRequestText(hole.node)
        {
            return .programName
        }
        return found
    }

    private func provenance(of hole: BuiltText.Hole, depth: Int) -> HoleProvenance {
        if let label = hole.label, !facts.names.holds(.rawInterpolation, label) { return .bound }
        if hole.isBound, hole.label == nil { return .bound }
        if hole.isNumeric { return .number }
        if hole.namesPlaceholders, !RequestOrigin(facts: facts).reachesAsText(hole.node) { return .placeholders }
        return provenance(of: hole.node, depth: depth)
    }

    /// Whether the value cannot change the meaning of the SQL around it.
    func isSafe(_ node: NodeIndex, depth: Int) -> Bool { Self.isSafe(provenance(of: node, depth: depth)) }

    private static func isSafe(_ provenance: HoleProvenance) -> Bool {
        switch provenance {
        case .unknown, .programName: false
        default: true
        }
    }

    func provenance(of node: NodeIndex, depth: Int) -> HoleProvenance {
        guard depth < Self.depthLimit else { return .unknown }
        switch facts.target.constant(node) {
        case .integer, .float: return .number
        case .some: return .constant
        case nil: break
        }
        if isEscaped(node) { return .escaped }
        if isCheckedAgainstList(node) { return .constant }
        switch tree.kind(node) {
        case .parenthesized, .await, .tryExpression, .postfix, .spread:
            return tree.child(node, .value).map { provenance(of: $0, depth: depth) } ?? .unknown
        case .cast: return cast(node, depth: depth)
        case .conditional:
            return joined([tree.child(node, .body), tree.child(node, .alternate)], depth: depth)
        case .binary: return binary(node, depth: depth)
        case .unary:
            let symbol = tree.mainText(node)
            if symbol.elementsEqual("+".utf8) || symbol.elementsEqual("-".utf8) { return .number }
            return .constant
        case .call, .new: return call(node, depth: depth)
        case .identifier: return tree.isUndefined(node) ? .constant : variable(node, depth: depth)
        case .member, .index:
            assumed?.partDepth += 1
            defer { assumed?.partDepth -= 1 }
            return tree.kind(node) == .member ? member(node, depth: depth) : element(node, depth: depth)
        case .array, .tuple, .set:
            return joined(tree.children(node).map { $0 }, depth: depth)
        // What a mapping that is written out gives, whatever it is asked for.
        case .object:
            return hasConstantKeys(node)
                ? joined(tree.children(node).map { tree.child($0, .value) ?? tree.child($0, .name) }, depth: depth)
                : .unknown
        case .comprehension:
            return tree.child(node, .value).map { generated(from: $0, depth: depth) } ?? .unknown
        case .interpolatedString, .concatenatedString:
            guard let text = TextReader(facts: facts).text(of: node) else { return .unknown }
            return joined(text, depth: depth)
        case .if, .switch:
            let values = facts.onlyExpressions(ofStatement: node)
            return values.isEmpty ? .unknown : joined(values.map { $0 }, depth: depth)
        case .taggedTemplate, .regex, .number, .boolean, .null: return .bound
        default: return .unknown
        }
    }

    // MARK: Joins

    /// The weakest of several.
    func joined(_ left: HoleProvenance, _ right: HoleProvenance) -> HoleProvenance {
        switch (left, right) {
        case (.unknown, _), (_, .unknown): return .unknown
        case (.programName, _), (_, .programName): return .programName
        case (.constant, let other), (let other, .constant): return other
        default: return left
        }
    }

    /// The weakest of what is put into a text, pieces of SQL that are made elsewhere by their names and places.
    private func joined(_ text: BuiltText, depth: Int) -> HoleProvenance {
        var result = HoleProvenance.constant
        for (index, part) in text.parts.enumerated() {
            guard case .hole(let hole) = part else { continue }
            var found = provenance(of: hole, depth: depth + 1)
            if case .unknown = found, !ValueMixing.takesValue(partAt: index, of: text),
                isFragment(hole.node, as: .clause)
            {
                found = .fragment
            }
            result = joined(result, found)
        }
        return result
    }

    private func joined(_ nodes: [NodeIndex?], depth: Int) -> HoleProvenance {
        var result = HoleProvenance.constant
        for node in nodes {
            guard let node else { return .unknown }
            result = joined(result, provenance(of: node, depth: depth + 1))
            if case .unknown = result { return .unknown }
        }
        return result
    }

    private func binary(_ node: NodeIndex, depth: Int) -> HoleProvenance {
        let symbol = tree.mainText(node)
        let sides = [tree.child(node, .left), tree.child(node, .right)]
        switch String(decoding: symbol, as: UTF8.self) {
        case "-", "/", "//", "**", "|", "&", "<<", ">>": return .number
        case "==", "===", "!=", "!==", "<", ">", "<=", ">=", "in", "not in", "is", "is not", "instanceof":
            return .constant
        case "%":
            guard let left = sides[0], TextReader(facts: facts).text(of: left) != nil else { return .number }
            guard let text = TextReader(facts: facts).text(of: node) else { return .unknown }
            return joined(text, depth: depth)
        case "*":
            // `["?"] * n` is placeholders, a product a number.
            if let left = sides[0], tree.kind(left) == .array || facts.target.stringValue(left) != nil {
                return provenance(of: left, depth: depth + 1)
            }
            return .number
        default:
            // What a number is added to is a number.
            if symbol.elementsEqual("+".utf8), sides.contains(where: { $0.map(isNumber) == true }) { return .number }
            return joined(sides, depth: depth)
        }
    }

    func isNumber(_ node: NodeIndex) -> Bool {
        switch facts.target.constant(node) {
        case .integer, .float: true
        default: false
        }
    }

    private func cast(_ node: NodeIndex, depth: Int) -> HoleProvenance {
        if let type = tree.child(node, .type), isNumeric(type: type) { return .number }
        return tree.child(node, .value).map { provenance(of: $0, depth: depth + 1) } ?? .unknown
    }

    // MARK: Calls

    private func call(_ node: NodeIndex, depth: Int) -> HoleProvenance {
        guard let callee = tree.child(node, .callee) else { return .unknown }
        let name = facts.name(of: callee).lastDottedPart
        let arguments = tree.child(node, .arguments).map { Array(tree.children($0)) } ?? []
        if tree.kind(callee) == .identifier, facts.names.holds(.numberFunction, name) { return .number }
        if tree.kind(callee) == .member, facts.names.holds(.numberFunction, facts.text(callee)) { return .number }
        if tree.kind(callee) == .member, facts.names.holds(.numberMethod, name) { return .number }
        if arguments.contains(where: convertsToNumber) { return .number }
        // `Direction.parse(request.query.direction)`, which is one of a choice.
        if tree.kind(callee) == .member, let schema = tree.child(callee, .object),
            facts.names.holds(.checksSchema, facts.name(of: callee)),
            DeclarationReader(facts: facts).isRestrictedSchema(schema) == true
        {
            return .constant
        }
        if facts.names.holds(.passesNumber, name), !arguments.isEmpty, arguments.contains(where: isNumber) {
            return .number
        }
        // What a method of the file gives is seen there.
        if facts.localFunction(callee) == nil, isConfiguration(callee) { return .programName }
        if facts.names.holds(.givesBuiltSQL, name), isBuilder(callee) { return .fragment }
        if let (object, arguments) = receiver(of: callee, arguments) {
            switch name {
            case _ where facts.names.holds(.mapsElements, name):
                return arguments.first.map { mapped(object, by: $0, depth: depth) } ?? .unknown
            case "get" where isConstantTable(object):
                return joined(arguments.dropFirst().map { $0 }, depth: depth)
            case _ where facts.names.holds(.foldCall, name):
                guard let function = arguments.first else { return .unknown }
                let values = facts.results(of: unwrapped(function))
                return values.isEmpty ? .unknown : joined(values + arguments.dropFirst(), depth: depth)
            case _ where facts.names.holds(.replacesText, name):
                return replaced(in: object, arguments, depth: depth)
            // One of a list of constants: `[7, 30].find((days) => days === period)`.
            case _ where facts.names.holds(.partOfRows, name) && isConstantTable(object):
                return provenance(of: object, depth: depth + 1)
            case _ where facts.names.holds(.joinsText, name):
                let isSeparator = facts.target.evaluation.separatorJoins
                return isSeparator
                    ? joined(([object] + arguments).map { $0 }, depth: depth) : provenance(of: object, depth: depth + 1)
            case _ where facts.names.holds(.passesText, name):
                // A method of a class is given what it passes on: `Object.keys(x)`.
                let isModule = tree.kind(object) == .identifier && facts.means(.textClass, object)
                let values = isModule ? arguments : [object]
                // A schema lets no keys through but its own.
                if facts.names.holds(.keysOfMapping, name),
                    values.allSatisfy({ hasConstantKeys($0) || isChecked($0, depth: 0) })
                {
                    return .constant
                }
                return joined(values.map { $0 }, depth: depth)
            default: break
            }
        }
        // `map(str, ids)`
        if tree.kind(callee) == .identifier, facts.names.holds(.mapsElements, name), arguments.count == 2 {
            return mapped(arguments[1], by: arguments[0], depth: depth)
        }
        // Of nothing, `list()`, nothing becomes.
        if tree.kind(callee) == .identifier && facts.names.holds(.passesText, name)
            || !arguments.isEmpty && facts.names.holds(.marksText, name)
        {
            return joined(Array(arguments.prefix(1)), depth: depth)
        }
        return localCall(callee, depth: depth)
    }

    /// Whether an argument says that what a call gives is made a number: `request.args.get("limit", 20, type=int)`,
    /// `parameters.require("id", as: Int.self)`.
    private func convertsToNumber(_ argument: NodeIndex) -> Bool {
        guard tree.kind(argument) == .keywordArgument, let label = tree.child(argument, .label),
            facts.means(.conversionLabel, label), var type = tree.child(argument, .value)
        else { return false }
        if tree.kind(type) == .member, let name = tree.child(type, .name), facts.means(.selfReference, name),
            let named = tree.child(type, .object)
        {
            type = named
        }
        return tree.kind(type) == .identifier && facts.means(.numberFunction, type)
    }

    /// What a function makes of each element of a list. A generator of placeholders ignores what it is given.
    private func mapped(_ list: NodeIndex, by function: NodeIndex, depth: Int) -> HoleProvenance {
        let values = facts.results(of: unwrapped(function))
        if !values.isEmpty { return values.map { generated(from: $0, depth: depth) }.reduce(.constant, joined) }
        guard tree.kind(function) == .identifier else { return .unknown }
        let name = facts.text(function)
        if facts.names.holds(.numberFunction, name) { return .number }
        if facts.names.holds(.passesText, name) { return provenance(of: list, depth: depth + 1) }
        return localCall(function, depth: depth)
    }

    /// What a method is called on, and what it is given; a function of collections is given its collection first,
    /// `map(ids, (id) => ..)` and `_.map(ids, (id) => ..)`.
    private func receiver(of callee: NodeIndex, _ arguments: [NodeIndex]) -> (NodeIndex, [NodeIndex])? {
        let object = tree.kind(callee) == .member ? tree.child(callee, .object) : nil
        if let object, !facts.isNamed(.collectionModule, object) { return (object, arguments) }
        guard object != nil || facts.isNamed(.collectionFunction, callee), let first = arguments.first else {
            return nil
        }
        return (first, Array(arguments.dropFirst()))
    }

    /// Whether a method is one of what a program puts a query together with, and not of what a request brought.
    private func isBuilder(_ callee: NodeIndex) -> Bool {
        tree.child(callee, .object).map { !RequestOrigin(facts: facts).reaches($0) } == true
    }

    /// What is left of a text and what is put into it: of `name.replace("a", b)` both, of `re.sub(pattern, new, name)` all that
    /// the module's function is given.
    private func replaced(in object: NodeIndex, _ arguments: [NodeIndex], depth: Int) -> HoleProvenance {
        let isModule = facts.target.qualifiedName(object)?.isEmpty == false
        let texts = (isModule ? [] : [object]) + arguments.dropFirst()
        return joined(texts.map { $0 }, depth: depth)
    }

    /// What every return of a function of the same file gives. What is put into text that is SQL by itself is told there.
    private func localCall(_ callee: NodeIndex, depth: Int) -> HoleProvenance {
        let values = facts.localFunction(callee).map { facts.results(of: $0) } ?? []
        guard !values.isEmpty else { return .unknown }
        let reader = TextReader(facts: facts)
        return values.reduce(.constant) { result, value in
            let isStatement =
                reader.text(of: value).map { $0.mayStartStatement && $0.sqlText().likelihood != .none } ?? false
            return joined(result, isStatement ? .fragment : provenance(of: value, depth: depth + 1))
        }
    }

    /// What a comprehension or callback makes for each element: placeholders where it is a constant or an index.
    private func generated(from value: NodeIndex, depth: Int) -> HoleProvenance {
        guard let text = TextReader(facts: facts).text(of: value) else {
            return provenance(of: value, depth: depth + 1)
        }
        switch joined(text, depth: depth) {
        case .unknown: return namesPlaceholder(text) ? .placeholders : .unknown
        case .programName: return .programName
        default: return .placeholders
        }
    }

    /// `@${column}`: a parameter that is called as the program calls a column.
    private func namesPlaceholder(_ text: BuiltText) -> Bool {
        guard text.length == 2, case .text(let sign, _)? = text.parts.first, let hole = text.holes.first,
            sign.count == 1, BuiltText.Hole.placeholderSigns.contains(sign[0])
        else { return false }
        return !RequestOrigin(facts: facts).reachesAsText(hole.node)
    }

    // MARK: Members and elements

    private func member(_ node: NodeIndex, depth: Int) -> HoleProvenance {
        guard let name = tree.child(node, .name) else { return .unknown }
        let text = facts.text(name)
        guard let object = tree.child(node, .object) else { return .constant }
        if facts.names.holds(.numberMember, text) { return .number }
        if facts.names.holds(.constantMember, text) { return .constant }
        if facts.names.holds(.programName, text), !RequestOrigin(facts: facts).reaches(object) { return .programName }
        if text == "name", isTable(object) { return .programName }
        // What the database or its dialect calls something: `db.timestamp_now`.
        if facts.names.holds(.databaseHandle, facts.text(object).lastDottedPart) { return .programName }
        if isConstantName(text), !facts.names.holds(.requestPart, text) { return .constant }
        if isConstantTable(object) || isStaticMember(node) { return .constant }
        if isConfiguration(node) { return .programName }
        if isEnumeration(object) || isMember(object, ofEnumeration: text) { return .constant }
        // `page.description`: the text of what it is asked of.
        if facts.names.holds(.passesText, text), isSafe(object, depth: depth + 1) {
            return provenance(of: object, depth: depth + 1)
        }
        if facts.constantProperties.contains(text) { return .constant }
        if facts.declaredProperties.restricted.contains(text), isRestricted(object) { return .number }
        // A field of a constant, `info.prefix` of `info = TABLES[kind]`, and of a number or date: `datetime.now().year`.
        if tree.kind(object) == .identifier || tree.kind(object) == .call {
            switch provenance(of: object, depth: depth + 1) {
            case .constant where tree.kind(object) == .identifier: return .constant
            case .number where tree.kind(object) == .call: return .number
            default: break
            }
        }
        return field(text, of: object, depth: depth + 1) ?? .unknown
    }

    /// Whether the object is a table by its name: `users_table.name`, `User.__table__.name`.
    private func isTable(_ object: NodeIndex) -> Bool {
        facts.names.holds(.tableObject, facts.text(object).lastDottedPart)
    }

    /// `ALLOWED[key]`: an element of a table of constants.
    private func element(_ node: NodeIndex, depth: Int) -> HoleProvenance {
        guard let object = tree.child(node, .object) else { return .unknown }
        if isConstantTable(object) { return .constant }
        if isConfiguration(node) { return .programName }
        let container = provenance(of: object, depth: depth + 1)
        if case .unknown = container { return .unknown }
        return container
    }

    /// A list or mapping whose values are all constants, or one by a name that only constants have.
    private func isConstantTable(_ node: NodeIndex) -> Bool {
        let node = unwrapped(node)
        switch tree.kind(node) {
        case .identifier:
            if isConstantName(facts.text(node)) { return true }
            if facts.means(.requestObject, node) { return false }
            guard let value = facts.onlyValue(of: node) else { return false }
            return value != node && tree.kind(unwrapped(value)) != .identifier && isConstantTable(value)
        case .member:
            return tree.child(node, .name).map {
                isConstantName(facts.text($0)) && !facts.means(.requestPart, $0)
            } ?? false
        case .object:
            return tree.children(node).allSatisfy { pair in
                tree.kind(pair) == .pair
                    && tree.child(pair, .value).map { isSafe($0, depth: Self.depthLimit - 2) } == true
            }
        case .array, .tuple, .set:
            return tree.children(node).allSatisfy { isSafe($0, depth: Self.depthLimit - 2) }
        case .new, .call:
            guard let made = tree.child(node, .callee), let list = tree.child(node, .arguments) else { return false }
            // `Object.assign(Object.create(null), { name: "users.name" })`
            if tree.kind(made) == .member, facts.isNamed(.combinesObjects, made) {
                return tree.children(list).allSatisfy { isConstantTable($0) || isMadeOfNothing($0) }
            }
            // `new Map([["name", "users.name"]])`
            return facts.means(.collectionClass, made) && tree.children(list).allSatisfy(isConstantTable)
        default: return false
        }
    }

    /// `Object.create(null)`
    private func isMadeOfNothing(_ node: NodeIndex) -> Bool {
        guard tree.kind(node) == .call, let list = tree.child(node, .arguments) else { return false }
        return tree.children(list).allSatisfy { tree.kind($0) == .null }
    }

    /// `MAX_ROWS`: the way that constants are spelled.
    func isConstantName(_ name: String) -> Bool {
        name.utf8.count > 1 && name.utf8.contains(where: \.isCapital)
            && name.utf8.allSatisfy { $0.isCapital || $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: "_") }
    }

    func unwrapped(_ node: NodeIndex) -> NodeIndex { TextReader(facts: facts).unwrapped(node) }
}
