import SourceText
import Syntax

/// A pattern of a rule, compiled: its tree in the language's own vocabulary, and what tells in which files it may match. A
/// class, because formulas hand it around: one reference is counted where a struct of ten arrays would be ten.
public final class Pattern: Sendable {
    /// What the pattern is matched against.
    enum Form: Sendable {
        /// Any node that the pattern's single node can stand for.
        case node(NodeIndex)
        /// Consecutive statements.
        case statements([NodeIndex])
        /// `...` alone: any expression, and all that is looked at.
        case anything
    }

    let tree: SyntaxTree
    /// Of the pattern's text, by which patterns of different rules find that they are the same.
    let textHash: UInt32
    let form: Form
    /// By node: the number of its metavariable, or -1.
    let slots: [Int32]
    let strings: [StringPattern?]
    /// The hashes of words all of which any file that it matches in holds.
    let requiredWords: [UInt32]
    /// Clauses of each of which any file that it matches in holds a word or part.
    let requiredParts: [[TextRequirement]]
    /// Clauses of each of which the strings of a file that it matches in hold one.
    let requiredStrings: [[[UInt8]]]
    /// Conditions of the rule that a match fulfils when it binds their metavariables.
    let bindingConditions: [BindingCondition]
    private let lazyTables: LazyPatternTables
    /// What a match asks for at each node.
    var tables: PatternTables { lazyTables.value }

    /// The size of the largest pattern. Matching is as deep as a pattern is long.
    static let nodeLimit = 2000

    /// Why a text is no pattern. `offset` counts bytes from the start of the pattern's text.
    public struct ParseFailure: Error, Hashable, Sendable {
        public var offset: Int
        public var message: String
    }

    /// Compiles `text`. Metavariables get their numbers in `metavariables`.
    public init(
        _ text: [UInt8], language: any Language, metavariables: inout MetavariableTable
    ) throws(ParseFailure) {
        let whole = Pattern.tree(of: text, language: language)
        if let token = whole.tokens.flags.firstIndex(where: { $0.contains(.unterminated) }) {
            throw ParseFailure(offset: Int(whole.tokens.starts[token]), message: "this string is never closed")
        }
        if let offset = Pattern.openBracket(in: whole) {
            throw ParseFailure(offset: offset, message: "this bracket is never closed")
        }
        var parsed = PatternFragment(tree: whole, top: Array(whole.children(0)))
        if let broken = whole.kinds.firstIndex(of: .error) {
            guard let fragment = PatternFragment(framed: text, language: language) else {
                throw ParseFailure(
                    offset: whole.range(NodeIndex(broken)).start, message: "the pattern does not parse here")
            }
            parsed = fragment
        }
        let tree = parsed.tree
        guard tree.count <= Pattern.nodeLimit else {
            throw ParseFailure(offset: 0, message: "the pattern is too long: it has over \(Pattern.nodeLimit) nodes")
        }
        var top = parsed.top
        guard let first = top.first else { throw ParseFailure(offset: 0, message: "the pattern is empty") }
        self.tree = tree
        textHash = WordSet.hash(tree.bytes)
        if top.count == 1 {
            top = [Pattern.unwrapped(first, in: tree)]
            form = tree.kind(top[0]) == .ellipsis ? .anything : .node(top[0])
        } else {
            form = .statements(top)
        }
        var slots = [Int32](repeating: -1, count: tree.count)
        var strings = [StringPattern?](repeating: nil, count: tree.count)
        for index in tree.kinds.indices.reversed() {
            let node = NodeIndex(index)
            switch tree.kinds[index] {
            case .metavariable, .ellipsisMetavariable:
                let name = tree.text(node)
                if !name.elementsEqual("$_".utf8) { slots[index] = Int32(metavariables.slot(of: name)) }
            case .regex:
                strings[index] = StringPattern(
                    hole: tree.bytes[tree.regexBody(node).start..<tree.regexBody(node).end],
                    metavariables: &metavariables)
            case .string, .stringText, .concatenatedString:
                strings[index] = try StringPattern(
                    node: node, tree: tree, language: language, metavariables: &metavariables)
            default:
                break
            }
        }
        self.slots = slots
        self.strings = strings
        requiredWords = RequiredWords.of(tree: tree, strings: strings)
        requiredParts = []
        requiredStrings = strings.indices.compactMap { index in
            // A key may be a name.
            guard case .regularExpression(let expression)? = strings[index], tree.roles[index] != .key else {
                return nil
            }
            return expression.requiredParts.isEmpty ? nil : expression.requiredLiterals
        }
        bindingConditions = []
        lazyTables = LazyPatternTables(of: tree, top: top, strings: strings)
    }

    /// The same pattern with one more condition on a metavariable that it binds.
    private init(_ other: Pattern, adding condition: BindingCondition) {
        tree = other.tree
        textHash = other.textHash
        form = other.form
        slots = other.slots
        strings = other.strings
        lazyTables = other.lazyTables
        bindingConditions = other.bindingConditions + [condition]
        let isStringContent = strings.contains {
            if case .metavariable(condition.slot)? = $0 { true } else { false }
        }
        // The content of a string may be put together from pieces that hold none of the words.
        let parts = isStringContent ? nil : condition.requiredWords
        requiredWords = other.requiredWords
        requiredParts = other.requiredParts + (parts.map { [$0] } ?? [])
        // A key may be a name.
        let isKey = zip(strings, other.tree.roles).contains { string, role in
            if case .metavariable(condition.slot)? = string { role == .key } else { false }
        }
        let literals = isStringContent && !isKey ? condition.requiredLiterals : []
        requiredStrings = other.requiredStrings + (literals.isEmpty ? [] : [literals])
    }

    /// Where the innermost bracket begins that a text leaves open: code that is being typed may, a pattern may not. nil, too,
    /// where brackets are crossed, which is for the parser to say.
    private static func openBracket(in tree: SyntaxTree) -> Int? {
        var open: [(closing: TokenKind, start: UInt32)] = []
        for (token, kind) in tree.tokens.kinds.enumerated() {
            switch kind {
            case .leftParenthesis: open.append((.rightParenthesis, tree.tokens.starts[token]))
            case .leftBracket: open.append((.rightBracket, tree.tokens.starts[token]))
            case .leftBrace: open.append((.rightBrace, tree.tokens.starts[token]))
            case .rightParenthesis, .rightBracket, .rightBrace:
                guard open.popLast()?.closing == kind else { return nil }
            default: continue
            }
        }
        return open.last.map { Int($0.start) }
    }

    /// What a file must hold for the pattern to match in it.
    var prerequisite: WordPrerequisite {
        .all(of: (requiredWords.isEmpty ? [] : [.words(requiredWords)]) + requiredParts.map { .oneOf($0) })
    }

    func adding(_ condition: BindingCondition) -> Pattern { Pattern(self, adding: condition) }

    /// Whether a file may hold a match, by its words, by what its code is made of and by what its strings are.
    func mayMatch(in target: MatchTarget) -> Bool {
        for word in requiredWords where !target.words.mayContain(word) { return false }
        return (requiredParts.isEmpty || target.words.mayFulfill(requiredParts))
            && target.shapes[0].mayContain(tables.fileShapes)
            && (requiredStrings.isEmpty || requiredStrings.allSatisfy(target.mayHaveString))
    }

    static func tree(of text: [UInt8], language: any Language) -> SyntaxTree {
        let fileExtension = language.fileExtensions.first { $0.hasSuffix("x") } ?? language.fileExtensions.first ?? ""
        return language.tree(of: text, fileExtension: fileExtension, mode: .pattern)
    }

    /// The numbers of the metavariables in the pattern.
    var boundSlots: [Int] {
        slots.filter { $0 >= 0 }.map(Int.init)
            + strings.compactMap { if case .metavariable(let slot)? = $0 { slot } else { nil } }
    }

    /// An expression written as a statement without its semicolon is a pattern for expressions, and its parentheses say
    /// nothing.
    private static func unwrapped(_ node: NodeIndex, in tree: SyntaxTree) -> NodeIndex {
        guard tree.kind(node) == .expressionStatement, var value = tree.child(node, .value),
            tree.endTokens[Int(value)] == tree.endTokens[Int(node)]
        else { return node }
        while tree.kind(value) == .parenthesized, let inner = tree.child(value, .value) { value = inner }
        return value
    }
}

/// What a string literal in a pattern asks of a string.
enum StringPattern: Sendable {
    /// `"..."`
    case anything
    /// `"$X"`: the content is bound.
    case metavariable(Int)
    /// `"=~/re/"`
    case regularExpression(RegularExpression)
    case exactly([UInt8])

    init?(
        node: NodeIndex, tree: SyntaxTree, language: any Language, metavariables: inout MetavariableTable
    ) throws(Pattern.ParseFailure) {
        guard let value = language.stringValue(of: node, in: tree) else { return nil }
        if let hole = StringPattern(hole: value[...], metavariables: &metavariables) {
            self = hole
        } else if value.starts(with: "=~/".utf8),
            // The expression is what is written: `\b` in it is no escape of the language.
            let end = tree.bytes[..<tree.stringContent(node).end].lastIndex(of: UInt8(ascii: "/")),
            end > tree.stringContent(node).start + 3,
            let options = StringPattern.options(ofFlags: tree.bytes[(end + 1)..<tree.stringContent(node).end])
        {
            let start = tree.stringContent(node).start + 3
            do throws(RegularExpression.Fail) {
                self = .regularExpression(try RegularExpression(Array(tree.bytes[start..<end]), options: options))
            } catch {
                throw Pattern.ParseFailure(
                    offset: start + error.offset, message: "not a regular expression: \(error.message)")
            }
        } else {
            self = .exactly(value)
        }
    }

    /// What the letters behind `=~/../` ask for; nil where they are none, so that the string is only itself.
    private static func options(ofFlags flags: ArraySlice<UInt8>) -> RegularExpression.Options? {
        var options: RegularExpression.Options = []
        for flag in flags {
            switch flag {
            case UInt8(ascii: "i"): options.insert(.caseInsensitive)
            case UInt8(ascii: "m"): options.insert(.multiline)
            default: return nil
            }
        }
        return options
    }

    /// A literal whose content is `...` or a metavariable; nil for any other.
    init?(hole content: ArraySlice<UInt8>, metavariables: inout MetavariableTable) {
        if content.elementsEqual("...".utf8) {
            self = .anything
        } else if MetavariableName.isMetavariable(content) {
            self = .metavariable(metavariables.slot(of: content))
        } else {
            return nil
        }
    }
}

/// The spelling of metavariables.
public enum MetavariableName {
    /// Whether the bytes are `$` and a name of capital letters, digits and underscores, or `$...` and such a name.
    public static func isMetavariable(_ bytes: some Collection<UInt8>) -> Bool {
        guard bytes.first == UInt8(ascii: "$") else { return false }
        var rest = Array(bytes.dropFirst())
        if rest.starts(with: "...".utf8) { rest.removeFirst(3) }
        guard let first = rest.first else { return false }
        let digit = { (byte: UInt8) in byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
        if digit(first) { return rest.allSatisfy(digit) }
        guard first.isCapital || first == UInt8(ascii: "_") else { return false }
        return rest.allSatisfy { $0.isCapital || digit($0) || $0 == UInt8(ascii: "_") }
    }
}
