import Testing

@testable import Engine

@Suite struct ParallelMapTests {
    @Test(arguments: [(0, 4), (1, 4), (1000, 1), (1000, 4), (3, 64)])
    func keepsTheOrder(count: Int, jobs: Int) {
        let results = ParallelMap.map(Array(0..<count), jobs: jobs) { "\($0)" }
        #expect(results == (0..<count).map { "\($0)" })
    }

    @Test func threadsHaveRoomForDeepRecursion() {
        // About 100 bytes a level at least: more than 8 MiB in all, which is the usual stack of a main thread.
        @Sendable func depth(_ level: Int) -> Int { level == 0 ? 0 : depth(level - 1) &+ (level & 1) }
        let results = ParallelMap.map([100_000, 100_000], jobs: 2) { depth($0) }
        #expect(results == [50_000, 50_000])
    }

    @Test(arguments: [
        ("max 100000\n", nil), ("150000 100000\n", 2), ("50000 100000\n", 1), ("", nil), ("a b", nil), ("1 0", nil),
    ])
    func quotas(text: String, expected: Int?) {
        #expect(ProcessorCount.processors(ofQuota: text) == expected)
    }

    @Test(arguments: [("Name:\tx\nCpus_allowed:\tff,0000000f\n", 12), ("Cpus_allowed:\t1\n", 1), ("Name:\tx\n", nil)])
    func affinity(text: String, expected: Int?) {
        #expect(ProcessorCount.allowed(inStatus: text) == expected)
    }

    @Test func thereIsAProcessor() {
        #expect(ProcessorCount.available() >= 1)
    }
}
