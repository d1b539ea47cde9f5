import Glibc

/// How long a subject takes for a text and for twice as much of it.
struct Measurement {
    static let bound = 2.3
    /// Of the larger text.
    private(set) var byteCount = 0
    private(set) var small = Double.infinity
    private(set) var large = Double.infinity

    var ratio: Double { large / small }

    private static let smallestText = 1_000_000
    /// A text of this size that takes too little time to measure is linear enough.
    private static let largestText = 16_000_000

    /// Grows the text until it takes `seconds`, and repeats while the ratio is beyond the bound: a pause of the machine
    /// lengthens a measurement, and nothing shortens one.
    init(_ subject: Subject, _ text: PathologicalText, seconds: Double) {
        var size = Self.smallestText
        while true {
            small = Self.seconds(subject, text.bytes(size))
            if small >= seconds || size >= Self.largestText { break }
            size *= 2
        }
        let half = text.bytes(size)
        let whole = text.bytes(2 * size)
        byteCount = whole.count
        for _ in 0..<6 {
            large = min(large, Self.seconds(subject, whole))
            small = min(small, Self.seconds(subject, half))
            if ratio <= Self.bound { break }
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
