import Engine

/// The files of the project that are not checked themselves, found when something depends on them.
struct OtherFiles {
    private let setup: RunSetup
    private let inputs: InputFiles
    /// Where the index stands for the project.
    private let repository: GitRepository?
    private var found: [InputFile]?

    init(setup: RunSetup, inputs: InputFiles, repository: GitRepository?) {
        self.setup = setup
        self.inputs = inputs
        self.repository = repository
    }

    mutating func files() async -> [InputFile] {
        if let found { return found }
        let files = await find()
        found = files
        return files
    }

    /// Whether there are none: a walk of the whole project has found all there is.
    var areNone: Bool { !setup.isProject || inputs.walked.contains(setup.top) }

    private func find() async -> [InputFile] {
        if areNone { return [] }
        let known = Set(inputs.files.map(\.path))
        if let repository, let listed = try? await repository.indexedFiles() {
            let wanted = listed.filter { InputFiles.selection.contains($0.path.name) && !known.contains($0.path) }
            let files = try? await InputFiles.contents(
                of: wanted.map { ($0.path, $0.object) }, repository, setup.directory, ContentClassifier.defaultSizeLimit
            )
            return files ?? []
        }
        let all = await InputFiles.onDisk(
            [setup.top.string], in: setup.directory, ignores: true, settings: setup.settings)
        return all.files.filter { !known.contains($0.path) }
    }
}
