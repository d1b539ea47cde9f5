import Engine
import Findings
import Rules
import SourceText
import Syntax

/// What every command that reads code or rules starts with: the rules there are and what configuration says of them.
struct RunSetup {
    let directory: AbsolutePath
    let library: RuleLibrary
    let settings: RunSettings
    /// The folder that the project ends at: of the repository, or of the outermost configuration.
    let top: AbsolutePath
    /// Whether `top` is known to be a project's, so that its other files may be looked at.
    let isProject: Bool
    var diagnostics: [Diagnostic]

    /// Reads the rules and the configuration of some folders.
    /// - Parameters:
    ///   - folders: those whose configuration is heard; whatever the commands ask for later is, too.
    ///   - discover: called with settings for which all rules are known; what it gives is `discovered`.
    static func read<Discovered>(
        _ options: RuleOptions, _ selectionOptions: SelectionOptions? = nil, directory: AbsolutePath,
        start: AbsolutePath, discover: (RunSettings) async throws -> Discovered
    ) async throws -> (setup: RunSetup, discovered: Discovered) {
        var diagnostics: [Diagnostic] = []
        var library = RuleLibrary.builtIn(withRules: !options.noBuiltin)
        for path in options.rules {
            diagnostics += RulePackReader.add(AbsolutePath(path, in: directory), to: &library, from: directory)
        }
        let source: RunSettings.Source
        if let file = options.config {
            source = .file(AbsolutePath(file, in: directory))
        } else {
            source = options.noConfig ? .none : .discovered
        }
        let project = ProjectTop.find(from: start)
        // Which packs there are is known when all configuration files are, and those when all files are found.
        let early = RunSettings(
            source: source, selection: RuleSelection(), library: library, top: project.top, directory: directory,
            isComplete: false)
        _ = early.configuration(for: start)
        let discovered = try await discover(early)
        let folders = early.folders
        var packs: [String] = []
        for folder in folders {
            for pack in early.configuration(for: folder).rulesFrom where !packs.contains(pack.value) {
                packs.append(pack.value)
            }
        }
        for pack in packs {
            diagnostics += RulePackReader.add(AbsolutePath(pack, in: directory), to: &library, from: directory)
        }
        let selection = try selectionOptions?.selection(among: library) ?? RuleSelection()
        let settings = RunSettings(
            source: source, selection: selection, library: library, top: project.top, directory: directory,
            knownFolders: early.knownFolders)
        for folder in folders { _ = settings.configuration(for: folder) }
        let setup = RunSetup(
            directory: directory, library: library, settings: settings, top: project.top,
            isProject: project.isKnown, diagnostics: diagnostics)
        return (setup, discovered)
    }
}

/// Where a project ends.
enum ProjectTop {
    /// The nearest folder above `start` that holds a repository; else the farthest with a configuration file; else `start`
    /// itself, of which it is not known what it is.
    static func find(from start: AbsolutePath) -> (top: AbsolutePath, isKnown: Bool) {
        var configured: AbsolutePath?
        var folder: AbsolutePath? = start
        while let current = folder {
            if FileStatus.exists(AbsolutePath(".git", in: current)) { return (current, true) }
            if FileStatus.exists(AbsolutePath(ConfigurationLoader.fileName, in: current)) { configured = current }
            folder = current.parent
        }
        return (configured ?? start, configured != nil)
    }
}

extension SelectionOptions {
    /// What was asked for, which has to mean rules that there are.
    func selection(among library: RuleLibrary) throws -> RuleSelection {
        var selection = RuleSelection()
        selection.profile = profile
        selection.selected = try SelectionOptions.patterns(select, "--select", library)
        selection.ignored = try SelectionOptions.patterns(ignore, "--ignore", library)
        return selection
    }

    private static func patterns(
        _ texts: [String], _ option: String, _ library: RuleLibrary
    ) throws -> [RuleIdentifierPattern] {
        try texts.flatMap { $0.split(separator: ",") }.map { text in
            let pattern = RuleIdentifierPattern(text)
            guard library.rules.contains(where: { pattern.matches($0.id) }) else {
                let nearest = NearestName.of(pattern.text, in: library.rules.map(\.id))
                throw RunFailure(
                    "\(option): no rule is called '\(pattern.text)'" + (nearest.map { ", did you mean '\($0)'?" } ?? "")
                )
            }
            return pattern
        }
    }
}

extension RunSetup {
    /// What is wrong with the rules and configuration themselves.
    var problems: [Diagnostic] {
        Set(diagnostics + (library.errors + settings.errors).map(Diagnostic.init)).sorted()
    }
}
