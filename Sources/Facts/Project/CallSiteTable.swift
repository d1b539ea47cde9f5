import Synchronization

/// The calls of functions that files ask about, found by reading the files again that name them: of the calls of most functions
/// nobody wants to know anything.
final class CallSiteTable: Sendable {
    private struct Known {
        var searched: Set<CallSearch> = []
        var common: Set<CallSearch> = []
        var files: [CallSearch: [(file: Int, calls: FileCalls)]] = [:]
    }

    private let read: @Sendable (CallSearches) -> FoundCalls
    private let known = Mutex(Known())

    /// - Parameter read: gives what the files have to say to searches.
    init(read: @escaping @Sendable (CallSearches) -> FoundCalls) {
        self.read = read
    }

    /// The files that call a function or hand it on; nil where too many name it.
    subscript(search: CallSearch) -> [(file: Int, calls: FileCalls)]? {
        find([search])
        return known.withLock { $0.common.contains(search) ? nil : $0.files[search] ?? [] }
    }

    /// Looks for several at once: each look takes one at all files.
    func find(_ searches: Set<CallSearch>) {
        let missing = known.withLock { searches.subtracting($0.searched) }
        if missing.isEmpty { return }
        let found = read(CallSearches(missing))
        known.withLock { known in
            known.searched.formUnion(missing)
            known.common.formUnion(found.common)
            for (file, calls) in found.files {
                for search in missing where calls.sites[search] != nil || calls.handedOn.contains(search) {
                    known.files[search, default: []].append((file, calls))
                }
            }
        }
    }
}
