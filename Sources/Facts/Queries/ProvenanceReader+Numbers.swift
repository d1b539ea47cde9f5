import Matching
import Syntax

extension ProvenanceReader {
    // MARK: Numbers and choices by their types

    func isNumeric(type: NodeIndex) -> Bool {
        facts.names.holds(.numberType, typeName(type))
    }

    /// Whether a type admits only values that cannot change what SQL means: numbers, or a choice among constants.
    func isRestricted(type: NodeIndex) -> Bool {
        isNumeric(type: type) || isLiteralChoice(type)
            || isEnumeration(named: typeName(type))
    }

    /// A declared type without what only says that there may be none.
    func typeName(_ type: NodeIndex) -> String { facts.text(type).filter { $0 != "?" && $0 != ":" && $0 != " " } }
}
