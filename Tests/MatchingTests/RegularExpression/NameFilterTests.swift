import Matching
import Testing

/// What names a pattern may match, as far as its literals tell.
@Suite struct NameFilterTests {
    @Test(arguments: [
        ("(?i)^(require|ensure)[-_]?auth$", "RequireAuth", true),
        ("(?i)^(require|ensure)[-_]?auth$", "createUser", false),
        // Long literals tell more than short ones, and one of them is enough to let the name pass.
        ("(?i)^is[-_]?(public|anonymous)$", "isPrivate", false),
        ("^(get|post)$", "GET", false),
        ("^(get|post)$", "target", true),
        ("^to$", "from", false),
        // All letters of a literal are there, and not the literal.
        ("^(get|post)$", "stop", false),
        ("^(get|post)$", "compost", true),
        // Bytes that differ in their highest bits alone count as one letter.
        ("(?i)^user-id$", "useridm", false),
        // One byte is too little, and so is a class.
        ("(?i)^(q|query)$", "name", true),
        ("(?i)^[a-z]+$", "name", true),
        // Beyond ASCII, other letters have the same small one: the Kelvin sign, the long s.
        ("(?i)^token$", "to\u{212A}en", true),
        ("(?i)^stra\u{DF}e$", "STRASSE", true),
        // What changes the meaning of the rest says nothing.
        ("(?x) a b c", "name", true),
        ("a(?i:bc)", "name", true),
    ])
    func mayMatch(pattern: String, name: String, expected: Bool) {
        #expect(NameFilter(pattern: Array(pattern.utf8)).mayMatch(SpelledName(Array(name.utf8))) == expected)
    }
}
