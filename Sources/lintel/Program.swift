import CMalloc
import Engine
import Glibc

/// The process: what it is started with.
@main
enum Program {
    static func main() {
        keepFreedMemory()
        FirstThread.allowLargeStack()
        FirstThreadExecutor.run { await Lintel.run(Array(CommandLine.arguments.dropFirst())).leave() }
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
        useLargePages(heap: Int(arena))
    }

    /// Has the heap of the first thread lie in pages of 2 MB, where the system gives those to programs that ask: of small ones a
    /// run on one file touches some 700, each of which the system has to find and clear when it is touched first (measured: a
    /// fifteenth of the run).
    private static func useLargePages(heap size: Int) {
        let largePage = 2 << 20
        let page = 4096
        // Larger than what is free between other blocks, so that it lies where all that is used later will lie.
        let probe = largePage / 8
        guard let next = malloc(probe) else { return }
        free(next)
        // The allocator has written no farther than behind that block. What is touched before the system is told stays small.
        let start = (Int(bitPattern: next) + probe + page + largePage - 1) & ~(largePage - 1)
        madvise(UnsafeMutableRawPointer(bitPattern: start), size - 2 * largePage, MADV_HUGEPAGE)
        // What lies before the first large page is taken, and never touched nor given back; asking for its size keeps the
        // compiler from seeing that nobody uses it.
        _ = malloc_usable_size(malloc(start - Int(bitPattern: next) - page))
    }
}
