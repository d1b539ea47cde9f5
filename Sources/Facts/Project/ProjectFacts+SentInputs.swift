import Matching

/// Questions about identifiers that clients send to the routes of a project, and functions of other files store.
extension ProjectFacts {
    /// The first route found that fulfils the criteria and stores such an identifier, which nothing ties to the user on its way.
    func route(
        sending inputs: [StoredInput], storedAt place: RunPlace?, in file: Int, _ criteria: RouteCriteria
    ) -> RunningRoute? {
        for input in inputs {
            switch input.source {
            case .body(let type):
                let body = SentInput(types: [type], isWhole: true)
                guard let place, storesForeign(input.part, of: body, in: file),
                    let found = route(running: place, in: file, criteria)
                else { continue }
                return found
            case .parameter(let parameter):
                let found = route(giving: parameter, of: file, criteria, depth: 0) {
                    self.storesForeign(input.part, of: $0, in: $1)
                }
                if let found { return found }
            }
        }
        return nil
    }

    /// Functions that hand on what they are given are followed this far up.
    private static let mostHands = 2

    /// A route that gives a parameter what is wanted of what clients send, be it through functions that hand it on.
    private func route(
        giving parameter: ParameterPlace, of file: Int, _ criteria: RouteCriteria, depth: Int,
        _ isWanted: (SentInput, _ file: Int) -> Bool
    ) -> RunningRoute? {
        for (caller, site) in calls(of: parameter.function, of: file) {
            guard let place = site.place, let origin = origin(of: parameter, in: site) else { continue }
            switch origin {
            case .sent(let input):
                guard isWanted(input, caller), let found = route(running: place, in: caller, criteria) else { continue }
                return found
            case .given(let places) where depth < Self.mostHands:
                for place in places {
                    if let found = route(giving: place, of: caller, criteria, depth: depth + 1, isWanted) {
                        return found
                    }
                }
            default: continue
            }
        }
        return nil
    }

    /// The calls of a function that are sure to be of it, in files whose handlers and functions call it.
    private func calls(of function: String, of file: Int) -> [(file: Int, site: CallSite)] {
        let handling = handlerNames.uses(of: [function]).filter { use in
            self.means(use.symbol, in: use.place.file, function, of: file)
        }.map(\.place.file)
        let relaying = functionCalls.uses(of: [function]).filter { use in
            self.means(use.symbol, in: use.file, function, of: file)
        }.map(\.file)
        let callers = Set(handling + relaying + [file]).sorted()
        let searches = callers.map { CallSearch(function: function.lastDottedPart, subject: .inputs, file: $0) }
        calls.find(Set(searches))
        return searches.flatMap { search in
            (calls[search] ?? []).flatMap { caller, found in
                (found.sites[search] ?? []).filter { isCall($0, in: caller, of: function, of: file) }.map {
                    (caller, $0)
                }
            }
        }
    }

    private func isCall(_ site: CallSite, in caller: Int, of function: String, of file: Int) -> Bool {
        if let name = site.localName { return caller == file && name == function }
        return site.symbol.map { means($0, in: caller, function, of: file) } ?? false
    }

    /// Whether a symbol means a function of a file, or what that keeps to.
    private func means(_ symbol: Symbol, in other: Int, _ function: String, of file: Int) -> Bool {
        names(symbol, in: other, oneOf: [function], of: file) || asksFor(symbol, in: other, oneOf: [function], of: file)
    }

    /// Whether a part of what a client sends is an identifier that is somebody's.
    private func storesForeign(_ part: StoredInput.Part, of input: SentInput, in file: Int) -> Bool {
        !identifiers(part, of: input, in: file).allSatisfy(readsOpenly)
    }

    private func identifiers(_ part: StoredInput.Part, of input: SentInput, in file: Int) -> [String] {
        switch part {
        case .itself: return input.name.map { [$0] } ?? []
        case .member(let key):
            if input.identifiers.contains(key) { return [key] }
            return input.isWhole && !input.keys.contains(key) ? [key] : []
        case .whole(let columns):
            let fields = input.types.flatMap { self.fields(ofClass: $0, in: file) }.filter {
                names.holds(.ownedIdentifier, $0) && !input.keys.contains($0)
            }
            return (input.identifiers + fields).filter { !columns.contains(SQLQueryReader.folded(Array($0.utf8))) }
        }
    }

    /// The names of the fields that a class and its superclasses declare.
    private func fields(ofClass symbol: Symbol, in file: Int) -> [String] {
        guard let start = handlers.class(symbol, in: file) else { return [] }
        return Lineage.classes(from: start, handlers: handlers) { details.bases(of: $0.file)[$0.index] }.found.flatMap {
            details.fields(of: $0.file)[$0.index]
        }
    }
}
