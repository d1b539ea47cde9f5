/// Parts of paths that a file leaves open, under the names by which the project may know them.
enum PathHole {
    /// A part of a path that has constant parts too.
    static func partial(_ name: String) -> String { "{$\(name)}" }

    /// A whole path that stands under a name.
    static func whole(_ name: String) -> String { "{!\(name)}" }

    /// What a function or property of the project's own that makes one router of another puts before the paths of that; nothing
    /// where the project has none of that name.
    static func helper(_ name: String) -> String { "{^\(name)}" }

    /// The key of such a function or property among the project's constant paths.
    static func helperKey(_ name: String) -> String { "^" + name }

    static func isHelperKey(_ name: String) -> Bool { name.hasPrefix("^") }

    /// The names of what is left open in a path.
    static func names(in path: String) -> [Substring] {
        path.split(separator: "{").compactMap { part in
            guard let mark = part.first, mark == "$" || mark == "!", let end = part.firstIndex(of: "}") else {
                return nil
            }
            return part[part.index(after: part.startIndex)..<end]
        }
    }

    /// The path with one text in all places that are left open.
    static func filled(_ path: String, with text: String) -> String {
        path.split(separator: "/", omittingEmptySubsequences: false).map { hasNames(String($0)) ? text : String($0) }
            .joined(separator: "/")
    }

    /// The path with texts in the place of those names that have one; the others stay open.
    static func bound(_ path: String, to texts: [String: String]) -> String {
        guard !texts.isEmpty, hasNames(path) else { return path }
        var bound = ""
        var rest = path[...]
        while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
            bound += rest[..<start]
            let inner = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if inner.first == "$" || inner.first == "!", let text = Self.text(of: inner.dropFirst(), in: texts) {
                let isSegment = bound.isEmpty || bound.hasSuffix("/") || text.hasPrefix("/")
                bound = isSegment ? RoutePath.join(bound, text) : bound + text
            } else {
                bound += "{" + inner + "}"
            }
        }
        return bound + rest
    }

    /// What a name stands for, `ROUTES.users.list`, or its last part alone.
    private static func text(of name: Substring, in texts: [String: String]) -> String? {
        let name = String(name)
        return texts[name].flatMap { $0.isEmpty ? nil : $0 } ?? texts[name.lastDottedPart]
    }

    /// The path with the project's constants in the place of their names. What is left open before all else is where the
    /// application happens to be deployed, and goes; what is left open elsewhere becomes a parameter.
    /// - Returns: nil where a whole path, or what must name the last part, is not known.
    static func filled(_ path: String, with constants: [String: String]) -> String? {
        filled(path, with: constants, depth: 0)
    }

    private static func filled(_ path: String, with constants: [String: String], depth: Int) -> String? {
        guard hasNames(path) else { return path }
        var filled = ""
        var rest = path[...]
        while let start = rest.firstIndex(of: "{") {
            guard let end = rest[start...].firstIndex(of: "}") else { break }
            filled += rest[..<start]
            let inner = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            switch inner.first {
            case "$", "!":
                if let known = text(of: inner.dropFirst(), in: constants), !known.isEmpty {
                    filled = RoutePath.join(filled, known)
                } else if filled.isEmpty || filled == "/", rest.contains(where: { $0 != "/" }) {
                    filled = ""
                } else if inner.first == "!" {
                    return nil
                } else {
                    filled += "{}"
                }
            case "^":
                // One may be made of another's.
                guard depth < deepestHelper, let own = constants[String(inner)],
                    let prefix = self.filled(own, with: constants, depth: depth + 1)
                else {
                    if filled.hasSuffix("/"), rest.hasPrefix("/") || filled != "/" { filled.removeLast() }
                    continue
                }
                filled = RoutePath.join(filled, prefix)
            default: filled += "{" + inner + "}"
            }
        }
        return filled + rest
    }

    /// Whether a path leaves something open under a name; a brace before another byte opens a parameter.
    static func hasNames(_ path: String) -> Bool {
        var previous: UInt8 = 0
        for byte in path.utf8 {
            if previous == UInt8(ascii: "{"), marks.contains(byte) { return true }
            previous = byte
        }
        return false
    }

    private static let marks: [UInt8] = [UInt8(ascii: "$"), UInt8(ascii: "!"), UInt8(ascii: "^")]
    private static let deepestHelper = 8
}
