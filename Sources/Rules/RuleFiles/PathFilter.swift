import SourceText

/// `paths:` of a rule: globs that a file must match, and globs that it must not. A class: it is asked of every file, and a copy
/// counts one reference.
public final class PathFilter: Sendable {
    /// The globs of one list: the rule's own, and those of sets that it names.
    struct List: Sendable {
        fileprivate var parts: [Part] = []

        mutating func add(_ globs: [Glob]) {
            if globs.isEmpty { return }
            let text = globs.map(\.pattern).joined(separator: "\n")
            parts.append(Part(key: FilterKey(text + "\n"), globs: GlobSet(globs)))
        }

        mutating func add(_ set: GlobSet, named name: String) {
            parts.append(Part(key: FilterKey("set " + name + "\n"), globs: set))
        }

        fileprivate var isEmpty: Bool { parts.isEmpty }
        fileprivate var text: String { parts.map(\.key.text).joined() }

        fileprivate func matches(_ path: FilteredPath) -> Bool { parts.contains { path.isMatched(by: $0) } }
    }

    fileprivate struct Part: Sendable {
        let key: FilterKey
        let globs: GlobSet
    }

    private let include: List
    private let exclude: List
    fileprivate let key: FilterKey

    init(include: List = List(), exclude: List = List()) {
        self.include = include
        self.exclude = exclude
        key = FilterKey(include.text + "\n" + exclude.text)
    }

    fileprivate var isEmpty: Bool { include.isEmpty && exclude.isEmpty }

    fileprivate func admits(_ path: FilteredPath) -> Bool {
        (include.isEmpty || include.matches(path)) && !exclude.matches(path)
    }
}

extension PathFilter: Hashable {
    public static func == (left: PathFilter, right: PathFilter) -> Bool { left.key == right.key }
    public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

/// What globs were written as, which tells them apart within one run: many rules leave out the same files.
private struct FilterKey: Hashable {
    let text: String
    private let digest: Int

    init(_ text: String) {
        self.text = text
        digest = text.hashValue
    }

    static func == (left: FilterKey, right: FilterKey) -> Bool {
        left.digest == right.digest && left.text == right.text
    }
    func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}

/// The path of a file, of which many rules ask whether they speak of it, most of them by the same lists.
public final class FilteredPath {
    private let path: String
    private lazy var segments = PathSegments(path)
    /// Of filters, and of the globs that they are made of.
    private var (filters, parts) = (Answers(), Answers())

    /// What is known of some globs.
    private struct Answers {
        private var known: [(key: FilterKey, answer: Bool)] = []

        func answer(_ key: FilterKey) -> Bool? {
            for entry in known where entry.key == key { return entry.answer }
            return nil
        }

        mutating func note(_ answer: Bool, for key: FilterKey) -> Bool {
            known.append((key, answer))
            return answer
        }
    }

    /// - Parameter path: relative to the root of the run.
    public init(_ path: String) { self.path = path }

    /// Whether a rule with this filter speaks of the file.
    public func isAdmitted(by filter: PathFilter) -> Bool {
        if filter.isEmpty { return true }
        return filters.answer(filter.key) ?? filters.note(filter.admits(self), for: filter.key)
    }

    fileprivate func isMatched(by part: PathFilter.Part) -> Bool {
        parts.answer(part.key) ?? parts.note(part.globs.matches(segments), for: part.key)
    }
}
