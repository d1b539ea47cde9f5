import SQL
import SourceText
import Syntax

/// A text that a program puts together: constant pieces, and holes for what it puts between them.
struct BuiltText {
    /// A value put into the text.
    struct Hole {
        /// The expression whose value is put in.
        var node: NodeIndex
        /// The expression or statement that mixes it into the text (the catalogue's anchor `string`).
        var mixer: NodeIndex
        /// The interpolation's own label: `bind` of `\(bind: x)`.
        var label: String?
        /// Whether the text's receiver makes a bound parameter of it.
        var isBound = false
        /// Put in as it is, also where the receiver makes parameters of the others.
        var isRaw = false
        /// A formatting code that only numbers fulfil: `%d`.
        var isNumeric = false
        /// The parts of a list are put in, with constant text between.
        var isJoined = false
        /// The parts name parameters, with a sign before each: `", :".join(columns)`.
        var namesPlaceholders = false

        /// What may stand before the name of a parameter.
        static let placeholderSigns = Array("@:$".utf8)
    }

    enum Part {
        /// Constant bytes, and the node that they are written in.
        case text([UInt8], NodeIndex)
        case hole(Hole)
    }

    var parts: [Part] = []

    var holes: [Hole] { parts.compactMap { if case .hole(let hole) = $0 { hole } else { nil } } }

    /// The nodes that constant pieces are written in.
    var sources: [NodeIndex] { parts.compactMap { if case .text(_, let node) = $0 { node } else { nil } } }

    /// In bytes; a hole counts as one.
    var length: Int {
        parts.reduce(0) { sum, part in
            if case .text(let bytes, _) = part { sum + bytes.count } else { sum + 1 }
        }
    }

    /// Whether more may be put into it than into another that stands in its place elsewhere: a value, or more clauses.
    func saysMore(than other: BuiltText?) -> Bool {
        guard let other else { return true }
        let isOpen = holes.contains { !$0.isBound }
        let isOtherOpen = other.holes.contains { !$0.isBound }
        return isOpen == isOtherOpen ? length > other.length : isOpen
    }

    /// Whether a value stands at the very end, after a complete word: it may hold any clause.
    var endsOpen: Bool {
        guard parts.count > 1, case .hole? = parts.last, case .text(let bytes, _) = parts[parts.count - 2],
            let last = bytes.last
        else { return false }
        return last > 0x20 && last != UInt8(ascii: ".") && last != UInt8(ascii: "_") && last != UInt8(ascii: "\"")
            && last != UInt8(ascii: "'") && last != UInt8(ascii: "`") && last != UInt8(ascii: "=")
    }

    /// The text as SQL. A hole has no bytes of its own.
    func sqlText() -> SQLText {
        var bytes: [UInt8] = []
        var holes: [SQLHole] = []
        for part in parts {
            switch part {
            case .text(let piece, _): bytes += piece
            case .hole: holes.append(SQLHole(at: bytes.count))
            }
        }
        return SQLText(bytes, holes: holes)
    }

    /// Whether the text may be the start of a statement, by its first constant piece.
    var mayStartStatement: Bool {
        for part in parts {
            guard case .text(let bytes, _) = part else { return false }
            if bytes.contains(where: { $0 > 0x20 }) { return SQLText.mayStartStatement(bytes) }
        }
        return false
    }

    /// Whether one pair of parentheses holds the whole text, as of a query that is a part of another.
    var isParenthesized: Bool {
        guard case .text(let first, _)? = parts.first, case .text(let last, _)? = parts.last,
            first.first(where: { $0 > 0x20 }) == UInt8(ascii: "("), last.last(where: { $0 > 0x20 }) == UInt8(ascii: ")")
        else { return false }
        var depth = 0
        var isClosed = false
        for case .text(let bytes, _) in parts {
            for byte in bytes {
                if isClosed, byte > 0x20 { return false }
                if byte == UInt8(ascii: "(") { depth += 1 }
                if byte == UInt8(ascii: ")") { depth -= 1 }
                isClosed = depth == 0 && byte == UInt8(ascii: ")") || isClosed && byte <= 0x20
            }
        }
        return isClosed
    }

    /// The same with a parameter made of every hole.
    func bound() -> BuiltText {
        BuiltText(
            parts: parts.map { part in
                guard case .hole(var hole) = part, !hole.isRaw else { return part }
                hole.isBound = true
                return .hole(hole)
            })
    }

    /// The same with what only names parameters bound: `{id_${index}:UInt64}`.
    func bindingNamedPlaceholders() -> BuiltText {
        var result = self
        for index in parts.indices.dropFirst().dropLast() {
            guard case .hole(var hole) = parts[index], case .text(let before, _) = parts[index - 1],
                case .text(let after, _) = parts[index + 1],
                let open = before.lastIndex(where: { !$0.isWordCharacter }),
                before[open] == UInt8(ascii: "{"), let colon = after.firstIndex(where: { !$0.isWordCharacter }),
                after[colon] == UInt8(ascii: ":"), let close = after[colon...].firstIndex(of: UInt8(ascii: "}")),
                after[(colon + 1)..<close].allSatisfy({ $0.isWordCharacter || "(), ".utf8.contains($0) })
            else { continue }
            hole.isBound = true
            result.parts[index] = .hole(hole)
        }
        return result
    }

    /// The same with every hole filled in as it is, whatever becomes of the others around it.
    func unbound() -> BuiltText {
        BuiltText(
            parts: parts.map { part in
                guard case .hole(var hole) = part else { return part }
                hole.isRaw = true
                return .hole(hole)
            })
    }

    /// The same with every hole mixed in by `node`.
    func mixed(by node: NodeIndex) -> BuiltText {
        BuiltText(
            parts: parts.map { part in
                guard case .hole(var hole) = part else { return part }
                hole.mixer = node
                return .hole(hole)
            })
    }

    static func + (left: BuiltText, right: BuiltText) -> BuiltText { BuiltText(parts: left.parts + right.parts) }
}
