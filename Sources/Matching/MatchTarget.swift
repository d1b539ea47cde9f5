import Algorithms
import SourceText
import Syntax

/// One file as patterns see it: its tree, what its names mean, and its nodes by kind.
public final class MatchTarget {
    public let tree: SyntaxTree
    public let language: any Language
    /// Those of the language, which gives them out as values of many parts.
    public let scoping: ScopingRules
    public let evaluation: EvaluationRules
    /// The names of the file and what they mean; found out when somebody asks, which of many files nobody does.
    @inlinable public var meanings: NameMeanings { knownMeanings ?? makeMeanings() }
    @usableFromInline var knownMeanings: NameMeanings?
    private let findMeanings: (SyntaxTree) -> NameMeanings
    /// What the names mean. A value of many arrays, of which only what is asked for is to be handed out.
    @inlinable public var semantics: Semantics { _read { yield meanings.semantics } }
    /// The names in the file.
    @inlinable public var identifiers: IdentifierTable { _read { yield meanings.identifiers } }
    /// What operations over facts look at; set by whoever knows facts, and no business of this module.
    /// Whoever sets it takes it back before it goes: a weak reference would make every count of references to the facts take
    /// the slow way (measured: 20 % of a run).
    public unowned var facts: AnyObject?
    /// The day of the run, for rules that compare dates; nil where nobody says.
    public var today: CalendarDate?
    /// Whether a search gave up at its limit since somebody asked last, so that matches may be missing.
    private var hasReachedLimit = false
    private lazy var kinds = NodesByKind(tree)
    private var nodesByKinds: [[NodeKind]: [NodeIndex]] = [:]
    private var expressionsAnd: [NodeKind: [NodeIndex]] = [:]
    /// Names and chains of members that no import brings in, in preorder.
    private(set) lazy var names = nodes(ofKinds: MatchTarget.nameKinds).filter { !tree.isImportedName($0) }
    /// The literals that may be spelled as ones that could interpolate, in preorder.
    private(set) lazy var stringLiterals = nodes(ofKinds: [.string, .interpolatedString, .concatenatedString]).filter {
        tree.isExpressionInPlace($0)
    }
    /// The expressions of the file, in preorder.
    private(set) lazy var expressions: [NodeIndex] = tree.kinds.indices.lazy.map { NodeIndex($0) }.filter {
        self.tree.isExpressionInPlace($0)
    }
    private var strings: [NodeIndex: [UInt8]?] = [:]
    private lazy var managedValues = makeManagedValues()
    /// By condition: what it says of names. A file has few names, and each often.
    private var nameAnswers: [ObjectIdentifier: NameAnswerList] = [:]
    /// By what counts as a comment.
    private var genericDocuments: [GenericComments?: GenericDocument] = [:]
    /// The words of the file, by which patterns that cannot match are passed over.
    public let words: WordSet
    private var findings: [UInt32: [PatternFindings]] = [:]
    private lazy var stringPieces = StringPieces(
        of: tree, indexes: evaluation.stringIndex ? nodes(of: .index) : [])
    /// What the strings of the file are, however they are written and put together.
    private lazy var stringTexts = makeStringTexts()
    /// The statements of the file and of each block, in preorder.
    private(set) lazy var statementLists: [StatementList] = (nodes(of: .file) + nodes(of: .block)).sorted().map {
        StatementList(of: $0, in: tree)
    }

    /// The declared types of the attributes of the file's classes.
    private(set) lazy var attributeTypes = AttributeTypes(of: tree, language: language)

    /// By node: what it is made of, with the words of what its names mean.
    private(set) lazy var signatures = CodeSignature.ofNodes(
        in: tree, language: language, tokens: tokenSignatures, semantics)
    /// By node: what is written in it, whatever its names mean.
    private(set) lazy var spelledSignatures = CodeSignature.ofNodes(
        in: tree, language: language, tokens: tokenSignatures, nil)
    /// By token: its words.
    private lazy var tokenSignatures = CodeSignature.ofTokens(in: tree, knownMeanings?.identifiers)
    private(set) lazy var importedWords = ImportedWords(of: tree, language: language)
    /// By node: what it is made of, whatever its names mean.
    private(set) lazy var shapes = ShapeSignature.ofNodes(in: tree)

    /// - Parameters:
    ///   - words: those of the tree's text, where somebody has them already.
    ///   - meanings: what the names mean, asked for at most once.
    public init(
        tree: SyntaxTree, language: any Language, words: WordSet? = nil,
        meanings: @escaping (SyntaxTree) -> NameMeanings
    ) {
        self.words = words ?? WordSet(of: tree.bytes)
        self.tree = tree
        self.language = language
        scoping = language.scoping
        evaluation = language.evaluation
        findMeanings = meanings
    }

    /// A file of whose names the meaning is known already.
    public convenience init(tree: SyntaxTree, language: any Language, semantics: Semantics) {
        self.init(tree: tree, language: language) {
            NameMeanings(identifiers: IdentifierTable(of: $0), semantics: semantics)
        }
    }

    @usableFromInline
    func makeMeanings() -> NameMeanings {
        let found = findMeanings(tree)
        knownMeanings = found
        return found
    }

    /// Whether a condition holds for the text of an identifier, which `find` finds out once for each name.
    func answer(of condition: BindingCondition, forNameAt node: NodeIndex, find: () -> Bool) -> Bool {
        guard let meanings = knownMeanings else { return find() }
        let name = Int(meanings.identifiers.ids[Int(tree.firstTokens[Int(node)])])
        // A name in quotation marks is another text.
        guard name >= 0, meanings.identifiers.name(Int32(name)).count == tree.range(node).count else { return find() }
        let key = ObjectIdentifier(condition)
        if let known = nameAnswers[key]?.answers[name], known != .unknown { return known == .yes }
        let holds = find()
        nameAnswers[
            key, default: NameAnswerList(condition: condition, count: meanings.identifiers.count)
        ].answers[name] = holds ? .yes : .no
        return holds
    }

    /// A search gives up.
    func noteLimit() { hasReachedLimit = true }

    /// Whether a search gave up since the last call.
    public func takeLimit() -> Bool {
        defer { hasReachedLimit = false }
        return hasReachedLimit
    }

    /// The nodes of a kind, in preorder.
    public func nodes(of kind: NodeKind) -> [NodeIndex] { kinds.nodes(of: kind) }

    /// The nodes of a kind inside another node, in preorder.
    public func nodes(of kind: NodeKind, inside node: NodeIndex) -> ArraySlice<NodeIndex> {
        let nodes = nodes(of: kind)
        let end = tree.subtreeEnd(node)
        return nodes[nodes.partitioningIndex { $0 > node }...].prefix { $0 < end }
    }

    /// The nodes of several kinds, in preorder.
    func nodes(ofKinds kinds: [NodeKind]) -> [NodeIndex] {
        if kinds.count == 1 { return nodes(of: kinds[0]) }
        if let known = nodesByKinds[kinds] { return known }
        let lists = kinds.map { nodes(of: $0) }.filter { !$0.isEmpty }
        let merged = lists.count > 1 ? lists.flatMap { $0 }.sorted() : lists.first ?? []
        nodesByKinds[kinds] = merged
        return merged
    }

    /// The expressions and the nodes of another kind, in preorder.
    func expressions(and kind: NodeKind) -> [NodeIndex] {
        if let known = expressionsAnd[kind] { return known }
        let merged = (expressions + nodes(of: kind)).sorted()
        expressionsAnd[kind] = merged
        return merged
    }

    /// How many nodes are of one of the kinds.
    func count(ofKinds kinds: [NodeKind]) -> Int { kinds.reduce(0) { $0 + self.kinds.count(of: $1) } }

    // MARK: Findings of patterns

    /// The nodes, or blocks of statements, where patterns of this text match, whatever their rules call the metavariables;
    /// nil where nobody has looked yet.
    func findings(of pattern: Pattern, _ options: MatchOptions) -> [NodeIndex]? {
        findings[pattern.textHash]?.first { $0.isOf(pattern, options) }?.places
    }

    func noteFindings(_ places: [NodeIndex], of pattern: Pattern, _ options: MatchOptions) {
        findings[pattern.textHash, default: []].append(
            PatternFindings(text: pattern.tree.bytes, options: options, places: places))
    }

    static let nameKinds: [NodeKind] = [.identifier, .member]

    /// The text as words and punctuation in blocks, for patterns of no particular language.
    func genericDocument(without comments: GenericComments?) -> GenericDocument {
        if let known = genericDocuments[comments] { return known }
        let document = GenericDocument(comments?.removed(from: tree.bytes) ?? tree.bytes)
        genericDocuments[comments] = document
        return document
    }

    /// The value of a string literal or of an expression folded to a string; nil for anything else.
    public func stringValue(_ node: NodeIndex) -> [UInt8]? {
        if case .string(let value) = constant(node) { return value }
        return nil
    }

    /// The value of a literal or of an expression that folds to one.
    public func constant(_ node: NodeIndex) -> Constant? {
        // Literals are their own value, whatever names mean.
        switch tree.kind(node) {
        case .string:
            return decodedString(node).map(Constant.string)
        case .number:
            return NumberLiteral.value(of: tree.text(node))
        case .boolean:
            let first = tree.text(node).first
            return .boolean(first == UInt8(ascii: "t") || first == UInt8(ascii: "T"))
        case .null:
            return .null
        default:
            break
        }
        let folded = semantics.folded[Int(node)]
        if folded >= 0 { return semantics.constants[Int(folded)] }
        switch tree.kind(node) {
        case .concatenatedString, .stringText:
            return decodedString(node).map(Constant.string)
        case .parenthesized:
            return tree.child(node, .value).flatMap(constant)
        case .unary:
            guard tree.mainText(node).elementsEqual("-".utf8), let value = tree.child(node, .value) else { return nil }
            switch constant(value) {
            case .integer(let number): return number == .min ? nil : .integer(-number)
            case .float(let number): return .float(-number)
            default: return nil
            }
        default:
            return nil
        }
    }

    /// Whether some string of the file may hold one of some parts. What is no part of the file's text can only be put together
    /// from several strings, or written with escapes: only then it is worth while to find out what the strings are.
    func mayHaveString(holdingOneOf literals: [[UInt8]]) -> Bool {
        literals.contains { literal in
            guard let part = TextRequirement(part: literal) else { return true }
            return words.mayContain(part)
                || stringPieces.mayMake(literal) && stringTexts.mayContain(part)
        }
    }

    private func makeStringTexts() -> WordSet {
        var texts: [UInt8] = []
        for node in nodes(ofKinds: [.string, .concatenatedString, .stringText]) {
            guard let value = stringValue(node) else { continue }
            texts += value
            texts.append(0)
        }
        for case .string(let value) in semantics.constants {
            texts += value
            texts.append(0)
        }
        return WordSet(of: texts)
    }

    /// The expression whose resource a `with` statement binds a name to, where nothing else binds it.
    func managedValue(of node: NodeIndex) -> NodeIndex? {
        guard tree.kind(node) == .identifier, tree.role(node) != .target else { return nil }
        return managedValues[semantics.variables[Int(node)]]
    }

    private func makeManagedValues() -> [Int32: NodeIndex] {
        var values: [Int32: NodeIndex] = [:]
        for item in nodes(of: .withItem) {
            guard let name = tree.child(item, .target), tree.kind(name) == .identifier,
                let value = tree.child(item, .value), semantics.variables[Int(name)] >= 0
            else { continue }
            values[semantics.variables[Int(name)]] = value
        }
        if values.isEmpty { return values }
        var bindings: [Int32: Int] = [:]
        for name in nodes(of: .identifier) where tree.role(name) == .target {
            bindings[semantics.variables[Int(name)], default: 0] += 1
        }
        return values.filter { bindings[$0.key] == 1 }
    }

    private func decodedString(_ node: NodeIndex) -> [UInt8]? {
        if let known = strings[node] { return known }
        let value = language.stringValue(of: node, in: tree)
        strings[node] = .some(value)
        return value
    }

    /// Whether an import gives an identifier or a chain of members its meaning, or may do so.
    func hasImportedMeaning(_ node: NodeIndex) -> Bool {
        var current = node
        while tree.kind(current) == .member, let object = tree.child(current, .object) { current = object }
        guard tree.kind(current) == .identifier, mayBeImported(current) else { return false }
        return semantics.qualified[Int(current)] >= 0 || !semantics.wildcardModules.isEmpty
    }

    /// Whether an import may give an identifier its meaning, as far as its spelling tells.
    private func mayBeImported(_ node: NodeIndex) -> Bool {
        knownMeanings != nil || tree.tokens.flags[Int(tree.firstTokens[Int(node)])].contains(.escaped)
            || importedWords.mayContain(WordSet.hash(tree.text(node)))
    }

    /// Whether an identifier or a chain of members means, through an import, the dotted name.
    func means(_ node: NodeIndex, _ dotted: [UInt8]) -> Bool {
        var end = dotted.count
        var current = node
        while tree.kind(current) == .member {
            guard let object = tree.child(current, .object), let name = tree.child(current, .name) else { return false }
            let text = tree.text(name)
            let start = end - text.count
            guard start > 0, dotted[start - 1] == UInt8(ascii: "."), dotted[start..<end].elementsEqual(text) else {
                return false
            }
            end = start - 1
            current = object
        }
        guard tree.kind(current) == .identifier else { return false }
        let known = semantics.qualified[Int(current)]
        if known >= 0 { return semantics.names[Int(known)].elementsEqual(dotted[..<end]) }
        guard !semantics.wildcardModules.isEmpty, semantics.variables[Int(current)] < 0 else { return false }
        let name = tree.text(current)
        let start = end - name.count
        guard start > 0, dotted[start - 1] == UInt8(ascii: "."), dotted[start..<end].elementsEqual(name) else {
            return false
        }
        return semantics.wildcardModules.contains(Array(dotted[..<(start - 1)]))
    }

    /// The dotted name that an identifier or a chain of members means through imports; nil where nothing is known.
    public func qualifiedName(_ node: NodeIndex) -> [UInt8]? {
        importedName(node).map { qualifiedName($0.name, $0.members) }
    }

    /// The dotted name of an imported name and members of it; see `importedName`.
    public func qualifiedName(_ name: Int32, _ members: [ArraySlice<UInt8>]) -> [UInt8] {
        members.reduce(into: semantics.names[Int(name)]) { name, member in
            name.append(UInt8(ascii: "."))
            name += member
        }
    }

    /// The index in `semantics.names` of what the identifier means that a chain of members begins with, or that is all of it,
    /// and the names of the members; nil where no import is known to give it a meaning.
    public func importedName(_ node: NodeIndex) -> (name: Int32, members: [ArraySlice<UInt8>])? {
        var current = node
        var depth = 0
        while tree.kind(current) == .member {
            guard let object = tree.child(current, .object) else { return nil }
            current = object
            depth += 1
        }
        guard tree.kind(current) == .identifier, mayBeImported(current) else { return nil }
        let known = semantics.qualified[Int(current)]
        guard known >= 0 else { return nil }
        var members: [ArraySlice<UInt8>] = []
        members.reserveCapacity(depth)
        current = node
        for _ in 0..<depth {
            guard let object = tree.child(current, .object), let name = tree.child(current, .name) else { return nil }
            members.append(tree.text(name))
            current = object
        }
        members.reverse()
        return (known, members)
    }
}

/// What a condition says of the names of a file, by their numbers.
private struct NameAnswerList {
    enum Answer: UInt8 { case unknown, yes, no }

    /// Held, so that no other takes its place in memory.
    let condition: BindingCondition
    var answers: [Answer]

    init(condition: BindingCondition, count: Int) {
        self.condition = condition
        answers = [Answer](repeating: .unknown, count: count)
    }
}

/// Where the patterns of one text match in a file.
private struct PatternFindings {
    let text: [UInt8]
    let options: MatchOptions
    let places: [NodeIndex]

    func isOf(_ pattern: Pattern, _ options: MatchOptions) -> Bool {
        text == pattern.tree.bytes && self.options == options
    }
}
