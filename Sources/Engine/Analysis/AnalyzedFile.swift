import Facts
import Matching
import Rules
import SourceText
import Syntax

/// One file, read and understood: what rules run on. Lives as long as its file is being checked.
public final class AnalyzedFile {
    /// Relative to the top of the project, with `/`.
    public let path: String
    /// The same, as filters of rules are asked about it.
    let filtered: FilteredPath
    public let bytes: [UInt8]
    public let language: any Language
    public let words: WordSet
    /// Lexed and parsed on first use: a file that no rule can match is never parsed.
    public private(set) lazy var target: MatchTarget = makeTarget()
    /// What the models and the configuration let one know of the file; `target.facts` is this.
    public private(set) lazy var facts = FileFacts(
        path: path, target: target, words: words, models: models, settings: settings,
        projectModules: projectModules)
    public private(set) lazy var lines = LineIndex(bytes)
    private let fileExtension: String
    private let today: CalendarDate?

    private let models: ModelSet
    private let settings: ProjectSettings
    private let projectModules: ProjectModules?

    public init(
        path: String, filtered: FilteredPath? = nil, bytes: [UInt8], language: any Language,
        models: ModelSet = ModelSet(), settings: ProjectSettings = ProjectSettings(), today: CalendarDate? = nil,
        projectModules: ProjectModules? = nil
    ) {
        self.path = path
        self.filtered = filtered ?? FilteredPath(path)
        self.today = today
        self.bytes = bytes
        self.language = language
        self.models = models
        self.settings = settings
        self.projectModules = projectModules
        fileExtension = Languages.fileExtension(of: path)
        words = WordSet(of: bytes)
    }

    private func makeTarget() -> MatchTarget {
        let tree = language.tree(of: bytes, fileExtension: fileExtension)
        let target = MatchTarget(tree: tree, language: language, words: words) { [language] tree in
            let identifiers = IdentifierTable(of: tree)
            return NameMeanings(
                identifiers: identifiers, semantics: Semantics(of: tree, language: language, identifiers: identifiers))
        }
        target.today = today
        return target
    }
}
