import Testing

@testable import Facts

@Suite struct ModelSectionTests {
    /// Tables by section are as long as there are sections, and each has its place.
    @Test func numbersAreThePlaces() {
        #expect(ModelSection.allCases.map(\.number) == Array(ModelSection.allCases.indices))
    }
}
