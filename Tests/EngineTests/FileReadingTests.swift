import Glibc
import Testing

@testable import Engine

@Suite struct FileReadingTests {
    private func check(
        _ name: String, limit: Int = .max, _ expected: Result<[UInt8], FileReadingError>,
        prepare: (TemporaryDirectory) throws -> Void, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let directory = try TemporaryDirectory()
        try prepare(directory)
        let result = Result { () throws(FileReadingError) in
            try FileReading.read(AbsolutePath(name, in: directory.path), limit: limit)
        }
        #expect(result == expected, sourceLocation: sourceLocation)
    }

    @Test func readsWholeFiles() throws {
        let large = [UInt8](repeating: 0x61, count: 300_000)
        try check("a", .success([])) { try $0.write(["a": ""]) }
        try check("a", .success(large)) { try $0.write(Array("a".utf8), large) }
        try check("b", .success([0x78])) {
            try $0.write(["a": "x"])
            try $0.link("b", to: "a")
        }
    }

    @Test func saysWhyItCannot() throws {
        try check("a", .failure(.missing)) { _ in }
        try check("a", .failure(.directory)) { try $0.write(["a/": ""]) }
        try check("a", .failure(.special)) { mkfifo(AbsolutePath("a", in: $0.path).terminated, 0o600) }
        try check("a", .failure(.unreadable(ELOOP))) { try $0.link("a", to: "a") }
        try check("../../dev/zero", .failure(.special)) { _ in }
    }

    @Test func readsNoMoreThanTheLimit() throws {
        try check("a", limit: 3, .success(Array("abc".utf8))) { try $0.write(["a": "abc"]) }
        try check("a", limit: 2, .failure(.oversized(limit: 2))) { try $0.write(["a": "abc"]) }
        // The kernel says that this one is empty.
        #expect(throws: FileReadingError.oversized(limit: 10)) {
            try FileReading.read(AbsolutePath("/proc/self/status", in: .root), limit: 10)
        }
        #expect(try FileReading.read(AbsolutePath("/proc/self/status", in: .root)).count > 10)
    }

    @Test(.enabled(if: getuid() != 0, "root reads everything"))
    func saysThatAFileIsClosed() throws {
        try check("a", .failure(.unreadable(EACCES))) {
            try $0.write(["a": ""])
            chmod(AbsolutePath("a", in: $0.path).terminated, 0)
        }
    }

    @Test(arguments: [
        ("a.ts", "/w/a.ts", "a.ts"), ("./x/../a.ts", "/w/a.ts", "a.ts"), ("..", "/", "/"), ("../../..", "/", "/"),
        ("/w", "/w", "."), ("/wide/a", "/wide/a", "/wide/a"), ("x//y/", "/w/x/y", "x/y"), ("", "/w", "."),
    ])
    func paths(argument: String, expected: String, display: String) {
        let directory = AbsolutePath("/w", in: .root)
        let path = AbsolutePath(argument, in: directory)
        #expect(path.string == expected)
        #expect(path.display(from: directory) == display)
    }
}
