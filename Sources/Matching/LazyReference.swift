import Synchronization

/// A reference to what is worked out when it is first asked for. Threads that ask at the same time may each work it out; what
/// the first one found stays. An `AtomicLazyReference` of our own: the functions of that are not specialised for what it refers
/// to (measured: 2 % of a run).
public struct LazyReference<Instance: AnyObject & Sendable>: ~Copyable, @unchecked Sendable {
    @usableFromInline let pointer: Atomic<Unmanaged<Instance>?>

    @inlinable
    public init() { pointer = Atomic(nil) }

    @inlinable
    deinit { pointer.load(ordering: .acquiring)?.release() }

    @inlinable
    public func value(_ workOut: () -> Instance) -> Instance {
        if let known = pointer.load(ordering: .acquiring) { return known.takeUnretainedValue() }
        return store(workOut())
    }

    /// The instance, or the one that was there before it.
    @usableFromInline
    func store(_ instance: Instance) -> Instance {
        let desired = Unmanaged.passRetained(instance)
        let (_, first) = pointer.compareExchange(expected: nil, desired: desired, ordering: .acquiringAndReleasing)
        guard let first else { return instance }
        desired.release()
        return first.takeUnretainedValue()
    }
}
