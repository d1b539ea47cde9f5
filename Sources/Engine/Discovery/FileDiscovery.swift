/// Turns the paths of a command line into the files to analyse.
///
/// A directory is walked; links inside it are not followed, so a walk always ends. A path that the user names is taken even
/// where a gitignore file, its dot or the name of its directory would have a walk pass it over; the configured excludes
/// and the names of generated files hold for it too, since hooks name every file they know.
public struct FileDiscovery {
    private let options: DiscoveryOptions
    private let workingDirectory: AbsolutePath
    private var rules: IgnoreRules
    private var result = DiscoveryResult()
    private var excludedDirectories: [AbsolutePath: Bool] = [:]

    /// The files that `paths` stand for to somebody in `workingDirectory`.
    public static func files(
        at paths: [String], in workingDirectory: AbsolutePath, options: DiscoveryOptions
    ) -> DiscoveryResult {
        var discovery = FileDiscovery(options: options, workingDirectory: workingDirectory)
        for path in paths { discovery.add(path) }
        return discovery.inOrder()
    }

    /// The files among `listed`, which git knows and which need not be on the disk, that `paths` stand for.
    ///
    /// They pass through what a walk passes them through, but for gitignore files, which say nothing of tracked files.
    public static func files(
        among listed: [AbsolutePath], at paths: [String], in workingDirectory: AbsolutePath, options: DiscoveryOptions
    ) -> DiscoveryResult {
        var discovery = FileDiscovery(options: options, workingDirectory: workingDirectory)
        let roots = paths.map { AbsolutePath($0, in: workingDirectory) }
        for (argument, root) in zip(paths, roots) where !listed.contains(where: { $0.relativeBytes(to: root) != nil }) {
            // Nothing of it is listed: right for a directory in which nothing changed, wrong for a path that is not there.
            if case .failure(let reason) = FileStatus.kind(of: root) {
                discovery.result.problems.append(DiscoveryProblem(path: root, display: argument, reason: reason))
            }
        }
        for path in listed {
            if let root = roots.first(where: { path.relativeBytes(to: $0) != nil }) {
                discovery.add(listed: path, in: root)
            }
        }
        return discovery.inOrder()
    }

    private init(options: DiscoveryOptions, workingDirectory: AbsolutePath) {
        self.options = options
        self.workingDirectory = workingDirectory
        rules = IgnoreRules(userFile: options.honorsIgnores ? options.userIgnoreFile : nil)
    }

    /// What was found, each file once, as it was found first.
    private consuming func inOrder() -> DiscoveryResult {
        // A walk finds files in this order, so that there is mostly nothing to do.
        result.files.sort { $0.path < $1.path }
        if zip(result.files, result.files.dropFirst()).contains(where: { $0.path == $1.path }) {
            var files: [DiscoveredFile] = []
            for file in result.files where files.last?.path != file.path { files.append(file) }
            result.files = files
        }
        return result
    }

    // MARK: - Paths that the user named

    private mutating func add(_ argument: String) {
        let path = AbsolutePath(argument, in: workingDirectory)
        switch FileStatus.kind(of: path) {
        case .failure(let reason):
            result.problems.append(DiscoveryProblem(path: path, display: argument, reason: reason))
        case .success(.directory):
            if isExcludedFromAbove(path) || options.isExcluded(path, true) {
                refuse(argument, .excluded)
            } else {
                walk(path)
            }
        case .success(.file):
            if isExcludedFromAbove(path) || options.isExcluded(path, false) {
                refuse(argument, .excluded)
            } else if !options.selection.contains(path.name) {
                refuse(argument, .unrecognized)
            } else if options.honorsIgnores, ConventionalNames.isGenerated(path.name) {
                refuse(argument, .generatedName)
            } else {
                take(path, isExplicit: true)
            }
        case .success:
            result.problems.append(DiscoveryProblem(path: path, display: argument, reason: .special))
        }
    }

    private mutating func add(listed path: AbsolutePath, in root: AbsolutePath) {
        guard options.selection.contains(path.name) else { return }
        let relative = path.relativeBytes(to: root) ?? []
        let directories = relative.split(separator: AbsolutePath.slash).dropLast()
        if isExcludedFromAbove(path) || options.isExcluded(path, false) {
            result.exclusions[.excluded, default: 0] += 1
        } else if options.honorsIgnores, directories.contains(where: { ConventionalNames.isVendored(Array($0)) }) {
            result.exclusions[.vendored, default: 0] += 1
        } else if options.honorsIgnores, directories.contains(where: { $0.first == 0x2E }) {
            result.exclusions[.hidden, default: 0] += 1
        } else if options.honorsIgnores, ConventionalNames.isGenerated(path.name) {
            result.exclusions[.generatedName, default: 0] += 1
        } else {
            take(path, isExplicit: path == root)
        }
    }

    private mutating func refuse(_ argument: String, _ exclusion: PathExclusion) {
        result.exclusions[exclusion, default: 0] += 1
        result.refused.append((argument, exclusion))
    }

    /// Whether a directory above is excluded. What is found is kept, since neighbours ask the same.
    private mutating func isExcludedFromAbove(_ path: AbsolutePath) -> Bool {
        guard let directory = path.parent else { return false }
        if let known = excludedDirectories[directory] { return known }
        let isExcluded = options.isExcluded(directory, true) || isExcludedFromAbove(directory)
        excludedDirectories[directory] = isExcluded
        return isExcluded
    }

    private mutating func take(_ path: AbsolutePath, isExplicit: Bool) {
        result.files.append(
            DiscoveredFile(path: path, display: path.display(from: workingDirectory), isExplicit: isExplicit))
    }

    // MARK: - Walking

    /// What a walk comes to next.
    private enum Step {
        case file(AbsolutePath)
        /// With the ignore files in force for it.
        case directory(AbsolutePath, IgnoreRules.Scope)
    }

    /// Takes the files in a directory and below it, in the order of their paths.
    private mutating func walk(_ root: AbsolutePath) {
        let scope = options.honorsIgnores ? rules.scope(ofRoot: root, top: workingDirectory) : -1
        var steps = [Step.directory(root, scope)]
        while let step = steps.popLast() {
            switch step {
            case .file(let path): take(path, isExplicit: false)
            case .directory(let directory, let scope): visit(directory, scope, isRoot: directory == root, &steps)
            }
        }
    }

    private mutating func visit(
        _ directory: AbsolutePath, _ scope: IgnoreRules.Scope, isRoot: Bool, _ steps: inout [Step]
    ) {
        let entries: [DirectoryEntry]
        do {
            entries = try DirectoryReading.entries(of: directory, followsLink: isRoot)
        } catch {
            // A directory that went away during the walk has nothing to tell; the one that was asked for has.
            if error != .missing || isRoot {
                result.problems.append(
                    DiscoveryProblem(
                        path: directory, display: directory.display(from: workingDirectory), reason: error))
            }
            return
        }
        // A directory with this file is a virtual environment, whatever its name.
        if options.honorsIgnores, !isRoot, entries.contains(where: { $0.name == FileDiscovery.environmentMarker }) {
            result.exclusions[.vendored, default: 0] += 1
            return
        }
        options.knownFolders?.remember(entries.lazy.map(\.name), in: directory)
        // That of the root was found with those above it.
        let inner = isRoot ? scope : self.scope(of: directory, holding: entries, inside: scope)
        steps += self.steps(to: entries, of: directory, inner).sorted { $1.key.lexicographicallyPrecedes($0.key) }.map(
            \.step)
    }

    /// Where a walk goes from a directory, each step with what it is ordered by: what the paths of its files have there.
    private mutating func steps(
        to entries: [DirectoryEntry], of directory: AbsolutePath, _ scope: IgnoreRules.Scope
    ) -> [(key: [UInt8], step: Step)] {
        var steps: [(key: [UInt8], step: Step)] = []
        let prefix = (directory == .root ? [] : directory.bytes) + [AbsolutePath.slash]
        for entry in entries {
            switch entry.kind {
            case .directory:
                let path = AbsolutePath(normalized: prefix + entry.name)
                if let exclusion = exclusion(ofDirectory: path, named: entry.name, scope: scope) {
                    // The repository's own store is no directory that anybody meant.
                    if entry.name != FileDiscovery.gitDirectory { result.exclusions[exclusion, default: 0] += 1 }
                } else {
                    steps.append((entry.name + [AbsolutePath.slash], .directory(path, scope)))
                }
            case .file, .symbolicLink:
                guard options.selection.contains(entry.name) else { continue }
                let path = AbsolutePath(normalized: prefix + entry.name)
                if let exclusion = exclusion(ofFile: path, entry, scope: scope) {
                    result.exclusions[exclusion, default: 0] += 1
                } else {
                    steps.append((entry.name, .file(path)))
                }
            case .special:
                continue
            }
        }
        return steps
    }

    private static let gitDirectory = Array(".git".utf8)
    private static let ignoreFile = Array(IgnoreRules.fileName.utf8)
    private static let environmentMarker = Array("pyvenv.cfg".utf8)

    private func exclusion(
        ofDirectory path: AbsolutePath, named name: [UInt8], scope: IgnoreRules.Scope
    ) -> PathExclusion? {
        if name == FileDiscovery.gitDirectory { return .hidden }
        if options.honorsIgnores {
            if ConventionalNames.isVendored(name) { return .vendored }
            if name.first == 0x2E { return .hidden }
            if rules.isIgnored(path, isDirectory: true, scope: scope) { return .ignored }
        }
        return options.isExcluded(path, true) ? .excluded : nil
    }

    private func exclusion(
        ofFile path: AbsolutePath, _ entry: DirectoryEntry, scope: IgnoreRules.Scope
    ) -> PathExclusion? {
        if options.honorsIgnores {
            if rules.isIgnored(path, isDirectory: false, scope: scope) { return .ignored }
            if ConventionalNames.isGenerated(entry.name) { return .generatedName }
        }
        if options.isExcluded(path, false) { return .excluded }
        return entry.kind == .symbolicLink ? .symbolicLink : nil
    }

    /// The scope for the entries of a directory that a walk comes to. Most hold no file that could change it.
    private mutating func scope(
        of directory: AbsolutePath, holding entries: [DirectoryEntry], inside scope: IgnoreRules.Scope
    ) -> IgnoreRules.Scope {
        guard options.honorsIgnores else { return -1 }
        var scope = scope
        if entries.contains(where: { $0.name == FileDiscovery.gitDirectory }), IgnoreRules.isRepository(directory) {
            scope = rules.repositoryScope(directory)
        }
        if entries.contains(where: { $0.name == FileDiscovery.ignoreFile }) {
            scope = rules.scope(of: directory, inside: scope)
        }
        return scope
    }
}
