import Glibc
import Syntax

/// How fast all files are lexed, and lexed and parsed, on one core, by the processor time of this program.
struct Timing {
    let inputs: [Input]
    let rounds: Int

    func write(to output: inout Output) {
        var lexing: [Double] = []
        var both: [Double] = []
        var tokenCount = 0
        var nodeCount = 0
        for _ in 0..<rounds {
            tokenCount = 0
            nodeCount = 0
            lexing.append(
                Self.measure {
                    for input in inputs {
                        tokenCount +=
                            input.language.tokenize(
                                input.bytes, fileExtension: input.fileExtension, mode: .source
                            ).count
                    }
                })
            both.append(
                Self.measure {
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

    /// The seconds of processor time that `work` takes.
    private static func measure(_ work: () -> Void) -> Double {
        let start = processorSeconds()
        work()
        return processorSeconds() - start
    }

    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Megabytes a second in the median round.
    private static func rate(_ byteCount: Int, _ durations: [Double]) -> Int {
        let median = durations.sorted()[durations.count / 2]
        return Int(Double(byteCount) / 1e6 / median)
    }
}
