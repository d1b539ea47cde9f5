import Facts
import Findings

/// The routes of a project, under every path by which they are reached.
struct RouteInventory {
    private let project: ProjectFacts
    /// How reports name the file of each summary.
    private let displays: [String]

    init(_ project: ProjectFacts, displays: [String]) {
        self.project = project
        self.displays = displays
    }

    /// By path, method and place.
    func entries() -> [RouteEntry] {
        var entries: [RouteEntry] = []
        let callers = project.routeCallers()
        for (file, summary) in project.summaries.enumerated() {
            for (index, route) in summary.routes.enumerated() {
                for access in project.accesses(file: file, route: index) {
                    for method in access.methods {
                        var entry = entry(route, method, access)
                        let key = ProjectFacts.RouteKey(
                            file: file, route: index, path: access.path ?? "", method: method)
                        entry.callers = (callers[key] ?? []).map { "\(displays[$0.file]):\($0.line)" }
                        entries.append(entry)
                    }
                }
            }
        }
        var known: Set<RouteEntry> = []
        return entries.filter { known.insert($0).inserted }.sorted {
            ($0.path, $0.method, $0.file, $0.line) < ($1.path, $1.method, $1.file, $1.line)
        }
    }

    private func entry(
        _ route: RouteSummary, _ method: String, _ access: ProjectFacts.Access
    ) -> RouteEntry {
        var entry = RouteEntry(
            method: method, path: access.path ?? "?", file: displays[access.handlerFile],
            line: access.handlerLine, framework: route.framework,
            isRateLimited: access.limitsRate ? true : access.hasUnknownLink ? nil : false,
            isValidated: access.isValidated,
            statuses: Set(access.statuses).sorted(),
            envelope: EnvelopeContract.name(of: access.content.errorBodies),
            tablesRead: access.content.tablesRead.sorted(), tablesWritten: access.content.tablesWritten.sorted())
        switch access.verdict {
        case .authenticated(let evidence):
            entry.isAuthenticated = true
            entry.evidence = evidence
        case .open:
            entry.isAuthenticated = false
            entry.evidence =
                access.isOpened
                ? "marked as public"
                : access.hasPublicName || project.isPublic(method: method, path: entry.path)
                    ? "public by convention" : ""
        case .unknown(let reason):
            entry.evidence = reason
        }
        return entry
    }
}
