import Syntax

/// The parameters of functions that decide about a value, where the calls that give them stand in other files.
final class AssumedParameters {
    var places: [ParameterPlace] = []
    /// How many members and elements are looked at, one in the other, and not whole values.
    var partDepth = 0
    /// Where the values of variables come from, if all of the parameters are harmless.
    var provenances: [Int32: HoleProvenance] = [:]
}

extension ProvenanceReader {
    /// The parameters of which the values in a query's holes are made; nil where something else may change what the SQL means.
    func parameters(behind query: Query) -> [ParameterPlace]? {
        guard let text = query.text, let document = query.document else { return nil }
        return assuming { reader in
            for (index, hole) in text.holes.enumerated() {
                guard case .unknown = query.provenances[index], document.holeRoles[index] != .comment else { continue }
                if case .unknown = reader.provenance(of: hole, as: document.holeRoles[index], in: query.statement) {
                    return false
                }
            }
            return true
        }
    }

    /// The parameters of which a value is made; nil where something else may change what SQL means that holds it.
    func parameters(behind value: NodeIndex) -> [ParameterPlace]? {
        assuming { reader in
            if case .unknown = reader.provenance(of: value, depth: 0) { return false }
            return true
        }
    }

    private func assuming(_ isHarmless: (ProvenanceReader) -> Bool) -> [ParameterPlace]? {
        var reader = self
        let assumed = AssumedParameters()
        reader.assumed = assumed
        return isHarmless(reader) && !assumed.places.isEmpty ? assumed.places : nil
    }

    /// Takes it for granted that the calls of a function give a parameter nothing that may change what SQL means, where other
    /// files may call it, and notes that somebody has to see to it.
    func assume(_ parameter: NodeIndex, at position: Int, of function: NodeIndex) -> HoleProvenance {
        guard let assumed, let name = facts.functions.name(of: function),
            !facts.isHandler(function),
            !tree.children(parameter).contains(where: { tree.kind($0) == .decorator })
        else { return .unknown }
        let label = tree.child(parameter, .label) ?? tree.child(parameter, .name)
        let place = ParameterPlace(
            function: name, position: position, label: label.map { facts.text($0) },
            hasHarmlessDefault: tree.child(parameter, .value).map { isSafe($0, depth: 0) } ?? false,
            // What is given says nothing of what its parts hold, but where all of it is constant.
            isPart: assumed.partDepth > 0)
        if !assumed.places.contains(place) { assumed.places.append(place) }
        return .constant
    }
}
