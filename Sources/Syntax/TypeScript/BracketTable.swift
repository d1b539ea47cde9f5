/// For each opening bracket, where its closing bracket stands. Made in one pass over the tokens, so that a parser may look
/// behind a parenthesis at no cost, and knows where to go on after what it cannot read. Where the braces of a file do not
/// add up, a second pass finds by indentation which one is missing, so that the functions after it keep their places; a third one
/// ends the braces whose content is not indented, and which nothing closes, with their line.
struct BracketTable: Sendable {
    /// Of an opening bracket: the token that closes it, or the complement (`~`) of the token before which it ends without
    /// having been closed. Of any other token: 0.
    private(set) var closers: [TokenIndex]

    /// The token that closes the bracket at `open`; nil where none does.
    @inline(__always)
    func closer(_ open: Int) -> Int? {
        let closer = closers[open]
        return closer > 0 ? Int(closer) : nil
    }

    /// The first token that is not inside the bracket at `open`: its closing bracket, or what ends it.
    @inline(__always)
    func end(_ open: Int) -> Int {
        let closer = Int(closers[open])
        return closer >= 0 ? closer : ~closer
    }

    init(_ tokens: TokenTable, bytes: [UInt8]) {
        var matching = BracketMatching(count: tokens.count)
        matching.match(tokens.kinds)
        if matching.braceIsMissing {
            matching = BracketMatching(count: tokens.count)
            matching.matchByIndentation(tokens, bytes)
            if !matching.lonely.isEmpty {
                matching = BracketMatching(count: tokens.count, abandoning: matching.lonely)
                matching.matchByIndentation(tokens, bytes)
            }
        }
        closers = matching.closers
    }
}
