import Findings
import Matching
import Rules
import SourceText

/// Words what a rule matched as a finding: metavariables replaced, fix made. Needs the file's bytes; what it makes does not.
struct FindingBuilder {
    let file: AnalyzedFile
    /// How findings call the file.
    let display: String
    let rule: Rule
    let level: Severity
    /// What a rule says that names no metavariables: the same of each match.
    private let plainMessage: String?

    init(file: AnalyzedFile, display: String, rule: Rule, level: Severity) {
        self.file = file
        self.display = display
        self.rule = rule
        self.level = level
        let isPlain = !rule.message.utf8.contains(UInt8(ascii: "$"))
        plainMessage = isPlain ? FindingBuilder.onOneLine(rule.message) : nil
    }

    func finding(for match: Match) -> Finding {
        Finding(
            rule: rule.id, severity: level, path: display, range: range(match.range),
            message: message(for: match), fix: fix(for: match), flow: flow(of: match), metavariables: texts(of: match))
    }

    private func flow(of match: Match) -> [FlowStep] {
        match.flow.enumerated().map { index, range in
            let what =
                switch index {
                case 0: "comes from"
                case match.flow.count - 1: "reaches"
                default: "passes through"
                }
            return FlowStep(path: display, range: self.range(range), message: "the value \(what) `\(excerpt(range))`")
        }
    }

    /// The first line of a range, cut to a length that a message bears.
    private func excerpt(_ range: ByteRange) -> String {
        let limit = 60
        let line = file.bytes[range.start..<range.end].prefix { $0 != 0x0A && $0 != 0x0D }
        let text = String(decoding: line, as: UTF8.self)
        let isWhole = line.count == range.count && text.unicodeScalars.count <= limit
        return isWhole ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit))) + " .."
    }

    private func range(_ range: ByteRange) -> SourceRange {
        SourceRange(range, lines: file.lines, in: file.bytes)
    }

    private func message(for match: Match) -> String {
        // Blocks of YAML end with a line feed, and long messages are folded by hand.
        let words = plainMessage ?? FindingBuilder.onOneLine(replacingMetavariables(in: rule.message, match))
        return match.remark.map { words + " " + $0 } ?? words
    }

    /// The words of a text with one space between each two.
    private static func onOneLine(_ text: String) -> String {
        let space = UInt8(ascii: " ")
        var line: [UInt8] = []
        line.reserveCapacity(text.utf8.count)
        var previous: UInt8 = 0
        for byte in text.utf8 {
            // A carriage return ends a line only together with a line feed.
            if byte == 0x0A, previous == 0x0D { line.removeLast() }
            previous = byte
            if byte != space, byte != 0x0A {
                line.append(byte)
            } else if line.last != space, !line.isEmpty {
                line.append(space)
            }
        }
        if line.last == space { line.removeLast() }
        return String(decoding: line, as: UTF8.self)
    }

    private func texts(of match: Match) -> [MetavariableText] {
        var texts: [MetavariableText] = []
        for (slot, name) in rule.metavariables.names.enumerated() {
            guard slot < match.bindings.count, let binding = match.bindings[slot] else { continue }
            texts.append(
                MetavariableText(name: String(decoding: name, as: UTF8.self), text: text(binding.range)))
        }
        return texts.sorted { $0.name < $1.name }
    }

    private func text(_ range: ByteRange) -> String {
        String(decoding: file.bytes[range.start..<range.end], as: UTF8.self)
    }

    // MARK: Fixes

    private func fix(for match: Match) -> Fix? {
        if let replacement = match.replacement {
            return fix(replacing: replacement.range, with: replacement.text, isSafe: true)
        }
        switch match.fix >= 0 ? rule.formulaFixes[Int(match.fix)] : rule.fix {
        case nil: return nil
        case .replacement(let template):
            let text = FixText.expand(template, match, of: rule, in: file)
            return fix(replacing: match.range, with: text, isSafe: rule.isFixSafe)
        case .regularExpression(let pattern, let replacement, let count):
            return fix(match, replacing: pattern, with: replacement, count: count)
        }
    }

    private func fix(replacing range: ByteRange, with text: String, isSafe: Bool) -> Fix {
        let edit = TextEdit(range: self.range(range), replacement: text)
        let summary = text.split(separator: "\n", omittingEmptySubsequences: true).first ?? ""
        let words = text.isEmpty ? "Remove this" : "Replace with `\(summary)\(text.contains("\n") ? " .." : "")`"
        return Fix(description: words, edits: [edit], isSafe: isSafe)
    }

    private func fix(_ match: Match, replacing pattern: String, with replacement: String, count: Int) -> Fix? {
        // The pattern was compiled when the rule was read; it cannot fail here.
        guard let expression = try? RegularExpression(Array(pattern.utf8), options: []) else { return nil }
        let original = Array(file.bytes[match.range.start..<match.range.end])
        var result: [UInt8] = []
        var position = 0
        let found = expression.allMatches(in: original)
        for found in count > 0 ? found.prefix(count) : found[...] {
            result += original[position..<found.range.start]
            result += RegularExpressionTemplate.expand(replacement, found, in: original)
            position = found.range.end
        }
        guard position > 0 || !found.isEmpty else { return nil }
        result += original[position...]
        return fix(replacing: match.range, with: String(decoding: result, as: UTF8.self), isSafe: rule.isFixSafe)
    }

    // MARK: Metavariables

    /// The text with each bound metavariable replaced by the source text that it stands for.
    private func replacingMetavariables(in template: String, _ match: Match) -> String {
        guard template.utf8.contains(UInt8(ascii: "$")) else { return template }
        let bytes = Array(template.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "$"),
                let (end, binding) = rule.metavariables.boundName(in: bytes, at: index, match.bindings)
            {
                result += file.bytes[binding.range.start..<binding.range.end]
                index = end
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

/// The replacement of a `fix-regex`: `\1` stands for a group, `\\` for a backslash.
enum RegularExpressionTemplate {
    static func expand(_ template: String, _ match: RegularExpression.Match, in text: [UInt8]) -> [UInt8] {
        let bytes = Array(template.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count else {
                result.append(bytes[index])
                index += 1
                continue
            }
            let next = bytes[index + 1]
            index += 2
            if (0x30...0x39).contains(next) {
                let number = Int(next - 0x30)
                let range = number == 0 ? match.range : number <= match.groups.count ? match.groups[number - 1] : nil
                if let range { result += text[range.start..<range.end] }
            } else {
                result += next == UInt8(ascii: "n") ? [0x0A] : [next]
            }
        }
        return result
    }
}
