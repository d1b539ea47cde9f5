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

    /// The folder of the files that a call requires by a name that stands for each of them: `require(`./routes/${file}`)`.
    func folder(requiredBy node: NodeIndex) -> MountedFolder? {
        let call = facts.heldCall(node) ?? node
        guard tree.kind(call) == .call, let callee = tree.child(call, .callee),
            facts.target.language.scoping.moduleFunctions.contains(where: { tree.text(callee).elementsEqual($0) }),
            let list = tree.child(call, .arguments), let argument = tree.firstChild(list),
            [.interpolatedString, .binary, .call].contains(tree.kind(argument)),
            facts.target.stringValue(argument) == nil
        else { return nil }
        let isOwn = (argument..<tree.subtreeEnd(argument)).contains {
            tree.kind($0) == .identifier && tree.text($0).elementsEqual("__dirname".utf8)
        }
        guard let path = path(argument, depth: 0) ?? (isOwn ? "." : nil), isOwn || path.contains("./") else {
            return nil
        }
        return MountedFolder(path: path, isRequired: true)
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
        // What stands at the end may be the extension of files.
        let path = parts.filter { $0.contains("/") || !$0.hasPrefix(".") }.reduce("") { RoutePath.join($0, $1) }
        return path.isEmpty ? nil : path
    }
}
