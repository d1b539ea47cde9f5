/// A text as far as a file lets one know it: constant pieces and what stands between them.
public struct TextTemplate: Hashable, Sendable {
    public enum Part: Hashable, Sendable {
        case text(String)
        /// Something unknown, with the last name of the expression that gives it.
        case hole(String)
        /// What the function around it is given.
        case parameter(ParameterUse)
        /// A constant of another file.
        case constant(Symbol)

        /// What the source calls something whose text is not known.
        var openName: String? {
            switch self {
            case .hole(let name): name
            case .parameter(let use): use.name
            case .text, .constant: nil
            }
        }
    }

    public var parts: [Part]

    public init(_ parts: [Part]) {
        self.parts = parts
    }

    /// The text where it is constant.
    public var constant: String? {
        var whole = ""
        for part in parts {
            guard case .text(let text) = part else { return nil }
            whole += text
        }
        return whole
    }

    /// Two parts of a URL one after the other, with one slash between them.
    static func joined(_ base: TextTemplate, _ path: TextTemplate) -> TextTemplate {
        if path.isAbsolute || base.parts.isEmpty { return path }
        guard case .text(let first)? = path.parts.first else { return TextTemplate(base.parts + path.parts) }
        var parts = base.parts
        if case .text(let last)? = parts.last {
            parts[parts.count - 1] = .text(last.utf8.last == UInt8(ascii: "/") ? String(last.dropLast()) : last)
        }
        // What only adds a query leaves the path as it is.
        let isOpening = first.isEmpty || "/?#".utf8.contains(first.utf8.first ?? 0)
        return TextTemplate(parts + [.text(isOpening ? first : "/" + first)] + path.parts.dropFirst())
    }

    /// Whether it names its host, so that nothing is put before it.
    var isAbsolute: Bool {
        guard case .text(let first)? = parts.first else { return false }
        return first.hasPrefix("//") || first.range(ofFirst: "://") != nil
    }

    /// Appends a part, constant pieces to one another.
    static func append(_ part: Part, to parts: inout [Part]) {
        if case .text(let text) = part, case .text(let last)? = parts.last {
            parts[parts.count - 1] = .text(last + text)
        } else {
            parts.append(part)
        }
    }

    /// Whether it may be a URL or the path of one, rather than any other text.
    var resemblesURL: Bool {
        for (index, part) in parts.enumerated() {
            guard case .text(let text) = part else { continue }
            if text.utf8.contains(UInt8(ascii: " ")) || text.utf8.contains(0x0A) { return false }
            if index == 0 { return text.hasPrefix("/") || text.hasPrefix("http") && isAbsolute }
            return text.hasPrefix("/")
        }
        return parts.contains { if case .constant = $0 { true } else { false } }
    }
}

/// A parameter of a function, or what stands under some keys of the object given for it.
public struct ParameterUse: Hashable, Sendable {
    /// Among the function's parameters, from 0.
    public var index: Int
    public var keys: [String]
    /// Its last name in the source.
    public var name: String
}

extension String {
    /// The number of UTF-8 bytes before the first occurrence of a text; nil where there is none.
    func range(ofFirst text: String) -> Int? {
        let bytes = Array(utf8)
        let wanted = Array(text.utf8)
        guard bytes.count >= wanted.count else { return nil }
        return (0...(bytes.count - wanted.count)).first { bytes[$0..<($0 + wanted.count)].elementsEqual(wanted) }
    }
}
