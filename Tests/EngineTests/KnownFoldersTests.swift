import Syntax
import Testing

@testable import Engine

/// What a walk tells of the folders it goes through.
@Suite struct KnownFoldersTests {
    private func walk(_ files: KeyValuePairs<String, String>) throws -> (folders: KnownFolders, top: AbsolutePath) {
        let directory = try TemporaryDirectory()
        try directory.write(files)
        let folders = KnownFolders()
        let options = DiscoveryOptions(selection: FileSelection(extensions: ["py"]), knownFolders: folders)
        _ = FileDiscovery.files(at: ["."], in: directory.path, options: options)
        return (folders, directory.path)
    }

    @Test func foldersLackWhatAWalkDidNotSee() throws {
        let (folders, top) = try walk(["a/x.py": "", "a/.lintrc.yaml": "", "b/y.py": "", "b/requirements/base.txt": ""])
        let (a, b) = (AbsolutePath("a", in: top), AbsolutePath("b", in: top))
        #expect(!folders.lacks(".lintrc.yaml", in: a))
        #expect(folders.lacks("pyproject.toml", in: a))
        #expect(folders.lacks(".lintrc.yaml", in: b))
        #expect(folders.lacks("requirements.txt", in: b))
    }

    @Test func whatIsInAFolderOfTheFolderIsJudgedByThatFolder() throws {
        let (folders, top) = try walk(["x.py": "", "requirements/base.txt": ""])
        #expect(!folders.lacks("requirements/base.txt", in: top))
        // Whether it is there only that folder can say.
        #expect(!folders.lacks("requirements/production.txt", in: top))
    }

    @Test func nothingIsKnownOfFoldersThatNoWalkCameTo() throws {
        let (folders, top) = try walk(["x.py": "", "node_modules/p/x.py": ""])
        #expect(!folders.lacks(".lintrc.yaml", in: AbsolutePath("node_modules/p", in: top)))
        #expect(!folders.lacks(".lintrc.yaml", in: AbsolutePath("..", in: top)))
    }
}
