import FoundationEssentials

/// The repository that the tests stand in.
public enum Repository {
    /// Absolute, without a slash at its end.
    public static let path = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()

    /// The text of a file, whose name is relative to the repository. Throws where it cannot be read.
    public static func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path + "/" + name)), as: UTF8.self)
    }
}
