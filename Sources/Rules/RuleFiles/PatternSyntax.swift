/// What the patterns of a rule are written in.
enum PatternSyntax {
    /// Code of the language that is looked at.
    case code
    /// Words and punctuation, for text of any language: `generic`.
    case words
    /// Regular expressions, whatever the operator: `regex`.
    case regularExpressions

    /// That of a rule in these languages, in files of none of them.
    init(ofLanguages names: [String]) {
        self = names.contains("generic") ? .words : names.contains("regex") ? .regularExpressions : .code
    }
}
