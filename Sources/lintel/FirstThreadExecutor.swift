import Glibc
import Synchronization

/// Runs a task on the thread that it is given to, which sleeps where the task waits for another program. The executor that an
/// asynchronous `main` brings would end the thread there: what follows would run on others, with small stacks, and ending a
/// thread unwinds its stack, for which a static binary sorts the table of all its functions (measured: 30 ms).
final class FirstThreadExecutor: TaskExecutor {
    private let jobs = Mutex<[UnownedJob]>([])
    /// Counts the jobs; made for use by several threads, and never destroyed, as the executor.
    private nonisolated(unsafe) let count: UnsafeMutablePointer<sem_t>

    private init() {
        count = .allocate(capacity: 1)
        sem_init(count, 0, 0)
    }

    /// Runs `operation`, which has to end the process.
    static func run(_ operation: @escaping @Sendable () async -> Never) -> Never {
        let executor = FirstThreadExecutor()
        Task(executorPreference: executor) { await operation() }
        while true { executor.next().runSynchronously(on: executor.asUnownedTaskExecutor()) }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { $0.append(job) }
        sem_post(count)
    }

    /// Waits for a job. There are never many: each stands for a part of the one task that can go on.
    private func next() -> UnownedJob {
        while true {
            // A signal may end the wait before there is one.
            sem_wait(count)
            if let job = jobs.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) { return job }
        }
    }
}
