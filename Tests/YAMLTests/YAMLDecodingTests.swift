import Testing
import YAML

/// Typed access: the value, or the message that tells the user what would be accepted.
@Suite struct YAMLDecodingTests {
    @Test func values() throws {
        let root = try root("{s: text, t: 404, b: true, i: 7, n: 1.5, l: [a, b], one: a, m: {k: v}}")
        #expect(try node(root, "s").string("'s'") == "text")
        #expect(try node(root, "t").scalarText("'t'") == "404")
        #expect(try node(root, "b").boolean("'b'") == true)
        #expect(try node(root, "i").integer("'i'", in: 1...10) == 7)
        #expect(try node(root, "i").number("'i'") == 7)
        #expect(try node(root, "n").number("'n'") == 1.5)
        #expect(try node(root, "l").list("'l'").count == 2)
        #expect(try node(root, "l").strings("'l'") == ["a", "b"])
        #expect(try node(root, "one").strings("'one'") == ["a"])
        #expect(try node(root, "one").choice("'one'", of: ["a": 1, "b": 2]) == 1)
        #expect(try node(root, "m").mapping("'m'", keys: ["k"]).required("k", of: "'m'").text == "v")
    }

    @Test func messages() throws {
        try check("a: 1", "f:1:4: 'a' must be a string, found a number") { try $0.string("'a'") }
        try check("a: 'x'", "f:1:4: 'a' must be true or false, found a string") { try $0.boolean("'a'") }
        try check("a: yes", "f:1:4: 'a' must be true or false, found a string") { try $0.boolean("'a'") }
        try check("a: 1.5", "f:1:4: 'a' must be an integer, found a number") { try $0.integer("'a'") }
        try check("a: 0", "f:1:4: 'a' must be at least 1, found 0") { try $0.integer("'a'", in: 1 ... .max) }
        try check("a: 9", "f:1:4: 'a' must be 0 to 1, found 9") { try $0.integer("'a'", in: 0...1) }
        try check("a: .nan", "f:1:4: 'a' must be a finite number, found a number") { try $0.number("'a'") }
        try check("a:", "f:1:3: 'a' must be a string, found nothing") { try $0.scalarText("'a'") }
        try check("a: {}", "f:1:4: 'a' must be a list, found a mapping") { try $0.list("'a'") }
        try check("a: []", "f:1:4: 'a' must be a mapping, found a list") { try $0.mapping("'a'", keys: []) }
        try check("a: true", "f:1:4: 'a' must be a string or a list of strings, found a boolean") {
            try $0.strings("'a'")
        }
        try check("a: [b, 1]", "f:1:8: each of 'a' must be a string, found a number") { try $0.strings("'a'") }
        try check("a: {b: 1}", "f:1:4: a rule must have the key 'id'") {
            try $0.mapping("'a'", keys: ["b"]).required("id", of: "a rule")
        }
    }

    @Test func nearestNames() throws {
        let keys = ["pattern", "patterns", "pattern-either", "message"]
        try check("a: {patern: x}", "f:1:5: unknown key 'patern', did you mean 'pattern'?") {
            try $0.mapping("'a'", keys: keys)
        }
        try check("a: {Mesage: x}", "f:1:5: unknown key 'Mesage', did you mean 'message'?") {
            try $0.mapping("'a'", keys: keys)
        }
        try check(
            "a: {zzz: x}", "f:1:5: unknown key 'zzz'; accepted: pattern, patterns, pattern-either, message"
        ) { try $0.mapping("'a'", keys: keys) }
        try check("a: eror", "f:1:4: 'a' must be 'error' or 'off', found 'eror', did you mean 'error'?") {
            try $0.choice("'a'", of: ["error": 1, "off": 2])
        }
        try check("a: 3", "f:1:4: 'a' must be 'error', 'note' or 'off', found '3'") {
            try $0.choice("'a'", of: ["error": 1, "note": 2, "off": 3])
        }
    }

    @Test func everyUnknownKeyIsReported() throws {
        let mapping = try root("{b: 1, c: 2, a: 3}").mapping("a file")
        #expect(mapping.unknownKeys(accepting: ["a", "xyz"]).map(\.column) == [2, 8])
    }

    private func root(_ source: String) throws -> YAMLNode { try YAMLDocument(Array(source.utf8), path: "f").root }

    private func node(_ root: YAMLNode, _ key: String) throws -> YAMLNode { try #require(root[key]) }

    private func check<Value>(
        _ source: String, _ expected: String, at location: SourceLocation = #_sourceLocation,
        _ read: (YAMLNode) throws -> Value
    ) throws {
        let value = try node(root(source), "a")
        let error = #expect(throws: YAMLError.self, sourceLocation: location) { _ = try read(value) }
        #expect(error?.description == expected, sourceLocation: location)
    }
}
