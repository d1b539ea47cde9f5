/// What an operator over facts speaks of. In a file that has none of it the operator matches nothing.
public enum FactSubject: Sendable {
    case route, response, query, outgoing, schema
}

extension FileFacts {
    /// Whether the file has something of what an operator speaks of.
    public func has(_ subject: FactSubject) -> Bool {
        switch subject {
        case .route: !routing.routes.isEmpty || !routing.mounts.isEmpty || !routing.routers.isEmpty
        case .response: !responses.isEmpty
        case .query: !queries.isEmpty || !queryParts.isEmpty
        case .outgoing: !outgoing.calls.isEmpty
        case .schema: !queries.isEmpty || statements != nil
        }
    }
}
