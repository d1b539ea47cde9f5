import Facts
import Matching
import SourceText
import YAML

/// Reads `project:`.
enum ProjectOperationDecoder {
    static let keys = ["has-file", "except"]

    static func operation(_ mapping: YAMLMapping) throws(YAMLError) -> any FactOperation {
        let globs = try mapping.required("has-file", of: "'project'").strings("'has-file'")
        let exceptions = try mapping["except"]?.strings("'except'") ?? []
        return ProjectOperation(files: globs.map { Glob($0) }, exceptions: exceptions.map { Glob($0) })
    }
}
