import Syntax

/// How fast all files are lexed, and lexed and parsed, on one core.
struct Timing {
    let inputs: [Input]
    let rounds: Int

    func write(to output: inout Output) {
        var lexing: [Duration] = []
        var both: [Duration] = []
        var tokenCount = 0
        var nodeCount = 0
        let clock = ContinuousClock()
        for _ in 0..<rounds {
            tokenCount = 0
            nodeCount = 0
            lexing.append(
                clock.measure {
                    for input in inputs {
                        tokenCount += input.language.tokenize(
                            input.bytes, fileExtension: input.fileExtension, mode: .source
                        ).count
                    }
                })
            both.append(
                clock.measure {
                    for input in inputs {
                        nodeCount += input.language.tree(of: input.bytes, fileExtension: input.fileExtension).count
                    }
                })
        }
        let byteCount = inputs.reduce(0) { $0 + $1.bytes.count }
        output.line("\(inputs.count) files, \(byteCount) bytes, \(tokenCount) tokens, \(nodeCount) nodes")
        output.line("lexing           \(Self.rate(byteCount, lexing)) MB/s")
        output.line("lexing and tree  \(Self.rate(byteCount, both)) MB/s")
    }

    /// Megabytes a second in the median round.
    private static func rate(_ byteCount: Int, _ durations: [Duration]) -> Int {
        let median = durations.sorted()[durations.count / 2]
        return Int(Double(byteCount) / 1e6 / (median / .seconds(1)))
    }
}
