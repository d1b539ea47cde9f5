import Foundation

struct TeamsClient {
    let base = URL(string: "https://teams.example.com")!
    var token: String?

    func status() async throws -> Data {
        // ok: auth/caller-missing-header
        try await URLSession.shared.data(from: base.appendingPathComponent("status")).0
    }

    func teams() async throws -> Data {
        let url = URL(string: "https://teams.example.com/teams")!
        // ruleid: auth/caller-missing-header
        let (data, _) = try await URLSession.shared.data(from: url)
        return data
    }

    func add(member: String, to team: Int) async throws {
        guard let url = URL(string: "https://teams.example.com/teams/\(team)/members") else { return }
        var request = URLRequest(url: url)
        request.httpMethod = "POST"
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        // ruleid: auth/caller-missing-header
        _ = try await URLSession.shared.data(for: request)
    }

    func addAuthorized(member: String, to team: Int) async throws {
        var request = URLRequest(url: base.appendingPathComponent("teams/\(team)/members"))
        request.httpMethod = "POST"
        request.addValue("Bearer \(token ?? "")", forHTTPHeaderField: "Authorization")
        // ok: auth/caller-missing-header
        _ = try await URLSession.shared.data(for: request)
    }

    func addThroughHelper(team: Int) async throws {
        var request = URLRequest(url: base.appendingPathComponent("teams/\(team)/members"))
        request.httpMethod = "POST"
        authorize(&request)
        // ok: auth/caller-missing-header
        _ = try await URLSession.shared.data(for: request)
    }
}
