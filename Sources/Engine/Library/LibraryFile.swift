import Rules

/// A rule or model file, read and not yet part of a library.
struct LibraryFile: Sendable {
    enum Content: Sendable {
        case model(ModelFile)
        case rules([RuleDefinition])
    }

    let path: String
    /// Whether all errors in it must come to light, in documentation and in patterns that no file of the run asks for.
    let isChecked: Bool
    /// nil where the file as a whole is wrong.
    let content: Content?
    let errors: [YAMLError]

    init(_ bytes: [UInt8], path: String, isChecked: Bool) {
        self.path = path
        self.isChecked = isChecked
        if RuleLibrary.isModel(bytes) {
            do throws(YAMLError) {
                content = .model(try ModelFile(bytes, path: path))
                errors = []
            } catch {
                content = nil
                errors = [error]
            }
            return
        }
        let file = RuleFile(bytes, path: path)
        content = .rules(file.rules)
        errors = file.errors + (isChecked ? LibraryFile.errorsOfDescriptions(in: file.rules) : [])
    }

    private static func errorsOfDescriptions(in rules: [RuleDefinition]) -> [YAMLError] {
        rules.compactMap { rule in
            do throws(YAMLError) {
                _ = try rule.description()
                return nil
            } catch {
                return error
            }
        }
    }
}
