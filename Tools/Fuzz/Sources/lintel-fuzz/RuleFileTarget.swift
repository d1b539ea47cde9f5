import Rules
import Syntax

extension FuzzTarget {
    /// A file of rules, compiled for every language they speak of.
    static let ruleFile = FuzzTarget(name: "rule-file") { bytes in
        let file = RuleFile(bytes, path: "rules.yaml")
        for error in file.errors { require(error.line >= 1 && error.column >= 1, "an error without a place") }
        for rule in file.rules {
            for language in Languages.all where rule.applies(to: language) {
                _ = try? rule.compiled(for: language)
            }
        }
    }

    /// A file that models a framework, compiled for every language it speaks of.
    static let modelFile = FuzzTarget(name: "model-file") { bytes in
        guard let file = try? ModelFile(bytes, path: "model.yaml") else { return }
        for language in Languages.all {
            let model = try? file.model(for: language) { error in
                require(error.line >= 1 && error.column >= 1, "an error without a place")
            }
            model?.compileAll()
        }
    }
}
