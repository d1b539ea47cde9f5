/// The functions of a project by the names of what they leave their work to, so that asking who does so does not take a look
/// at all of them.
struct FunctionCallIndex: Sendable {
    /// A function that gives back what it calls.
    struct Use: Sendable {
        var file: Int
        var function: RelayingFunction
        var symbol: Symbol
    }

    private var uses: [String: [Use]] = [:]

    init(_ summaries: FileSummaries) {
        for file in summaries.indices {
            for function in summaries[file].relays {
                for symbol in function.calls {
                    uses[symbol.display.lastDottedPart, default: []].append(
                        Use(file: file, function: function, symbol: symbol))
                }
            }
        }
    }

    /// The functions that leave their work to whatever has one of these names, be they dotted, in the order of the files.
    func uses(of functions: [String]) -> [Use] {
        Set(functions.map(\.lastDottedPart)).sorted().flatMap { uses[$0] ?? [] }
    }
}
