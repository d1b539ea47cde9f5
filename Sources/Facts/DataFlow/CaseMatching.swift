import Syntax

/// Whether a case of a `switch` applies, by what is known of its patterns.
enum CaseMatching {
    /// nil where it is not known. `equals` says whether a value pattern equals the subject.
    static func matches(_ matchCase: NodeIndex, in tree: SyntaxTree, equals: (NodeIndex) -> Bool?) -> Bool? {
        let holds: Bool? = tree.child(matchCase, .condition) == nil ? true : nil
        guard tree.child(matchCase, .pattern) != nil else { return holds }
        var result: Bool? = false
        for pattern in tree.children(matchCase) where tree.role(pattern) == .pattern {
            switch matches(pattern, in: tree, depth: 0, equals: equals) {
            case true: return holds
            case nil: result = nil
            default: break
            }
        }
        return result
    }

    private static func matches(
        _ pattern: NodeIndex, in tree: SyntaxTree, depth: Int, equals: (NodeIndex) -> Bool?
    ) -> Bool? {
        switch tree.kind(pattern) {
        case .wildcard: return true
        case .binary where depth < 64 && tree.mainText(pattern).elementsEqual("|".utf8):
            var result: Bool? = false
            for alternative in tree.children(pattern) {
                switch matches(alternative, in: tree, depth: depth + 1, equals: equals) {
                case true: return true
                case nil: result = nil
                default: break
                }
            }
            return result
        default: return equals(pattern)
        }
    }
}
