import Findings

/// The route inventory as a table. What is not known is said to be unknown.
struct HTMLRoutes {
    let routes: [RouteEntry]

    func write(_ html: inout HTMLWriter) {
        html.raw("<section id=\"routes\">\n<h2>Routes</h2>\n")
        if routes.isEmpty {
            html.raw("<p class=\"empty\">No routes were found.</p>\n</section>\n")
            return
        }
        html.raw("<div class=\"scroll\"><table>\n<thead><tr>")
        for title in [
            "Method", "Path", "Authenticated", "Rate limit", "Validated", "Answers", "Tables", "Callers", "Handler",
        ] {
            html.raw("<th scope=\"col\">\(title)</th>")
        }
        html.raw("</tr></thead>\n<tbody>\n")
        for route in ordered { row(route, &html) }
        html.raw("</tbody>\n</table></div>\n</section>\n")
    }

    private var ordered: [RouteEntry] {
        routes.sorted { left, right in
            if left.path != right.path { return left.path.utf8.lexicographicallyPrecedes(right.path.utf8) }
            if left.method != right.method { return left.method.utf8.lexicographicallyPrecedes(right.method.utf8) }
            if left.file != right.file { return left.file.utf8.lexicographicallyPrecedes(right.file.utf8) }
            return left.line < right.line
        }
    }

    private func row(_ route: RouteEntry, _ html: inout HTMLWriter) {
        html.raw("<tr><td class=\"method\">")
        html.text(route.method)
        html.raw("</td><td>")
        html.element("code", "", route.path)
        html.raw("</td>")
        answer(route.isAuthenticated, route.evidence, &html)
        answer(route.isRateLimited, "", &html)
        answer(route.isValidated, "", &html)
        let statuses = route.statuses.map(String.init).joined(separator: " ")
        html.element("td", "", [statuses, route.envelope ?? ""].filter { !$0.isEmpty }.joined(separator: ", "))
        let read = route.tablesRead.map { "\($0) (r)" }
        html.element("td", "", (read + route.tablesWritten.map { "\($0) (w)" }).joined(separator: ", "))
        html.element("td", "", route.callers.joined(separator: ", "))
        html.raw("<td>")
        html.element("span", "class=\"place\"", "\(route.file):\(route.line)")
        html.element("span", "class=\"remark\"", " \(route.framework)")
        html.raw("</td></tr>\n")
    }

    private func answer(_ value: Bool?, _ evidence: String, _ html: inout HTMLWriter) {
        let word = value.map { $0 ? "yes" : "no" } ?? "unknown"
        html.raw("<td class=\"\(word)\">\(word)")
        if !evidence.isEmpty { html.element("span", "class=\"remark\"", " \(evidence)") }
        html.raw("</td>")
    }
}
