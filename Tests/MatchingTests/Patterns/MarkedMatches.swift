import Facts
import Matching
import SourceText
import Syntax
import Testing

/// Checks what a pattern matches in a source text. In `marked`, `‹` and `›` stand around each match; they may nest.
/// `language` is a name that rule files use.
func check(
    _ pattern: String, in marked: String, as language: String, options: MatchOptions = MatchOptions(),
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let language = try #require(Languages.named(language))
    let source = String(marked.filter { $0 != "‹" && $0 != "›" })
    var metavariables = MetavariableTable()
    let compiled = try Pattern(Array(pattern.utf8), language: language, metavariables: &metavariables)
    let fileExtension = language.fileExtensions.first { $0.hasSuffix("x") } ?? language.fileExtensions[0]
    let tree = language.tree(of: Array(source.utf8), fileExtension: fileExtension)
    let target = MatchTarget(
        tree: tree, language: language,
        semantics: Semantics(of: tree, language: language, identifiers: IdentifierTable(of: tree)))
    let formula = Formula.pattern(compiled)
    let evaluator = FormulaEvaluator(target: target, options: options, slotCount: metavariables.count)
    let found = evaluator.matches(formula)
    #expect(mark(source, Set(found.map(\.range))) == marked, "\(pattern)", sourceLocation: sourceLocation)
    let words = WordSet(of: tree.bytes)
    #expect(
        formula.prerequisite.isFulfilled(by: words) || found.isEmpty, "prerequisite of \(pattern)",
        sourceLocation: sourceLocation)
}

/// The text with marks around the ranges.
private func mark(_ source: String, _ ranges: Set<ByteRange>) -> String {
    var bytes: [UInt8] = []
    for (offset, byte) in (Array(source.utf8) + [0]).enumerated() {
        let closing = ranges.count { $0.end == offset }
        let opening = ranges.count { $0.start == offset }
        for _ in 0..<closing { bytes += "›".utf8 }
        for _ in 0..<opening { bytes += "‹".utf8 }
        if offset < source.utf8.count { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
}
