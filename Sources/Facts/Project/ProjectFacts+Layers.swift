import SourceText

/// Questions about what lies where in the project, and who refers to it.
extension ProjectFacts {
    /// Whether the project has a file that one of the globs matches.
    func hasFile(_ globs: [Glob]) -> Bool {
        summaries.contains { summary in globs.contains { $0.matches(summary.path) } }
    }

    /// Whether a route of another file names this function of `file` as its handler.
    ///
    /// - Parameter name: with its class, as `FunctionTable` has it.
    func handlesRoute(_ name: String, in file: Int) -> Bool {
        let own = Self.lastPart(name)
        return summaries.enumerated().contains { other, summary in
            summary.routes.contains { route in
                guard let symbol = route.handlerSymbol, Self.mayName(symbol, own),
                    let found = resolver.resolve(symbol, in: other), found.file == file
                else { return false }
                let wanted = found.name.isEmpty ? "default" : found.name
                let local = summaries[file].exports[wanted] ?? wanted
                return local == name || Self.lastPart(local) == own && (local == own || name == own)
            }
        }
    }

    /// Whether one of the file's mounts with these indexes puts a router of the project in its place. Any name may be
    /// mounted; one that routes or other routers are registered on is a router.
    func mountsRouter(_ indexes: [Int], in file: Int) -> Bool {
        indexes.contains { index in
            children(of: summaries[file].mounts[index], in: file).contains { child in
                guard let place = Self.place(child) else { return false }
                let summary = summaries[place.file]
                return summary.routes.contains { $0.router == place.key }
                    || summary.mounts.contains { $0.parent == place.key }
            }
        }
    }

    /// A cheap look before the symbol is resolved: a default export or a whole module may have any name.
    private static func mayName(_ symbol: Symbol, _ own: String) -> Bool {
        symbol.name.isEmpty || symbol.name == "default" || lastPart(symbol.name) == own
    }

    private static func lastPart(_ name: String) -> String {
        name.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(name[name.utf8.index(after: $0)...]) } ?? name
    }
}
