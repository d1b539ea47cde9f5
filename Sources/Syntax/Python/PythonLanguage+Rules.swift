extension PythonLanguage {
    public var scoping: ScopingRules {
        ScopingRules(
            assignmentDeclares: true, importsInOrder: true, members: .seenInBody, defaultsSeeParameters: false,
            patternNameBinds: true)
    }

    public var patternFrames: [PatternFrame] {
        [PatternFrame(after: ":\n  ..."), PatternFrame(after: "\n  ..."), PatternFrame(before: "try:\n  ...\n")]
    }

    public var evaluation: EvaluationRules {
        EvaluationRules(
            division: .float, percentFormats: true, stringsRepeat: true, emptyIsFalse: true, negativeIndexFromEnd: true,
            stringIndex: true,
            listMethods: ListMethods(append: ["append"], remove: ["pop"]))
    }
}
