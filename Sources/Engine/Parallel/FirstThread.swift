import Glibc
import Synchronization

/// The thread that the process began on. Its stack is extended as it is needed, up to the limit that is in force by then, so that
/// work that recurses is safe on it; and a process without other threads is spared what those cost (measured: 3 % of a run on one
/// file, and more on a busy machine).
public enum FirstThread {
    /// The caller of `allowLargeStack()`; 0 where there was none.
    private static let identity = Atomic<pthread_t>(0)

    /// Lets the stack grow as large as `ParallelMap` needs it. To be called on the thread itself.
    public static func allowLargeStack() {
        // What the stack holds already is little.
        let wanted = rlim_t(ParallelMap.stackSize + 1024 * 1024)
        let resource = __rlimit_resource_t(UInt32(RLIMIT_STACK.rawValue))
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0, limit.rlim_max >= wanted else { return }
        if limit.rlim_cur < wanted {
            limit.rlim_cur = wanted
            guard setrlimit(resource, &limit) == 0 else { return }
        }
        identity.store(pthread_self(), ordering: .relaxed)
    }

    /// Whether the caller runs on it, with a large stack.
    static var isCurrent: Bool { identity.load(ordering: .relaxed) == pthread_self() }
}
