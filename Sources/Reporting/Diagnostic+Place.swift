import Findings

extension Diagnostic {
    /// The message behind its place, as compilers write it: `path:line:column: error: message`.
    public var placedMessage: String {
        var text = ""
        if let path {
            text += path
            if let line {
                text += ":\(line)"
                if let column { text += ":\(column)" }
            }
            text += ": "
        }
        return text + "\(severity.rawValue): \(message)"
    }
}
