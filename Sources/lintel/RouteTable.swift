import Findings

/// The route inventory for people.
enum RouteTable {
    private static let headings = ["METHOD", "PATH", "AUTH", "FRAMEWORK", "HANDLER", "EVIDENCE"]

    private static func cells(_ route: RouteEntry) -> [String] {
        [
            route.method, route.path, route.isAuthenticated.map { $0 ? "yes" : "no" } ?? "unknown", route.framework,
            "\(route.file):\(route.line)", route.evidence,
        ]
    }

    /// Columns as wide as their widest cell.
    static func plain(_ routes: [RouteEntry]) -> String {
        let rows = [headings] + routes.map(cells)
        let widths = headings.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
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
        let names = ["Method", "Path", "Authenticated", "Framework", "Handler", "Evidence"]
        let rows = [names, names.map { _ in "---" }] + routes.map { cells($0).map(escaped) }
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
