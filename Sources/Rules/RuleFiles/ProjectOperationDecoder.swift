import Facts
import Matching
import SourceText
import YAML

/// Reads `project:`.
enum ProjectOperationDecoder {
    static let keys = ["has-file"]

    static func operation(_ mapping: YAMLMapping) throws(YAMLError) -> any FactOperation {
        let globs = try mapping.required("has-file", of: "'project'").strings("'has-file'")
        return ProjectOperation(files: globs.map { Glob($0) })
    }
}
