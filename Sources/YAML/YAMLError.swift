/// What is wrong in a YAML file, at the place where the user can mend it.
public struct YAMLError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file as the caller named it.
    public let path: String
    /// 1-based.
    public let line: Int
    /// 1-based, in Unicode scalars.
    public let column: Int
    /// A sentence without a full stop that names the key and what would be accepted.
    public let message: String

    public init(path: String, line: Int, column: Int, message: String) {
        self.path = path
        self.line = line
        self.column = column
        self.message = message
    }

    /// `path:line:column: message`, the form that editors and terminals make a link of.
    public var description: String { "\(path):\(line):\(column): \(message)" }
}
