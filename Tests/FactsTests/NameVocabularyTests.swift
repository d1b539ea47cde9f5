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
}
