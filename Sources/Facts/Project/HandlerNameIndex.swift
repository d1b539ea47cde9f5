/// The routes of a project by the names of what handles them, so that asking which of them run a function does not take a
/// look at every one.
struct HandlerNameIndex: Sendable {
    /// A route: its file and its index there.
    struct Place: Hashable, Comparable, Sendable {
        var file: Int
        var route: Int

        static func < (left: Place, right: Place) -> Bool {
            (left.file, left.route) < (right.file, right.route)
        }
    }

    /// A symbol that a route names as its handler, or that the handler calls.
    struct Use: Sendable {
        var place: Place
        var symbol: Symbol
    }

    private var uses: [String: [Use]] = [:]

    init(_ summaries: FileSummaries) {
        for file in summaries.indices {
            for index in summaries[file].routes.indices {
                for symbol in summaries[file].routes[index].calledSymbols {
                    // A whole module may be what it exports.
                    let names =
                        symbol.name.isEmpty
                        ? [symbol.module.lastDottedPart, Self.wholeModule] : [symbol.name.lastDottedPart]
                    for name in names {
                        let place = Place(file: file, route: index)
                        uses[name, default: []].append(Use(place: place, symbol: symbol))
                    }
                }
            }
        }
    }

    /// The name under which uses of whole modules are found.
    static let wholeModule = ""

    /// The uses of symbols that have one of these names, be they dotted, in the order of the routes. A default export may
    /// have any name.
    func uses(of functions: [String]) -> [Use] {
        let names = Set(functions.map(\.lastDottedPart)).union(["default"])
        return names.flatMap { uses[$0] ?? [] }.sorted { $0.place < $1.place }
    }
}

extension RouteSummary {
    /// The handler where it stands in another file, and what the handler calls.
    var calledSymbols: [Symbol] { (handlerSymbol.map { [$0] } ?? []) + handlerCalls + injectedCalls }
}
