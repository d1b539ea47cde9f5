import Glibc
import Synchronization

/// Does the same to many items on several threads.
///
/// The threads are our own: tree builders recurse as deep as `SyntaxLimits.depth` allows, which needs more stack than
/// the threads of a pool are sure to have.
public enum ParallelMap {
    /// The stack of each thread, in bytes. It is reserved, not used, until something recurses.
    public static let stackSize = 16 * 1024 * 1024

    /// The results of `transform` for each item, in the order of the items. Each thread takes the next item when it has
    /// finished one, so that a few large items do not keep the others waiting.
    /// - Parameter jobs: the number of threads; the caller's own is not among them, but where one is enough and the caller's is the
    ///   first of the process.
    public static func map<Item: Sendable, Output: Sendable>(
        _ items: [Item], jobs: Int, _ transform: @escaping @Sendable (Item) -> Output
    ) -> [Output] {
        if items.isEmpty { return [] }
        let work = Work(items: items, transform: transform)
        let count = max(1, min(jobs, items.count))
        let threads = count == 1 && FirstThread.isCurrent ? [] : (0..<count).compactMap { _ in start(work) }
        // Where the system gives no thread at all, the work is done here, too, on whatever stack there is.
        if threads.isEmpty { work.run() }
        for thread in threads { pthread_join(thread, nil) }
        return work.results()
    }

    private static func start(_ work: Runnable) -> pthread_t? {
        var attributes = pthread_attr_t()
        guard pthread_attr_init(&attributes) == 0 else { return nil }
        defer { pthread_attr_destroy(&attributes) }
        guard pthread_attr_setstacksize(&attributes, stackSize) == 0 else { return nil }
        var thread = pthread_t()
        let context = Unmanaged.passRetained(work)
        let code = pthread_create(
            &thread, &attributes,
            { context in
                guard let context else { return nil }
                Unmanaged<Runnable>.fromOpaque(context).takeRetainedValue().run()
                return nil
            }, context.toOpaque())
        if code != 0 {
            context.release()
            return nil
        }
        return thread
    }

    private class Runnable: @unchecked Sendable {
        func run() {}
    }

    /// Each slot of the results is written by the one thread that took its index, and read after all have ended.
    private final class Work<Item: Sendable, Output: Sendable>: Runnable, @unchecked Sendable {
        private let items: [Item]
        private let transform: @Sendable (Item) -> Output
        private let next = Atomic(0)
        private let slots: UnsafeMutablePointer<Output>

        init(items: [Item], transform: @escaping @Sendable (Item) -> Output) {
            self.items = items
            self.transform = transform
            slots = .allocate(capacity: items.count)
        }

        override func run() {
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                if index >= items.count { return }
                (slots + index).initialize(to: transform(items[index]))
            }
        }

        func results() -> [Output] {
            Array(unsafeUninitializedCapacity: items.count) { buffer, count in
                buffer.baseAddress?.moveInitialize(from: slots, count: items.count)
                count = items.count
            }
        }

        deinit { slots.deallocate() }
    }
}
