import Findings

/// What a report's reader asked for beyond the findings themselves.
public struct ReportOptions: Sendable {
    /// The program that reports, as SARIF and others name it.
    public var toolName: String
    public var toolVersion: String
    /// The tool's page on the web, if it has one.
    public var toolAddress: String?
    /// Whether text may hold colour codes for a terminal.
    public var usesColor: Bool
    /// Whether findings that do not count are shown, marked as such, by the formats that can mark them: text, json,
    /// jsonl, sarif, html.
    public var showsSuppressed: Bool
    /// Tells runs over the same commit apart, such as one a folder: the category in SARIF's `automationDetails.id`.
    public var category: String
    /// Where code frames come from.
    public var sources: any SourceProvider
    /// The route inventory, where the HTML page is to show one.
    public var routes: [RouteEntry]?

    public init(
        toolName: String = "lintel", toolVersion: String, toolAddress: String? = nil, usesColor: Bool = false,
        showsSuppressed: Bool = false, category: String = "lintel", sources: any SourceProvider = InMemorySources(),
        routes: [RouteEntry]? = nil
    ) {
        self.toolName = toolName
        self.toolVersion = toolVersion
        self.toolAddress = toolAddress
        self.usesColor = usesColor
        self.showsSuppressed = showsSuppressed
        self.category = category
        self.sources = sources
        self.routes = routes
    }
}
