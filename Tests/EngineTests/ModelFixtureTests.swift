import Facts
import Rules
import SourceText
import Syntax
import Testing

@testable import Engine

/// A framework's model finds the routes that its fixtures say, and no others. A fixture is a small project: the folder
/// `rules/models/<model>/`, or files `rules/models/<model>.<extension>`. In it a comment `route: METHOD /path verdict`
/// speaks of the next line that is not such a comment; the verdict is `authenticated`, `open` or `unknown`, with `public`
/// after it for a route that is public by convention. The inventory must equal the comments.
@Test(arguments: ModelFixture.all)
func modelFindsExactlyTheRoutesOfItsFixture(fixture: ModelFixture) throws {
    try check(fixture)
}

private func check(_ fixture: ModelFixture) throws {
    let library = try ModelFixture.models()
    let compiler = ModelCompiler(library.models)
    var outcomes: [FileOutcome] = []
    var expected: [String] = []
    for file in try fixture.files() {
        guard let language = Languages.forExtension(AnalyzedFile.fileExtension(of: file.path)) else { continue }
        let analyzed = AnalyzedFile(
            path: file.path, bytes: file.bytes, language: language, models: compiler.models(for: language))
        outcomes.append(RuleRunner(rules: []).check(analyzed))
        expected += RouteAnnotation.all(in: file.bytes, path: file.path)
    }
    #expect(compiler.errors.isEmpty)
    let project = ProjectFacts(outcomes.compactMap(\.summary), settings: ProjectSettings(), names: compiler.names)
    var found: [String: AuthenticationVerdict] = [:]
    for (file, outcome) in outcomes.enumerated() {
        for (index, route) in (outcome.summary?.routes ?? []).enumerated() {
            for access in project.accesses(file: file, route: index) {
                for method in access.methods {
                    let isPublic =
                        access.isOpened || access.path.map { project.isPublic(method: method, path: $0) } ?? false
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

/// The comments of a fixture that say which routes it has.
private enum RouteAnnotation {
    static func all(in bytes: [UInt8], path: String) -> [String] {
        var found: [String] = []
        var pending: [String] = []
        for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let text = String(decoding: line, as: UTF8.self)
            if let annotation = annotation(text) {
                pending.append(annotation)
            } else if !pending.isEmpty {
                found += pending.map { "\(path):\(number + 1): \($0)" }
                pending = []
            }
        }
        return found
    }

    private static func annotation(_ line: String) -> String? {
        let text = line.drop { $0 == " " || $0 == "\t" }
        for opening in ["// route: ", "# route: "] where text.hasPrefix(opening) {
            return String(text.dropFirst(opening.count))
        }
        return nil
    }
}

/// The fixture of one model.
struct ModelFixture: CustomTestStringConvertible, Sendable {
    let name: String
    let paths: [AbsolutePath]

    var testDescription: String { name }

    private static let folder = AbsolutePath("../../../rules/models", in: AbsolutePath(#filePath, in: .root))

    /// The fixtures of all models, by the names of folders and files beside the models.
    static let all: [ModelFixture] = {
        var paths: [String: [AbsolutePath]] = [:]
        for entry in (try? DirectoryReading.entries(of: folder, followsLink: true)) ?? [] {
            let name = String(decoding: entry.name, as: UTF8.self)
            if name.hasSuffix(".yaml") { continue }
            let stem = name.split(separator: ".").first.map(String.init) ?? name
            paths[stem, default: []].append(AbsolutePath(bytes: entry.name, in: folder))
        }
        return paths.map { ModelFixture(name: $0.key, paths: $0.value) }.sorted { $0.name < $1.name }
    }()

    static func models() throws -> RuleLibrary {
        var library = RuleLibrary()
        for entry in try DirectoryReading.entries(of: folder, followsLink: true) {
            let name = String(decoding: entry.name, as: UTF8.self)
            guard name.hasSuffix(".yaml") else { continue }
            library.add(try FileReading.read(AbsolutePath(bytes: entry.name, in: folder)), path: name)
        }
        #expect(library.errors.isEmpty)
        return library
    }

    /// Its files, by their paths below the model's folder.
    func files() throws -> [(path: String, bytes: [UInt8])] {
        var files: [(path: String, bytes: [UInt8])] = []
        var pending = paths.map { (path: $0, root: $0.name.contains(UInt8(ascii: ".")) ? Self.folder : $0) }
        while let next = pending.popLast() {
            if let entries = try? DirectoryReading.entries(of: next.path, followsLink: false) {
                pending += entries.map { (path: AbsolutePath(bytes: $0.name, in: next.path), root: next.root) }
            } else {
                files.append((next.path.display(from: next.root), try FileReading.read(next.path)))
            }
        }
        return files.sorted { $0.path < $1.path }
    }
}
