/// A path taken apart, to be compared with many globs.
public struct PathSegments: Sendable {
    let bytes: [UInt8]
    /// Where in `bytes` its segments are; `.` and empty ones are left out.
    let segments: [Range<Int>]
    let pairs: BytePairs

    public init(_ path: String) {
        let bytes = Array(path.utf8)
        var segments: [Range<Int>] = []
        var start = 0
        for end in 0...bytes.count where end == bytes.count || bytes[end] == UInt8(ascii: "/") {
            let isDot = end == start + 1 && bytes[start] == UInt8(ascii: ".")
            if end > start, !isDot { segments.append(start..<end) }
            start = end + 1
        }
        self.bytes = bytes
        self.segments = segments
        pairs = BytePairs(bytes)
    }
}
