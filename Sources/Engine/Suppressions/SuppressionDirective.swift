import Algorithms
import Findings
import Matching
import SourceText

/// A comment that asks for findings not to count.
///
///     lintel-ignore: id[, id] [-- [until 2027-01-31:] reason]
///     lintel-ignore-file: id[, id] [-- [until 2027-01-31:] reason]
struct SuppressionDirective: Hashable {
    /// What is wrong with a comment that was meant as a directive.
    enum Fault: Error, Hashable {
        /// It does not go on as a directive does.
        case malformed(String)
    }

    var isForFile: Bool
    /// Never empty.
    var rules: [RuleIdentifierPattern]
    /// The last day on which the directive holds.
    var until: CalendarDate?
    /// Nil where none is given.
    var reason: String?

    /// The directive that a comment is; nil where the comment is none. A comment that only mentions one is none.
    /// - Parameter comment: its bytes, with the delimiters.
    static func read(_ comment: ArraySlice<UInt8>) -> Result<SuppressionDirective, Fault>? {
        let content = withoutDelimiters(comment)
        guard content.starts(with: keyword) else { return nil }
        var rest = Substring(String(decoding: content.dropFirst(keyword.count), as: UTF8.self))
        let word = rest.prefix { $0.isLetter || $0 == "-" }
        // `lintel-ignored`, or two dashes at once, are prose and reason.
        guard word.isEmpty || word.first == "-" else { return nil }
        let isForFile = word == "-file"
        if isForFile { rest.removeFirst(word.count) }
        let isUnknown = !isForFile && word.count > 1 && !word.hasPrefix("--")
        if isUnknown { return .failure(.malformed("there is no directive 'lintel-ignore\(word)'")) }
        rest = rest.drop(while: \.isWhitespace)
        guard rest.first == ":" else { return missingColon(rest) }
        return parse(rest.dropFirst(), isForFile: isForFile)
    }

    /// Whether a file with these words can have a directive; most files cannot, and are not looked through.
    static func mayOccur(in words: WordSet) -> Bool {
        words.mayContain(WordSet.hash("lintel".utf8)) && words.mayContain(WordSet.hash("ignore".utf8))
    }

    private static let keyword = Array("lintel-ignore".utf8)

    /// What follows the keyword without a colon: nothing, a reason or ids are a slip; other words are prose.
    private static func missingColon(_ rest: Substring) -> Result<SuppressionDirective, Fault>? {
        let word = rest.prefix { !$0.isWhitespace && $0 != "," }
        guard word.isEmpty || word == "--" || word.contains("/") || word.contains("*") else { return nil }
        return .failure(.malformed("write 'lintel-ignore: rule-id -- reason'"))
    }

    private static func parse(_ text: Substring, isForFile: Bool) -> Result<SuppressionDirective, Fault> {
        let words = text.split(whereSeparator: \.isWhitespace)
        let ids = words.prefix { $0 != "--" }.joined(separator: " ").split { $0 == "," || $0 == " " }
        guard !ids.isEmpty else { return .failure(.malformed("no rule is named")) }
        var directive = SuppressionDirective(isForFile: isForFile, rules: ids.map { RuleIdentifierPattern($0) })
        var reason = words.drop { $0 != "--" }.dropFirst()
        if reason.first == "until" {
            reason = reason.dropFirst()
            guard let date = reason.popFirst() else { return .failure(.malformed("'until' has no date")) }
            var day = date
            if day.hasSuffix(":") { day.removeLast() } else if reason.first == ":" { reason.removeFirst() }
            guard let until = CalendarDate(day) else {
                return .failure(.malformed("'\(day)' is not a date like 2027-01-31"))
            }
            directive.until = until
        }
        directive.reason = reason.isEmpty ? nil : reason.joined(separator: " ")
        return .success(directive)
    }

    /// The content of a comment of any of the languages, without white space at its ends.
    private static func withoutDelimiters(_ comment: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var content = comment
        if content.starts(with: "<!--".utf8) {
            content = content.dropFirst(4)
            if content.suffix(3).elementsEqual("-->".utf8) { content = content.dropLast(3) }
        } else if content.starts(with: "/*".utf8) {
            content = content.dropFirst(2).drop { $0 == 0x2A }
            if content.suffix(2).elementsEqual("*/".utf8) { content = content.dropLast(2) }
        } else if let marker = content.first, marker == 0x2F || marker == 0x23 || marker == 0x2D {
            // `//`, `///`, `#`, `##`, `--`
            content = content.drop { $0 == marker }
        }
        return content.trimming(while: \.isSpace)
    }
}
