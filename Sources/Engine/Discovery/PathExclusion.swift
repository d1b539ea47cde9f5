/// Why a path was passed over without opening it. What is skipped for its content has a `SkipReason` instead.
public enum PathExclusion: String, CaseIterable, Hashable, Sendable {
    /// A gitignore file says so.
    case ignored
    /// The configuration says so.
    case excluded
    /// A directory whose name starts with a dot.
    case hidden
    /// A directory of other people's code: installed dependencies, virtual environments, build trees of package tools.
    case vendored
    /// A link that a walk came upon. What it points to is read where it stands, if that is inside the walk.
    case symbolicLink
    /// A name that by convention a program gives: `.min.js`, `_pb2.py`.
    case generatedName
    /// A file that the user named and whose kind is not known.
    case unrecognized
}

/// The directories and names that are passed over wherever they are.
enum ConventionalNames {
    /// Directories that tools fill with other people's code, or with their own. `vendor`, `build` and `dist` are not among
    /// them: they hold hand-written code often enough, and where they do not, a gitignore file says so.
    private static let vendored: Set<String> = [
        "node_modules", "bower_components", "jspm_packages", "site-packages", "__pypackages__", "__pycache__", "venv",
        "virtualenv", "Pods", "Carthage", "DerivedData",
    ]

    /// Endings of the names of generated and minified files.
    private static let generatedEndings: [[UInt8]] = [
        ".min.js", ".min.mjs", ".min.cjs", "-min.js", ".bundle.js", ".pb.swift", ".grpc.swift", "_pb2.py",
        "_pb2_grpc.py",
        "_pb.js", "_pb.ts", "_pb.d.ts", ".pb.js", ".pb.ts", ".generated.swift", ".generated.ts", ".generated.js",
    ].map { Array($0.utf8) }

    static func isVendored(_ name: [UInt8]) -> Bool { vendored.contains(String(decoding: name, as: UTF8.self)) }

    static func isGenerated(_ name: some BidirectionalCollection<UInt8>) -> Bool {
        generatedEndings.contains { name.count > $0.count && name.suffix($0.count).elementsEqual($0) }
    }
}
