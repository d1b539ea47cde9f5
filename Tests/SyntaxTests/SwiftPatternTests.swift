import Syntax
import Testing

/// What rule files may write as Swift patterns.
@Suite struct SwiftPatternTests {
    @Test(arguments: [
        "random()", "Int.random(...)", "import $X", "import GoogleGenerativeAI", "VNCoreMLModel(...)",
        #"UserDefaults.standard.set("$VALUE", forKey: "$KEY")"#, #"UserDefaults.standard.set($VALUE, forKey: $KEY)"#,
        #""...\($X)...""#, #"$SQL = "..." + $X"#, "sqlite3_exec($DB, $SQL, ...)", "$P = WKPreferences()\n...",
        "$P.JavaScriptCanOpenWindowsAutomatically  = $FALSE\n...\n$P.JavaScriptCanOpenWindowsAutomatically  = $TRUE",
        "...\n$P.x = ...\n...", "func $F(...) {...}", "func $F(..., $X: $T, ...) async throws -> $R { ... }",
        "class $C { ... }", "class $C: $D { ... func $F(...) { ... } ... }", "let $X = ...", "let $X: $T = ...",
        "$X.$Y(..., label: $V, ...)", "try? $X", "try await $F(...)", "$X.get($P) { ... }",
        "$X.get($P) { $REQ in ... }",
        "return ...", "return $X", "if let $X = ... {...}", "if let $X = $Y { ... } else { ... }",
        "guard ... else {...}", "guard let $X = $Y else { return ... }", "<... $X ...>", "foo(<... $X ...>)",
        "($X: T).foo()",
        "($X: [String: Int])", "$F(...)", "$F($...ARGS)", "$X. ... .foo(...)", "for $X in $Y { ... }",
        "while ... { ... }",
        "switch $X { ... }", "switch $X { case .a: ... default: ... }", "{ (...) in ... }", "{ $X in ... }",
        "[..., $X, ...]",
        "[$K: $V]", "[..., $K: $V, ...]", "key: $V", #""key": $V"#, "catch { ... }", "do { ... } catch { ... }", "@$A",
        "@objc",
        "case .a: ...", "$X as! $T", "$X == $X", "$X...$Y", "var $X: $T { ... }", "struct $S { ... var $X: $T ... }",
        "$X[$I]", "$X?.foo(...)", "$X!", "#$M(...)", "#selector(...)", "defer { ... }", "throw $E", "init(...) { ... }",
        "extension $T { ... }", "$X ?? $Y", "$C ? $A : $B", "\\.$X", "$X += $Y", "$X { ... }", "($X, ...)",
        "enum $E { ... }",
        "func $F<$T>(...)", "@objc func $F(...) { ... }", "$X is $T", "repeat { ... } while $X", "Foo<...>(x)",
        "foo(...) { ... } label: { ... }",
        "Foo<$T>(...)", "(...)", "$X = $Y", "let $X = $Y\n...\n$F($X)", "if $X { ... }", "if case .a = $X { ... }",
        "...",
    ])
    func patternParsesWithoutErrors(_ pattern: String) { check(pattern, hasErrors: false) }

    @Test(arguments: ["foo(", "foo bar", "func {", "let = ", "$X +", ")", "if {", "-> $X", "class { }", "foo(a b)"])
    func brokenPatternHasAnError(_ pattern: String) { check(pattern, hasErrors: true) }

    @Test func ellipsisIsABareStatement() {
        check(
            "{ ... }",
            outline: """
                file
                  expressionStatement
                    value: lambda
                      body: block
                        ellipsis "..."
                """)
    }

    @Test func chainEllipsisIsAMemberName() {
        check(
            "$X. ... .foo()",
            outline: """
                file
                  expressionStatement
                    value: call
                      callee: member [.]
                        object: member [.]
                          object: metavariable "$X"
                          name: ellipsis "..."
                        name: identifier "foo"
                      arguments: argumentList "()"
                """)
    }

    @Test func typedMetavariable() {
        check(
            "($X: [Int]).count",
            outline: """
                file
                  expressionStatement
                    value: member [.]
                      object: typedMetavariable
                        name: metavariable "$X"
                        type: type
                          value: typeOther
                            type
                              value: identifier "Int"
                      name: identifier "count"
                """)
    }

    @Test func labeledArgumentsAndBindings() {
        check(
            "if let $X = ... { f(..., label: $V, $...ARGS, $0) }",
            outline: """
                file
                  if
                    condition: optionalBinding
                      target: metavariable "$X"
                      value: ellipsis "..."
                    body: block
                      expressionStatement
                        value: call
                          callee: identifier "f"
                          arguments: argumentList
                            ellipsis "..."
                            keywordArgument
                              label: identifier "label"
                              value: metavariable "$V"
                            ellipsisMetavariable "$...ARGS"
                            identifier "$0"
                """)
    }

    @Test func fragments() {
        check(
            "timeout: $V",
            outline: """
                file
                  keywordArgument
                    label: identifier "timeout"
                    value: metavariable "$V"
                """)
        check(
            "catch { ... }",
            outline: """
                file
                  catch
                    body: block
                      ellipsis "..."
                """)
    }

    private func tree(_ pattern: String) -> SyntaxTree {
        SwiftLanguage().tree(of: Array(pattern.utf8), fileExtension: "swift", mode: .pattern)
    }

    private func check(_ pattern: String, hasErrors: Bool) {
        let tree = tree(pattern)
        #expect(tree.kinds.contains(.error) == hasErrors, "\(tree.outline())")
    }

    private func check(_ pattern: String, outline: String) {
        #expect(tree(pattern).outline() == outline)
    }
}
