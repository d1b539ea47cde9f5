import Findings

/// Reads packs of rules from the disk.
public enum RulePackReader {
    /// Adds what `path` holds: a file, or the rule and model files in a folder and below it. Other YAML files there are let
    /// be, since packs have fixtures; a file that is named itself has to be one.
    /// - Parameter directory: what names in messages are relative to.
    public static func add(
        _ path: AbsolutePath, to library: inout RuleLibrary, from directory: AbsolutePath
    ) -> [Diagnostic] {
        switch FileStatus.kind(of: path) {
        case .failure(let reason):
            return [problem(path, reason.explanation, from: directory)]
        case .success(.file):
            return add(file(path, from: directory, isNamed: true), to: &library)
        case .success(.directory):
            return addFolder(path, to: &library, from: directory)
        case .success:
            return [problem(path, FileReadingError.special.explanation, from: directory)]
        }
    }

    /// Adds what rules are tested with: what stands in the folder of a rule file, or in a folder of them and below it, and the
    /// models in the folder `models` beside, as `rules/models` stands beside `rules/auth`. Errors are the library's.
    public static func addForTests(_ path: AbsolutePath, to library: inout RuleLibrary, from directory: AbsolutePath) {
        let isFolder = FileStatus.isDirectory(path)
        guard let folder = isFolder ? path : path.parent else { return }
        let models = folder.parent.map { AbsolutePath("models", in: $0) }
        if let models, models != folder, FileStatus.isDirectory(models) {
            _ = addFolder(models, to: &library, from: directory)
        }
        _ = addFolder(folder, to: &library, from: directory, isDeep: isFolder)
    }

    private static func problem(_ path: AbsolutePath, _ reason: String, from directory: AbsolutePath) -> Diagnostic {
        Diagnostic(severity: .error, path: path.display(from: directory), message: "cannot read rules: \(reason)")
    }

    /// What reading a file gave.
    private enum Outcome: Sendable {
        case file(LibraryFile)
        case problem(Diagnostic)
        /// The file holds neither rules nor a model.
        case nothing
    }

    private static func file(_ path: AbsolutePath, from directory: AbsolutePath, isNamed: Bool) -> Outcome {
        do throws(FileReadingError) {
            let bytes = try FileReading.read(path, limit: sizeLimit)
            guard isNamed || RuleLibrary.isRuleOrModelFile(bytes) else { return .nothing }
            return .file(LibraryFile(bytes, path: path.display(from: directory), isChecked: true))
        } catch {
            return .problem(problem(path, error.explanation, from: directory))
        }
    }

    private static func add(_ outcome: Outcome, to library: inout RuleLibrary) -> [Diagnostic] {
        switch outcome {
        case .file(let file): library.add(file)
        case .problem(let problem): return [problem]
        case .nothing: break
        }
        return []
    }

    private static let sizeLimit = 8 << 20

    private static func addFolder(
        _ root: AbsolutePath, to library: inout RuleLibrary, from directory: AbsolutePath, isDeep: Bool = true
    ) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        var found: [AbsolutePath] = []
        var folders = [root]
        while let folder = folders.popLast() {
            do throws(FileReadingError) {
                for entry in try DirectoryReading.entries(of: folder, followsLink: folder == root) {
                    let path = AbsolutePath(bytes: entry.name, in: folder)
                    switch entry.kind {
                    case .directory where isDeep && entry.name.first != UInt8(ascii: "."): folders.append(path)
                    case .file where isRuleFileName(entry.name): found.append(path)
                    default: break
                    }
                }
            } catch {
                diagnostics.append(problem(folder, error.explanation, from: directory))
            }
        }
        if found.isEmpty, diagnostics.isEmpty {
            diagnostics.append(problem(root, "no YAML file in it", from: directory))
        }
        let outcomes = ParallelMap.map(found.sorted(), jobs: ProcessorCount.available()) { path in
            file(path, from: directory, isNamed: false)
        }
        for outcome in outcomes { diagnostics += add(outcome, to: &library) }
        return diagnostics
    }

    /// `name.yaml` or `name.yml`; `name.test.yaml` and `name.fixed.yaml` are fixtures.
    public static func isRuleFileName(_ name: [UInt8]) -> Bool {
        let parts = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard let last = parts.last, parts.count > 1, parts.first?.isEmpty == false else { return false }
        guard last.elementsEqual("yaml".utf8) || last.elementsEqual("yml".utf8) else { return false }
        return !parts.dropFirst().dropLast().contains {
            $0.elementsEqual("test".utf8) || $0.elementsEqual("fixed".utf8)
        }
    }
}
