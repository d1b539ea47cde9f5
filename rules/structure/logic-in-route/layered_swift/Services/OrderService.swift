struct OrderService {
    func list() async throws -> [Int] { [] }
}
