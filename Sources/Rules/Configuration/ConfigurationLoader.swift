import YAML

/// What the caller found where a configuration file may be.
public enum ConfigurationSource: Sendable {
    case missing
    case bytes([UInt8])
    /// There, but not to be read; the words say why.
    case unreadable(String)
}

/// The errors of the configuration files of one cascade.
public struct ConfigurationErrors: Error, Hashable, Sendable {
    public let errors: [YAMLError]
}

/// Finds and reads configuration files. Files are read once each, by a closure: nothing here does I/O.
public struct ConfigurationLoader: Sendable {
    public static let fileName = ".lintrc.yaml"

    private let catalog: ConfigurationCatalog
    private let read: @Sendable (String) -> ConfigurationSource
    private var cascades: [String: Result<ConfigurationCascade, ConfigurationErrors>] = [:]
    private var files: [String: Result<ConfigurationFile, ConfigurationErrors>?] = [:]

    public init(catalog: ConfigurationCatalog, read: @escaping @Sendable (String) -> ConfigurationSource) {
        self.catalog = catalog
        self.read = read
    }

    /// The cascade for the files of a folder: its own configuration file and those above it up to a root.
    ///
    /// - Parameter folder: without a trailing slash; empty for the first folder of relative paths, `/` for the file
    ///   system's. The paths of files that are asked for later must be spelled alike.
    public mutating func cascade(forFolder folder: String) throws(ConfigurationErrors) -> ConfigurationCascade {
        // Up to the nearest folder whose cascade is known, then down again: each folder is looked into once, and a deep
        // path costs no stack.
        var pending: [String] = []
        var next: String? = folder
        var above: Result<ConfigurationCascade, ConfigurationErrors> = .success(ConfigurationCascade())
        while let current = next {
            if let known = cascades[current] {
                above = known
                break
            }
            pending.append(current)
            if case .success(let file)? = file(at: Self.ownFile(of: current)), file.isRoot { break }
            next = ConfigurationPath.parent(of: current)
        }
        for current in pending.reversed() {
            above = extended(above, in: current)
            cascades[current] = above
        }
        return try above.get()
    }

    /// The path of a folder's own file. Folders are spelled without dots between their slashes, so that nothing is to be tidied up:
    /// this is asked for each folder of a project.
    private static func ownFile(of folder: String) -> String {
        folder.isEmpty || folder == "/" ? folder + fileName : folder + "/" + fileName
    }

    /// One file, given by the user, with what it extends and nothing else.
    public mutating func cascade(ofFile path: String) throws(ConfigurationErrors) -> ConfigurationCascade {
        guard let result = file(at: path) else {
            let error = YAMLError(path: path, line: 1, column: 1, message: "no such configuration file")
            throw ConfigurationErrors(errors: [error])
        }
        return try cascade(of: result.get(), folder: ConfigurationPath.folder(of: path))
    }

    private mutating func extended(
        _ above: Result<ConfigurationCascade, ConfigurationErrors>, in folder: String
    ) -> Result<ConfigurationCascade, ConfigurationErrors> {
        guard let result = file(at: Self.ownFile(of: folder)) else { return above }
        do throws(ConfigurationErrors) {
            let file = try result.get()
            let own = try cascade(of: file, folder: folder)
            if file.isRoot { return .success(own) }
            var cascade = try above.get()
            cascade.layers += own.layers
            return .success(cascade)
        } catch {
            return .failure(error)
        }
    }

    // MARK: Extending

    private mutating func cascade(
        of file: ConfigurationFile, folder: String
    ) throws(ConfigurationErrors) -> ConfigurationCascade {
        var cascade = ConfigurationCascade()
        var trail: [String] = []
        try append(file, folder: folder, to: &cascade, trail: &trail)
        return cascade
    }

    /// Appends what `file` extends, then the file. `trail` holds the files that are being extended.
    private mutating func append(
        _ file: ConfigurationFile, folder: String, to cascade: inout ConfigurationCascade, trail: inout [String]
    ) throws(ConfigurationErrors) {
        trail.append(file.path)
        defer { trail.removeLast() }
        var profile: Setting<Profile>?
        for node in file.extends {
            if let named = Profile(rawValue: node.text) {
                profile = Setting(named, origin: ConfigurationOrigin(path: file.path, line: node.line))
                continue
            }
            let base = try base(node, of: file, trail: trail)
            try append(base, folder: folder, to: &cascade, trail: &trail)
        }
        cascade.layers.append(ConfigurationCascade.Layer(file: file, folder: folder, profile: profile))
        if cascade.layers.count > Self.mostLayers, let node = file.extends.first {
            throw ConfigurationErrors(errors: [node.error("'extends' reaches more than \(Self.mostLayers) files")])
        }
    }

    private static let mostLayers = 256
    private static let deepestExtends = 32

    private mutating func base(
        _ node: YAMLNode, of file: ConfigurationFile, trail: [String]
    ) throws(ConfigurationErrors) -> ConfigurationFile {
        func fail(_ message: String) -> ConfigurationErrors { ConfigurationErrors(errors: [node.error(message)]) }
        let text = node.text
        guard text.contains("/") || text.hasSuffix(".yaml") || text.hasSuffix(".yml") else {
            throw ConfigurationErrors(errors: [node.unknown("profile", accepting: ConfigurationCatalog.profiles)])
        }
        let path = ConfigurationPath.join(ConfigurationPath.folder(of: file.path), text)
        if let start = trail.firstIndex(of: path) {
            throw fail("'extends' goes in a circle: " + (trail[start...] + [path]).joined(separator: " > "))
        }
        guard trail.count < Self.deepestExtends else {
            throw fail("'extends' is nested deeper than \(Self.deepestExtends) files")
        }
        guard let result = self.file(at: path) else {
            throw fail("'extends' names '\(text)', but there is no file \(path)")
        }
        return try result.get()
    }

    // MARK: Reading

    /// nil where there is no such file.
    private mutating func file(at path: String) -> Result<ConfigurationFile, ConfigurationErrors>? {
        if let known = files[path] { return known }
        let result = parse(path)
        files[path] = .some(result)
        return result
    }

    private func parse(_ path: String) -> Result<ConfigurationFile, ConfigurationErrors>? {
        switch read(path) {
        case .missing: return nil
        case .unreadable(let reason):
            let error = YAMLError(path: path, line: 1, column: 1, message: "cannot be read: \(reason)")
            return .failure(ConfigurationErrors(errors: [error]))
        case .bytes(let bytes):
            do throws(YAMLError) {
                let root = try YAMLDocument(bytes, path: path).root
                let errors = ConfigurationValidator.errors(in: root, catalog: catalog)
                return errors.isEmpty
                    ? .success(ConfigurationFile(root, catalog: catalog))
                    : .failure(ConfigurationErrors(errors: errors))
            } catch {
                return .failure(ConfigurationErrors(errors: [error]))
            }
        }
    }
}
