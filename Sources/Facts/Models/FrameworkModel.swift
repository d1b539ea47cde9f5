import Matching
import SourceText
import Syntax

/// What code of one framework or library means, as data: patterns with roles for their metavariables. Compiled for one
/// language.
public final class FrameworkModel: Sendable {
    public let name: String
    /// Modules by whose import a file is seen to use it: `express`, `fastapi` (and what lies below them).
    public let imports: [String]
    /// Packages by which a project's manifest asks for it.
    public let packages: [String]
    /// Whether it is a framework in which requests are answered, rather than a library that its handlers use.
    let servesRequests: Bool
    private let entries: ModelEntries

    public init(name: String, imports: [String], packages: [String], entries: ModelEntries) {
        self.name = name
        self.imports = imports
        self.packages = packages
        self.entries = entries
        servesRequests = [.routes, .responses, .routers].contains { entries.section($0) != nil }
    }

    /// Whether the model speaks of a section at all.
    public func has(_ section: ModelSection) -> Bool { entries.section(section) != nil }

    /// The entries of a section; nil where there are none.
    func section(_ section: ModelSection) -> ModelEntries.Section? { entries.section(section) }

    /// Compiles everything, so that all errors come to light.
    public func compileAll() { entries.compileAll() }
}

/// One pattern of a model and what it says of its matches. A class, as are its matches: they are handed around and sorted.
public final class ModelEntry: Sendable {
    public let formula: Formula
    public let metavariables: MetavariableTable
    public let fields: [String: ModelValue]
    /// Sections, before its own, of one of which the file must have a match for this entry to be looked for; empty where it
    /// always is.
    let needs: [ModelSection]
    let prerequisite: WordPrerequisite

    public init(
        formula: Formula, metavariables: MetavariableTable, fields: [String: ModelValue], needs: [ModelSection] = []
    ) {
        self.formula = formula
        self.metavariables = metavariables
        self.fields = fields
        self.needs = needs
        prerequisite = formula.prerequisite
    }
}

/// A field's value in a model file.
public indirect enum ModelValue: Hashable, Sendable {
    /// What the metavariable with this number is bound to.
    case metavariable(Int)
    case text(String)
    case integer(Int)
    case boolean(Bool)
    case list([ModelValue])
    case mapping([String: ModelValue])
    /// An argument of the call that matched, or of the call in the decorator that did.
    case keyword(ArgumentPlace)

    public var text: String? { if case .text(let text) = self { text } else { nil } }
    public var integer: Int? { if case .integer(let number) = self { number } else { nil } }
    public var boolean: Bool? { if case .boolean(let truth) = self { truth } else { nil } }
    public var metavariable: Int? { if case .metavariable(let slot) = self { slot } else { nil } }

    /// The texts of a list, or of the one text.
    public var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .list(let values): values.compactMap(\.text)
        default: []
        }
    }

    /// Whether `texts` has a text.
    func lists(_ text: String) -> Bool {
        switch self {
        case .text(let own): own == text
        case .list(let values): values.contains { if case .text(let own) = $0 { own == text } else { false } }
        default: false
        }
    }
}

/// A match of a model's entry, with its fields resolved against what the match bound.
public final class ModelMatch: Sendable {
    public let model: String
    /// Whether the file imports what the model describes, rather than the project's manifest naming it.
    let isImported: Bool
    public let entry: ModelEntry
    public let match: Match
    /// The nodes of fields that are looked for by an argument's label.
    let labelled: [String: NodeIndex]

    init(model: String, isImported: Bool, entry: ModelEntry, match: Match, tree: SyntaxTree) {
        self.model = model
        self.isImported = isImported
        self.entry = entry
        self.match = match
        var labelled: [String: NodeIndex] = [:]
        for case (let field, .keyword(let place)) in entry.fields {
            let list = ModelMatch.argumentList(of: match, entry, in: tree)
            labelled[field] = list.flatMap { tree.argument(at: place, in: $0) }
        }
        self.labelled = labelled
    }

    /// The arguments of the call that matched, or of the call in the decorator that did.
    private static func argumentList(of match: Match, _ entry: ModelEntry, in tree: SyntaxTree) -> NodeIndex? {
        guard match.node >= 0 else { return nil }
        switch tree.kind(match.node) {
        case .call, .new: return tree.child(match.node, .arguments)
        case .function, .class:
            let bound = match.bindings.compactMap { $0?.range }
            let calls = tree.children(match.node).filter { tree.kind($0) == .decorator }
                .compactMap { tree.child($0, .value) }.filter { tree.kind($0) == .call }
            return calls.first { call in bound.contains { tree.range(call).contains($0) } }
                .flatMap { tree.child($0, .arguments) }
        default: return nil
        }
    }

    /// The node that a field's metavariable is bound to.
    public func node(_ field: String) -> NodeIndex? {
        if let node = labelled[field] { return node }
        return entry.fields[field]?.metavariable.flatMap { match.bindings[$0]?.node }
    }

    /// Whether the field's metavariable stands in quotes, so that it is bound to the content of a string.
    public func isStringContent(_ field: String) -> Bool {
        guard let slot = entry.fields[field]?.metavariable, let binding = match.bindings[slot] else { return false }
        if case .text = binding.content { return true }
        return false
    }

    /// Whether a field is bound to what some code means and is not written there: the module of an imported name.
    public func isMeaning(_ field: String) -> Bool {
        guard let slot = entry.fields[field]?.metavariable, let binding = match.bindings[slot] else { return false }
        if case .meaning = binding.content { return true }
        return false
    }

    /// The nodes of a field bound to one node or to a run of siblings.
    public func nodes(_ field: String, in tree: SyntaxTree) -> [NodeIndex] {
        if let node = labelled[field] { return [node] }
        guard let slot = entry.fields[field]?.metavariable, let binding = match.bindings[slot] else { return [] }
        switch binding.content {
        case .node(let node): return [node]
        case .nodes(let first, let last):
            guard first >= 0 else { return [] }
            var nodes: [NodeIndex] = []
            var current = first
            while current <= last {
                nodes.append(current)
                current = tree.subtreeEnd(current)
            }
            return nodes
        case .text, .group, .meaning: return []
        }
    }

    /// The source text of a field: a constant of the model, or what its metavariable is bound to.
    public func text(_ field: String, in tree: SyntaxTree) -> String? {
        switch entry.fields[field] {
        case .text(let text): return text
        case .keyword:
            return labelled[field].map { String(decoding: tree.text($0), as: UTF8.self) }
        case .metavariable(let slot):
            return match.bindings[slot].map {
                String(decoding: tree.bytes[$0.range.start..<$0.range.end], as: UTF8.self)
            }
        default: return nil
        }
    }

    public func value(_ field: String) -> ModelValue? { entry.fields[field] }
}
