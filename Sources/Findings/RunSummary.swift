/// What a run did, in numbers.
public struct RunSummary: Hashable, Sendable {
    /// Files that were read and analysed.
    public var filesChecked: Int
    /// Files that were meant and not analysed, by reason; reasons without a file are absent.
    public var filesSkipped: [SkipReason: Int]
    /// Findings that do not count, by what suppressed them; kinds without a finding are absent.
    public var suppressed: [Suppression.Kind: Int]
    /// Wall-clock time; nil in reports that must be the same from run to run.
    public var duration: Duration?

    public init(
        filesChecked: Int = 0, filesSkipped: [SkipReason: Int] = [:], suppressed: [Suppression.Kind: Int] = [:],
        duration: Duration? = nil
    ) {
        self.filesChecked = filesChecked
        self.filesSkipped = filesSkipped
        self.suppressed = suppressed
        self.duration = duration
    }

    /// How many files were meant and not analysed.
    public var filesSkippedCount: Int { filesSkipped.values.reduce(0, +) }

    /// How many findings do not count.
    public var suppressedCount: Int { suppressed.values.reduce(0, +) }
}
