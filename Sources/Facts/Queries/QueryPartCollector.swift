import Matching
import SQL
import Syntax

/// Finds the pieces of SQL that calls are given by which mappers let a program write a part of a statement itself.
struct QueryPartCollector {
    let facts: FileFacts

    /// Of holes that hold values.
    private static let valueRoles: Set<SQLHoleRole> = [.value, .quotedString, .likePattern, .inList]

    /// Those into which values are put, in source order.
    func collect() -> [Query] { facts.matches.of(.sqlParts).compactMap(part).sorted { $0.range < $1.range } }

    private func part(_ match: ModelMatch) -> Query? {
        let reader = TextReader(facts: facts)
        let tree = facts.tree
        guard let argument = match.node("sql"), let clause = match.value("clause")?.text.flatMap(Clause.init) else {
            return nil
        }
        let value = tree.argumentValue(argument)
        // A whole statement is a query, whatever call it is given to.
        guard let text = reader.text(of: value), !text.holes.isEmpty, !text.sources.isEmpty,
            text.sqlText().likelihood == .none
        else { return nil }
        var statement = text
        statement.parts.insert(.text(clause.beginning, value), at: 0)
        let document = SQLDocument(statement.sqlText())
        let query = Query(
            node: match.match.node, range: tree.range(match.match.node), model: match.model, statement: .part,
            text: statement, document: document)
        let provenance = ProvenanceReader(facts: facts)
        query.provenances = zip(statement.holes, document.holeRoles).map { hole, role in
            // Names are the program's own: that of the table which the mapper's call begins with.
            Self.valueRoles.contains(role) ? provenance.provenance(of: hole, as: role, in: .select) : .programName
        }
        query.function = QueryPlacement.function(of: query.node, facts)
        return query
    }

    /// Where a piece stands, and a statement up to there.
    private enum Clause: String {
        case select, `where`, order, from

        var beginning: [UInt8] {
            switch self {
            case .select: Array("SELECT ".utf8)
            case .where: Array("SELECT * FROM t WHERE ".utf8)
            case .order: Array("SELECT * FROM t ORDER BY ".utf8)
            case .from: Array("SELECT * FROM t ".utf8)
            }
        }
    }
}
