import Testing

@testable import Matching

@Suite("The words and parts of a text")
struct WordSetTests {
    /// Words that come again behind other bytes, and beside other words; bytes beyond ASCII.
    private static let text = "let a = aab.get(ab)\n    let aab = [get, \"ab/aab\"];;  // löst ab, löst aab"

    @Test("every part that stands in the text may be in it")
    func holdsItsParts() {
        let bytes = Array(Self.text.utf8)
        let words = WordSet(of: bytes)
        for start in bytes.indices {
            for length in 3...9 where start + length <= bytes.count {
                let part = Array(bytes[start..<start + length])
                #expect(TextRequirement(part: part).map(words.mayContain) == true)
            }
        }
    }

    @Test("parts that do not stand in it are not", arguments: ["xyz", "aab.set", "lost", "getab", "ab;a"])
    func lacksOtherParts(part: String) {
        let words = WordSet(of: Array(Self.text.utf8))
        #expect(TextRequirement(part: Array(part.utf8)).map(words.mayContain) == false)
    }

    @Test("a text without bytes beyond ASCII has no part with some")
    func lacksLetters() {
        #expect(TextRequirement(part: Array("löst".utf8)).map(WordSet(of: Array("lost".utf8)).mayContain) == false)
    }
}
