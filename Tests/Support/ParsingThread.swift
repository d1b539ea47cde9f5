#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A thread whose stack is as large as this file says, whatever the machine's limits are: recursion that is too deep for the
/// smallest threads of our platforms fails here, and nowhere by chance.
public enum ParsingThread {
    /// Bytes. Half a megabyte is what a thread gets by default where it gets least (secondary threads on macOS); the frames
    /// of unoptimised code are several times as large.
    public static var stackSize: Int {
        #if DEBUG
            8 * 512 * 1024
        #else
            512 * 1024
        #endif
    }

    /// What `work` returns, run on such a thread; nil where there is no thread.
    public static func run<Result>(_ work: () -> Result) -> Result? {
        var result: Result?
        withoutActuallyEscaping({ result = work() }) { work in
            let task = Task(work)
            withExtendedLifetime(task) { run(Unmanaged<Task>.passUnretained(task).toOpaque()) }
        }
        return result
    }

    private static func run(_ task: UnsafeMutableRawPointer) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, stackSize)
        #if canImport(Darwin)
            var thread: pthread_t?
        #else
            var thread = pthread_t()
        #endif
        let created = pthread_create(
            &thread, &attributes,
            { argument in
                let pointer: UnsafeMutableRawPointer? = argument
                if let pointer { Unmanaged<Task>.fromOpaque(pointer).takeUnretainedValue().run() }
                return nil
            }, task)
        #if canImport(Darwin)
            if created == 0, let thread { pthread_join(thread, nil) }
        #else
            if created == 0 { pthread_join(thread, nil) }
        #endif
    }
}

/// What a thread is to do. The calling thread waits, so that both never run at once.
private final class Task {
    let run: () -> Void

    init(_ run: @escaping () -> Void) {
        self.run = run
    }
}
