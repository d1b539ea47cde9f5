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
        guard let next = malloc(largePage / 8) else { return }
        let rest = largePage - Int(bitPattern: next) & (largePage - 1)
        free(next)
        // What lies before the first large page is taken, and never touched nor given back.
        guard let skipped = malloc(rest) else { return }
        let end = Int(bitPattern: skipped) + malloc_usable_size(skipped)
        madvise(UnsafeMutableRawPointer(bitPattern: end & ~(page - 1)), size - largePage, MADV_HUGEPAGE)
    }
}
