import Facts
import Matching
import YAML

/// Reads `query:`.
enum QueryOperationDecoder {
    static let keys = [
        "place", "statement", "built", "where", "limit", "aggregate", "grouped", "limited-source", "unique", "by-key",
        "select-star", "sql", "run",
        "table", "not-table", "not-columns", "not-function", "in-loop", "in-transaction", "rows-flow-to", "after",
        "first-of", "in-route",
        "returned", "stores-unchecked-id", "picks-unchecked-rows", "writes-back", "means-all-rows", "most-emptied",
        "only-compared",
    ]

    /// The keys of `in-route`.
    static let routeKeys = [
        "methods", "unsaid-methods", "path", "path-not", "unmounted-root", "authenticated", "public", "for-staff",
        "asks-permission",
    ]

    static func operation(_ mapping: YAMLMapping) throws(YAMLError) -> QueryOperation {
        var operation = QueryOperation()
        operation.statements = try statements(mapping["statement"])
        if let node = mapping["place"] {
            operation.place = try node.choice("'place'", of: ["call": QueryOperation.Place.call, "string": .string])
        }
        if let node = mapping["built"] {
            operation.built = try node.choice(
                "'built'", of: ["constant": QueryOperation.Built.constant, "interpolated": .interpolated])
        }
        operation.hasWhere = try mapping["where"]?.boolean("'where'")
        try readLimit(mapping["limit"], &operation)
        operation.isAggregate = try mapping["aggregate"]?.boolean("'aggregate'")
        operation.isGrouped = try mapping["grouped"]?.boolean("'grouped'")
        operation.hasLimitedSource = try mapping["limited-source"]?.boolean("'limited-source'")
        operation.isByKey = try mapping["by-key"]?.boolean("'by-key'")
        operation.isUnique = try mapping["unique"]?.boolean("'unique'")
        operation.selectsStar = try mapping["select-star"]?.boolean("'select-star'")
        operation.isSQL = try mapping["sql"]?.boolean("'sql'")
        operation.isRun = try mapping["run"]?.boolean("'run'")
        operation.tableMeaning = try meaning(mapping["table"], "'table'")
        operation.excludedTableMeanings = try meanings(mapping["not-table"], "'not-table'")
        operation.excludedFunctionMeanings = try meanings(mapping["not-function"], "'not-function'")
        operation.excludedColumnMeaning = try meaning(mapping["not-columns"], "'not-columns'")
        operation.inLoop = try mapping["in-loop"]?.boolean("'in-loop'")
        operation.inTransaction = try mapping["in-transaction"]?.boolean("'in-transaction'")
        if let node = mapping["rows-flow-to"] {
            operation.flow = try node.choice(
                "'rows-flow-to'",
                of: ["total": RowFlow.Goal.total, "total-of-slice": .totalOfSlice, "advice": .advice])
        }
        if let node = mapping["in-route"] {
            let criteria = try node.mapping("'in-route'", keys: routeKeys)
            operation.route = try RouteOperationDecoder.criteria(criteria)
        }
        operation.meansAllRows = try mapping["means-all-rows"]?.boolean("'means-all-rows'")
        operation.mostEmptied = try mapping["most-emptied"]?.integer("'most-emptied'")
        operation.isOnlyCompared = try mapping["only-compared"]?.boolean("'only-compared'")
        operation.isReturnedWhole = try mapping["returned"]?.boolean("'returned'")
        operation.storesUncheckedIdentifier = try mapping["stores-unchecked-id"]?.boolean("'stores-unchecked-id'")
        if let node = mapping["picks-unchecked-rows"] {
            operation.picksUncheckedRows = try node.choice(
                "'picks-unchecked-rows'", of: ["owned": RowOwnership.Subject.owned, "accounts": .accounts])
        }
        if let node = mapping["writes-back"] {
            operation.writesBackUnlocked = try node.choice("'writes-back'", of: ["unlocked": true])
        }
        if let node = mapping["after"] {
            operation.previous = OtherQuery(try self.operation(try node.mapping("'after'", keys: keys)))
        }
        if let node = mapping["first-of"] {
            operation.isFirstOfFunction = try node.choice("'first-of'", of: ["function": true])
        }
        return operation
    }

    private static func statements(_ node: YAMLNode?) throws(YAMLError) -> Set<Query.Statement> {
        var statements: Set<Query.Statement> = []
        for name in try node?.stringNodes("'statement'") ?? [] {
            guard let statement = Query.Statement(rawValue: name.text) else {
                throw name.unknown("statement", accepting: Query.Statement.allCases.map(\.rawValue))
            }
            statements.insert(statement)
        }
        return statements
    }

    /// `true`, `false`, or `>=2` for one that is written out.
    private static func readLimit(_ node: YAMLNode?, _ operation: inout QueryOperation) throws(YAMLError) {
        guard let node else { return }
        if case .boolean(let truth) = node.value {
            operation.hasLimit = truth
            return
        }
        let text = try node.scalarText("'limit'")
        guard text.hasPrefix(">="), let least = Int(text.dropFirst(2)) else {
            throw node.error("'limit' must be true, false, or the least number of rows, such as '>=2'")
        }
        operation.leastLimit = least
    }

    private static func meaning(_ node: YAMLNode?, _ key: String) throws(YAMLError) -> NameVocabulary.Meaning? {
        guard let node else { return nil }
        return try meaning(named: try node.scalarText(key), node)
    }

    private static func meanings(_ node: YAMLNode?, _ key: String) throws(YAMLError) -> [NameVocabulary.Meaning] {
        var meanings: [NameVocabulary.Meaning] = []
        for name in try node?.stringNodes(key) ?? [] { meanings.append(try meaning(named: name.text, name)) }
        return meanings
    }

    private static func meaning(named name: String, _ node: YAMLNode) throws(YAMLError) -> NameVocabulary.Meaning {
        guard let meaning = NameVocabulary.Meaning(rawValue: name) else {
            throw node.unknown("meaning of a name", accepting: NameVocabulary.Meaning.allCases.map(\.rawValue))
        }
        return meaning
    }
}
