import Syntax

/// The names of a file and what they mean.
public final class NameMeanings: Sendable {
    public let identifiers: IdentifierTable
    public let semantics: Semantics

    public init(identifiers: IdentifierTable, semantics: Semantics) {
        self.identifiers = identifiers
        self.semantics = semantics
    }
}
