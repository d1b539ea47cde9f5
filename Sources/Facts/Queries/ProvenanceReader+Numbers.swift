import Matching
import Syntax

extension ProvenanceReader {
    // MARK: Numbers and choices by their types

    func isNumeric(type: NodeIndex) -> Bool {
        let name = facts.text(type).filter { $0 != "?" && $0 != ":" && $0 != " " }
        return facts.names.holds(.numberType, name)
    }

    /// Whether a type admits only values that cannot change what SQL means: numbers, or a choice among constants.
    func isRestricted(type: NodeIndex) -> Bool {
        isNumeric(type: type) || isLiteralChoice(type)
            || isEnumeration(named: facts.text(type).filter { $0 != "?" && $0 != ":" && $0 != " " })
    }
}
