import Synchronization

/// A value that is worked out when it is first asked for. Threads that ask at the same time may each work it out, so that
/// none waits while it holds a lock; all get an equal one.
final class Memo<Value: Sendable>: Sendable {
    private let known = Mutex<Value?>(nil)

    func value(_ workOut: () -> Value) -> Value {
        if let known = known.withLock({ $0 }) { return known }
        let value = workOut()
        known.withLock { $0 = value }
        return value
    }
}

/// Values that are worked out when they are first asked for, each by its key; as `Memo` does it.
final class MemoTable<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let known = Mutex<[Key: Value]>([:])

    func value(of key: Key, _ workOut: () -> Value) -> Value {
        if let known = known.withLock({ $0[key] }) { return known }
        let value = workOut()
        known.withLock { $0[key] = value }
        return value
    }
}
