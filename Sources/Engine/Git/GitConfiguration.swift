import Algorithms
import Glibc
import SourceText

/// The files in which git keeps its configuration (git-config(1), "FILES" and "CONFIGURATION FILE"), read for the one variable
/// that every run wants: asking git costs a process, and the threads that wait for it. What is written in any but the plainest
/// way is left to git.
struct GitConfiguration {
    /// The file for all users; nil where only git knows which one it is.
    let systemFile: AbsolutePath?
    let directory: AbsolutePath
    /// Those of the process's variables by which somebody says where git's configuration is, or what it is.
    let environment: [String: String]

    static var processEnvironment: [String: String] {
        let names = [
            "HOME", "XDG_CONFIG_HOME", "GIT_CONFIG", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM",
            "GIT_CONFIG_COUNT", "GIT_CONFIG_PARAMETERS", "GIT_DIR", "GIT_COMMON_DIR",
        ]
        let values = names.compactMap { name in getenv(name).map { (name, String(cString: $0)) } }
        return Dictionary(uniqueKeysWithValues: values)
    }

    /// What can be said of a variable.
    enum Setting: Equatable {
        case absent
        case path(AbsolutePath)
        case onlyGitKnows
    }

    /// `core.excludesFile`.
    var excludesFile: Setting {
        guard let systemFile, !environment.keys.contains(where: { $0.hasPrefix("GIT_") }), !isSetByRepository else {
            return .onlyGitKnows
        }
        let settings = ([systemFile] + userFiles).map { setting(in: $0) }
        if settings.contains(.onlyGitKnows) { return .onlyGitKnows }
        // The file that is read last has the last word.
        return settings.last { $0 != .absent } ?? .absent
    }

    /// Where the user's files are that do not lie in the home directory itself.
    var userFolder: AbsolutePath? {
        if let folder = environment["XDG_CONFIG_HOME"], !folder.isEmpty {
            return AbsolutePath("git", in: AbsolutePath(folder, in: directory))
        }
        return home.map { AbsolutePath(".config/git", in: $0) }
    }

    /// The file for all users, of a git that was built to be installed where it is; nil for any other.
    static func systemFile(of program: AbsolutePath?) -> AbsolutePath? {
        guard let program, let real = realpath(program.terminated, nil) else { return nil }
        defer { free(real) }
        switch String(cString: real) {
        case "/usr/bin/git": return AbsolutePath("etc/gitconfig", in: .root)
        case "/usr/local/bin/git": return AbsolutePath("usr/local/etc/gitconfig", in: .root)
        default: return nil
        }
    }

    private var home: AbsolutePath? { environment["HOME"].map { AbsolutePath($0, in: directory) } }

    private var userFiles: [AbsolutePath] {
        [userFolder.map { AbsolutePath("config", in: $0) }, home.map { AbsolutePath(".gitconfig", in: $0) }]
            .compactMap(\.self)
    }

    /// Whether the repository that holds the directory could have a value of its own. Whether git would believe it depends on
    /// who owns it, and a working tree's repository may lie elsewhere.
    private var isSetByRepository: Bool {
        for ancestor in sequence(first: directory, next: \.parent) {
            let repository = AbsolutePath(".git", in: ancestor)
            guard FileStatus.exists(repository) else { continue }
            guard FileStatus.isDirectory(repository) else { return true }
            let files = ["config", "config.worktree"].map { AbsolutePath($0, in: repository) }
            if files.contains(where: { setting(in: $0) != .absent }) { return true }
        }
        return false
    }

    private func setting(in path: AbsolutePath) -> Setting {
        do throws(FileReadingError) {
            return setting(in: try FileReading.read(path, limit: 64 * 1024))
        } catch {
            return error == .missing ? .absent : .onlyGitKnows
        }
    }

    /// What one file says of the variable.
    func setting(in text: [UInt8]) -> Setting {
        let letters = text.map(\.lowercased)
        func holds(_ word: String) -> Bool {
            letters.indices.contains { letters[$0...].starts(with: word.utf8) }
        }
        if holds("include") { return .onlyGitKnows }
        if !holds("excludesfile") { return .absent }
        // A line that goes on, or a mark of the encoding.
        if text.contains(UInt8(ascii: "\\")) || text.first == 0xEF { return .onlyGitKnows }
        var setting = Setting.absent
        var isCore = false
        for line in text.split(separator: UInt8(ascii: "\n")) {
            let words = line.trimming(while: \.isSpace)
            if words.first == UInt8(ascii: "[") {
                // A variable may stand behind the section's name.
                guard words.firstIndex(of: UInt8(ascii: "]")) == words.indices.last else { return .onlyGitKnows }
                isCore = words.dropFirst().dropLast().map(\.lowercased).elementsEqual("core".utf8)
            } else if isCore, let equals = words.firstIndex(of: UInt8(ascii: "=")),
                words[..<equals].trimming(while: \.isSpace).map(\.lowercased).elementsEqual("excludesfile".utf8)
            {
                setting = self.setting(of: words[(equals + 1)...].trimming(while: \.isSpace))
            } else if isCore, words.map(\.lowercased).elementsEqual("excludesfile".utf8) {
                return .onlyGitKnows
            }
        }
        return setting
    }

    /// What a value means that is neither quoted nor followed by a comment.
    private func setting(of value: ArraySlice<UInt8>) -> Setting {
        let hasSyntax = value.contains { "\"#;".utf8.contains($0) }
        switch value.first {
        case UInt8(ascii: "/") where !hasSyntax:
            return .path(AbsolutePath(bytes: Array(value)))
        case UInt8(ascii: "~") where !hasSyntax && value.dropFirst().first == UInt8(ascii: "/"):
            return home.map { .path(AbsolutePath(bytes: Array(value.dropFirst(2)), in: $0)) } ?? .onlyGitKnows
        default:
            return .onlyGitKnows
        }
    }
}
