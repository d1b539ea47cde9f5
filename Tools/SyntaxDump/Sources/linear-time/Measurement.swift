import Glibc

/// How the time of a subject grows with a text.
struct Measurement {
    /// What twice the text may multiply the time by.
    static let bound = 2.3
    /// Of the larger text.
    private(set) var byteCount = 0
    private(set) var large = Double.infinity
    /// By how much each doubling multiplies the time, on the mean of three: a cache that one size outgrows and half of it
    /// does not, or a noisy neighbour, has less to say over eight times the text than over twice as much, and a time that
    /// grows with the square more.
    private(set) var ratio = Double.infinity

    private static let doublings = 3
    private static let factor = 1 << doublings
    private static let leastRounds = 2
    private static let mostRounds = 6
    /// At how many sizes, each twice the one before, a text may exceed the bound: what a cache does, it does at one of them,
    /// while a time that grows with the square does so at every size.
    private static let mostSizes = 3
    /// A text of this size that takes too little time to measure is linear enough.
    private static let largestStart = 4_000_000
    /// Of the larger text.
    private static let largestText = 64_000_000

    /// Grows the text until it takes `seconds`, and measures it and eight times as much in turn.
    init(_ subject: Subject, _ text: PathologicalText, seconds: Double) {
        var size = text.smallestSize
        while size < Self.largestStart, Self.seconds(subject, text.bytes(size)) < seconds { size *= 2 }
        for _ in 1...Self.mostSizes where ratio > Self.bound {
            measure(subject, text.bytes(size), text.bytes(Self.factor * size))
            size = max(size, min(2 * size, Self.largestText / Self.factor))
        }
    }

    /// Until the ratio of the shortest times is within the bound or there are enough rounds: what else the machine does only
    /// ever lengthens a time.
    private mutating func measure(_ subject: Subject, _ part: [UInt8], _ whole: [UInt8]) {
        byteCount = whole.count
        var small = Double.infinity
        large = .infinity
        ratio = .infinity
        for round in 1...Self.mostRounds where round <= Self.leastRounds || ratio > Self.bound {
            small = min(small, Self.seconds(subject, part))
            large = min(large, Self.seconds(subject, whole))
            ratio = pow(large / small, 1 / Double(Self.doublings))
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
