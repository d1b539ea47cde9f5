import Syntax

extension FuzzTarget {
    static let typescript = language("typescript", TypeScriptLanguage())
    static let python = language("python", PythonLanguage())
    static let swift = language("swift", SwiftLanguage())

    /// The lexer and the tree builder of a language. The first byte says which of its file extensions the rest has, and
    /// whether the rest is a pattern.
    private static func language(_ name: String, _ language: any Language) -> FuzzTarget {
        FuzzTarget(name: name) { bytes in
            guard let control = bytes.first else { return }
            let text = Array(bytes.dropFirst())
            let extensions = language.fileExtensions
            let tree = language.tree(
                of: text, fileExtension: extensions[Int(control >> 1) % extensions.count],
                mode: control & 1 == 0 ? .source : .pattern)
            if let fault = TreeFault.find(in: tree, of: text) { fatalError(fault) }
            for node in 0..<NodeIndex(tree.count) {
                switch tree.kind(node) {
                case .string, .stringText, .concatenatedString: _ = language.stringValue(of: node, in: tree)
                default: break
                }
            }
        }
    }
}
