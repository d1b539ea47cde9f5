import Facts
import Matching
import Syntax

extension FuzzTarget {
    /// Compiling a pattern and searching for it. The first byte says in which language, the rest up to the first NUL is
    /// the pattern, what follows is the file.
    static let pattern = FuzzTarget(name: "pattern") { bytes in
        guard let control = bytes.first else { return }
        let language = Languages.all[Int(control) % Languages.all.count]
        let text = Array(bytes.dropFirst().prefix { $0 != 0 })
        let source = Array(bytes.dropFirst(text.count + 2))
        var metavariables = MetavariableTable()
        guard let pattern = try? Pattern(text, language: language, metavariables: &metavariables) else { return }
        let tree = language.tree(of: source, fileExtension: language.fileExtensions[0])
        let semantics = Semantics(of: tree, language: language, identifiers: IdentifierTable(of: tree))
        let target = MatchTarget(tree: tree, language: language, semantics: semantics)
        let unbound = Bindings(repeating: nil, count: metavariables.count)
        for match in pattern.matches(in: target, options: MatchOptions(), bindings: unbound) {
            let range = match.range
            require(0 <= range.start && range.start <= range.end && range.end <= source.count, "a range that is none")
        }
    }
}
