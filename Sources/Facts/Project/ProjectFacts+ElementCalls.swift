/// Questions about what is called for each element of a loop.
extension ProjectFacts {
    /// A call with the file that it stands in.
    struct PlacedElementCall: Sendable {
        var file: Int
        var call: ElementCall
    }

    /// The first call of another file that gives one of these parameters of one function each element of a loop in turn.
    func callPerElement(_ places: [ParameterPlace], of file: Int) -> PlacedElementCall? {
        guard let function = places.first?.function else { return nil }
        let calls = knownElementCalls.value(findElementCalls)[function.lastDottedPart] ?? []
        return calls.first { placed in
            placed.file != file && places.contains(where: placed.call.gives)
                && names(placed.call.symbol, in: placed.file, oneOf: [function], of: file)
        }
    }

    /// By the function's name without its class.
    private func findElementCalls() -> [String: [PlacedElementCall]] {
        var found: [String: [PlacedElementCall]] = [:]
        for file in summaries.indices {
            for call in summaries[file].elementCalls {
                // Where any part of a dotted name may be the module, all of it stands there.
                let name = call.symbol.name.isEmpty ? call.symbol.module : call.symbol.name
                found[name.lastDottedPart, default: []].append(PlacedElementCall(file: file, call: call))
            }
        }
        return found
    }
}
