import SourceText

/// Paths of routes, in every framework's spelling of parameters.
public enum RoutePath {
    /// Two paths one after the other, with one slash between.
    public static func join(_ left: String, _ right: String) -> String {
        let right = Substring(right.utf8.drop { $0 == UInt8(ascii: "/") })
        if right.isEmpty { return left }
        let left = left.utf8.last == UInt8(ascii: "/") ? left.dropLast() : left[...]
        return left + "/" + right
    }

    /// The same, where a second path of nothing but a slash ends the whole with that.
    static func joinWhole(_ left: String, _ right: String) -> String {
        right == "/" && left.utf8.last != UInt8(ascii: "/") ? left + "/" : join(left, right)
    }

    /// The path with every parameter written `{}`, a slash first and none last.
    public static func normalized(_ path: String) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(path.utf8.count + 1)
        var reader = SegmentReader(path)
        while let segment = reader.next() {
            text.append(UInt8(ascii: "/"))
            switch segment.kind {
            case .parameter: text += "{}".utf8
            case .rest: text += "**".utf8
            case .text: text += segment.text.utf8
            }
        }
        return text.isEmpty ? "/" : String(decoding: text, as: UTF8.self)
    }

    /// The path with every parameter written as its name in braces, whatever the framework's spelling: `/orders/{orderId}`.
    static func named(_ path: String) -> String {
        let clean = path.prefix { $0 != "?" && $0 != "#" }
        return clean.split(separator: "/").map { segment -> String in
            guard isParameter(segment) else { return "/" + segment }
            // `<int:id>` has its type before the name, `{id:int}` behind it.
            let parts = segment.utf8.split { $0 == UInt8(ascii: ":") }
            let part = segment.utf8.first == UInt8(ascii: "<") ? parts.last : parts.first
            let name = (part ?? segment.utf8[...]).filter(\.isWordCharacter)
            return "/{" + String(decoding: name, as: UTF8.self) + "}"
        }.joined()
    }

    /// A path that a regular expression describes: what stands for several texts is a parameter, a group under its name;
    /// anchors and escapes go.
    public static func fromExpression(_ expression: String) -> String {
        let bytes = Array(expression.utf8)
        var path: [UInt8] = []
        var index = 0
        /// Parts beside each other are one parameter.
        func addParameter(_ name: ArraySlice<UInt8> = []) {
            if path.last != UInt8(ascii: "}") || !name.isEmpty { path += "{".utf8 + name + "}".utf8 }
        }
        while index < bytes.count {
            let byte = bytes[index]
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            switch byte {
            case UInt8(ascii: "\\"):
                if "dDwWsS".utf8.contains(next) { addParameter() } else if next != 0 { path.append(next) }
                index += 2
            case UInt8(ascii: "["):
                addParameter()
                index = endOfClass(bytes, from: index)
            case UInt8(ascii: "("):
                addParameter(nameOfGroup(bytes, at: index))
                index = endOfGroup(bytes, from: index)
            // How often something stands there says nothing of what it is.
            case UInt8(ascii: "{") where (0x30...0x39).contains(next) || next == UInt8(ascii: ","):
                index = (bytes[index...].firstIndex(of: UInt8(ascii: "}")) ?? bytes.count - 1) + 1
            case UInt8(ascii: ".") where next == UInt8(ascii: "*") || next == UInt8(ascii: "+"):
                addParameter()
                index += 2
            case UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "?"), UInt8(ascii: "+"), UInt8(ascii: "*"),
                UInt8(ascii: ")"):
                index += 1
            default:
                path.append(byte)
                index += 1
            }
        }
        return String(decoding: path, as: UTF8.self)
    }

    /// `pk` of `(?P<pk>\d+)`, `(?<pk>\d+)`.
    private static func nameOfGroup(_ bytes: [UInt8], at start: Int) -> ArraySlice<UInt8> {
        for opening in ["(?P<", "(?<"] where bytes[start...].starts(with: opening.utf8) {
            return bytes[(start + opening.utf8.count)...].prefix(while: \.isWordCharacter)
        }
        return []
    }

    /// Behind the bracket that closes the class that starts at `start`.
    private static func endOfClass(_ bytes: [UInt8], from start: Int) -> Int {
        var index = start + 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "]") {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return index + 1
    }

    /// Behind the parenthesis that closes the group that starts at `start`.
    private static func endOfGroup(_ bytes: [UInt8], from start: Int) -> Int {
        var index = start
        var depth = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "["): index = endOfClass(bytes, from: index) - 1
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            default: break
            }
            index += 1
            if depth == 0 { return index }
        }
        return index
    }

    /// The segments of a path; nil stands for a parameter, `**` for any number of segments.
    public static func segments(_ path: String) -> [String?] {
        var segments: [String?] = []
        var reader = SegmentReader(path)
        while let segment = reader.next() {
            switch segment.kind {
            case .parameter: segments.append(nil)
            case .rest: segments.append("**")
            case .text: segments.append(String(segment.text))
            }
        }
        return segments
    }

    /// `:id`, `{id}`, `<int:id>`, `[id]`, `*`, `$id`, or a template's hole.
    private static func isParameter(_ segment: Substring) -> Bool {
        guard let first = segment.utf8.first else { return false }
        if first == UInt8(ascii: ":") || first == UInt8(ascii: "*") { return true }
        return segment.utf8.contains { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "[") }
    }

    /// Reads the segments of a path one after the other.
    private struct SegmentReader {
        enum Kind { case text, parameter, rest }

        private let text: Substring.UTF8View
        private var rest: Substring.UTF8View

        init(_ path: String) {
            text = path.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
            rest = text.drop { $0 == UInt8(ascii: "/") }
        }

        var isAtEnd: Bool { rest.isEmpty }

        mutating func next() -> (kind: Kind, text: Substring)? {
            guard !rest.isEmpty else { return nil }
            let segment = rest.prefix { $0 != UInt8(ascii: "/") }
            rest = rest[segment.endIndex...].drop { $0 == UInt8(ascii: "/") }
            return (kind(of: segment), Substring(segment))
        }

        private func kind(of segment: Substring.UTF8View) -> Kind {
            if segment.elementsEqual("**".utf8) || segment.elementsEqual("*".utf8) && text.count == 1 { return .rest }
            return RoutePath.isParameter(Substring(segment)) ? .parameter : .text
        }
    }

    /// Whether a concrete or templated path is one of those that `route` answers. A parameter on either side matches one segment.
    public static func matches(route: [String?], path: [String?]) -> Bool {
        var index = 0
        for segment in route {
            if segment == "**" { return true }
            guard index < path.count else { return false }
            if let segment, let other = path[index], segment != other { return false }
            index += 1
        }
        return index == path.count
    }

    /// The regular expression that a path-to-regexp pattern means: `/api/:path*`, `/((?!public).*)`, `/cats/*rest`.
    static func expression(ofPattern pattern: String) -> String {
        var expression = "^"
        var rest = pattern[...]
        while let character = rest.first {
            if character == ":" {
                rest = rest.dropFirst().drop { $0.isLetter || $0.isNumber || $0 == "_" }
                if rest.first == "*" || rest.first == "+" {
                    // The slash before a repeated parameter may be absent with it.
                    if rest.first == "*", expression.hasSuffix("/") { expression.removeLast() }
                    expression += rest.first == "*" ? "(?:/.*)?" : ".+"
                    rest = rest.dropFirst()
                } else {
                    expression += "[^/]+"
                }
            } else if character == "*" {
                // A wildcard, which may have a name.
                expression += ".*"
                rest = rest.dropFirst().drop { $0.isLetter || $0.isNumber || $0 == "_" }
            } else if character == "{" || character == "}" {
                expression += character == "{" ? "(?:" : ")?"
                rest = rest.dropFirst()
            } else if character == "(" {
                let end = closing(rest)
                expression += rest[..<end]
                rest = rest[end...]
            } else {
                if ".?+^$|[]\\".contains(character) { expression += "\\" }
                expression.append(character)
                rest = rest.dropFirst()
            }
        }
        return expression + "/?$"
    }

    /// The index after the parenthesis that closes the one a text starts with.
    private static func closing(_ text: Substring) -> Substring.Index {
        var depth = 0
        for index in text.indices {
            if text[index] == "(" { depth += 1 }
            if text[index] == ")" { depth -= 1 }
            if depth == 0 { return text.index(after: index) }
        }
        return text.endIndex
    }

    /// Whether `path` lies at or below `prefix`. Of the paths that a parameter or a wildcard stands for, most do not lie below
    /// a constant; what a file leaves open (`{}`) may be anything.
    public static func isBelow(_ path: String, prefix: String) -> Bool {
        var outer = SegmentReader(prefix)
        var inner = SegmentReader(path)
        let isOpenEnded = prefix.utf8.last == UInt8(ascii: "*")
        while let wanted = outer.next() {
            if isOpenEnded, outer.isAtEnd, wanted.kind != .text { return true }
            guard let given = inner.next() else { return false }
            if wanted.kind == .text, given.text != wanted.text, given.text != "{}" { return false }
        }
        return true
    }

    /// Whether a pattern of the configuration (`*` one segment, `**` any number) covers the path.
    public static func matches(pattern: String, path: String) -> Bool {
        matches(pattern.split(separator: "/")[...], path.split(separator: "/")[...])
    }

    private static func matches(_ pattern: ArraySlice<Substring>, _ path: ArraySlice<Substring>) -> Bool {
        guard let first = pattern.first else { return path.isEmpty }
        if first == "**" {
            if pattern.count == 1 { return true }
            return (path.startIndex...path.endIndex).contains { matches(pattern.dropFirst(), path[$0...]) }
        }
        guard let segment = path.first, first == "*" || first == segment || isParameter(first) && isParameter(segment)
        else { return false }
        return matches(pattern.dropFirst(), path.dropFirst())
    }
}
