struct StarService {
    let repository: StarRepository

    func list() async throws -> [Star] {
        try await repository.all()
    }
}
