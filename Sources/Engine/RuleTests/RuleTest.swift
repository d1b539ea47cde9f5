import Syntax

/// A rule file with what stands beside it to test it.
public struct RuleTest: Sendable {
    /// Files that are analysed together.
    struct Project: Sendable {
        let top: AbsolutePath
        let files: [AbsolutePath]
        /// Whether it is a folder, which may have a configuration, and not a single file.
        let isFolder: Bool
    }

    let ruleFile: AbsolutePath
    let projects: [Project]

    /// The tests of the rule files that a path stands for: one file, or all in a folder and below it. A rule file without
    /// anything beside it is none.
    public static func all(at path: AbsolutePath) throws(FileReadingError) -> [RuleTest] {
        if !FileStatus.isDirectory(path) {
            guard let folder = path.parent else { return [] }
            let entries = try DirectoryReading.entries(of: folder, followsLink: true)
            _ = try FileReading.read(path)
            return [test(of: path, among: entries, in: folder)].compactMap { $0 }
        }
        var tests: [RuleTest] = []
        var folders = [path]
        while let folder = folders.popLast() {
            let entries = try DirectoryReading.entries(of: folder, followsLink: folder == path)
            var projects: Set<[UInt8]> = []
            for entry in entries where entry.kind == .file && RulePackReader.isRuleFileName(entry.name) {
                guard let test = test(of: AbsolutePath(bytes: entry.name, in: folder), among: entries, in: folder)
                else {
                    continue
                }
                tests.append(test)
                projects.formUnion(test.projects.filter(\.isFolder).map { Array($0.top.name) })
            }
            for entry in entries
            where entry.kind == .directory && entry.name.first != UInt8(ascii: ".") && !projects.contains(entry.name) {
                folders.append(AbsolutePath(bytes: entry.name, in: folder))
            }
        }
        return tests.sorted { $0.ruleFile < $1.ruleFile }
    }

    private static func test(
        of ruleFile: AbsolutePath, among entries: [DirectoryEntry], in folder: AbsolutePath
    ) -> RuleTest? {
        let name = String(decoding: ruleFile.name, as: UTF8.self)
        var projects: [Project] = []
        for entry in entries.sorted(by: { $0.name.lexicographicallyPrecedes($1.name) }) {
            let path = AbsolutePath(bytes: entry.name, in: folder)
            switch entry.kind {
            case .file where isTarget(String(decoding: entry.name, as: UTF8.self), ofRuleFile: name):
                projects.append(Project(top: folder, files: [path], isFolder: false))
            case .directory where isProject(entry.name, ofRuleFile: name):
                projects += self.projects(in: path)
            default: break
            }
        }
        return projects.isEmpty ? nil : RuleTest(ruleFile: ruleFile, projects: projects)
    }

    /// `name/` tests `name.yaml`. Where it holds nothing but folders, each of them is a project.
    private static func isProject(_ folder: [UInt8], ofRuleFile ruleFile: String) -> Bool {
        ruleFile.utf8.elementsEqual(folder + Array(".yaml".utf8))
            || ruleFile.utf8.elementsEqual(folder + Array(".yml".utf8))
    }

    private static func projects(in folder: AbsolutePath) -> [Project] {
        let entries = (try? DirectoryReading.entries(of: folder, followsLink: false)) ?? []
        let isCollection = !entries.isEmpty && entries.allSatisfy { $0.kind == .directory }
        let tops =
            isCollection
            ? entries.map { AbsolutePath(bytes: $0.name, in: folder) }.sorted() : [folder]
        let options = DiscoveryOptions(
            selection: FileSelection(extensions: Languages.all.flatMap(\.fileExtensions)), honorsIgnores: false)
        return tops.map { top in
            let files = FileDiscovery.files(at: ["."], in: top, options: options).files.map(\.path)
            return Project(top: top, files: files.filter { !isFixed($0) }, isFolder: true)
        }
    }

    private static func isFixed(_ path: AbsolutePath) -> Bool {
        path.name.split(separator: UInt8(ascii: ".")).dropFirst().contains { $0.elementsEqual("fixed".utf8) }
    }

    /// `dir/name.fixed.ts` for `dir/name.ts`.
    static func fixedFile(of target: AbsolutePath) -> AbsolutePath {
        let name = Array(target.name)
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), let folder = target.parent else { return target }
        return AbsolutePath(bytes: Array(name[..<dot]) + Array(".fixed".utf8) + Array(name[dot...]), in: folder)
    }

    /// Whether a file is a test of the rule file: `name.yaml` is tested by `name.py`, `name.test.ts`, not by `name.fixed.py`.
    static func isTarget(_ name: String, ofRuleFile ruleFile: String) -> Bool {
        let stem = ruleFile.split(separator: ".").dropLast().joined(separator: ".")
        let parts = name.split(separator: ".")
        guard name != ruleFile, parts.count > 1, let last = parts.last, last != "yaml", last != "yml",
            !parts.dropFirst().contains("fixed")
        else { return false }
        return stem.contains(".") ? name.hasPrefix(stem + ".") : parts[0] == stem
    }
}
