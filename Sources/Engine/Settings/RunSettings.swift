import Findings
import Rules
import Synchronization
import Syntax
import YAML

/// Finds out what is in force for each file: configuration files above it, manifests, and the command line.
public final class RunSettings: Sendable {
    /// Where configuration comes from.
    public enum Source: Sendable {
        /// The files above each linted file.
        case discovered
        /// One file, named by the user.
        case file(AbsolutePath)
        case none
    }

    private let source: Source
    private let selection: RuleSelection
    private let library: RuleLibrary
    private let directory: AbsolutePath
    /// What walks tell of folders, so that they need not be asked for files they do not hold.
    public let knownFolders: KnownFolders
    private let state: Mutex<State>

    private struct State {
        var loader: ConfigurationLoader
        var manifests: ProjectManifests
        var folders: [FolderKey: Folder] = [:]
        var settings: [Key: FileSettings] = [:]
        var active: [ConfigurationKey: ActiveRules] = [:]
        var configurations: [AbsolutePath: Configuration] = [:]
        /// The folder that was asked for last, and whether its configuration excludes anything: a walk asks for each file.
        var lastFolder: (path: AbsolutePath, hasExcludes: Bool)?
        var errors: [YAMLError] = []
    }

    private struct FolderKey: Hashable {
        let path: AbsolutePath
        /// The name of the language; nil where it is none of ours.
        let language: String?
    }

    /// What the files of one language in a folder have in common.
    private struct Folder {
        let cascade: ConfigurationCascade
        let packages: Set<String>
        /// By the overrides that mean a file.
        var settings: [[Int]: FileSettings] = [:]
    }

    private struct ConfigurationKey: Hashable {
        let paths: [String]
        let overrides: [Int]
    }

    private struct Key: Hashable {
        let configuration: ConfigurationKey
        let packages: Set<String>

        /// The packages of a project are hundreds, and the same for all of its folders: their number tells enough.
        func hash(into hasher: inout Hasher) {
            hasher.combine(configuration)
            hasher.combine(packages.count)
        }
    }

    /// - Parameters:
    ///   - top: the folder above which nothing belongs to the project.
    ///   - directory: what errors name files relative to.
    ///   - isComplete: whether `library` has all rules that configuration may speak of; if not, any are accepted.
    ///   - knownFolders: what walks told another's settings.
    public init(
        source: Source, selection: RuleSelection, library: RuleLibrary, top: AbsolutePath, directory: AbsolutePath,
        isComplete: Bool = true, knownFolders: KnownFolders = KnownFolders()
    ) {
        self.source = source
        self.selection = selection
        self.library = library
        self.directory = directory
        self.knownFolders = knownFolders
        state = Mutex(
            State(
                loader: ConfigurationLoader(
                    catalog: isComplete ? library.catalog : .unknown,
                    read: { ConfigurationFiles.read($0, knownFolders) }),
                manifests: ProjectManifests(top: top, knownFolders: knownFolders)))
    }

    /// What was wrong in the configuration files that were read.
    public var errors: [YAMLError] { state.withLock(\.errors) }

    /// What is in force for a file. Where its configuration has errors, that is the defaults.
    public func settings(for file: AbsolutePath) -> FileSettings {
        let folder = file.parent ?? .root
        let language = Languages.forFile(String(decoding: file.name, as: UTF8.self))
        let key = FolderKey(path: folder, language: language?.names[0])
        return state.withLock { state in
            let common = common(to: key, language, &state)
            let overrides = common.cascade.hasOverrides ? common.cascade.overrides(for: file.string) : []
            if let known = common.settings[overrides] { return known }
            let found = settings(for: file, overrides, common, &state)
            state.folders[key]?.settings[overrides] = found
            return found
        }
    }

    private func common(to key: FolderKey, _ language: (any Language)?, _ state: inout State) -> Folder {
        if let known = state.folders[key] { return known }
        let folder = Folder(
            cascade: cascade(for: key.path, &state),
            packages: language.map { state.manifests.packages(for: key.path, $0) } ?? [])
        state.folders[key] = folder
        return folder
    }

    private func settings(
        for file: AbsolutePath, _ overrides: [Int], _ folder: Folder, _ state: inout State
    ) -> FileSettings {
        let key = Key(
            configuration: ConfigurationKey(paths: folder.cascade.paths, overrides: overrides),
            packages: folder.packages)
        if let known = state.settings[key] { return known }
        let configuration = folder.cascade.configuration(for: file.string)
        let active =
            state.active[key.configuration]
            ?? ActiveRules(configuration, selection: selection, library: library)
        state.active[key.configuration] = active
        let settings = FileSettings(
            configuration: configuration, active: active, library: library, packages: key.packages)
        state.settings[key] = settings
        return settings
    }

    /// The configuration of a folder, overrides for single files left out.
    public func configuration(for folder: AbsolutePath) -> Configuration {
        state.withLock { state in
            if let known = state.configurations[folder] { return known }
            let configuration = cascade(for: folder, &state).configuration()
            state.configurations[folder] = configuration
            return configuration
        }
    }

    /// The files that the configuration of a folder comes from, the farthest first.
    public func configurationPaths(for folder: AbsolutePath) -> [String] {
        state.withLock { cascade(for: folder, &$0).paths }
    }

    /// Whether an `exclude` that is in force for a file or directory means it.
    public func excludes(_ path: AbsolutePath) -> Bool {
        let folder = path.parent ?? .root
        if state.withLock({ $0.lastFolder.map { $0.path == folder && !$0.hasExcludes } ?? false }) { return false }
        let configuration = configuration(for: folder)
        state.withLock { $0.lastFolder = (folder, !configuration.exclude.isEmpty) }
        return configuration.excludes(path.string)
    }

    /// The folders whose configuration was asked for.
    public var folders: [AbsolutePath] { state.withLock { $0.configurations.keys.sorted() } }

    private func cascade(for folder: AbsolutePath, _ state: inout State) -> ConfigurationCascade {
        do throws(ConfigurationErrors) {
            switch source {
            case .discovered: return try state.loader.cascade(forFolder: folder.string)
            case .file(let path): return try state.loader.cascade(ofFile: path.string)
            case .none: return ConfigurationCascade()
            }
        } catch {
            for error in error.errors {
                let path = AbsolutePath(error.path, in: .root).display(from: directory)
                let shown = YAMLError(path: path, line: error.line, column: error.column, message: error.message)
                if !state.errors.contains(shown) { state.errors.append(shown) }
            }
            return ConfigurationCascade()
        }
    }
}

/// Reads configuration files from the disk.
enum ConfigurationFiles {
    static func read(_ path: String, _ knownFolders: KnownFolders) -> ConfigurationSource {
        let file = AbsolutePath(path, in: .root)
        if let folder = file.parent, file.name.elementsEqual(ConfigurationLoader.fileName.utf8),
            knownFolders.lacks(ConfigurationLoader.fileName, in: folder)
        {
            return .missing
        }
        do throws(FileReadingError) {
            return .bytes(try FileReading.read(file, limit: 1 << 20))
        } catch {
            if case .missing = error { return .missing }
            return .unreadable(error.explanation)
        }
    }
}
