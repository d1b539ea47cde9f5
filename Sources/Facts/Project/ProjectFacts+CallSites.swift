import Syntax

/// Questions about what functions are called with, and where.
extension ProjectFacts {
    /// A function of a file, with what is asked of its calls.
    struct CalledFunction: Hashable {
        var file: Int
        /// With its class.
        var name: String
        var asksForArguments: Bool

        var search: CallSearch {
            CallSearch(function: name.lastDottedPart, subject: asksForArguments ? .texts : .place)
        }
    }

    /// Whether all that the calls of the project give parameters of a file's functions cannot change what SQL means. Of what
    /// nobody calls that is not so.
    func isGivenHarmless(_ places: [ParameterPlace], of file: Int) -> Bool {
        prepareCallSites()
        var open = places.map { (place: $0, file: file) }
        var seen = Set(places.map { GivenParameter(place: $0, file: file) })
        var isGiven = false
        for _ in 0..<Self.mostCallSteps {
            var next: [(place: ParameterPlace, file: Int)] = []
            for (place, file) in open {
                let function = CalledFunction(file: file, name: place.function, asksForArguments: true)
                guard let sites = callSites(of: function), !sites.isEmpty else { return false }
                for (caller, site) in sites {
                    guard let origin = origin(of: place, in: site) else { return false }
                    switch origin {
                    case .constant: isGiven = true
                    case .harmless where !place.isPart: isGiven = true
                    case .unknown, .harmless, .sent: return false
                    case .given where place.isPart: return false
                    case .given(let places):
                        next += places.filter { seen.insert(GivenParameter(place: $0, file: caller)).inserted }
                            .map { ($0, caller) }
                    }
                }
            }
            // Functions that only call each other are given nothing.
            if next.isEmpty { return isGiven }
            open = next
        }
        return false
    }

    private struct GivenParameter: Hashable {
        var place: ParameterPlace
        var file: Int
    }

    /// Whether every call that the project has of a file's function stands in a transaction, be it in a function of which that
    /// holds. Of what nobody calls that is not so.
    func isCalledInTransactions(_ name: String, of file: Int) -> Bool {
        prepareCallSites()
        var open: Set = [CalledFunction(file: file, name: name, asksForArguments: false)]
        var seen = open
        var isCalled = false
        for _ in 0..<Self.mostCallSteps {
            var next = Set<CalledFunction>()
            for function in open {
                guard let sites = callSites(of: function), !sites.isEmpty else { return false }
                for (file, site) in sites {
                    if site.isInTransaction {
                        isCalled = true
                        continue
                    }
                    guard let caller = site.caller else { return false }
                    next.insert(CalledFunction(file: file, name: caller, asksForArguments: false))
                }
            }
            next.subtract(seen)
            if next.isEmpty { return isCalled }
            seen.formUnion(next)
            open = next
        }
        return false
    }

    /// Functions that call functions are followed this far up.
    private static let mostCallSteps = 2

    /// Finds the calls that the questions of all files ask for, and those of what calls them, with as few looks at all files as
    /// it takes.
    private func prepareCallSites() {
        _ = knownCallSiteRounds.value {
            var open = Set<CalledFunction>()
            for file in summaries.indices {
                for question in summaries[file].questions {
                    switch question {
                    case .isGivenHarmless(let places):
                        for place in places {
                            open.insert(CalledFunction(file: file, name: place.function, asksForArguments: true))
                        }
                    case .isCalledInTransactions(let name):
                        open.insert(CalledFunction(file: file, name: name, asksForArguments: false))
                    default: continue
                    }
                }
            }
            for _ in 0..<Self.mostCallSteps where !open.isEmpty {
                calls.find(Set(open.map(\.search)))
                open = Set(open.flatMap(callers))
            }
            return true
        }
    }

    /// The functions whose own calls decide about a function's; none where one of its calls decides already.
    private func callers(of function: CalledFunction) -> [CalledFunction] {
        guard let sites = callSites(of: function) else { return [] }
        var callers: [CalledFunction] = []
        for (file, site) in sites {
            if function.asksForArguments {
                guard let arguments = site.arguments else { return [] }
                for case .given(let places) in arguments.map(\.origin) {
                    callers += places.map { CalledFunction(file: file, name: $0.function, asksForArguments: true) }
                }
            } else if !site.isInTransaction {
                guard let caller = site.caller else { return [] }
                callers.append(CalledFunction(file: file, name: caller, asksForArguments: false))
            }
        }
        return callers
    }

    /// The calls that may be of a function; nil where it is handed on to somebody who may call it, or too many files name it.
    private func callSites(of function: CalledFunction) -> [(file: Int, site: CallSite)]? {
        guard let files = calls[function.search] else { return nil }
        let language = Languages.forFile(summaries[function.file].path)?.names
        var sites: [(file: Int, site: CallSite)] = []
        for (file, calls) in files where Languages.forFile(summaries[file].path)?.names == language {
            if calls.handedOn.contains(function.search) { return nil }
            for site in calls.sites[function.search] ?? [] where mayCall(site, in: file, function) {
                sites.append((file, site))
            }
        }
        return sites
    }

    /// Whether a call may be one of the function: nothing shows that it is one of another of the same name.
    private func mayCall(_ site: CallSite, in file: Int, _ function: CalledFunction) -> Bool {
        if let name = site.localName { return file == function.file && name == function.name }
        if let owner = site.ownerClass { return isRelated(owner, of: file, to: function) }
        guard let symbol = site.symbol, let found = resolver.resolve(symbol, in: file), found.file != function.file
        else {
            return true
        }
        let local = resolver.localName(of: found)
        return !summaries[found.file].functionNames.contains { $0 == local || $0.lastDottedPart == local }
    }

    /// Whether the class of a function inherits another one, or is inherited by it.
    private func isRelated(_ owner: String, of file: Int, to function: CalledFunction) -> Bool {
        guard let dot = function.name.lastIndex(of: "."),
            let own = handlers.class(Symbol(name: String(function.name[..<dot])), in: function.file),
            let other = handlers.class(Symbol(name: owner), in: file)
        else { return false }
        return handlers.inherits(own, other) || handlers.inherits(other, own)
    }

    /// What a call gives a parameter: by its name, by its position, or else its default; nil where that is not known.
    func origin(of place: ParameterPlace, in site: CallSite) -> CallSite.Origin? {
        guard let arguments = site.arguments else { return nil }
        if let named = arguments.first(where: { $0.label != nil && $0.label == place.label }) { return named.origin }
        if arguments.indices.contains(place.position), arguments[place.position].label == nil {
            return arguments[place.position].origin
        }
        return place.hasHarmlessDefault ? .harmless : nil
    }
}
