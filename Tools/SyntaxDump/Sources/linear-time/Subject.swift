import Facts
import Matching
import SQL
import SourceText
import Syntax

/// Something that must take any text in linear time.
struct Subject: Sendable {
    let name: String
    let texts: [PathologicalText]
    let run: @Sendable ([UInt8]) -> Void

    static let all: [Subject] = [
        syntax("typescript", TypeScriptLanguage(), "ts", PathologicalText.typescript + PathologicalText.large),
        syntax("tsx", TypeScriptLanguage(), "tsx", PathologicalText.typescript),
        syntax("javascript", TypeScriptLanguage(), "js", PathologicalText.typescript),
        syntax("python", PythonLanguage(), "py", PathologicalText.python + PathologicalText.large),
        syntax("swift", SwiftLanguage(), "swift", PathologicalText.swift + PathologicalText.large),
        syntax("typescript pattern", TypeScriptLanguage(), "tsx", PathologicalText.typescript, mode: .pattern),
        syntax("python pattern", PythonLanguage(), "py", PathologicalText.python, mode: .pattern),
        syntax("swift pattern", SwiftLanguage(), "swift", PathologicalText.swift, mode: .pattern),
        semantics(
            "typescript names", TypeScriptLanguage(), "tsx", PathologicalText.typescript + PathologicalText.large),
        semantics("python names", PythonLanguage(), "py", PathologicalText.python + PathologicalText.large),
        semantics("swift names", SwiftLanguage(), "swift", PathologicalText.swift + PathologicalText.large),
        Subject(name: "sql", texts: PathologicalText.common + PathologicalText.sql) { bytes in
            _ = SQLDocument(SQLText(bytes))
        },
        Subject(name: "lines", texts: PathologicalText.common + PathologicalText.large) { bytes in
            // Columns are counted from the start of the line, which may be that of the text.
            let lines = LineIndex(bytes)
            for offset in stride(from: 0, to: bytes.count, by: 64) { _ = lines.position(at: offset, in: bytes) }
        },
    ]

    private static func syntax(
        _ name: String, _ language: any Language, _ fileExtension: String, _ texts: [PathologicalText],
        mode: ParseMode = .source
    ) -> Subject {
        Subject(name: name, texts: PathologicalText.common + texts) { bytes in
            _ = language.tree(of: bytes, fileExtension: fileExtension, mode: mode)
        }
    }

    private static func semantics(
        _ name: String, _ language: any Language, _ fileExtension: String, _ texts: [PathologicalText]
    ) -> Subject {
        Subject(name: name, texts: PathologicalText.common + texts) { bytes in
            let tree = language.tree(of: bytes, fileExtension: fileExtension)
            _ = Semantics(of: tree, language: language, identifiers: IdentifierTable(of: tree))
        }
    }
}
