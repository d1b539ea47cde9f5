import Rules
import SourceText
import Syntax
import TestSupport
import Testing

@testable import Engine
@testable import Facts
@testable import Matching

/// What is known of a file is forgotten when it has been checked, or the memory of a run would grow with its files. What is
/// found out on the way refers to the file's facts: one thing that the facts keep and that keeps them would hold the whole file.
@Suite struct FileLifetimeTests {
    private static let folder = AbsolutePath(Repository.path + "/rules", in: .root)

    @Test(arguments: [SummaryDetail.findings, .inventory])
    func filesThatRulesFireInAreForgotten(detail: SummaryDetail) throws {
        let paths = try Self.files(below: Self.folder)
        var library = RuleLibrary()
        for path in paths where Self.name(path).hasSuffix(".yaml") && Self.name(path) != ".lintrc.yaml" {
            library.add(try FileReading.read(path), path: path.display(from: Self.folder))
        }
        let models = ModelCompiler(library.models)
        var rules: [String: [Rule]] = [:]
        var kept: [String] = []
        var count = 0
        for path in paths {
            guard let language = Languages.forFile(Self.name(path)) else {
                continue
            }
            let compiled = try rules[language.names[0]] ?? Self.rules(of: library, for: language)
            rules[language.names[0]] = compiled
            let bytes = try FileReading.read(path)
            let forgotten = isForgotten {
                AnalyzedFile(
                    path: path.display(from: Self.folder), bytes: bytes, language: language,
                    models: models.models(for: language))
            } use: {
                RuleRunner(rules: compiled).check($0, detail: detail)
            }
            count += 1
            if !forgotten { kept.append(path.display(from: Self.folder)) }
        }
        #expect(library.errors.isEmpty)
        #expect(count > 300)
        #expect(kept == [])
    }

    /// Whether nothing holds the facts and the tree of a file after its use.
    private func isForgotten(_ make: () -> AnalyzedFile, use: (AnalyzedFile) -> FileOutcome) -> Bool {
        weak var facts: FileFacts?
        weak var target: MatchTarget?
        // What is left of the file lives on, as it does in a run.
        var outcome: FileOutcome?
        do {
            let file = make()
            outcome = use(file)
            facts = file.facts
            target = file.target
        }
        return withExtendedLifetime(outcome) { facts == nil && target == nil }
    }

    private static func rules(of library: RuleLibrary, for language: any Language) throws -> [Rule] {
        try library.rules.filter { $0.mode != .suppressions && $0.applies(to: language) }.map {
            try $0.compiled(for: language, pathSets: library.pathSets)
        }
    }

    private static func files(below folder: AbsolutePath) throws -> [AbsolutePath] {
        try DirectoryReading.entries(of: folder, followsLink: true).flatMap { entry in
            let path = AbsolutePath(bytes: entry.name, in: folder)
            return (try? files(below: path)) ?? [path]
        }
    }

    private static func name(_ path: AbsolutePath) -> String { String(decoding: path.name, as: UTF8.self) }
}
