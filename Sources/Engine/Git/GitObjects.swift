extension GitRepository {
    /// The contents of blobs, in the order asked for. All of them are in memory at once: ask for a few hundred at a time.
    /// - Parameter limit: the size in bytes up to which content is read.
    public func contents(
        of objects: [GitObject], limit: Int = .max
    ) async throws(GitError) -> [Result<[UInt8], FileReadingError>] {
        if objects.isEmpty { return [] }
        // Sizes first, so that what is too large never leaves git.
        let sizes = try await catFile("--batch-check", objects)
        var results: [Result<[UInt8], FileReadingError>] = []
        var wanted: [GitObject] = []
        for line in sizes.split(separator: 0x0A, omittingEmptySubsequences: false).prefix(objects.count) {
            let size = GitRepository.blobSize(line)
            guard let size else {
                results.append(.failure(.missing))
                continue
            }
            results.append(size > limit ? .failure(.oversized(limit: limit)) : .success([]))
            if size <= limit { wanted.append(objects[results.count - 1]) }
        }
        guard results.count == objects.count else { throw GitRepository.unreadableBatch }
        if wanted.isEmpty { return results }
        let batch = try await catFile("--batch", wanted)
        var start = 0
        for index in results.indices {
            guard case .success = results[index] else { continue }
            guard let lineEnd = batch[start...].firstIndex(of: 0x0A),
                let size = GitRepository.blobSize(batch[start..<lineEnd]),
                lineEnd + 1 + size < batch.count
            else { throw GitRepository.unreadableBatch }
            results[index] = .success(Array(batch[(lineEnd + 1)..<(lineEnd + 1 + size)]))
            start = lineEnd + 2 + size
        }
        return results
    }

    private func catFile(_ mode: String, _ objects: [GitObject]) async throws(GitError) -> [UInt8] {
        let input = Array(objects.map { $0.name + "\n" }.joined().utf8)
        return try await command.output(["cat-file", mode], input: input).bytes
    }

    /// The size in `<name> blob <size>`; nil for any other object and for one that is missing.
    private static func blobSize(_ line: ArraySlice<UInt8>) -> Int? {
        let parts = line.split(separator: 0x20)
        guard parts.count == 3, parts[1].elementsEqual("blob".utf8) else { return nil }
        return Int(String(decoding: parts[2], as: UTF8.self))
    }

    private static let unreadableBatch = GitError.failed(command: "cat-file", message: "its output ends too early")
}
