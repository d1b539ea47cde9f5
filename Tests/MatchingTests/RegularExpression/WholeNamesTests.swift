import Testing

@testable import Matching

/// Which patterns match names alone.
@Suite struct WholeNamesTests {
    @Test(arguments: [
        #"\w+$"#, #"^\w+$"#, "(add|mount)\\w*$", "(?i)_*(add|set[Uu]p)?[A-Z0-9_]*$", "[a-z]$|[A-Z]\\w+?$",
        "(?!(get|post)$)(?i)\\w*(auth|guard)\\w*$", "(?i:get)s?$", "(?=a.)\\w++$", "\\d*$",
    ])
    func namesAlone(pattern: String) throws {
        #expect(WholeNames.areMatched(by: Array(pattern.utf8)))
        // Whatever it matches may be a name.
        let expression = try RegularExpression(Array(pattern.utf8), options: [])
        for text in Self.texts where expression.matchesAtStart(of: Array(text.utf8)) {
            #expect(WholeNames.mayBe(Array(text.utf8)), "\(text)")
        }
    }

    @Test(arguments: [
        "", "add", "add|mount$", "(add$|mount)x$", "add.$", "a-b$", "[a-]$", "[^a]$", "[A-z]$", "[a-\\s]$", "\\W$",
        "\\Qa$",
        "(.*\\.)?add$", "a{2}$", "(?x)a b$", "(?m)a$", "(?<n>a)$", "(?=[a])a$", "a$b", "(a", "a)$", "a\\b$", "é.$",
    ])
    func otherPatterns(pattern: String) {
        #expect(!WholeNames.areMatched(by: Array(pattern.utf8)))
    }

    private static let texts = [
        "", "a", "add", "addRoutes", "add\n", "add.x", "a-b", "mount()", "setUp", "Z9", "guarded", "my_guard.x", "get",
        "getAuth", "7",
        "löst", "a$", " a", "a\nb",
    ]
}
