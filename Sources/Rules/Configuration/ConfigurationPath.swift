/// Paths as text, `/` between segments. Nothing here asks the file system.
enum ConfigurationPath {
    /// The folder of a file; empty for a name alone.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The folder above; nil above the first.
    static func parent(of folder: String) -> String? {
        folder.isEmpty || folder == "/" ? nil : self.folder(of: folder)
    }

    /// `path` from `folder`, without `.` and, as far as it goes, `..` segments.
    static func join(_ folder: String, _ path: String) -> String {
        let joined = path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path
        var segments: [Substring] = []
        for segment in joined.split(separator: "/") where segment != "." {
            if segment == "..", let last = segments.last, last != ".." {
                segments.removeLast()
            } else {
                segments.append(segment)
            }
        }
        return (joined.hasPrefix("/") ? "/" : "") + segments.joined(separator: "/")
    }

    /// The part of `path` below `folder`; nil where it is not there.
    static func relative(_ path: String, to folder: String) -> String? {
        if folder.isEmpty { return path.hasPrefix("/") ? nil : path }
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : nil
    }
}
