import Matching
import Testing

/// Hostile expressions stop at a limit and say so; every thread may use one expression at once.
@Suite struct RegularExpressionLimitTests {
    /// Short texts are interpreted, long ones run as machine code: both have the limit.
    @Test(arguments: [40, 5000])
    func catastrophicBacktracking(length: Int) throws {
        let expression = try RegularExpression(Array("^(a|a|aa)+$".utf8), options: [])
        let text = [UInt8](repeating: 0x61, count: length) + [0x62]
        #expect(!expression.hasReachedLimit)
        let search = expression.search(in: text)
        #expect(search.matches.isEmpty)
        #expect(search.limit == .backtracking)
        #expect(expression.hasReachedLimit)
    }

    @Test func anchoredMatchRemembersItsLimit() throws {
        let expression = try RegularExpression(Array("(a+)+$".utf8), options: [])
        #expect(!expression.matchesAtStart(of: [UInt8](repeating: 0x61, count: 40) + [0x62]))
        #expect(expression.hasReachedLimit)
    }

    @Test func deepStackIsNoLimit() throws {
        let expression = try RegularExpression(Array("^(?:a|b)+c$".utf8), options: [])
        let text = [UInt8](repeating: 0x61, count: 20_000) + [0x63]
        #expect(expression.search(in: text).matches.count == 1)
        #expect(!expression.hasReachedLimit)
    }

    @Test func memory() throws {
        let expression = try RegularExpression(Array("^(?:(a)|b)*c".utf8), options: [])
        let search = expression.search(in: [UInt8](repeating: 0x61, count: 900_000))
        #expect(search.matches.isEmpty)
        #expect(search.limit == .memory)
    }

    @Test func threadsShareAnExpression() async throws {
        let expression = try RegularExpression(Array("(a+)b".utf8), options: [])
        let text = Array(String(repeating: "aab cc ", count: 1000).utf8)
        let counts = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<16 { group.addTask { expression.allMatches(in: text).count } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(counts == [Int](repeating: 1000, count: 16))
    }
}
