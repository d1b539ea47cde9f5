import Testing

@testable import Engine

/// What is read of git's configuration without git.
@Suite struct GitConfigurationTests {
    private let directory: TemporaryDirectory

    init() async throws {
        directory = try TemporaryDirectory()
        try directory.write(["home/.keep": "", "work/src/a.ts": ""])
        try await directory.git("init", "-q", "work")
    }

    private func path(_ name: String) -> AbsolutePath { AbsolutePath(name, in: directory.path) }

    /// `core.excludesFile`, for somebody who stands in `work/src`.
    private func setting(
        _ environment: [String: String] = [:], hasSystemFile: Bool = true
    ) -> GitConfiguration.Setting {
        configuration(environment, hasSystemFile: hasSystemFile).excludesFile
    }

    private func configuration(_ environment: [String: String] = [:], hasSystemFile: Bool = true) -> GitConfiguration {
        GitConfiguration(
            systemFile: hasSystemFile ? path("etc/gitconfig") : nil, directory: path("work/src"),
            environment: environment.merging(["HOME": path("home").string]) { given, _ in given })
    }

    @Test func nothingNamesIt() throws {
        #expect(setting() == .absent)
        try directory.write(["home/.gitconfig": "[user]\n\tname = A\n"])
        #expect(setting() == .absent)
    }

    @Test func theFileReadLastHasTheLastWord() throws {
        try directory.write(["etc/gitconfig": "[core]\n\tExcludesFile = /etc/gitignore\n"])
        #expect(setting() == .path(AbsolutePath("/etc/gitignore", in: .root)))
        try directory.write(["home/.config/git/config": "[user]\nname = A\n[CORE]\nexcludesfile=/a\n[other]\n"])
        #expect(setting() == .path(AbsolutePath("/a", in: .root)))
        try directory.write(["home/.gitconfig": "[core]\n\texcludesFile = ~/b\n\tpager = less\n"])
        #expect(setting() == .path(path("home/b")))
    }

    @Test func theUsersFolderIsElsewhere() throws {
        try directory.write(["elsewhere/git/config": "[core]\nexcludesfile=/x\n"])
        #expect(setting(["XDG_CONFIG_HOME": path("elsewhere").string]) == .path(AbsolutePath("/x", in: .root)))
    }

    @Test(arguments: ["work/.git/config", "work/.git/config.worktree"])
    func theRepositoryNamesIt(_ name: String) throws {
        try directory.write([(name): "[core]\n\texcludesFile = /a\n"])
        #expect(setting() == .onlyGitKnows)
    }

    @Test func theRepositoryLiesElsewhere() throws {
        try directory.write(["work/src/.git": "gitdir: ../../other\n"])
        #expect(setting() == .onlyGitKnows)
    }

    @Test(arguments: ["GIT_CONFIG_COUNT", "GIT_CONFIG_GLOBAL", "GIT_DIR"])
    func variablesSayIt(_ name: String) {
        #expect(setting([name: "1"]) == .onlyGitKnows)
    }

    @Test func aProgramOfAnotherPlaceHasItsOwnFiles() throws {
        #expect(setting(hasSystemFile: false) == .onlyGitKnows)
        try directory.write(["bin/git": ""])
        #expect(GitConfiguration.systemFile(of: path("bin/git")) == nil)
    }

    /// Whatever is said of a file is what git says of it.
    @Test(arguments: [
        "[core]\nexcludesFile = /a b\n", "[core]\r\n\texcludesfile\t=/a\r\n", "[core]\nexcludesFile = /a # b\n",
        "[core]\nexcludesFile = \"/a\"\n", "[core]\nexcludesFile = /a\\\nb\n", "[core \"x\"]\nexcludesFile = /a\n",
        "[core] excludesFile = /a\n", "[core] excludesFile = /a]\n", "[core]\nexcludesFile\n",
        "[core]\nexcludesFile =\n",
        "[core]\n#excludesFile = /a\n", "[core]\nexcludesFile = /a\n[core]\nexcludesFile = /b\n",
        "[other]\nexcludesFile = /a\n", "[core.x]\nexcludesFile = /a\n", "\u{FEFF}[core]\nexcludesFile = /a\n",
        "[core]\nexcludesFile = b\n", "[core]\nexcludesFile = /a/../b\n", "[core]\nexcludesFileX = /a\n",
        "[core]\n; x\n\n[user]\n[core]\nexcludesFile=/a", "[core]\nnoexcludesfile = /a\n",
        "[core]\nexcludesFile = ~x/b\n",
    ])
    func agreesWithGit(_ text: String) async throws {
        try directory.write(["config": text])
        let output = try await directory.git(
            "config", "-z", "-f", "config", "--type=path", "--get", "core.excludesFile", accepting: [0, 1, 128])
        let said = output.count > 1 ? AbsolutePath(bytes: output.dropLast(), in: .root) : nil
        switch configuration().setting(in: Array(text.utf8)) {
        case .absent: #expect(said == nil)
        case .path(let path): #expect(said == path)
        case .onlyGitKnows: break
        }
    }
}
