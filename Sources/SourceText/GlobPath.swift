/// A glob without braces, as segments.
struct GlobPath: Hashable, Sendable {
    /// One for each segment of the pattern. An array of its own says which are `**`: looking at one must not copy it.
    private var parts: [GlobSegment]
    private var isAnyDepth: [Bool]
    /// The pairs of bytes that every path has that it matches.
    private(set) var pairs = BytePairs()
    /// What is below a match matches too.
    private let coversContents: Bool
    /// Only what is below it matches.
    private let isFolder: Bool

    init(_ pattern: [UInt8], placement: Glob.Placement) {
        let slash = UInt8(ascii: "/")
        let segments = pattern.split(separator: slash).filter { !$0.elementsEqual(".".utf8) }
        parts = segments.map { GlobSegment($0) }
        isAnyDepth = segments.map { $0.elementsEqual("**".utf8) }
        for part in parts { pairs.formUnion(part.pairs) }
        let isTied =
            switch placement {
            case .anywhere: pattern.first == slash
            case .ignoreFile: pattern.dropLast().contains(slash)
            case .whole: true
            }
        if !isTied, !parts.isEmpty {
            parts.insert(GlobSegment([]), at: 0)
            isAnyDepth.insert(true, at: 0)
        }
        coversContents = placement != .whole && !parts.isEmpty
        isFolder = placement == .ignoreFile && pattern.last == slash
    }

    func matches(_ path: PathSegments) -> Bool {
        if !pairs.isSubset(of: path.pairs) { return false }
        let count = path.segments.count
        var part = 0
        var segment = 0
        // The last `**` and the segment up to which it reaches: a mismatch after it makes it reach one further.
        var retry: (part: Int, segment: Int)?
        while true {
            if part == parts.count, isComplete(segment, of: count) { return true }
            if part < parts.count, isAnyDepth[part] {
                part += 1
                // A final `**` needs something to stand for, so that `folder/**` is not the folder.
                if part == parts.count { return segment < count || parts.count == 1 }
                retry = (part, segment)
            } else if part < parts.count, segment < count,
                parts[part].matches(path.bytes, in: path.segments[segment])
            {
                part += 1
                segment += 1
            } else if let last = retry, last.segment < count {
                part = last.part
                segment = last.segment + 1
                retry = (part, segment)
            } else {
                return false
            }
        }
    }

    private func isComplete(_ segment: Int, of count: Int) -> Bool {
        segment == count ? !isFolder : coversContents
    }
}
