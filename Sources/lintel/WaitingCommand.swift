import ArgumentParser

/// A command whose work may have to wait for another program. `AsyncParsableCommand` would do, but for moving all work to other
/// threads, whose start is a large part of a short run.
protocol WaitingCommand: ParsableCommand {
    func run() async throws
}
