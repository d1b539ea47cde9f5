import Facts
import Matching
import SQL
import YAML

/// Reads `schema:`.
enum SchemaOperationDecoder {
    static let keys = ["lacks", "hazard", "postgresql-packages"]

    private static let hazards: [String: SQLMigrationHazard.Kind] = [
        "required-column": .requiredColumn, "dropped-column": .droppedColumn, "dropped-table": .droppedTable,
        "renamed-column": .renamedColumn, "renamed-table": .renamedTable, "changed-type": .changedType,
        "blocking-index": .blockingIndex,
    ]

    static func operation(_ mapping: YAMLMapping) throws(YAMLError) -> any FactOperation {
        var operation = SchemaOperation()
        if let node = mapping["lacks"] {
            operation.lacks = try node.choice(
                "'lacks'", of: ["table": SchemaPart.table, "column": .column, "index": .index])
        }
        for name in try mapping["hazard"]?.stringNodes("'hazard'") ?? [] {
            guard let hazard = hazards[name.text] else {
                throw name.unknown("hazard", accepting: hazards.keys.sorted())
            }
            operation.hazards.append(hazard)
        }
        operation.postgreSQLPackages = Set(try mapping["postgresql-packages"]?.strings("'postgresql-packages'") ?? [])
        return operation
    }
}
