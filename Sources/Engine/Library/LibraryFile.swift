import Rules
import YAML

/// A rule or model file, read and not yet part of a library.
struct LibraryFile: Sendable {
    enum Content: Sendable {
        case model(ModelFile)
        case rules([RuleDefinition])
    }

    let path: String
    /// Whether all errors in it must come to light, in documentation and in patterns that no file of the run asks for.
    let isChecked: Bool
    /// Whether the file is a model, even a broken one.
    let isModel: Bool
    /// nil where the file as a whole is wrong.
    let content: Content?
    let errors: [YAMLError]

    init(_ bytes: [UInt8], path: String, isChecked: Bool) {
        self.path = path
        self.isChecked = isChecked
        isModel = RuleLibrary.isModel(bytes)
        do throws(YAMLError) {
            let document = try YAMLDocument(bytes, path: path)
            (content, errors) = try LibraryFile.content(of: document, isChecked: isChecked)
        } catch {
            content = nil
            errors = [error]
        }
    }

    /// A file of ours, in which there are no errors to be found.
    init(_ document: YAMLDocument) {
        path = document.path
        isChecked = false
        isModel = ModelFile.isModel(document)
        do throws(YAMLError) {
            (content, errors) = try LibraryFile.content(of: document, isChecked: false)
        } catch {
            content = nil
            errors = [error]
        }
    }

    private static func content(
        of document: YAMLDocument, isChecked: Bool
    ) throws(YAMLError) -> (content: Content, errors: [YAMLError]) {
        if ModelFile.isModel(document) {
            return (.model(try ModelFile(document, isChecked: isChecked)), [])
        }
        let file = RuleFile(document)
        return (.rules(file.rules), file.errors + (isChecked ? errorsOfDescriptions(in: file.rules) : []))
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
