/// By what the functions of a project that turn callers away tell them apart.
struct ProofTable: Sendable {
    private let summaries: FileSummaries
    private let details: DetailTable
    private let places = Memo<[String: [HandlerResolver.Place]]>()

    init(_ summaries: FileSummaries, details: DetailTable) {
        self.summaries = summaries
        self.details = details
    }

    /// What functions of this own name read, or those that they leave it to; empty where none of them turns callers away.
    func kinds(ofFunctions name: String) -> Set<ProofKind> {
        functions(named: name).reduce(into: []) { kinds, function in
            kinds.formUnion(function.proofs)
            guard function.proofs.isEmpty else { return }
            for call in function.calls {
                for called in functions(named: call.display) { kinds.formUnion(called.proofs) }
            }
        }
    }

    /// Whether some function reads a session.
    var holdSessions: Bool { details.contains { $0.functions.contains { $0.proofs.contains(.session) } } }

    /// Whether functions of this own name ask a module with a cookie of its own who is calling.
    func askSessionModule(functionsNamed name: String) -> Bool {
        functions(named: name).contains(where: \.asksSessionModule)
    }

    /// Whether the function on a line asks a module with a cookie of its own who is calling.
    func asksSessionModule(file: Int, line: Int) -> Bool {
        details[file].functions.contains { $0.asksSessionModule && $0.line == line }
    }

    private func functions(named name: String) -> [FunctionSummary] {
        (places.value(findPlaces)[name] ?? []).map { details[$0.file].functions[$0.index] }
    }

    private func findPlaces() -> [String: [HandlerResolver.Place]] {
        var places: [String: [HandlerResolver.Place]] = [:]
        for file in summaries.indices {
            for (index, name) in summaries[file].functionNames.enumerated() {
                places[name.lastDottedPart, default: []].append(HandlerResolver.Place(file: file, index: index))
            }
        }
        return places
    }
}
