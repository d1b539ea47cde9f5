import Matching

/// What mounts of whole folders put in place: the files below, each behind the hooks of its folder.
struct FolderMounts {
    let summaries: FileSummaries

    /// One router put under another.
    struct Step {
        var child: RouterPlace
        var parentFile: Int
        var mount: Mount
    }

    /// The files of a mounted folder, those with hooks apart.
    private struct Contents {
        var files: [Int] = []
        /// By folder, relative to the mounted one.
        var hooks: [String: Int] = [:]
    }

    /// The single mounts that one of a folder stands for.
    func steps(of mount: Mount, in file: Int) -> [Step] {
        guard let folder = mount.folder else { return [] }
        let root = root(of: folder, in: file)
        let contents = contents(of: folder, below: root)
        var steps: [Step] = []
        for hook in contents.hooks.values.sorted() {
            steps += self.steps(of: hook, below: root, mount, in: file, behind: contents, isHook: true)
        }
        for child in contents.files where child != file {
            steps += self.steps(of: child, below: root, mount, in: file, behind: contents, isHook: false)
        }
        return steps
    }

    /// The files of a mounted folder.
    func files(of mount: Mount, in file: Int) -> [Int] {
        guard let folder = mount.folder else { return [] }
        return contents(of: folder, below: root(of: folder, in: file)).files
    }

    /// The routers that a file's default export registers on what it is given by whoever loads it.
    private func routers(_ file: Int) -> [RouterPlace] {
        let summary = summaries[file]
        let exported = summary.exports["default"] ?? "default"
        let mounted = Set(summary.mounts.compactMap(\.child))
        return summary.routers.filter {
            $0.owner == exported && $0.position == nil && !mounted.contains($0.key)
        }.map { RouterPlace(file: file, key: $0.key) }
    }

    private func root(of folder: MountedFolder, in file: Int) -> String {
        SymbolResolver.normalized(
            RoutePath.join(SymbolResolver.folder(of: summaries[file].path) + "/", folder.path))
    }

    private func contents(of folder: MountedFolder, below root: String) -> Contents {
        let hooks = folder.hooks.flatMap { try? RegularExpression(Array($0.utf8), options: []) }
        var contents = Contents()
        for index in summaries.indices where summaries[index].path.hasPrefix(root + "/") {
            if hooks?.firstMatch(in: Array(summaries[index].path.utf8)) != nil {
                contents.hooks[relativeFolder(of: index, below: root)] = index
            } else {
                contents.files.append(index)
            }
        }
        return contents
    }

    private func relativeFolder(of file: Int, below root: String) -> String {
        String(SymbolResolver.folder(of: summaries[file].path).dropFirst(root.count))
    }

    /// Puts the routers of a file under the nearest hooks before it, or under the router that the folder is mounted on.
    private func steps(
        of child: Int, below root: String, _ mount: Mount, in file: Int, behind contents: Contents, isHook: Bool
    ) -> [Step] {
        guard let folder = mount.folder else { return [] }
        let place = relativeFolder(of: child, below: root)
        var step = mount
        step.folder = nil
        var parentFile = file
        var prefix = place
        if let outer = hookFolder(for: place, contents, isHook: isHook, cascade: folder.hooksCascade),
            let hook = contents.hooks[outer], let parent = routers(hook).first
        {
            parentFile = hook
            step.parent = parent.key
            step.position = .max
            step.prefix = ""
            step.chain = []
            prefix = String(place.dropFirst(outer.count))
        }
        if !isHook, let name = folder.ownPrefix, let own = summaries[child].paths[name] {
            prefix = own
        } else {
            prefix = prefix.split(separator: "/").map { $0.hasPrefix("_") ? "/:" + $0.dropFirst() : "/" + $0 }.joined()
        }
        step.prefix = RoutePath.join(step.prefix, prefix)
        return routers(child).map { Step(child: $0, parentFile: parentFile, mount: step) }
    }

    /// The folder whose hooks stand before a file of `place`: its own, or the nearest around it where hooks cascade.
    private func hookFolder(for place: String, _ contents: Contents, isHook: Bool, cascade: Bool) -> String? {
        if !isHook, contents.hooks[place] != nil { return place }
        guard cascade else { return nil }
        return contents.hooks.keys.filter { place.hasPrefix($0 + "/") }.max { $0.utf8.count < $1.utf8.count }
    }
}
