import SourceText

/// Questions about what lies where in the project, and who refers to it.
extension ProjectFacts {
    /// Whether the project has a file that one of the globs matches, and none of the exceptions.
    func hasFile(_ globs: [Glob], except exceptions: [Glob]) -> Bool {
        let (wanted, unwanted) = (GlobSet(globs), GlobSet(exceptions))
        return fileIndexes.keys.contains { path in
            let path = PathSegments(path)
            return wanted.matches(path) && !unwanted.matches(path)
        }
    }

    /// Whether a route of another file names this function of `file` as its handler.
    ///
    /// - Parameter name: with its class, as `FunctionTable` has it.
    func handlesRoute(_ name: String, in file: Int) -> Bool {
        let own = name.lastDottedPart
        return handlerNames.uses(of: [name, HandlerNameIndex.wholeModule]).contains { use in
            guard summaries[use.place.file].routes[use.place.route].handlerSymbol == use.symbol,
                let found = resolver.resolve(use.symbol, in: use.place.file), found.file == file
            else { return false }
            let wanted = found.name.isEmpty ? "default" : found.name
            let local = summaries[file].exports[wanted] ?? wanted
            return local == name || local.lastDottedPart == own && (local == own || name == own)
        }
    }

    /// Whether one of the file's mounts with these indexes puts a router of the project in its place. Any name may be
    /// mounted; one that routes or other such routers are registered on is a router.
    func mountsRouter(_ indexes: [Int], in file: Int) -> Bool {
        var seen: Set<RouterPlace> = []
        return indexes.contains { mountsRouter(summaries[file].mounts[$0], in: file, &seen) }
    }

    private func mountsRouter(_ mount: Mount, in file: Int, _ seen: inout Set<RouterPlace>) -> Bool {
        for place in mounts.children(of: mount, in: file) where seen.insert(place).inserted {
            if summaries[place.file].routes.contains(where: { $0.router == place.key }) { return true }
            for inner in summaries[place.file].mounts where inner.parent == place.key {
                if mountsRouter(inner, in: place.file, &seen) { return true }
            }
        }
        return false
    }
}
