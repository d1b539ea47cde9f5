import Matching
import Syntax

/// Reads which folder a mount of many files names: `{ dir: path.join(__dirname, 'routes') }`.
struct MountedFolderReader {
    let facts: FileFacts

    private var tree: SyntaxTree { facts.tree }

    func folder(of match: ModelMatch) -> MountedFolder? {
        let options = OptionReader(facts: facts)
        guard let node = options.value("folder", of: match), let path = path(node, depth: 0) else { return nil }
        return MountedFolder(
            path: path, hooks: match.value("hooks")?.text,
            hooksCascade: options.value("cascade", of: match).map { facts.text($0) == "true" } ?? false,
            ownPrefix: match.value("own-prefix")?.text)
    }

    /// The constant parts of a path, whatever they are joined with to the place of the file.
    private func path(_ node: NodeIndex, depth: Int) -> String? {
        if tree.kind(node) == .identifier, depth < 2 {
            return facts.onlyValue(of: node).flatMap { self.path($0, depth: depth + 1) }
        }
        let parts = (node..<tree.subtreeEnd(node)).compactMap { part -> String? in
            switch tree.kind(part) {
            case .string: facts.target.stringValue(part).map { String(decoding: $0, as: UTF8.self) }
            case .stringText where tree.kind(tree.parent(part)) == .interpolatedString: facts.text(part)
            default: nil
            }
        }
        let path = parts.reduce("") { RoutePath.join($0, $1) }
        return path.isEmpty ? nil : path
    }
}
