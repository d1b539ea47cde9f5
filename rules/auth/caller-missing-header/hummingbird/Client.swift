import AsyncHTTPClient

func sync(id: Int, token: String) async throws {
    // ruleid: auth/caller-missing-header
    _ = try await HTTPClient.shared.get(url: "http://localhost:8080/api/todos").get()

    var request = HTTPClientRequest(url: "http://localhost:8080/api/todos/\(id)")
    request.method = .DELETE
    request.headers.add(name: "Accept", value: "application/json")
    // ruleid: auth/caller-missing-header
    _ = try await HTTPClient.shared.execute(request, timeout: .seconds(30))

    var signed = HTTPClientRequest(url: "http://localhost:8080/api/todos/\(id)")
    signed.method = .DELETE
    signed.headers.add(name: "Authorization", value: "Bearer \(token)")
    // ok: auth/caller-missing-header
    _ = try await HTTPClient.shared.execute(signed, timeout: .seconds(30))

    // ok: auth/caller-missing-header
    _ = try await HTTPClient.shared.get(url: "http://localhost:8080/health").get()
}
