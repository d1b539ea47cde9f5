import SQLKit

func sizes(store: Store, names: [String]) async throws {
    try await store.count(in: "tool")
    try await store.count(in: "toy")
    for name in names {
        try await store.named(name)
    }
}
