import Glibc
import Subprocess
import SystemPackage
import Testing

/// A new directory to run the built binary in, removed with its content when the test lets go of it.
final class Workspace: Sendable {
    let path: String

    init(_ files: KeyValuePairs<String, String> = [:]) throws {
        var template = Array("/tmp/lintel-cli-XXXXXX".utf8CString)
        let created = template.withUnsafeMutableBufferPointer { buffer in buffer.baseAddress.flatMap { mkdtemp($0) } }
        _ = try #require(created)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        for (name, text) in files { try write(name, Array(text.utf8)) }
    }

    deinit {
        var process = pid_t()
        let words: [String] = ["rm", "-rf", path]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        if posix_spawnp(&process, "rm", nil, nil, &arguments, environ) == 0 { waitpid(process, nil, 0) }
        for argument in arguments { free(argument) }
    }

    func file(_ name: String) -> String { path + "/" + name }

    /// Writes a file, and makes the folders above it.
    func write(_ name: String, _ bytes: [UInt8]) throws {
        var folder = path
        for component in name.split(separator: "/").dropLast() {
            folder += "/" + component
            mkdir(folder, 0o755)
        }
        let stream = try #require(fopen(file(name), "w"))
        #expect(fwrite(bytes, 1, bytes.count, stream) == bytes.count)
        fclose(stream)
    }

    func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

    func read(_ name: String) throws -> String { try readAny(file(name)) }

    /// The text of a file anywhere.
    func readAny(_ path: String) throws -> String {
        let stream = try #require(fopen(path, "r"))
        defer { fclose(stream) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { bytes += buffer[..<count] }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Runs git here, which has to succeed.
    @discardableResult
    func git(_ arguments: String...) async throws -> String {
        let identity = [
            "-c", "user.name=Test", "-c", "user.email=test@example.invalid", "-c", "init.defaultBranch=main",
        ]
        let run = try await run("git", identity + arguments)
        #expect(run.status == 0, "git \(arguments): \(run.error)")
        return run.output
    }

    /// Runs the built `lintel` here.
    func lintel(_ arguments: [String], input: String = "", environment: [String: String] = [:]) async throws -> Run {
        try await run(Workspace.binary, arguments, input: input, environment: environment)
    }

    /// How a run ended and what it printed.
    struct Run: Sendable {
        let status: Int32
        let output: String
        let error: String
    }

    func run(
        _ program: String, _ arguments: [String], input: String = "", environment: [String: String] = [:]
    ) async throws -> Run {
        var variables: [Environment.Key: String] = ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"]
        for (name, value) in environment { variables[Environment.Key(stringLiteral: name)] = value }
        let result = try await Subprocess.run(
            program.hasPrefix("/") ? .path(FilePath(program)) : .name(program), arguments: Arguments(arguments),
            environment: .inherit.updating(variables), workingDirectory: FilePath(path), input: .string(input),
            output: .string(limit: 1 << 26), error: .string(limit: 1 << 24))
        guard case .exited(let status) = result.terminationStatus else {
            Issue.record("\(program) \(arguments): \(result.terminationStatus)")
            return Run(status: -1, output: "", error: "")
        }
        return Run(status: status, output: result.standardOutput, error: result.standardError)
    }

    /// The binary beside the tests.
    static let binary: String = {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = max(0, readlink("/proc/self/exe", &buffer, buffer.count - 1))
        let own = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return own.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/lintel"
    }()
}

/// What a stream must hold.
enum Expected: ExpressibleByStringLiteral {
    case text(String)
    /// All of these, somewhere.
    case containing([String])
    case nothing
    case anything

    init(stringLiteral text: String) { self = .text(text) }

    static func containing(_ texts: String...) -> Expected { .containing(texts) }
}

/// Runs `lintel` with arguments among files, and compares its exit status, its report and what it says besides.
@discardableResult
func check(
    _ arguments: [String], in workspace: Workspace, input: String = "", environment: [String: String] = [:],
    status: Int32, output: Expected = .anything, error: Expected = .nothing,
    sourceLocation: SourceLocation = #_sourceLocation
) async throws -> Workspace.Run {
    let run = try await workspace.lintel(arguments, input: input, environment: environment)
    #expect(run.status == status, "exit status; standard error: \(run.error)", sourceLocation: sourceLocation)
    for (expected, found, stream) in [(output, run.output, "standard output"), (error, run.error, "standard error")] {
        switch expected {
        case .text(let text): #expect(found == text, "\(stream)", sourceLocation: sourceLocation)
        case .containing(let texts):
            for text in texts { #expect(found.contains(text), "\(stream)", sourceLocation: sourceLocation) }
        case .nothing: #expect(found.isEmpty, "\(stream)", sourceLocation: sourceLocation)
        case .anything: break
        }
    }
    return run
}

/// `check` among files that are there for this run only.
@discardableResult
func check(
    _ arguments: String..., files: KeyValuePairs<String, String> = [:], input: String = "", status: Int32,
    output: Expected = .anything, error: Expected = .nothing, sourceLocation: SourceLocation = #_sourceLocation
) async throws -> Workspace.Run {
    try await check(
        arguments, in: Workspace(files), input: input, status: status, output: output, error: error,
        sourceLocation: sourceLocation)
}

/// Code that rules have something to say about.
enum Sample {
    static let bad = "res.status(400).json({ message: 'Invalid email' })\n"
    static let good = "res.status(400).json({ error: 'Invalid email', code: 400 })\n"
}
