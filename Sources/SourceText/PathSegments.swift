/// A path taken apart, to be compared with many globs.
public struct PathSegments: Sendable {
    let bytes: [UInt8]
    /// Where in `bytes` its segments are; `.` and empty ones are left out.
    let segments: [Range<Int>]
    let pairs: BytePairs

    public init(_ path: String) {
        let bytes = Array(path.utf8)
        self.bytes = bytes
        pairs = BytePairs(bytes)
        segments = bytes.split(separator: UInt8(ascii: "/")).filter { !$0.elementsEqual(".".utf8) }.map(\.indices)
    }
}
