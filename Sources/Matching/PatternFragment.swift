import SourceText
import Syntax

/// The text of a pattern as a tree, with the nodes in it that are the pattern.
struct PatternFragment {
    let tree: SyntaxTree
    let top: [NodeIndex]

    init(tree: SyntaxTree, top: [NodeIndex]) {
        self.tree = tree
        self.top = top
    }

    /// Reads a fragment that is no statement by itself inside the first of the language's frames in which it is one node;
    /// nil where there is none.
    init?(framed text: [UInt8], language: any Language) {
        let start = text.firstIndex { $0 > 0x20 } ?? 0
        let end = (text.lastIndex { $0 > 0x20 } ?? 0) + 1
        guard start < end else { return nil }
        for frame in language.patternFrames {
            let tree = Pattern.tree(of: frame.before + text[start..<end] + frame.after, language: language)
            guard !tree.kinds.contains(.error) else { continue }
            let fragment = ByteRange(frame.before.count, frame.before.count + end - start)
            guard let node = PatternFragment.node(of: fragment, in: tree) else { continue }
            self.init(tree: tree, top: [node])
            return
        }
        return nil
    }

    /// The outermost node that begins in the fragment, where it is all of it but a keyword before it.
    private static func node(of fragment: ByteRange, in tree: SyntaxTree) -> NodeIndex? {
        guard
            let node = (1..<NodeIndex(tree.count)).first(where: {
                tree.range($0).start >= fragment.start
                    && (tree.range($0).end >= fragment.end || tree.range($0).start > fragment.start)
            })
        else { return nil }
        let range = tree.range(node)
        let keyword = tree.bytes[fragment.start..<max(fragment.start, range.start)]
        let isKeyword = keyword.allSatisfy {
            $0 <= 0x20 || $0 == UInt8(ascii: ":") || ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z"))
        }
        return range.end >= fragment.end && isKeyword ? node : nil
    }
}
