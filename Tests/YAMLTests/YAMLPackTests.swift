import BuiltinRules
import Testing

@testable import YAML

/// Documents that were read when the program was built are those that reading the file now gives.
@Suite struct YAMLPackTests {
    @Test(arguments: [
        "", "a", "a: 1", "rules:\n  - id: \"a\"\n    list: [x, 'y', {z: }]\n",
        "base: &base {key: !!str 1}\nother: *base\n", "text: |\n  line\n\n  other\nfolded: >-\n  a\n  b\n",
        "wide: \"\(String(repeating: "x", count: 5000))\"\nlast: é\n",
    ])
    func records(source: String) throws {
        let records = try YAMLDocument(Array(source.utf8), path: "f").records
        let packed = YAMLRecordCode.encode(records)
        #expect(packed.withUnsafeBufferPointer(YAMLRecordCode.decode) == records)
        #expect(packed.allSatisfy { (0x30...0x6F).contains($0) })
    }

    @Test func builtinFiles() throws {
        #expect(BuiltinRules.files.count > 50)
        for file in BuiltinRules.files {
            let document = file.document
            let read = try YAMLDocument(document.bytes, path: document.path)
            #expect(document.records == read.records && document.text == read.text, "\(file.path)")
            #expect(document.error("", at: document.bytes.count) == read.error("", at: read.bytes.count))
        }
    }

    /// What takes the place of a name was not there when the program was built, all else was.
    @Test func replacedTextsAreNotVerified() {
        let value = YAMLReplacement(.string(Array("a".utf8)), text: Array("a".utf8))
        var counts = [true: 0, false: 0]
        for file in BuiltinRules.files {
            let document = file.document
            let names = document.records.indices.flatMap { place -> [String] in
                let text = YAMLNode(document: document, place: place).text
                return text.matches(of: /\$\{([a-z0-9-]+)\}/).map { String($0.1) }
            }
            let replaced = document.replacing(Dictionary(names.map { ($0, value) }) { first, _ in first })
            for place in document.records.indices {
                let node = YAMLNode(document: replaced, place: place)
                guard node.isScalar else { continue }
                let isSame = node.text == YAMLNode(document: document, place: place).text
                #expect(node.isVerified == isSame, "\(file.path):\(node.line)")
                counts[isSame, default: 0] += 1
            }
        }
        #expect(counts.values.allSatisfy { $0 > 10 })
    }
}
