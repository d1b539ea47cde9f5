import Glibc
import Subprocess
import SystemPackage
import Testing

@testable import Engine

/// A new directory, removed with its content when the test lets go of it.
final class TemporaryDirectory: Sendable {
    let path: AbsolutePath

    init() throws {
        var template = Array("/tmp/lintel-test-XXXXXX".utf8CString)
        let created = template.withUnsafeMutableBufferPointer { buffer in buffer.baseAddress.flatMap { mkdtemp($0) } }
        _ = try #require(created)
        path = AbsolutePath(bytes: template.dropLast().map { UInt8(bitPattern: $0) })
    }

    deinit {
        TemporaryDirectory.removeAll(path)
    }

    private static func removeAll(_ path: AbsolutePath) {
        // A directory that a test has closed is opened again, so that everything goes.
        chmod(path.terminated, 0o700)
        for entry in (try? DirectoryReading.entries(of: path, followsLink: false)) ?? [] {
            let child = AbsolutePath(bytes: entry.name, in: path)
            if entry.kind == .directory { removeAll(child) } else { unlink(child.terminated) }
        }
        rmdir(path.terminated)
    }

    /// Writes files with their directories; a name that ends with a slash makes an empty directory.
    func write(_ files: KeyValuePairs<String, String>) throws {
        for (name, text) in files { try write(Array(name.utf8), Array(text.utf8)) }
    }

    func write(_ name: [UInt8], _ bytes: [UInt8]) throws {
        let components = name.split(separator: 0x2F, omittingEmptySubsequences: true)
        let isDirectory = name.last == 0x2F
        var directory = path
        for component in isDirectory ? components[...] : components.dropLast() {
            directory = AbsolutePath(bytes: Array(component), in: directory)
            mkdir(directory.terminated, 0o755)
        }
        if isDirectory { return }
        let file = fopen(AbsolutePath(bytes: name, in: path).terminated, "w")
        try #require(file != nil)
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }

    func read(_ name: String) throws -> String {
        String(decoding: try FileReading.read(AbsolutePath(name, in: path)), as: UTF8.self)
    }

    func link(_ name: String, to target: String) throws {
        try #require(symlink(target, AbsolutePath(name, in: path).terminated) == 0)
    }

    /// Runs git in the directory, or in one below it, and gives what it prints.
    @discardableResult
    func git(
        _ arguments: String..., in directory: String = ".", input: [UInt8] = [], accepting statuses: Set<Int32> = [0]
    ) async throws -> [UInt8] {
        let identity = [
            "-c", "user.name=Test", "-c", "user.email=test@example.invalid", "-c", "init.defaultBranch=main",
        ]
        let place = AbsolutePath(directory, in: path)
        let result = try await Subprocess.run(
            .name("git"), arguments: Arguments(identity + arguments),
            environment: .inherit.updating(["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"]),
            workingDirectory: FilePath(place.string), input: .array(input), output: .bytes(limit: .max),
            error: .string(limit: 1 << 20))
        guard case .exited(let status) = result.terminationStatus, statuses.contains(status) else {
            Issue.record("git \(arguments): \(result.terminationStatus) \(result.standardError)")
            return []
        }
        return result.standardOutput
    }
}
