import Glibc

/// How long a subject takes for a text and for twice as much of it.
struct Measurement {
    static let bound = 2.3
    /// Of the larger text.
    private(set) var byteCount = 0
    private(set) var large = Double.infinity
    private(set) var ratio = Double.infinity

    private static let leastRounds = 2
    private static let mostRounds = 8
    /// How often a text that exceeds the bound is doubled: where the memory of a size outgrows a cache and that of half of it
    /// does not, a ratio is larger once, while that of a time that grows with the square is so at every size.
    private static let doublings = 2
    /// A text of this size that takes too little time to measure is linear enough.
    private static let largestText = 16_000_000

    /// Grows the text until it takes `seconds`, and measures it and twice as much in turn.
    init(_ subject: Subject, _ text: PathologicalText, seconds: Double) {
        var size = text.smallestSize
        while Self.seconds(subject, text.bytes(size)) < seconds, size < Self.largestText { size *= 2 }
        for _ in 0...Self.doublings where ratio > Self.bound {
            measure(subject, text.bytes(size), text.bytes(2 * size))
            size *= 2
        }
    }

    /// Until the ratio of the shortest times is within the bound or there are enough rounds: what else the machine does only
    /// ever lengthens a time.
    private mutating func measure(_ subject: Subject, _ half: [UInt8], _ whole: [UInt8]) {
        byteCount = whole.count
        var small = Double.infinity
        large = .infinity
        ratio = .infinity
        for round in 1...Self.mostRounds where round <= Self.leastRounds || ratio > Self.bound {
            small = min(small, Self.seconds(subject, half))
            large = min(large, Self.seconds(subject, whole))
            ratio = large / small
        }
    }

    private static func seconds(_ subject: Subject, _ bytes: [UInt8]) -> Double {
        let start = processorSeconds()
        subject.run(bytes)
        return processorSeconds() - start
    }

    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
