import Algorithms
import Glibc
import Subprocess
import SystemPackage

/// Runs git with arguments, never through a shell.
///
/// The variables that hooks set (`GIT_INDEX_FILE`, `GIT_DIR`) reach git, since they say what is being committed. What a
/// repository could make git start (file-system monitors, external diffs, text conversion) is switched off by options.
struct GitCommand: Sendable {
    let workingDirectory: AbsolutePath

    struct Output: Sendable {
        let status: Int32
        let bytes: [UInt8]
        /// What git said on standard error, without its `fatal: `.
        let message: String

        /// The output without the line end that git adds to a single value.
        var line: [UInt8] { bytes.last == 0x0A ? bytes.dropLast() : bytes }
    }

    /// Runs git and gives what it printed, whatever its exit status.
    func run(_ arguments: [String], input: [UInt8] = []) async throws(GitError) -> Output {
        // Messages are read by people and by us, so they are always the English ones.
        let environment = Environment.inherit.updating([
            "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0",
        ])
        guard let program = GitCommand.program else { throw .notInstalled }
        do {
            let result = try await Subprocess.run(
                .path(FilePath(platformString: program.terminated)),
                arguments: Arguments(["-c", "core.fsmonitor=false", "--no-pager"] + arguments),
                environment: environment, workingDirectory: FilePath(platformString: workingDirectory.terminated),
                input: .array(input), output: .bytes(limit: .max), error: .string(limit: 1024 * 1024))
            guard case .exited(let status) = result.terminationStatus else {
                throw GitError.failed(command: arguments[0], message: "\(result.terminationStatus)")
            }
            return Output(
                status: status, bytes: result.standardOutput, message: GitCommand.trimmed(result.standardError))
        } catch let error as GitError {
            throw error
        } catch let error as SubprocessError where error.code == .executableNotFound {
            throw .notInstalled
        } catch {
            throw .failed(command: arguments[0], message: "\(error)")
        }
    }

    /// Where git is. Given a name alone, `Subprocess` would start a process for each folder of `PATH` to see whether it is there.
    static let program: AbsolutePath? = {
        let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
        // A folder that is relative would let the linted code say what git is.
        return folders.split(separator: ":").filter { $0.hasPrefix("/") }.lazy
            .map { AbsolutePath("git", in: AbsolutePath(String($0), in: .root)) }.first(where: FileStatus.isProgram)
    }()

    /// Runs git, which has to succeed.
    func output(_ arguments: [String], input: [UInt8] = []) async throws(GitError) -> Output {
        let output = try await run(arguments, input: input)
        guard output.status == 0 else { throw .failed(command: arguments[0], message: output.message) }
        return output
    }

    private static func trimmed(_ text: String) -> String {
        let message = text.hasPrefix("fatal: ") ? text.dropFirst("fatal: ".count) : text[...]
        return String(message.trimmingSuffix(while: \.isNewline))
    }
}
