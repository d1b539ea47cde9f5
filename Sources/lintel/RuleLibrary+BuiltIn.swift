import BuiltinRules
import Engine

extension RuleLibrary {
    /// What the binary holds.
    /// - Parameter withRules: whether the rules are wanted, too, and not only the models.
    static func builtIn(withRules: Bool) -> RuleLibrary {
        var library = RuleLibrary()
        for file in BuiltinRules.files where withRules || file.path.hasPrefix("models/") {
            library.add(file.document)
        }
        return library
    }
}
