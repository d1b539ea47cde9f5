import Matching

/// What the patterns of a rule are written in.
enum PatternSyntax: Hashable {
    /// Code of the language that is looked at.
    case code
    /// Words and punctuation, for text of any language: `generic`.
    case words
    /// The same for Semgrep's other engine.
    case aliengrep(AliengrepSyntax)
    /// Regular expressions, whatever the operator: `regex`.
    case regularExpressions

    /// That of a rule in these languages, in files of none of them.
    ///
    /// - Parameter aliengrep: nil where the rule does not ask for that engine.
    init(ofLanguages names: [String], aliengrep: AliengrepSyntax? = nil) {
        if names.contains("generic") {
            self = aliengrep.map(PatternSyntax.aliengrep) ?? .words
        } else {
            self = names.contains("regex") ? .regularExpressions : .code
        }
    }
}
