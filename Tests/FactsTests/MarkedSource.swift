import Facts
import Matching
import Syntax
import Testing

/// Source text with expectations in comments behind `~~`, several to a line with `;` between them:
///
///     use(x)  # ~~ x = "a"; x @ 1; x -> m.x; x : Foo
///
/// `text = value` says what the last node with that text on the line folds to, `text @ line` on which line the variable it
/// denotes first occurs, `text -> name` its imported name, `text : type` its variable's type. `?` stands for none.
struct MarkedSource {
    let tree: SyntaxTree
    let language: any Language
    let semantics: Semantics

    init(_ source: String, as fileExtension: String) throws {
        language = try #require(Languages.forExtension(fileExtension))
        tree = language.tree(of: Array(source.utf8), fileExtension: fileExtension)
        semantics = Semantics(of: tree, language: language, identifiers: IdentifierTable(of: tree))
    }

    static func check(
        _ source: String, as fileExtension: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let marked = try MarkedSource(source, as: fileExtension)
        var count = 0
        for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard let marker = line.range(of: "~~ ") else { continue }
            for expectation in line[marker.upperBound...].split(separator: ";") {
                count += 1
                let text = expectation.trimmed
                #expect(
                    marked.describe(text, line: index + 1) == text, "line \(index + 1)", sourceLocation: sourceLocation)
            }
        }
        #expect(count > 0, sourceLocation: sourceLocation)
    }

    /// The expectation as it would have to read.
    private func describe(_ expectation: String, line: Int) -> String {
        for mark in [" = ", " @ ", " -> ", " : "] {
            guard let place = expectation.range(of: mark) else { continue }
            let text = String(expectation[..<place.lowerBound])
            guard let node = node(text, line: line) else { return "no `\(text)` on line \(line)" }
            return text + mark + (describe(node, mark) ?? "?")
        }
        return "not an expectation"
    }

    private func describe(_ node: NodeIndex, _ mark: String) -> String? {
        let variable = semantics.variables[Int(node)]
        switch mark {
        case " = ": return semantics.value(of: node, in: tree, language: language).map(describe)
        case " @ ":
            guard variable >= 0, let first = semantics.variables.firstIndex(of: variable) else { return nil }
            return String(lineNumber(NodeIndex(first)))
        case " -> ":
            let name = semantics.qualified[Int(node)]
            return name < 0 ? nil : String(decoding: semantics.names[Int(name)], as: UTF8.self)
        default:
            guard variable >= 0, semantics.variableTypes[Int(variable)] >= 0 else { return nil }
            return String(decoding: tree.text(semantics.variableTypes[Int(variable)]), as: UTF8.self)
        }
    }

    private func describe(_ constant: Constant) -> String {
        switch constant {
        case .string(let text): "\"" + String(decoding: text, as: UTF8.self) + "\""
        case .integer(let value): "\(value)"
        case .float(let value): "\(value)"
        case .boolean(let value): "\(value)"
        case .null: "null"
        case .someString: "some string"
        }
    }

    /// The last node with this text on the line, the innermost of those that coincide.
    func node(_ text: String, line: Int) -> NodeIndex? {
        var found: NodeIndex?
        var foundStart = -1
        for node in 0..<NodeIndex(tree.count) where tree.text(node).elementsEqual(text.utf8) {
            guard lineNumber(node) == line, tree.range(node).start >= foundStart else { continue }
            guard tree.kind(node) != .expressionStatement, tree.kind(node) != .argumentList else { continue }
            found = node
            foundStart = tree.range(node).start
        }
        return found
    }

    private func lineNumber(_ node: NodeIndex) -> Int {
        tree.bytes[..<tree.range(node).start].reduce(1) { $1 == 0x0a ? $0 + 1 : $0 }
    }
}

extension StringProtocol {
    var trimmed: String {
        var rest = self[...]
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }

    func range(of text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            formIndex(after: &start)
        }
        return nil
    }
}
