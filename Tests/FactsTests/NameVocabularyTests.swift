import Testing

@testable import Facts

@Suite struct NameVocabularyTests {
    /// A set of meanings and the tables by their numbers tell all of them apart.
    @Test func everyMeaningHasItsOwnNumber() {
        for (place, meaning) in NameVocabulary.Meaning.allCases.enumerated() {
            #expect(meaning.number == place)
            var set = MeaningSet()
            set.insert(meaning)
            #expect(NameVocabulary.Meaning.allCases.filter(set.contains) == [meaning])
        }
    }

    /// The meaning that counts is found by pairs of letters, and is the one that asking for one after the other finds.
    @Test(arguments: [
        "requireAuth", "REQUIRE_AUTH", "publicAuth", "authorize", "to\u{212A}en", "x", "", "aa", "csrf", "csrf_token",
        "Limiter",
        "rateLimit", "isAdmin", "kauth", "unrelated",
    ])
    func theFirstMeaningIsFound(name: String) {
        var vocabulary = NameVocabulary()
        let patterns: [(NameVocabulary.Meaning, String)] = [
            (.opens, "(?i)^public"), (.identifies, "(?i)token|Admin"), (.guardsForms, "^csrf"),
            (.authenticates, "(?i)(require|ensure)_?auth|^[a-z]$"), (.authenticates, "auth"), (.limitsRate, "[Ll]imit"),
        ]
        vocabulary.add(patterns.map { ($0, [NameExpression(pattern: Array($1.utf8))]) })
        let expected = NameVocabulary.Meaning.allCases.first { vocabulary.holds($0, name) }
        #expect(vocabulary.meaning(of: name) == expected)
    }
}
