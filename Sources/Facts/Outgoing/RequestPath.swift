/// The path of a request on its server, as far as it is known.
struct RequestPath: Hashable, Sendable {
    /// Where the server is.
    enum Origin: Hashable, Sendable {
        /// The page's own.
        case same
        case host(String)
        case unknown
    }

    var origin: Origin
    /// With a slash first, `{}` for what is put in, and no query.
    var path: String
    /// What stands behind the question mark.
    var query: String

    /// nil where the URL does not let one know the path.
    init?(_ url: TextTemplate, names: NameVocabulary) {
        var parts = url.parts[...]
        guard let origin = RequestPath.takeOrigin(from: &parts, names) else { return nil }
        self.origin = origin
        var whole = ""
        var isQuery = false
        for (offset, part) in parts.enumerated() {
            switch part {
            case .text(let text):
                whole += text
                isQuery = isQuery || text.utf8.contains(UInt8(ascii: "?")) || text.utf8.contains(UInt8(ascii: "#"))
            case .hole, .parameter:
                let name = part.openName ?? ""
                if isQuery {
                    whole += "{" + name + "}"
                    continue
                }
                let isLast = offset == parts.count - 1
                if isLast, names.holds(.queryText, name) { continue }
                // What ends a path without a slash before it may be more of the word, more segments or a query; what is
                // called a path is several segments.
                if isLast, whole.utf8.last != UInt8(ascii: "/") { return nil }
                if names.holds(.wholePath, name) { return nil }
                whole += "{}"
            case .constant: return nil
            }
        }
        guard whole.hasPrefix("/") || whole.isEmpty && origin != .same && origin != .unknown else { return nil }
        path = String(whole.prefix { $0 != "?" && $0 != "#" })
        query = String(whole.dropFirst(path.count))
    }

    /// Takes scheme and host, or the variable that holds them, off the front of a URL.
    private static func takeOrigin(
        from parts: inout ArraySlice<TextTemplate.Part>, _ names: NameVocabulary
    ) -> Origin? {
        switch parts.first {
        case .text(let text)?:
            guard let scheme = text.hasPrefix("//") ? 0 : text.range(ofFirst: "://") else {
                if text.hasPrefix("/") { return .same }
                // Relative to the page, which is served at the root.
                guard isRelative(text) else { return nil }
                parts[parts.startIndex] = .text("/" + text)
                return .same
            }
            let start = text.hasPrefix("//") ? 2 : scheme + 3
            parts[parts.startIndex] = .text(String(decoding: Array(text.utf8).dropFirst(start), as: UTF8.self))
            return .host(takeHost(from: &parts))
        case .hole?, .parameter?:
            guard let name = parts.first?.openName, names.holds(.baseURL, name) else { return nil }
            parts.removeFirst()
            if case .text(let next)? = parts.first, !next.hasPrefix("/") {
                // A port, or a base that ends in a slash.
                if next.hasPrefix(":") {
                    _ = takeHost(from: &parts)
                } else {
                    parts[parts.startIndex] = .text("/" + next)
                }
            }
            return .unknown
        case .constant?, nil: return nil
        }
    }

    /// `api/teams`: a word, and more behind a slash.
    private static func isRelative(_ text: String) -> Bool {
        let first = text.utf8.prefix { $0 != UInt8(ascii: "/") }
        return !first.isEmpty && first.count < text.utf8.count
            && first.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2D }
    }

    /// Takes off everything before the next slash.
    private static func takeHost(from parts: inout ArraySlice<TextTemplate.Part>) -> String {
        var host = ""
        while let part = parts.first {
            guard case .text(let text) = part else {
                host += "{}"
                parts.removeFirst()
                continue
            }
            let own = text.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
            host += own
            let rest = String(text.dropFirst(own.count))
            if rest.isEmpty {
                parts.removeFirst()
                continue
            }
            parts[parts.startIndex] = .text(rest)
            return host
        }
        return host
    }
}
