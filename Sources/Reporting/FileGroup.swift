import Findings

/// The findings of one file.
struct FileGroup {
    let path: String
    let findings: ArraySlice<Finding>

    /// Cuts findings, ordered by path, at the paths.
    static func groups(of findings: [Finding]) -> [FileGroup] {
        var groups: [FileGroup] = []
        var start = 0
        for index in findings.indices
        where index + 1 == findings.count || findings[index + 1].path != findings[index].path {
            groups.append(FileGroup(path: findings[index].path, findings: findings[start...index]))
            start = index + 1
        }
        return groups
    }
}
