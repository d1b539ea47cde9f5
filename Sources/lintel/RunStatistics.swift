import Findings
import Glibc

/// What `--stats` says.
enum RunStatistics {
    static func write(_ summary: RunSummary, _ files: Int, since start: ContinuousClock.Instant, clock: ContinuousClock)
    {
        let duration = clock.now - start
        let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        let processor = Self.duration(of: usage.ru_utime) + Self.duration(of: usage.ru_stime)
        StandardError.write(
            "lintel: \(summary.filesChecked) of \(files) files in \(milliseconds(seconds)) ms "
                + "(processor time \(milliseconds(processor)) ms), peak memory \(usage.ru_maxrss / 1024) MB")
    }

    private static func duration(of time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

    private static func milliseconds(_ seconds: Double) -> String {
        let tenths = Int((seconds * 10_000).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
