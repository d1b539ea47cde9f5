import Rules
import Syntax
import TestSupport
import Testing

@testable import Engine

/// The fixture of one model, a small project: the folder `rules/models/<model>/`, or files `rules/models/<model>.<extension>`.
struct ModelFixture: CustomTestStringConvertible, Sendable {
    let name: String
    let paths: [AbsolutePath]

    var testDescription: String { name }

    private static let folder = AbsolutePath(Repository.path + "/rules/models", in: .root)

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

    /// Those that say something of a kind in their comments.
    static func marked(with kind: String) -> [ModelFixture] {
        all.filter { fixture in
            ((try? fixture.files()) ?? []).contains { !FixtureAnnotation.all(of: kind, in: $0.bytes).isEmpty }
        }
    }

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

    /// The facts of each file are what its comments of a kind say, each after the number of its line, and no others.
    func check(_ kind: String, _ describe: (AnalyzedFile) -> [String]) throws {
        let compiler = ModelCompiler(try Self.models().models)
        for file in try files() {
            let expected = FixtureAnnotation.all(of: kind, in: file.bytes).map { "\($0.line): \($0.text)" }
            let language = try #require(Languages.forFile(file.path))
            let found = describe(
                AnalyzedFile(
                    path: file.path, bytes: file.bytes, language: language, models: compiler.models(for: language)))
            #expect(compiler.errors.isEmpty)
            #expect(found == expected, "\(file.path)")
        }
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
