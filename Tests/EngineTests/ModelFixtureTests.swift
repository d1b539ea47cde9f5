import Facts
import Rules
import SourceText
import Syntax
import Testing

@testable import Engine

/// A framework's model finds the routes that its fixtures say, and no others. In a fixture a comment `route: METHOD /path verdict`
/// speaks of the next line that is not such a comment; the verdict is `authenticated`, `open` or `unknown`, with `public`
/// after it for a route that is public by convention. The inventory must equal the comments.
@Test(arguments: ModelFixture.marked(with: "route"))
func modelFindsExactlyTheRoutesOfItsFixture(fixture: ModelFixture) throws {
    try check(fixture)
}

private func check(_ fixture: ModelFixture) throws {
    let library = try ModelFixture.models()
    let compiler = ModelCompiler(library.models)
    var outcomes: [FileOutcome] = []
    var expected: [String] = []
    for file in try fixture.files() {
        guard let language = Languages.forFile(file.path) else { continue }
        let analyzed = AnalyzedFile(
            path: file.path, bytes: file.bytes, language: language, models: compiler.models(for: language))
        outcomes.append(RuleRunner(rules: []).check(analyzed))
        expected += FixtureAnnotation.all(of: "route", in: file.bytes).map { "\(file.path):\($0.line): \($0.text)" }
    }
    #expect(compiler.errors.isEmpty)
    let project = ProjectFacts(FileSummaries(outcomes.compactMap(\.summary)), names: compiler.names)
    var found: [String: AuthenticationVerdict] = [:]
    for (file, outcome) in outcomes.enumerated() {
        for (index, route) in (outcome.summary?.routes ?? []).enumerated() {
            for access in project.accesses(file: file, route: index) {
                for method in access.methods {
                    let isPublic =
                        access.isOpened || access.hasPublicName
                        || access.path.map { project.isPublic(method: method, path: $0) } ?? false
                    let line = "\(outcome.path):\(route.line): \(method) \(access.path ?? "?") \(access.verdict.word)"
                    found[line + (isPublic ? " public" : "")] = access.verdict
                }
            }
        }
    }
    #expect(compiler.errors.isEmpty)
    #expect(!expected.isEmpty)
    let missing = Set(expected).subtracting(found.keys).sorted()
    let unexpected = found.filter { !expected.contains($0.key) }
    #expect(missing == [])
    #expect(unexpected == [:])
}

extension AuthenticationVerdict {
    fileprivate var word: String {
        switch self {
        case .authenticated: "authenticated"
        case .open: "open"
        case .unknown: "unknown"
        }
    }
}

@Test func everyFixtureOfAModelIsMarked() {
    let marked = Set(["route", "query", "response"].flatMap { ModelFixture.marked(with: $0).map(\.name) })
    #expect(ModelFixture.all.map(\.name).filter { !marked.contains($0) } == [])
}
