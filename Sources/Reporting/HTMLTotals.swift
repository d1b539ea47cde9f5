import Findings

/// How many findings there are by rule, by pack and by folder; each row is a button that filters by it.
struct HTMLTotals {
    let findings: [Finding]

    func write(_ html: inout HTMLWriter) {
        if findings.isEmpty { return }
        html.raw("<section class=\"totals\">\n")
        table("By rule", facet: "rule", of: { $0.rule }, &html)
        table("By pack", facet: "pack", of: { $0.pack }, &html)
        table("By folder", facet: "folder", of: { $0.folder }, &html)
        html.raw("</section>\n")
    }

    private func table(_ title: String, facet: String, of value: (Finding) -> String, _ html: inout HTMLWriter) {
        var counts: [String: Int] = [:]
        for finding in findings { counts[value(finding), default: 0] += 1 }
        // By count, then by name, so that the order does not depend on hashing.
        let rows = counts.sorted {
            $0.value != $1.value ? $0.value > $1.value : $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
        }
        let largest = rows.first?.value ?? 1
        html.raw("<div class=\"total\">\n<h2>\(title)</h2>\n<ol>\n")
        for row in rows {
            html.raw("<li><button type=\"button\" data-facet=\"\(facet)\" data-value=\"")
            html.text(row.key)
            html.raw("\"><span class=\"bar\" style=\"width:\(row.value * 100 / largest)%\"></span>")
            html.element("span", "class=\"name\"", row.key.isEmpty ? "(none)" : row.key)
            html.raw("<span class=\"number\">\(row.value)</span></button></li>\n")
        }
        html.raw("</ol>\n</div>\n")
    }
}

extension Finding {
    /// The pack of the rule; empty for a rule without one.
    var pack: String { RuleDescription.pack(ofRule: rule) }

    /// The folder that the file is in; `.` for the root.
    var folder: String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return String(path[..<slash])
    }
}
