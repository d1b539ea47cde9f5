import Glibc

/// What the program tells the shell.
enum ExitStatus: Int32, Error {
    case clean = 0
    /// Findings at or above the level that was asked for.
    case findings = 1
    /// The run cannot be trusted.
    case untrusted = 2

    /// Ends the program, when all is written. What the caller still holds is not destroyed piece by piece, which takes a large
    /// part of a short run: the system takes it back as a whole.
    func leave() -> Never {
        StandardOutput.flush()
        exit(rawValue)
    }
}

/// Something that makes it impossible to do what was asked for.
struct RunFailure: Error {
    let messages: [String]

    init(_ message: String) { messages = [message] }
    init(_ messages: [String]) { self.messages = messages }
}
