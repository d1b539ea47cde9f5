import SourceText
import Syntax

extension Matcher {
    /// Matches an ordered list in which `...` stands for any number of elements.
    /// With `openEnded` further elements may follow.
    func matchList(
        _ wanted: ArraySlice<NodeIndex>, _ present: ArraySlice<NodeIndex>, openEnded: Bool = false, _ next: () -> Void
    ) {
        guard spend() else { return }
        guard let first = wanted.first else {
            if present.isEmpty || openEnded { next() }
            return
        }
        let rest = wanted.dropFirst()
        switch pattern.tree.kind(first) {
        case .ellipsis, .ellipsisMetavariable:
            passOver(present, as: first, isLast: rest.isEmpty) {
                self.matchList(rest, $0, openEnded: openEnded, next)
            }
        default:
            guard let candidate = present.first else { return }
            match(first, candidate) {
                self.matchList(rest, present.dropFirst(), openEnded: openEnded, next)
            }
        }
    }

    /// Lets `...` or `$...X` stand for the first of some elements, any number of them, or for all where it is the last of its
    /// list; `next` gets the others.
    func passOver(
        _ present: ArraySlice<NodeIndex>, as ellipsis: NodeIndex, isLast: Bool, longestFirst: Bool = false,
        _ next: (ArraySlice<NodeIndex>) -> Void
    ) {
        let slot = pattern.tree.kind(ellipsis) == .ellipsis ? -1 : ellipsisSlot(ellipsis)
        for length in isLast ? present.count...present.count : 0...present.count {
            let rest = present.dropFirst(longestFirst && !isLast ? present.count - length : length)
            if slot < 0 {
                next(rest)
            } else {
                bind(slot, nodes: present[present.startIndex..<rest.startIndex]) { next(rest) }
            }
        }
    }

    /// The number of the metavariable that stands for a run, be it a node of its own or the text of a template.
    private func ellipsisSlot(_ p: NodeIndex) -> Int32 {
        if case .metavariable(let slot)? = pattern.strings[Int(p)] { return Int32(slot) }
        return pattern.slots[Int(p)]
    }

    /// Matches arguments: by position, and those with a label wherever they stand.
    func matchArguments(_ wanted: ArraySlice<NodeIndex>, _ present: ArraySlice<NodeIndex>, _ next: () -> Void) {
        guard spend() else { return }
        guard let first = wanted.first else {
            if present.isEmpty { next() }
            return
        }
        let rest = wanted.dropFirst()
        switch pattern.tree.kind(first) {
        case .ellipsis, .ellipsisMetavariable:
            // Only arguments by position are passed over; those with a label stay to be found.
            // The longest run comes first, so that `$...X` binds what stands before a label and not what is left over.
            passOver(present, as: first, isLast: rest.isEmpty, longestFirst: true) {
                self.matchArguments(rest, $0, next)
            }
        case .keywordArgument:
            for (offset, candidate) in zip(present.indices, present) where tree.kind(candidate) == .keywordArgument {
                match(first, candidate) {
                    var others = Array(present)
                    others.remove(at: offset - present.startIndex)
                    self.matchArguments(rest, others[...], next)
                }
            }
        default:
            guard let candidate = present.first, tree.kind(candidate) != .keywordArgument else { return }
            match(first, candidate) { self.matchArguments(rest, present.dropFirst(), next) }
        }
    }

    /// Matches elements in any order. With an ellipsis among `wanted`, or where `partial`, others may stand beside them.
    func matchUnordered(_ wanted: [NodeIndex], _ present: [NodeIndex], partial: Bool, _ next: () -> Void) {
        let dots = wanted.contains { pattern.tree.kind($0) == .ellipsis }
        let rest = wanted.filter { ![.ellipsis, .ellipsisMetavariable].contains(pattern.tree.kind($0)) }
        let remainder = wanted.first { pattern.tree.kind($0) == .ellipsisMetavariable }
        if !dots, !partial, remainder == nil, rest.count != present.count { return }
        guard rest.count <= present.count else { return }
        matchEach(rest[...], among: present) { others in
            if let remainder {
                self.bind(self.pattern.slots[Int(remainder)], nodes: others[...], next)
            } else {
                next()
            }
        }
    }

    /// Matches each of `wanted` with another of `present`, in any order. Where there are too many ways to try, only the
    /// order in which they stand.
    func matchAmong(_ wanted: [NodeIndex], _ present: [NodeIndex], _ next: () -> Void) {
        guard wanted.count <= present.count else { return }
        var ways = 1
        for number in 0..<wanted.count where ways <= Matcher.permutationLimit { ways *= present.count - number }
        if ways <= Matcher.permutationLimit { return matchEach(wanted[...], among: present) { _ in next() } }
        matchSubsequence(wanted[...], present[...], next)
    }

    /// How many ways to assign the operands of a chain are tried.
    private static let permutationLimit = 5040

    /// Matches each of `wanted` with one of `present`, in their order; others may stand between them.
    func matchSubsequence(
        _ wanted: ArraySlice<NodeIndex>, _ present: ArraySlice<NodeIndex>, _ next: () -> Void
    ) {
        guard spend() else { return }
        guard let first = wanted.first else { return next() }
        guard let candidate = present.first, wanted.count <= present.count else { return }
        var isFound = false
        match(first, candidate) {
            self.matchSubsequence(wanted.dropFirst(), present.dropFirst()) {
                isFound = true
                next()
            }
        }
        if !isFound { matchSubsequence(wanted, present.dropFirst(), next) }
    }

    private func matchEach(
        _ wanted: ArraySlice<NodeIndex>, among present: [NodeIndex], _ next: ([NodeIndex]) -> Void
    ) {
        guard spend() else { return }
        guard let first = wanted.first else { return next(present) }
        for (offset, candidate) in present.enumerated() {
            match(first, candidate) {
                var others = present
                others.remove(at: offset)
                self.matchEach(wanted.dropFirst(), among: others, next)
            }
        }
    }
}
