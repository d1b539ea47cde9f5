import Matching

/// Routes that a file's place in the project makes.
enum FileRoute {
    /// The path that a file name means: group 1 of the expression, without `(groups)` and a last `index`; nil where the
    /// expression does not match.
    static func path(of file: String, expression: String) -> String? {
        guard let compiled = try? RegularExpression(Array(expression.utf8), options: []) else { return nil }
        let bytes = Array(file.utf8)
        guard let found = compiled.firstMatch(in: bytes), let group = found.groups.first, let group else { return nil }
        let inner = String(decoding: bytes[group.start..<group.end], as: UTF8.self)
        var segments = inner.split(separator: "/").filter { !$0.hasPrefix("(") && !$0.hasPrefix("@") }
        if segments.last == "index" { segments.removeLast() }
        return "/" + segments.joined(separator: "/")
    }
}
