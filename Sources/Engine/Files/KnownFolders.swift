import Rules
import Synchronization
import Syntax

/// Which of the files that every folder is asked for, configuration and manifests, the folders of a walk hold: most hold none, and
/// the walk has seen it.
public final class KnownFolders: Sendable {
    /// What the paths of those files begin with.
    private let names: Set<[UInt8]>
    private let found = Mutex<[AbsolutePath: [[UInt8]]]>([:])

    public init() {
        let paths = [ConfigurationLoader.fileName] + Languages.all.flatMap(\.manifestNames)
        names = Set(paths.map(KnownFolders.firstComponent))
    }

    /// Takes note of what a folder holds.
    func remember(_ entries: some Sequence<[UInt8]>, in folder: AbsolutePath) {
        let known = entries.filter(names.contains)
        found.withLock { $0[folder] = known }
    }

    /// Whether a folder, as a walk found it, cannot hold one of those files; false where no walk came by.
    /// - Parameter path: relative to the folder.
    func lacks(_ path: String, in folder: AbsolutePath) -> Bool {
        guard let known = found.withLock({ $0[folder] }) else { return false }
        return known.isEmpty || !known.contains(KnownFolders.firstComponent(of: path))
    }

    private static func firstComponent(of path: String) -> [UInt8] {
        Array(path.utf8.prefix { $0 != AbsolutePath.slash })
    }
}
