import Glibc

/// Runs work on a thread with the stack that the engine gives its threads.
enum ParsingStack {
    private static let size = 16 * 1024 * 1024

    private final class Task {
        let work: () -> Bool
        var result = false
        init(_ work: @escaping () -> Bool) { self.work = work }
    }

    static func run(_ work: @escaping () -> Bool) -> Bool {
        let task = Task(work)
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setstacksize(&attributes, size)
        var thread = pthread_t()
        let created = pthread_create(
            &thread, &attributes,
            { argument in
                guard let argument else { return nil }
                let task = Unmanaged<Task>.fromOpaque(argument).takeUnretainedValue()
                task.result = task.work()
                return nil
            }, Unmanaged.passUnretained(task).toOpaque())
        pthread_attr_destroy(&attributes)
        guard created == 0 else { return false }
        pthread_join(thread, nil)
        return task.result
    }
}
