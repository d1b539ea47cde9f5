/// A path taken apart, to be compared with many globs.
public struct PathSegments: Sendable {
    let segments: [ArraySlice<UInt8>]

    public init(_ path: String) {
        segments = Array(path.utf8).split(separator: UInt8(ascii: "/")).filter { !$0.elementsEqual(".".utf8) }
    }
}
