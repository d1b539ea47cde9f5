import Matching

/// What the files of a project are together: routes under all their prefixes, behind all their middleware, and the calls that
/// reach them. Made from summaries alone, so that it can be made on another machine than they were.
///
/// A class, because copying so many tables for each closure took an eighth of a run.
public final class ProjectFacts: Sendable {
    public let summaries: FileSummaries
    let resolver: SymbolResolver
    let details: DetailTable
    let handlers: HandlerResolver
    let routeMembers: RouteMembers
    /// The tables that SQL files of the project make; nil where there are none.
    let schema: ProjectSchema?
    /// `METHOD path` patterns of routes that are public by configuration.
    let publicRoutes: [String]
    let names: NameVocabulary
    /// The shape that most error responses have.
    let inferredEnvelope: EnvelopeContract
    let mounts: MountTable
    let handlerNames: HandlerNameIndex
    let pathGuards: [(file: Int, guardian: CompiledGuard)]
    let fileIndexes: [String: Int]
    private let knownAccesses = AccessTable()
    private let knownCallers = Memo<CallerIndex>()
    let applications = ApplicationTable()
    let filledPaths = MemoTable<String, String?>()
    /// The expressions of paths that something passes over, compiled.
    let exceptionExpressions = MemoTable<String, RegularExpression?>()
    /// What functions register on the routers that mounts hand to them.
    let handedRegistrations = MemoTable<MountDepth, [PlacedRegistration]>()
    let knownRecordPaths = Memo<Set<String>>()
    let knownMostlyGuarded = Memo<Bool>()
    let knownOpenFiles = Memo<Set<Int>>()
    let knownMostlyDoesMore = Memo<Bool>()
    let hasSignUp = Memo<Bool>()
    let knownOpenEntities = Memo<Set<String>>()
    private let knownFunctionCalls = Memo<FunctionCallIndex>()
    /// The calls of functions that files ask about.
    let calls: CallSiteTable
    let knownCallSiteRounds = Memo<Bool>()
    let knownElementCalls = Memo<[String: [PlacedElementCall]]>()
    let knownAnswers = MemoTable<ProjectQuestion, Bool>()
    private let knownClassHandlers = Memo<[HandlerPlace: [(file: Int, route: Int)]]>()
    /// The files that register something for all routes of a framework.
    let registering: [Int]
    /// The files with routes that clients reach by paths.
    let routingFiles: [Int]
    /// The folders, each with its `/`, that hold no program, but what others are made of.
    let libraries: [String]
    /// By file: the folder of the project that it belongs to.
    let projects: [String]
    /// Constant paths of the project by name; empty text where files differ.
    let paths: [String: String]

    /// - Parameters:
    ///   - details: gives the details of the files with these indexes, which their summaries lack.
    ///   - bases: gives what the classes of such files inherit from.
    ///   - calls: gives what the files have of calls that are asked for.
    public init(
        _ summaries: FileSummaries, publicRoutes: [String] = [], names: NameVocabulary,
        details: @escaping @Sendable ([Int]) -> [FileDetails] = { $0.map { _ in FileDetails() } },
        bases: @escaping @Sendable ([Int]) -> [FileBases] = { $0.map { _ in FileBases() } },
        calls: @escaping @Sendable (CallSearches) -> FoundCalls = { _ in FoundCalls() }
    ) {
        self.summaries = summaries
        self.calls = CallSiteTable(read: calls)
        schema = ProjectSchema(summaries, names: names)
        self.publicRoutes = publicRoutes
        self.names = names
        projects = Self.projects(summaries, names)
        resolver = SymbolResolver(summaries)
        self.details = DetailTable(summaries, make: details, makeBases: bases)
        handlers = HandlerResolver(summaries, resolver: resolver, details: self.details)
        routeMembers = RouteMembers(summaries, handlers: handlers)
        registering = summaries.indices.filter { !summaries[$0].everywhere.isEmpty }
        routingFiles = summaries.indices.filter { summaries[$0].routes.contains { !$0.isCalledByName } }
        libraries = summaries.indices.filter { summaries[$0].describesLibrary }.map {
            let folder = SymbolResolver.folder(of: summaries[$0].path)
            return folder.isEmpty ? "" : folder + "/"
        }
        mounts = MountTable(summaries, resolver: resolver, names: names)
        handlerNames = HandlerNameIndex(summaries)
        inferredEnvelope = InferredEnvelope.contract(of: summaries.indices.flatMap { summaries[$0].errorBodies })
        var fileIndexes: [String: Int] = [:]
        var paths: [String: String] = [:]
        var pathGuards: [(file: Int, guardian: CompiledGuard)] = []
        for index in summaries.indices {
            fileIndexes[summaries[index].path] = index
            paths.merge(summaries[index].paths) { $0 == $1 ? $0 : "" }
            // An expression that nobody can read guards nothing that one could name.
            pathGuards += summaries[index].pathGuards.compactMap(CompiledGuard.init).map { (index, $0) }
        }
        self.fileIndexes = fileIndexes
        self.paths = paths
        self.pathGuards = pathGuards
    }

    /// The calls that reach its routes.
    var callers: CallerIndex { knownCallers.value { CallerIndex(self, names: names) } }

    /// The functions of the project by what they call.
    var functionCalls: FunctionCallIndex { knownFunctionCalls.value { FunctionCallIndex(summaries) } }

    /// The routes that classes handle, by the methods of the classes.
    var classHandlers: [HandlerPlace: [(file: Int, route: Int)]] { knownClassHandlers.value(findClassHandlers) }

    /// The ways to reach a route of a file. Empty where what it is registered on turns out to be no router.
    public func accesses(file: Int, route index: Int) -> [Access] {
        knownAccesses.accesses(file: file, route: index) { findAccesses(file: file, route: index) }
    }

    /// By file: the outermost folder around it that holds a file by which a project is run.
    private static func projects(_ summaries: FileSummaries, _ names: NameVocabulary) -> [String] {
        let folders = summaries.indices.map { SymbolResolver.folder(of: summaries[$0].path) }
        var roots: Set<String> = []
        for file in summaries.indices
        where names.holds(.projectFile, SymbolResolver.lastSegment(summaries[file].path)) {
            roots.insert(folders[file])
        }
        if roots.isEmpty { return [String](repeating: "", count: summaries.count) }
        var known: [String: String] = [:]
        return folders.map { folder in
            if let root = known[folder] { return root }
            let ends = folder.utf8.indices.filter { folder.utf8[$0] == UInt8(ascii: "/") } + [folder.endIndex]
            let root =
                ([folder.startIndex] + ends).lazy.map { String(folder[..<$0]) }.first(where: roots.contains) ?? ""
            known[folder] = root
            return root
        }
    }

    /// Whether `path` lies in the package of `registering`: below the `src` folder around it, or below its own folder.
    static func isSamePackage(_ registering: String, _ path: String) -> Bool {
        let slash = UInt8(ascii: "/")
        let folders = registering.utf8.split(separator: slash).dropLast()
        let root = folders.lastIndex { $0.elementsEqual("src".utf8) }.map { folders[...$0] } ?? folders
        return path.utf8.split(separator: slash, maxSplits: root.count).starts(with: root) { $0.elementsEqual($1) }
    }
}
