import SourceText

/// A comment in a test file that says what a rule must report on the next line: `ruleid: a, b`, `ok: a`; `todoruleid:` and
/// `todook:` say what it does not yet do right.
public struct RuleAnnotation: Hashable, Sendable {
    public enum Kind: String, Sendable {
        case ruleid, ok, todoruleid, todook
    }

    public var kind: Kind
    public var rule: String
    /// The 1-based line spoken of.
    public var line: Int

    /// The annotations of a file. A comment counts where it is all that its line holds.
    public static func all(in bytes: [UInt8]) -> [RuleAnnotation] {
        var annotations: [RuleAnnotation] = []
        for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let text = String(decoding: line, as: UTF8.self)
            annotations += parse(trimmed(text[...]), line: number + 2)
        }
        return annotations
    }

    private static let comments: [(opening: String, closing: String)] = [
        ("{/*", "*/}"), ("#", ""), ("//", ""), ("<!--", "-->"), ("/*", "*/"), ("--", ""),
    ]

    private static func parse(_ line: Substring, line number: Int) -> [RuleAnnotation] {
        guard let comment = comments.first(where: { line.hasPrefix($0.opening) }) else { return [] }
        var body = line.dropFirst(comment.opening.count)
        if !comment.closing.isEmpty, body.hasSuffix(comment.closing) { body = body.dropLast(comment.closing.count) }
        guard var (kind, rest) = split(trimmed(body)) else { return [] }
        while let inner = split(rest) { (kind, rest) = (kind, inner.rest) }
        return rest.split(separator: ",").compactMap { name in
            let name = trimmed(name)
            guard !name.isEmpty, name.utf8.allSatisfy(isNameByte) else { return nil }
            return RuleAnnotation(kind: kind, rule: String(name), line: number)
        }
    }

    private static func split(_ text: Substring) -> (kind: Kind, rest: Substring)? {
        guard let colon = text.firstIndex(of: ":"), let kind = Kind(rawValue: String(text[..<colon])) else {
            return nil
        }
        return (kind, trimmed(text[text.index(after: colon)...]))
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while let first = text.utf8.first, first <= 0x20 { text = text.dropFirst() }
        while let last = text.utf8.last, last <= 0x20 { text = text.dropLast() }
        return text
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "/"),
            UInt8(ascii: "-"):
            return true
        default:
            return false
        }
    }
}
