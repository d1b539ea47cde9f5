import Synchronization

/// The details of the files of a project, each found out when it is first asked for.
final class DetailTable: Sendable {
    /// What is known of one file. A class, since it is handed around a lot.
    final class Entry: Sendable {
        let functions: [FunctionSummary]
        let classes: [ClassSummary]

        /// Details that do not say what the summary says are those of another text: the file was changed meanwhile, and nothing
        /// is known of it.
        init(_ details: FileDetails, of summary: FileSummary) {
            let isSame =
                details.functions.map(\.name) == summary.functionNames
                && details.classes.map(\.name) == summary.classNames
            functions = isSame ? details.functions : summary.functionNames.map(FunctionSummary.init(unseen:))
            classes = isSame ? details.classes : summary.classNames.map(ClassSummary.init(unseen:))
        }
    }

    private let summaries: FileSummaries
    private let make: @Sendable ([Int]) -> [FileDetails]
    private let makeBases: @Sendable ([Int]) -> [FileBases]
    private let known: Mutex<[Entry?]>
    /// By file: what its classes inherit from and declare, where that is all that was asked.
    private let knownBases = MemoTable<Int, FileBases>()

    /// - Parameters:
    ///   - make: gives the details of files that have them not in their summaries.
    ///   - makeBases: gives what the classes of such files inherit from.
    init(
        _ summaries: FileSummaries, make: @escaping @Sendable ([Int]) -> [FileDetails],
        makeBases: @escaping @Sendable ([Int]) -> [FileBases]
    ) {
        self.summaries = summaries
        self.make = make
        self.makeBases = makeBases
        known = Mutex(summaries.indices.map { file in summaries[file].details.map { Entry($0, of: summaries[file]) } })
    }

    subscript(file: Int) -> Entry {
        if let entry = known.withLock({ $0[file] }) { return entry }
        find([file])
        return known.withLock { $0[file] } ?? Entry(FileDetails(), of: summaries[file])
    }

    /// The superclasses of each class of a file that no model knows.
    func bases(of file: Int) -> [[Symbol]] {
        if let entry = known.withLock({ $0[file] }) { return entry.classes.map(\.bases) }
        return declarations(of: file).bases
    }

    /// The names of the fields that each class of a file declares.
    func fields(of file: Int) -> [[String]] {
        if let entry = known.withLock({ $0[file] }) { return entry.classes.map(\.fields) }
        return declarations(of: file).fields
    }

    private func declarations(of file: Int) -> FileBases {
        knownBases.value(of: file) {
            let names = summaries[file].classNames
            if let found = makeBases([file]).first, found.names == names { return found }
            return FileBases(names: names, bases: names.map { _ in [] }, fields: names.map { _ in [] })
        }
    }

    /// Whether some file's details fulfil a condition. Those that are known are asked first, and of the others no more than it takes.
    func contains(where holds: (Entry) -> Bool) -> Bool {
        let entries = known.withLock { $0 }
        if entries.contains(where: { $0.map(holds) ?? false }) { return true }
        var missing = entries.indices.filter { entries[$0] == nil }[...]
        while !missing.isEmpty {
            let next = Array(missing.prefix(Self.mostAtOnce))
            missing = missing.dropFirst(next.count)
            find(next)
            if next.contains(where: { holds(self[$0]) }) { return true }
        }
        return false
    }

    private static let mostAtOnce = 64

    /// Finds out the details of several files at once, which takes less time than one after the other.
    func find(_ files: [Int]) {
        let missing = known.withLock { known in Set(files.filter { known[$0] == nil }).sorted() }
        if missing.isEmpty { return }
        let found = zip(missing, make(missing)).map { ($0, Entry($1, of: summaries[$0])) }
        known.withLock { known in
            for (file, entry) in found { known[file] = entry }
        }
    }
}

extension FunctionSummary {
    /// A function of which nothing but its name is known.
    fileprivate init(unseen name: String) {
        self.init(name: name, verdict: .unknown("the file of '\(name)' was changed while the run went on"), line: 1)
    }
}

extension ClassSummary {
    /// A class of which nothing but its name is known.
    fileprivate init(unseen name: String) {
        self.init(name: name, line: 1, bases: [], members: [], kinds: [], provided: [], links: [])
    }
}
