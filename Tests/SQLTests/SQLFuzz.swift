import SQL

/// Runs everything that reads SQL on arbitrary bytes, through public declarations alone, so that a fuzzing program can use
/// this file as it is. The first byte says how many holes are strewn over the rest, and whether it is a file. False where a
/// fact lies outside the text.
func fuzz(_ bytes: [UInt8]) -> Bool {
    guard let control = bytes.first else { return true }
    let text = Array(bytes.dropFirst())
    let count = Int(control & 0x3F)
    let holes = (0..<count).map { SQLHole(at: text.count * ($0 + 1) / (count + 1)) }
    let sql = SQLText(text, holes: holes, origin: control & 0x40 == 0 ? .literal : .file)
    let document = SQLDocument(sql)
    var schema = SQLSchema()
    schema.apply(document)
    let tokens = sql.tokens
    return sql.likelihood <= .certain && document.holeRoles.count == holes.count
        && (0..<tokens.count).allSatisfy { tokens.range($0).end <= text.count && tokens.range($0).count >= 0 }
        && (1..<max(1, tokens.count)).allSatisfy { tokens.range($0 - 1).end <= tokens.range($0).start }
        && document.statements.allSatisfy { $0.range.start <= $0.range.end && $0.range.end <= text.count }
        && SQLUnknownName.find(in: document, schema: schema).allSatisfy { $0.name.range.end <= text.count }
        && SQLMissingIndex.find(in: document, schema: schema).allSatisfy { $0.column.range.end <= text.count }
        && SQLMigrationHazard.find(in: document, dialect: .postgreSQL).allSatisfy { $0.range.end <= text.count }
}
