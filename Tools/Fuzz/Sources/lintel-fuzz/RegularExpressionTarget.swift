import Matching

extension FuzzTarget {
    /// The input's first line as a pattern, the rest as the text. The literal prefilter must not change the
    /// answer.
    static let regularExpression = FuzzTarget(name: "regular-expression") { bytes in
        let pattern = Array(bytes.prefix { $0 != 0x0A })
        let text = Array(bytes.dropFirst(pattern.count + 1))
        guard let expression = try? RegularExpression(pattern, options: .multiline) else { return }
        for match in expression.search(in: text).matches {
            require(match.range.start <= match.range.end && match.range.end <= text.count, "a range that is none")
        }
        // Behind an empty group with flags the pattern means the same, but the search for literals gives up.
        guard !expression.requiredLiterals.isEmpty,
            let plain = try? RegularExpression(Array("(?s-s:)".utf8) + pattern, options: .multiline),
            plain.requiredLiterals.isEmpty
        else { return }
        let expected = plain.search(in: text)
        let found = expression.search(in: text)
        guard expected.limit == nil, found.limit == nil else { return }
        require(found.matches == expected.matches, "the prefilter hides a match")
    }
}
