import Glibc

/// An absolute path as the kernel takes it: any bytes but NUL, without `.`, `..`, empty components or a trailing slash.
///
/// `..` is resolved by its letters, as a shell's `cd` does it, so that what a user reads in a report is what they typed.
public struct AbsolutePath: Hashable, Sendable {
    /// The bytes, starting with a slash; the root is one slash.
    public let bytes: [UInt8]

    /// The path that `path` means to somebody who stands in `directory`.
    public init(_ path: String, in directory: AbsolutePath) {
        self.init(bytes: Array(path.utf8), in: directory)
    }

    /// The path that `path` means to somebody who stands in `directory`; names need not be UTF-8.
    public init(bytes path: [UInt8], in directory: AbsolutePath = .root) {
        var result = path.first == AbsolutePath.slash ? [] : directory.bytes
        if result == [AbsolutePath.slash] { result = [] }
        for component in path.split(separator: AbsolutePath.slash) where component != [0x2E] {
            if component == [0x2E, 0x2E] {
                result.removeLast(result.count - (result.lastIndex(of: AbsolutePath.slash) ?? 0))
            } else {
                result.append(AbsolutePath.slash)
                result.append(contentsOf: component)
            }
        }
        bytes = result.isEmpty ? [AbsolutePath.slash] : result
    }

    /// Bytes that already are what this type promises.
    init(normalized bytes: [UInt8]) { self.bytes = bytes }

    public static let root = AbsolutePath(normalized: [slash])

    /// The directory that the process runs in; the root where the kernel cannot say.
    public static func workingDirectory() -> AbsolutePath {
        guard let buffer = getcwd(nil, 0) else { return .root }
        defer { free(buffer) }
        return AbsolutePath(bytes: Array(UnsafeRawBufferPointer(start: buffer, count: strlen(buffer))))
    }

    /// For people; bytes that are not UTF-8 become U+FFFD.
    public var string: String { String(decoding: bytes, as: UTF8.self) }

    /// The last component; empty for the root.
    public var name: ArraySlice<UInt8> {
        bytes[((bytes.lastIndex(of: AbsolutePath.slash) ?? -1) + 1)...]
    }

    /// The directory that holds it; nil for the root.
    public var parent: AbsolutePath? {
        guard bytes.count > 1, let end = bytes.lastIndex(of: AbsolutePath.slash) else { return nil }
        return end == 0 ? .root : AbsolutePath(normalized: Array(bytes[..<end]))
    }

    /// The components below `directory`, joined by slashes; nil where the path is neither `directory` nor inside it.
    public func relativeBytes(to directory: AbsolutePath) -> ArraySlice<UInt8>? {
        if bytes == directory.bytes { return [] }
        let length = directory == .root ? 0 : directory.bytes.count
        guard bytes.count > length, bytes[length] == AbsolutePath.slash, bytes.starts(with: directory.bytes) else {
            return nil
        }
        return bytes[(length + 1)...]
    }

    /// How reports name the path to somebody who stands in `directory`: relative where it is inside, absolute elsewhere.
    public func display(from directory: AbsolutePath) -> String {
        guard let relative = relativeBytes(to: directory) else { return string }
        return relative.isEmpty ? "." : String(decoding: relative, as: UTF8.self)
    }

    /// The bytes with the NUL that C wants.
    var terminated: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

    static let slash: UInt8 = 0x2F
}

extension AbsolutePath: Comparable {
    /// By bytes: the same order on every machine.
    public static func < (left: AbsolutePath, right: AbsolutePath) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}
