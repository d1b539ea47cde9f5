import Findings

/// The route inventory for people. A column in which no route has anything to say is left out.
enum RouteTable {
    private struct Column {
        var heading: String
        var cell: (RouteEntry) -> String
        var isOptional = true
    }

    private static func columns(of routes: [RouteEntry]) -> [Column] {
        let all = [
            Column(heading: "Method", cell: { $0.method }, isOptional: false),
            Column(heading: "Path", cell: { $0.path }, isOptional: false),
            Column(heading: "Auth", cell: { truth($0.isAuthenticated, false: "no") }, isOptional: false),
            Column(heading: "Framework", cell: { $0.framework }, isOptional: false),
            Column(heading: "Handler", cell: { "\($0.file):\($0.line)" }, isOptional: false),
            Column(heading: "Evidence", cell: { $0.evidence }),
            Column(heading: "Limited", cell: { truth($0.isRateLimited, false: "") }),
            Column(heading: "Validated", cell: { truth($0.isValidated, false: "") }),
            Column(heading: "Statuses", cell: { $0.statuses.map(String.init).joined(separator: " ") }),
            Column(heading: "Envelope", cell: { $0.envelope ?? "" }),
            Column(heading: "Reads", cell: { $0.tablesRead.joined(separator: " ") }),
            Column(heading: "Writes", cell: { $0.tablesWritten.joined(separator: " ") }),
            Column(heading: "Callers", cell: { $0.callers.joined(separator: " ") }),
        ]
        return all.filter { column in !column.isOptional || routes.contains { !column.cell($0).isEmpty } }
    }

    private static func truth(_ value: Bool?, false word: String) -> String {
        value.map { $0 ? "yes" : word } ?? "unknown"
    }

    /// Columns as wide as their widest cell.
    static func plain(_ routes: [RouteEntry]) -> String {
        let columns = columns(of: routes)
        let rows = [columns.map { $0.heading.uppercased() }] + routes.map { route in columns.map { $0.cell(route) } }
        let widths = columns.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        let lines = rows.map { row in
            var line = ""
            for (cell, width) in zip(row, widths) {
                line += cell + String(repeating: " ", count: width - cell.count + 2)
            }
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
        return lines.joined(separator: "\n") + "\n\n\(routes.count) route\(routes.count == 1 ? "" : "s")\n"
    }

    static func markdown(_ routes: [RouteEntry]) -> String {
        let columns = columns(of: routes)
        let rows =
            [columns.map(\.heading), columns.map { _ in "---" }]
            + routes.map { route in columns.map { escaped($0.cell(route)) } }
        return rows.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n") + "\n"
    }

    /// A bar would end the cell.
    private static func escaped(_ text: String) -> String {
        text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
}

/// The route inventory for programs.
enum RouteJSON {
    static func text(_ routes: [RouteEntry]) -> String {
        "{\"routes\": [" + routes.map { "\n  " + object($0) }.joined(separator: ",")
            + (routes.isEmpty ? "]}\n" : "\n]}\n")
    }

    private static func object(_ route: RouteEntry) -> String {
        JSONText.object([
            ("method", JSONText.string(route.method)), ("path", JSONText.string(route.path)),
            ("file", JSONText.string(route.file)), ("line", String(route.line)),
            ("framework", JSONText.string(route.framework)),
            ("authenticated", JSONText.boolean(route.isAuthenticated)), ("evidence", JSONText.string(route.evidence)),
            ("rate_limited", JSONText.boolean(route.isRateLimited)), ("validated", JSONText.boolean(route.isValidated)),
            ("statuses", JSONText.list(route.statuses.map(String.init))),
            ("envelope", route.envelope.map(JSONText.string) ?? "null"),
            ("tables_read", JSONText.list(route.tablesRead.map(JSONText.string))),
            ("tables_written", JSONText.list(route.tablesWritten.map(JSONText.string))),
            ("callers", JSONText.list(route.callers.map(JSONText.string))),
        ])
    }
}
