/// A value that is worked out when it is first asked for, which may be never; equal to nothing but itself.
final class Deferred<Value: Sendable>: Sendable {
    private let known = Memo<Value>()
    private let workOut: @Sendable () -> Value

    init(_ workOut: @autoclosure @escaping @Sendable () -> Value) {
        self.workOut = workOut
    }

    var value: Value { known.value(workOut) }
}

extension Deferred: Hashable {
    static func == (left: Deferred, right: Deferred) -> Bool { left === right }

    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
