/// Routes by which records that the application keeps are changed.
extension ProjectFacts {
    /// The methods of requests that change or remove what is there.
    private static let changingMethods: Set<String> = ["PUT", "PATCH", "DELETE"]

    /// Whether a way to reach a route changes or removes records, or makes such as other routes change or remove; nil where its
    /// path is not known. Fewer files than an application has do not show what else there is.
    func changesRecords(_ access: Access) -> Bool? {
        guard summaries.count >= ApplicationTable.fewestFiles else { return true }
        if !Self.changingMethods.isDisjoint(with: access.methods) { return true }
        return access.path.map { recordPaths.contains(RoutePath.normalized($0)) }
    }

    /// Where records are changed or removed, and where those are made that are changed or removed right below.
    private var recordPaths: Set<String> { knownRecordPaths.value(findRecordPaths) }

    /// Whether at least so many of five routes that change something, and are not public, turn strangers away or may do so: what
    /// such a project leaves open, it mostly means to.
    private static let mostOfFive = 4

    var isMostlyGuarded: Bool {
        knownMostlyGuarded.value {
            let (open, all) = changingAccesses { $0.verdict == .open }
            return (all - open) * 5 > all * Self.mostOfFive
        }
    }

    /// The files that change or remove records for everybody who asks, and have no route that changes something and turns
    /// strangers away: what they leave open was forgotten, or all of it was meant to be.
    var openFiles: Set<Int> {
        knownOpenFiles.value {
            Set(
                summaries.indices.filter { file in
                    let changing = summaries[file].routes.indices.flatMap { accesses(file: file, route: $0) }.filter(
                        mayChange)
                    return changing.allSatisfy { $0.verdict == .open }
                        && changing.contains { !Self.changingMethods.isDisjoint(with: $0.methods) }
                })
        }
    }

    /// Whether most handlers of routes that change something do more than answer: one that does not stands for what is not there
    /// yet or not any more.
    var mostlyDoesMore: Bool {
        knownMostlyDoesMore.value {
            let (idle, all) = changingAccesses(where: \.traits.onlyAnswers)
            return idle * 2 < all
        }
    }

    /// How many ways there are to routes that change something, and of how many something holds; none where there are fewer
    /// files than an application has.
    private func changingAccesses(where holds: (Access) -> Bool) -> (counted: Int, all: Int) {
        guard summaries.count >= ApplicationTable.fewestFiles else { return (0, 0) }
        var (counted, all) = (0, 0)
        for file in summaries.indices {
            for route in summaries[file].routes.indices {
                for access in accesses(file: file, route: route) where mayChange(access) {
                    all += 1
                    if holds(access) { counted += 1 }
                }
            }
        }
        return (counted, all)
    }

    /// Whether a route takes methods that change something, does something, and is not public.
    private func mayChange(_ access: Access) -> Bool {
        !access.isRefusal && !access.isUpgrade && !access.methods.contains("*")
            && !RouteMembers.readingMethods.isSuperset(of: access.methods)
            && !access.isOpened && !access.hasPublicName && !isAccountOpening(access)
            && access.path.map { path in !access.methods.contains { isPublic(method: $0, path: path) } } ?? true
    }

    /// Whether everybody, signed in or not, may read what an identifier of this name stands for, by the path of a route:
    /// `GET /books/{}` tells so of `bookId`, and of `parent_book_id`.
    func readsOpenly(_ identifier: String) -> Bool {
        let entities = knownOpenEntities.value(findOpenEntities)
        if entities.isEmpty { return false }
        let words = Self.bareName(identifier)
        guard let end = ["ids", "id"].first(where: words.hasSuffix) else { return false }
        let own = words.dropLast(end.utf8.count)
        return entities.contains { own == $0 || $0.utf8.count >= Self.shortestEntity && own.hasSuffix($0) }
    }

    /// In bytes; names as short as `log` end many others.
    private static let shortestEntity = 4

    /// In lower case, without what joins words.
    private static func bareName(_ name: some StringProtocol) -> String {
        name.lowercased().filter { $0 != "_" && $0 != "-" }
    }

    /// What the paths that everybody may read end in, before the last parameter: one and many. What another version of the
    /// same path asks callers for was left open by mistake.
    private func findOpenEntities() -> Set<String> {
        var (open, guarded): (Set<[Substring]>, Set<[Substring]>) = ([], [])
        for file in summaries.indices {
            for route in summaries[file].routes.indices {
                for access in accesses(file: file, route: route)
                where RouteMembers.readingMethods.isSuperset(of: access.methods) {
                    guard let path = access.path.map(RoutePath.normalized) else { continue }
                    let segments = path.split(separator: "/").filter { !Self.isVersion($0) }
                    if access.verdict == .open { open.insert(segments) } else { guarded.insert(segments) }
                }
            }
        }
        var entities: Set<String> = []
        for segments in open.subtracting(guarded) {
            guard let name = segments.last(where: { $0 != "{}" }).map(Self.bareName) else { continue }
            entities.insert(name)
            if name.hasSuffix("ies") { entities.insert(name.dropLast(3) + "y") }
            for end in ["s", "es"] where name.hasSuffix(end) {
                entities.insert(String(name.dropLast(end.utf8.count)))
            }
        }
        return entities
    }

    private static func isVersion(_ segment: Substring) -> Bool {
        segment.first == "v" && segment.count > 1 && segment.dropFirst().utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private func findRecordPaths() -> Set<String> {
        var paths: Set<String> = []
        for file in summaries.indices {
            for route in summaries[file].routes.indices {
                for access in accesses(file: file, route: route)
                where !Self.changingMethods.isDisjoint(with: access.methods) {
                    guard let path = access.path.map(RoutePath.normalized) else { continue }
                    paths.insert(path)
                    if path.hasSuffix("/{}") { paths.insert(String(path.dropLast(3))) }
                }
            }
        }
        return paths
    }
}
