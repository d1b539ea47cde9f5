#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Whether work grows with its input and not with the input's square, by the processor time of the calling thread: what
/// else the machine does has no part in it. `make linear` measures more closely, in a release build.
public enum LinearTime {
    /// Eight times the input takes eight times the time where that is linear, and 64 times where it is quadratic.
    private static let factor = 8
    private static let bound = 24.0

    /// Nil where `work` is linear between `size` and eight times as much; else what was measured. Runs on a
    /// `ParsingThread`.
    public static func excess(size: Int, of work: (Int) -> Void) -> String? {
        guard let excess = ParsingThread.run({ measure(size, work) }) else { return "there is no thread to measure on" }
        return excess
    }

    /// Measures again before it finds fault, because a short time is easily doubled by a cold cache.
    private static func measure(_ size: Int, _ work: (Int) -> Void) -> String? {
        var small = Double.infinity
        var large = Double.infinity
        for _ in 0..<4 {
            small = min(small, seconds { work(size) })
            large = min(large, seconds { work(size * factor) })
            if large <= small * bound { return nil }
        }
        return "\(size) units take \(small) s, \(factor) times as many \(large) s"
    }

    private static func seconds(_ work: () -> Void) -> Double {
        let start = threadSeconds()
        work()
        return threadSeconds() - start
    }

    private static func threadSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
