import Findings
import Glibc
import SourceText
import Testing

@testable import Engine

@Suite struct FixesTests {
    /// A fix that makes edits `start..<end → text`.
    private func fix(_ edits: (Int, Int, String)..., in text: String) -> Fix {
        let bytes = Array(text.utf8)
        let lines = LineIndex(bytes)
        let textEdits = edits.map { start, end, replacement in
            var range = SourceRange(ByteRange(start, end), lines: lines, in: bytes)
            range.end.offset = end
            return TextEdit(range: range, replacement: replacement)
        }
        return Fix(description: "", edits: textEdits, isSafe: true)
    }

    private func check(
        _ text: String, _ fixes: [Fix], gives expected: String, applied: [Int], deferred: [Int] = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let result = FixApplication(fixes, to: Array(text.utf8))
        #expect(String(decoding: result.bytes, as: UTF8.self) == expected, sourceLocation: sourceLocation)
        #expect(result.applied == applied, sourceLocation: sourceLocation)
        #expect(result.deferred == deferred, sourceLocation: sourceLocation)
    }

    @Test func appliesWhatIsApart() {
        let text = "one two three"
        check(
            text, [fix((8, 13, "3"), in: text), fix((0, 3, "1"), in: text), fix((4, 7, ""), (7, 8, "_"), in: text)],
            gives: "1 _3", applied: [0, 1, 2])
        check(
            text, [fix((0, 0, ">"), in: text), fix((13, 13, "<"), in: text)], gives: ">one two three<", applied: [0, 1])
        check(text, [], gives: text, applied: [])
    }

    @Test func defersWhatOverlaps() {
        let text = "abcdef"
        check(
            text, [fix((2, 5, "X"), in: text), fix((0, 3, "Y"), in: text)], gives: "Ydef", applied: [1], deferred: [0])
        check(
            text, [fix((0, 1, "X"), (4, 5, "X"), in: text), fix((3, 6, "Y"), in: text)], gives: "XbcdXf", applied: [0],
            deferred: [1])
        check(
            text, [fix((1, 3, "X"), in: text), fix((3, 3, "Y"), in: text)], gives: "aXdef", applied: [0], deferred: [1])
        check(
            text, [fix((3, 3, "X"), in: text), fix((3, 3, "Y"), in: text)], gives: "abcXdef", applied: [0],
            deferred: [1])
    }

    @Test func makesASharedEditOnce() {
        let text = "f(a) f(b)"
        check(
            text, [fix((0, 0, "import f\n"), (2, 3, "A"), in: text), fix((0, 0, "import f\n"), (7, 8, "B"), in: text)],
            gives: "import f\nf(A) f(B)", applied: [0, 1])
    }

    @Test func refusesRangesOutsideOfTheFile() {
        check("ab", [fix((1, 9, "X"), in: "ab"), fix((1, 2, "Y"), (0, 1, "Z"), in: "ab")], gives: "ab", applied: [])
    }

    @Test func passesUntilNothingIsLeft() {
        // Every `aa` becomes `a`; overlapping ones wait for the next pass.
        let passes = FixPasses(Array("aaaaa b".utf8)) { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            return bytes.indices.dropLast().filter { bytes[$0] == 0x61 && bytes[$0 + 1] == 0x61 }
                .map { fix(($0, $0 + 2, "a"), in: text) }
        }
        #expect(String(decoding: passes.bytes, as: UTF8.self) == "a b")
        #expect(passes.appliedCount == 4)
        #expect(passes.isStable)
    }

    @Test func stopsWhereFixesUndoEachOther() {
        let passes = FixPasses([0x61], limit: 5) { bytes in
            [fix((0, 1, bytes == [0x61] ? "b" : "a"), in: "x")]
        }
        #expect(passes.bytes == [0x62])
        #expect(passes.appliedCount == 5)
        #expect(!passes.isStable)
    }

    // MARK: Diff

    private func check(
        from old: String, to new: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let diff = UnifiedDiff.bytes(from: Array(old.utf8), to: Array(new.utf8), path: "src/a.ts")
        let header = "--- a/src/a.ts\n+++ b/src/a.ts\n"
        #expect(
            String(decoding: diff, as: UTF8.self) == (expected.isEmpty ? "" : header + expected),
            sourceLocation: sourceLocation)
    }

    @Test func unifiedHunks() {
        let lines = (1...20).map { "\($0)\n" }
        var changed = lines
        changed[4] = "five\n"
        changed.remove(at: 17)
        check(
            from: lines.joined(), to: changed.joined(),
            "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n@@ -15,6 +15,5 @@\n 15\n 16\n 17\n-18\n 19\n 20\n")
        check(from: "a\nb\nc\n", to: "a\nX\nb\nY\nc\n", "@@ -1,3 +1,5 @@\n a\n+X\n b\n+Y\n c\n")
        check(from: "a\n", to: "a\n", "")
    }

    @Test func endsOfFiles() {
        check(from: "a", to: "b", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n")
        check(from: "a\nb", to: "a\nb\n", "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n")
        check(from: "", to: "a\n", "@@ -0,0 +1 @@\n+a\n")
        check(from: "a\r\nb\r\n", to: "a\r\nc\r\n", "@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n")
    }

    /// `git apply` turns the old file into the new one, for files of every kind and for names of every kind.
    @Test(arguments: ["a.ts", "with space.ts", "quote\"\\.ts", "tab\t.ts", "ünï.ts"])
    func gitAppliesTheDiff(name: String) async throws {
        var random = LinearCongruentialGenerator(seed: 7)
        for count in [0, 1, 5, 30, 200] {
            var lines = (0..<count).map { _ in "line \(random.next() % 9)\n" }
            if count > 1, random.next() % 2 == 0 { lines[count - 1] = "end" }
            var changed = lines
            for _ in 0...(count / 6) {
                let place = Int(random.next() % UInt64(changed.count + 1))
                if random.next() % 2 == 0 { changed.insert("new \(random.next() % 9)\n", at: place) }
                if place < changed.count { changed.remove(at: place) }
            }
            let old = lines.joined()
            let new = changed.joined()
            let diff = UnifiedDiff.bytes(from: Array(old.utf8), to: Array(new.utf8), path: name)
            let directory = try TemporaryDirectory()
            try directory.write(Array(name.utf8), Array(old.utf8))
            if !diff.isEmpty { try await directory.git("apply", input: diff) }
            #expect(try directory.read(name) == new)
        }
    }

    @Test func manyDifferencesAreOneChange() {
        let old = Array((0..<3000).map { "old \($0)\n" }.joined().utf8)
        let new = Array((0..<3000).map { "new \($0)\n" }.joined().utf8)
        let diff = UnifiedDiff.bytes(from: old, to: new, path: "a")
        #expect(
            String(decoding: diff, as: UTF8.self).hasPrefix("--- a/a\n+++ b/a\n@@ -1,3000 +1,3000 @@\n-old 0\n-old 1\n")
        )
    }

    // MARK: Writing

    private func mode(_ path: AbsolutePath) -> mode_t {
        var status = stat()
        return lstat(path.terminated, &status) == 0 ? status.st_mode : 0
    }

    @Test func writesWhole() throws {
        let directory = try TemporaryDirectory()
        let path = AbsolutePath("a.ts", in: directory.path)
        try AtomicFile.write(Array("1".utf8), to: path)
        #expect(try directory.read("a.ts") == "1")
        chmod(path.terminated, 0o750)
        try AtomicFile.write([UInt8](repeating: 0x61, count: 300_000), to: path)
        #expect(try directory.read("a.ts").utf8.count == 300_000)
        #expect(mode(path) & 0o7777 == 0o750)
        #expect(try DirectoryReading.entries(of: directory.path, followsLink: false).count == 1)
    }

    @Test func writesToTheTargetOfALink() throws {
        let directory = try TemporaryDirectory()
        try directory.write(["real/a.ts": "1"])
        try directory.link("link.ts", to: "real/a.ts")
        let link = AbsolutePath("link.ts", in: directory.path)
        try AtomicFile.write(Array("2".utf8), to: link)
        #expect(mode(link) & S_IFMT == S_IFLNK)
        #expect(try directory.read("real/a.ts") == "2")
    }

    @Test func saysWhyItCannotWrite() throws {
        let directory = try TemporaryDirectory()
        try directory.write(["a/": ""])
        #expect(throws: FileWritingError(code: EISDIR)) {
            try AtomicFile.write([], to: AbsolutePath("a", in: directory.path))
        }
        #expect(throws: FileWritingError(code: ENOENT)) {
            try AtomicFile.write([], to: AbsolutePath("none/a", in: directory.path))
        }
        try AtomicFile.write([1], to: AbsolutePath("/dev/null", in: .root))
        #expect(mode(AbsolutePath("/dev/null", in: .root)) & S_IFMT == S_IFCHR)
    }
}
