import Glibc

/// How long a subject takes for a text and for twice as much of it.
struct Measurement {
    static let bound = 2.3
    /// Of the larger text.
    private(set) var byteCount = 0
    private(set) var large = Double.infinity
    private(set) var ratio = Double.infinity

    private static let leastRounds = 2
    private static let mostRounds = 15
    /// A text of this size that takes too little time to measure is linear enough.
    private static let largestText = 16_000_000

    /// Grows the text until it takes `seconds`, and measures both in turn, until the ratio of the shortest times is within
    /// the bound or there are enough rounds: what else the machine does only ever lengthens a time.
    init(_ subject: Subject, _ text: PathologicalText, seconds: Double) {
        var size = text.smallestSize
        while true {
            let small = Self.seconds(subject, text.bytes(size))
            if small >= seconds || size >= Self.largestText { break }
            size *= 2
        }
        let half = text.bytes(size)
        let whole = text.bytes(2 * size)
        byteCount = whole.count
        var small = Double.infinity
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
