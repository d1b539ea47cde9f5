import Matching
import Syntax

/// Collects the guards of a file that name the paths they hold for.
struct PathGuardCollector {
    let facts: FileFacts

    private var tree: SyntaxTree { facts.tree }

    /// One for each model: what all its entries say together.
    func collect() -> [PathGuard] {
        var guards: [PathGuard] = []
        for match in facts.matches.of(.pathGuards) {
            if let file = match.value("file")?.text, FileRoute.path(of: facts.path, expression: file) == nil {
                continue
            }
            let links = links(of: match)
            let expressions = match.nodes("paths", in: tree).flatMap(expressions)
            if let index = guards.firstIndex(where: { $0.framework == match.model }) {
                guards[index].links += links
                guards[index].expressions += expressions
            } else {
                guards.append(PathGuard(framework: match.model, expressions: expressions, links: links))
            }
        }
        return guards.filter { !$0.links.isEmpty }
    }

    private func expressions(_ paths: NodeIndex) -> [String] {
        let options = OptionReader(facts: facts)
        let elements = tree.kind(paths) == .array ? Array(tree.children(paths)) : [paths]
        return elements.compactMap { element in
            let source = tree.kind(element) == .object ? options.value(named: "source", in: element) : element
            return source.flatMap { facts.target.stringValue($0) }.map {
                RoutePath.expression(ofPattern: String(decoding: $0, as: UTF8.self))
            }
        }
    }

    /// What the guard does. Of a function that looks at the path itself nobody can say which of them it lets pass.
    private func links(of match: ModelMatch) -> [MiddlewareLink] {
        if match.value("paths") != nil { return [] }
        var links = match.nodes("middleware", in: tree).map(facts.authentication.link)
        if links.isEmpty, match.match.node >= 0 {
            links = [facts.authentication.link(ExportedFunction.of(match.match.node, in: tree) ?? match.match.node)]
        }
        guard let names = match.value("decides-by")?.texts,
            facts.target.nodes(of: .identifier).contains(where: { names.contains(facts.text($0)) })
        else { return links }
        return links.map { link in
            var link = link
            if link.verdict != .open { link.verdict = .unknown("a guard decides by the path") }
            link.symbol = nil
            return link
        }
    }
}
