import Syntax

/// Something that finds in expressions what says who calls.
protocol CallerProof {
    /// The first node in the trees of `roots` that certainly says who calls.
    func proof(in roots: [NodeIndex]) -> NodeIndex?

    /// Whether something in the trees may have to do with the caller, of which nothing is certain.
    func isPossible(in roots: [NodeIndex]) -> Bool
}

extension CallerIdentity: CallerProof {}
