/// Names that stand where a column may stand and are none of the table's declared ones: system columns, functions without
/// parentheses, pseudo-tables, units of time, variables of a trigger.
enum SQLBuiltinNames {
    static func contains(_ folded: [UInt8]) -> Bool { names.contains(folded) }

    private static let names = Set(
        [
            "rowid", "oid", "_rowid_", "ctid", "xmin", "xmax", "cmin", "cmax", "tableoid", "rank", "docid", "rownum",
            "current_date", "current_time", "current_timestamp", "localtime", "localtimestamp", "current_user",
            "session_user", "user", "current_role", "current_schema", "current_catalog", "sysdate", "utc_timestamp",
            "utc_date", "utc_time", "system_user", "unknown", "excluded", "new", "old", "both", "leading", "trailing",
            "year", "month", "day", "hour", "minute", "second", "week", "quarter", "microsecond", "millisecond",
            "epoch",
            "dow", "doy", "isodow", "century", "decade", "timezone", "infinity", "maxvalue", "array", "row", "rows",
            "range", "separator", "distinct", "binary", "any", "some", "escape", "zone", "over", "filter", "array_agg",
        ].map { [UInt8]($0.utf8) })
}
