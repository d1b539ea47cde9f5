import Matching
import SQL
import SourceText
import Syntax

/// Everything known of one file beyond its tree, each part found on first use.
public final class FileFacts {
    /// Relative to the root of the run.
    public let path: String
    public let target: MatchTarget
    let tree: SyntaxTree
    private let identifiers: IdentifierTable
    public let settings: ProjectSettings
    public let names: NameVocabulary
    let matches: ModelMatches
    var words: WordSet { matches.words }
    /// What findings of this file wait for; operators add to it.
    public internal(set) var questions: [ProjectQuestion] = []
    private var questionNumbers: [ProjectQuestion: Int32] = [:]

    public private(set) lazy var functions = FunctionTable(target.tree)
    public let modules: ModuleTable
    public private(set) lazy var authentication = AuthenticationEvidence(facts: self)
    public private(set) lazy var routing = RouteCollector(facts: self).collect()
    private lazy var handlers = Set(routing.routes.map(\.handler))
    public private(set) lazy var responses = ResponseCollector(facts: self).collect()
    private(set) lazy var responseReach = ResponseReach(responses)
    private(set) lazy var queryTable = makeQueryTable()
    public var queries: [Query] { queryTable.queries }
    /// The pieces of SQL that mappers are given, values put into them, in source order.
    private(set) lazy var queryParts = QueryPartCollector(facts: self).collect()
    private(set) lazy var outgoing = OutgoingCollector(facts: self).collect()
    /// The calls that go to servers, and those that may by their methods, in preorder.
    private(set) lazy var serverCalls = findServerCalls()
    /// Whether it imports a module that finds callers by a cookie of its own.
    private(set) lazy var importsSessionModule = modules.modules.contains { names.holds(.sessionModule, $0) }
    private(set) lazy var transactions = TransactionTable(facts: self)
    private(set) lazy var ambientTransactions = findAmbientTransactions()
    private(set) lazy var lines = LineIndex(tree.bytes)
    private(set) lazy var executionPaths = ExecutionPaths(facts: self)
    private(set) lazy var injectedCalls = InjectedCalls(facts: self)
    private(set) lazy var allInjectedCalls = injectedCalls.all()
    private(set) lazy var responseSteps = ResponseSteps(facts: self)
    private(set) lazy var leaks = ErrorLeakFinder(facts: self)
    private(set) lazy var variableUses = VariableUses(tree: tree, semantics: target.semantics)
    private(set) lazy var membershipChecks = MembershipChecks(facts: self)
    private(set) lazy var tablesWithOwners = RowOwnership.writtenTables(of: self)
    /// The names of the types that are a choice among values written in the file.
    private(set) lazy var enumerations = ProvenanceReader(facts: self).enumerations()
    private(set) lazy var declaredProperties = DeclaredProperties(facts: self)
    /// The names of properties that every type of the file that has them computes from constants.
    var constantProperties: Set<String> {
        if let knownConstantProperties { return knownConstantProperties }
        // What one is computed from may be another: meanwhile none of them counts.
        knownConstantProperties = []
        let found = ProvenanceReader(facts: self).constantProperties()
        knownConstantProperties = found
        return found
    }
    private var knownConstantProperties: Set<String>?
    /// The texts that variables hold where they are used, by the identifier: found once however many texts name it.
    var textsOfUses: [NodeIndex: BuiltText?] = [:]
    /// Where the values of variables come from.
    var variableProvenances: [Int32: HoleProvenance] = [:]
    /// Whether the values of variables may come from a request.
    var requestVariables: [Int32: Bool] = [:]
    /// Whether what variables are given mixes values into SQL.
    var mixingVariables: [Int32: Bool] = [:]
    /// Whether what functions give back mixes values into SQL.
    var mixingFunctions: [NodeIndex: Bool] = [:]
    /// Whether what calls give is given back by the functions around them.
    var callsGivenBack: [NodeIndex: Bool] = [:]
    /// The expressions that read something of a request.
    private(set) lazy var inputNodes = Set(matches.of(.inputs).map(\.match.node))
    private lazy var callsByName = makeCalls()
    /// By name of the file: what it has been asked for. Made on first use, but not lazy: a change of a lazy array copies it.
    private var meanings: [MeaningAnswer] = []
    private var summaries: [NodeIndex: FunctionSummary] = [:]
    /// Reads what handlers do, where somebody wants to know.
    var contents: HandlerContentReader?
    /// The expressions that hold what an error says, by node.
    private(set) lazy var errorDetails = Dictionary(
        matches.of(.errorDetails).map { ($0.match.node, $0) }, uniquingKeysWith: { first, _ in first })
    /// The calls that turn a value into text to send, by node.
    private(set) lazy var serialized = Dictionary(
        matches.of(.serializers).map { ($0.match.node, $0) }, uniquingKeysWith: { first, _ in first })

    public init(
        path: String, target: MatchTarget, words: WordSet, models: ModelSet, settings: ProjectSettings,
        projectModules: ProjectModules? = nil
    ) {
        self.path = path
        self.target = target
        tree = target.tree
        identifiers = target.identifiers
        self.settings = settings
        names = models.names
        modules = ModuleTable(target: target, own: projectModules)
        matches = ModelMatches(
            target: target, words: words, models: models, imports: modules.modules, packages: settings.packages)
        target.facts = self
    }

    deinit { target.facts = nil }

    /// The number by which a finding refers to a question.
    func ask(_ question: ProjectQuestion) -> Int32 {
        if let known = questionNumbers[question] { return known }
        let number = Int32(questions.count)
        questions.append(question)
        questionNumbers[question] = number
        return number
    }

    /// Whether a route of the file is handled by a function.
    func isHandler(_ function: NodeIndex?) -> Bool { function.map(handlers.contains) ?? false }

    /// Whether the text of a node is a name of this meaning. Each name of the file is looked at once, however often it
    /// stands there.
    func means(_ meaning: NameVocabulary.Meaning, _ node: NodeIndex) -> Bool {
        let name = tree.kind(node) == .identifier ? identifiers.ids[Int(tree.mainTokens[Int(node)])] : -1
        guard name >= 0 else { return names.holds(meaning, text(node)) }
        if meanings.isEmpty { meanings = [MeaningAnswer](repeating: MeaningAnswer(), count: identifiers.count) }
        if !meanings[Int(name)].asked.contains(meaning) {
            // All that other files found out comes with the answer.
            meanings[Int(name)] = names.answer(meaning, String(decoding: identifiers.name(name), as: UTF8.self))
        }
        return meanings[Int(name)].held.contains(meaning)
    }

    /// What other files may need to know of a function.
    func functionSummary(_ node: NodeIndex, name: String, lines: LineIndex) -> FunctionSummary {
        var summary = summaries[node] ?? makeFunctionSummary(node, name: name, lines: lines)
        if summaries[node] == nil { summaries[node] = summary }
        summary.name = name
        return summary
    }

    /// What a function does, where somebody wants to know.
    func content(of function: NodeIndex) -> HandlerContent {
        contents?.content(of: function) ?? HandlerContent()
    }

    /// The statements of a file that is nothing but statements.
    private(set) lazy var statements: SQLDocument? =
        target.language.holdsDatabaseStatements ? SQLDocument(SQLText(tree.bytes, origin: .file)) : nil

    private func makeQueryTable() -> QueryTable {
        var collector = QueryCollector(facts: self)
        let called = QueryTable(collector.collect())
        let changes = RecordChanges(facts: self, table: called).find()
        return changes.isEmpty ? called : QueryTable((called.queries + changes).sorted { $0.range < $1.range })
    }

    /// The identifiers that denote a variable, in source order.
    func uses(of variable: Int32) -> ArraySlice<NodeIndex> { variableUses[variable] }

    /// The calls of whatever has a name, by the last part of it.
    func calls(of name: String) -> [NodeIndex] { callsByName[name] ?? [] }

    private func makeCalls() -> [String: [NodeIndex]] {
        var calls: [String: [NodeIndex]] = [:]
        for call in target.nodes(of: .call) {
            guard let callee = tree.child(call, .callee) else { continue }
            let name = tree.kind(callee) == .member ? tree.child(callee, .name) : callee
            if let name, tree.kind(name) == .identifier { calls[text(name), default: []].append(call) }
        }
        return calls
    }

    /// The source text of a node.
    func text(_ node: NodeIndex) -> String { String(decoding: tree.text(node), as: UTF8.self) }
}
