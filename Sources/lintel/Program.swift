import CMalloc
import Engine

/// The process: what it is started with.
@main
enum Program {
    static func main() async {
        keepFreedMemory()
        FirstThread.allowLargeStack()
        await Lintel.run(Array(CommandLine.arguments.dropFirst())).leave()
    }

    /// Has memory taken from the system in large pieces and, when it is free, used again rather than given back: by default
    /// the allocator asks for one page after the other wherever a thread other than the first works, and maps and unmaps each
    /// array of some size. What is not touched costs nothing.
    private static func keepFreedMemory() {
        // All that an allocator's arena of a thread may grow to, and half of it: the most that is accepted (mallopt(3)).
        let arena: Int32 = 64 << 20
        mallopt(M_TOP_PAD, arena)
        mallopt(M_TRIM_THRESHOLD, arena)
        mallopt(M_MMAP_THRESHOLD, arena / 2)
    }
}
