/// What a `package.json` says; nothing where it is none.
struct PackageJSON {
    static let fileName = "package.json"

    private(set) var name: String?
    /// All that it depends on.
    private(set) var packages: [String] = []
    /// Those of them that it says, or leaves open whether, are packages of the same repository.
    private(set) var localDependencies: [String] = []

    private static let keys = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"]
    private static let localVersions = ["workspace:", "file:", "link:", "portal:"]

    init(_ bytes: [UInt8]) {
        guard let root = try? JSONReader.read(bytes) else { return }
        if case .string(let text)? = root["name"]?.content { name = text }
        for key in Self.keys {
            guard case .object(let members)? = root[key]?.content else { continue }
            for member in members {
                packages.append(member.key)
                guard case .string(let version) = member.value.content,
                    version == "*" || Self.localVersions.contains(where: version.hasPrefix)
                else { continue }
                localDependencies.append(member.key)
            }
        }
    }
}
