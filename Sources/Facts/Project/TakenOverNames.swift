import Algorithms

/// The names that a file takes over from others. Most have the names that they have there, and come several from one module: a
/// table of symbols would take more memory than all else that a run keeps of a file.
public struct TakenOverNames: Sendable {
    /// As the file calls them, in ascending order.
    let names: [String]
    /// By name: the place of its module among all.
    private let places: [Int32]
    private let modules: [String]
    /// By the name here: the name there, where that is another.
    private let renamed: [String: String]

    /// - Parameter symbols: by the name here.
    init(_ symbols: [String: Symbol] = [:]) {
        let names = symbols.keys.sorted()
        var modules: [String] = []
        var known: [String: Int32] = [:]
        var renamed: [String: String] = [:]
        places = names.map { name in
            guard let symbol = symbols[name] else { return -1 }
            if symbol.name != name { renamed[name] = symbol.name }
            if let place = known[symbol.module] { return place }
            let place = Int32(truncatingIfNeeded: modules.count)
            known[symbol.module] = place
            modules.append(symbol.module)
            return place
        }
        self.names = names
        self.modules = modules
        self.renamed = renamed
    }

    var isEmpty: Bool { names.isEmpty }

    /// What a name means where it is taken from.
    subscript(name: String) -> Symbol? {
        let place = names.partitioningIndex { $0 >= name }
        guard place < names.count, names[place] == name else { return nil }
        return Symbol(module: modules[Int(places[place])], name: renamed[name] ?? name)
    }
}
