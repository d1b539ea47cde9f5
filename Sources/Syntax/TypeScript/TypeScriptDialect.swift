/// What differs between the kinds of files.
struct TypeScriptDialect: Sendable {
    /// `<` may open type arguments.
    let hasTypes: Bool
    /// `<` where an expression starts opens a JSX element.
    let hasJSX: Bool
    /// `<!--` and `-->` are comments.
    let hasHTMLComments: Bool
    /// Metavariables and ellipses.
    let isPattern: Bool

    init(fileExtension: String, mode: ParseMode) {
        isPattern = mode == .pattern
        switch fileExtension {
        case "ts", "mts", "cts":
            hasTypes = true
            hasJSX = isPattern
            hasHTMLComments = false
        case "js", "jsx", "mjs", "cjs":
            hasTypes = isPattern
            hasJSX = true
            hasHTMLComments = !isPattern
        default:
            hasTypes = true
            hasJSX = true
            hasHTMLComments = false
        }
    }
}
