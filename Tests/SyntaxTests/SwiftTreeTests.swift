import Syntax
import Testing

/// The trees of Swift's constructs.
@Suite struct SwiftTreeTests {
    /// Each in one line: what surrounds a node's children is in parentheses, roles are left out.
    @Test(arguments: [
        ("a + b * c", "(expressionStatement (binary a (binary b c)))"),
        ("a * b + c", "(expressionStatement (binary (binary a b) c))"),
        ("a = b ?? c ?? d", "(expressionStatement (assignment a (binary b (binary c d))))"),
        ("a ? b : c ? d : e", "(expressionStatement (conditional a b (conditional c d e)))"),
        ("a && b || c == d", "(expressionStatement (binary (binary a b) (binary c d)))"),
        (
            "x = try await f() + 1",
            "(expressionStatement (assignment x (tryExpression (await (binary (call f (argumentList)) 1)))))"
        ),
        ("a as? B ?? c", "(expressionStatement (binary (cast a (type B)) c))"),
        ("-a.b!", "(expressionStatement (unary (postfix (member a b))))"),
        ("a?.b[0](c)", "(expressionStatement (call (index (member (postfix a) b) 0) (argumentList c)))"),
        ("reduce(0, +)", "(expressionStatement (call reduce (argumentList 0 +)))"),
        ("a\n+ b\n-c", "(expressionStatement (binary a b))(expressionStatement (unary c))"),
        (
            "f(x: 1) { $0 } y: { 2 }",
            "(expressionStatement (call f (argumentList (keywordArgument x 1) (lambda (block (expressionStatement $0))) (keywordArgument y (lambda (block (expressionStatement 2)))))))"
        ),
        (
            "if f { a }.b { c }",
            "(if (member (call f (argumentList (lambda (block (expressionStatement a))))) b) (block (expressionStatement c)))"
        ),
        (
            "x { [weak self, y = z] (a: Int, b) async throws -> Int in a }",
            "(expressionStatement (call x (argumentList (lambda (array self (assignment y z)) (parameterList (parameter a (type Int)) (parameter b)) (type Int) (block (expressionStatement a))))))"
        ),
        ("let f = move(from:to:)", "(variableDeclaration (declarator f move(from:to:)))"),
        (
            "Array<Int>(repeating: a < b, count: c)",
            "(expressionStatement (call Array (typeArguments (type Int)) (argumentList (keywordArgument repeating (binary a b)) (keywordArgument count c))))"
        ),
        ("let x = A<B>.c", "(variableDeclaration (declarator x (member (genericType A (typeArguments (type B))) c)))"),
        ("[String: Int]()", "(expressionStatement (call (object (pair String Int)) (argumentList)))"),
        (
            #""a\(b, c: d)e""#,
            #"(expressionStatement (interpolatedString a (interpolation b (keywordArgument c d)) e))"#
        ),
        ("\\A.b[0]?.c", "(expressionStatement (keyPath (type A) (member (postfix (index (member b) 0)) c)))"),
        ("\\A?.?", "(expressionStatement (keyPath (type (typeOther (type A))) (postfix )))"),
        ("\\A.?.b", "(expressionStatement (keyPath (type A) (member (postfix ) b)))"),
        ("#`m`(a)", "(expressionStatement (macro #`m` (argumentList a)))"),
        (
            "infix operator <? : P\ninfix operator >? : P, Q\npackage func ..+ <T: A>(a: T) {}",
            "(scopeDeclaration <?)(scopeDeclaration >?)(function ..+ (typeParameters (typeParameter T (type A))) (parameterList (parameter a (type T))) (block))"
        ),
        (
            "do {} catch where a { b }",
            "(try (block) (catch a (block (expressionStatement b))))"
        ),
        ("#m(a) { b }", "(expressionStatement (macro #m (argumentList a (lambda (block (expressionStatement b))))))"),
        (
            "if let a, let b = c, case .d(let e)? = f, g {}",
            "(if (optionalBinding a) (optionalBinding b c) (optionalBinding (postfix (call (member d) (argumentList (bindingPattern e)))) f) g (block))"
        ),
        (
            "guard #available(iOS 13.0.1, *) else { return }",
            "(guard (macro #available (argumentList iOS 13.0.1 *)) (block (return)))"
        ),
        (
            "switch a { case .b(let c) where c > 0, is D: e\n@unknown default: break }",
            "(switch a (case (call (member b) (argumentList (bindingPattern c))) (binary c 0) (cast (type D)) (block (expressionStatement e))) (case (decorator unknown) (block (break))))"
        ),
        ("for case let (a, b) in c where d {}", "(forEach (bindingPattern (tuple a b)) c d (block))"),
        (
            "do { try a() } catch let e as B { c } catch { d }",
            "(try (block (expressionStatement (tryExpression (call a (argumentList))))) (catch (bindingPattern (cast e (type B))) (block (expressionStatement c))) (catch (block (expressionStatement d))))"
        ),
        ("outer: repeat { break outer } while a", "(labeled outer (doWhile (block (break outer)) a))"),
        (
            "let a = if b { 1 } else { 2 }",
            "(variableDeclaration (declarator a (if b (block (expressionStatement 1)) (block (expressionStatement 2)))))"
        ),
        (
            "@a(1) public static func f<T: P>(_ a: inout T, b c: Int = 1, d: Int...) async throws(E) -> some Q where T: R { }",
            "(function (decorator (call a (argumentList 1))) f (typeParameters (typeParameter T (type P))) (parameterList (parameter _ a (type T)) (parameter b c (type Int) 1) (parameter d (type Int))) (type (typeOther (type Q))) (block))"
        ),
        (
            "static func == (a: A, b: A) -> Bool { true }",
            "(function == (parameterList (parameter a (type A)) (parameter b (type A))) (type Bool) (block (expressionStatement true)))"
        ),
        (
            "class A<T>: B, C { var x: Int { get { 1 } set(v) { } }; init?() {} deinit {} subscript(i: Int) -> Int { i } }",
            "(class A (typeParameters (typeParameter T)) (type B) (type C) (block (variableDeclaration (declarator x (type Int) (block (function (block (expressionStatement 1))) (function (parameterList (parameter v)) (block))))) (function (parameterList) (block)) error (function (block)) error (function (parameterList (parameter i (type Int))) (type Int) (block (expressionStatement i)))))"
        ),
        (
            "enum E: Int { case a(Int, b: String = \"\"), c = 2\nindirect case d }",
            "(class E (type Int) (block (field a (parameterList (parameter (type Int)) (parameter b (type String) \"\"))) (field c 2) (field d)))"
        ),
        ("extension A.B where C == D {}", "(class (member A B) (block))"),
        ("actor A { nonisolated let b = 1 }", "(class A (block (variableDeclaration (declarator b 1))))"),
        (
            "import struct A.B\n@testable import C.D",
            "(import A (importItem B))(import (decorator testable) (member C D))"
        ),
        (
            "#if A\na()\n#else\nb()\n#endif",
            "(conditionalCompilation (block (expressionStatement (call a (argumentList)))) (block (expressionStatement (call b (argumentList)))))"
        ),
        (
            "a\n#if X\n.b()\n#endif\n.c()",
            "(expressionStatement (call (member (conditionalCompilation a (block (call (member b) (argumentList)))) c) (argumentList)))"
        ),
        (
            "typealias F = (Int, A<B>?) async throws -> [C: D]",
            "(typeAlias F (type (typeOther (type Int) (type (typeOther (type (genericType A (typeArguments (type B)))))) (type (typeOther (type C) (type D))))))"
        ),
        (
            "var x = 1 { didSet { a } }",
            "(variableDeclaration (declarator x 1 (block (function (block (expressionStatement a))))))"
        ),
        (
            "switch x { case .a():\nb }",
            "(switch x (case (call (member a) (argumentList)) (block (expressionStatement b))))"
        ),
        (
            "a { b }\n{ c }",
            "(expressionStatement (call a (argumentList (lambda (block (expressionStatement b))))))(expressionStatement (lambda (block (expressionStatement c))))"
        ),
        ("var a: B\n{ c }", "(variableDeclaration (declarator a (type B) (block (expressionStatement c))))"),
        (
            "struct S { var a: B { read { c } } }",
            "(class S (block (variableDeclaration (declarator a (type B) (block (expressionStatement (call read (argumentList (lambda (block (expressionStatement c)))))))))))"
        ),
        (
            "func f(@B<C> a: D, b: @autoclosure() -> E)",
            "(function f (parameterList (parameter (decorator (genericType B (typeArguments (type C)))) a (type D)) (parameter b (type (typeOther (type E))))))"
        ),
    ])
    func shape(_ source: String, _ expected: String) {
        let tree = SwiftLanguage().tree(of: Array(source.utf8), fileExtension: "swift")
        let shape = tree.children(0).map { Self.shape(tree, $0) }.joined()
        #expect(shape == expected)
    }

    private static func shape(_ tree: SyntaxTree, _ node: NodeIndex) -> String {
        let kind = tree.kind(node)
        let children = tree.children(node).map { shape(tree, $0) }
        guard children.isEmpty else { return "(\(kind) \(children.joined(separator: " ")))" }
        switch kind {
        case .identifier, .number, .string, .stringText, .boolean, .interpolatedString:
            return String(decoding: tree.text(node), as: UTF8.self)
        case .error: return "error"
        default: return "(\(kind))"
        }
    }

    @Test(arguments: [
        (#""a\n\u{e9}\"""#, "a\né\""), (##"#"a\n\#n"#"##, "a\\n\n"), ("\"\"\"\n  a\n   b\\\n  c\n  \"\"\"", "a\n bc"),
        ("\"\"\"\n  \"\"\"", ""), (#""""#, ""), (#""\q""#, "\\q"), (##"#"""#"##, "\""),
        ("\"\"\"\r\n a\r\n b\r\n \"\"\"", "a\nb"),
    ])
    func stringValue(_ source: String, _ expected: String) {
        let tree = SwiftLanguage().tree(of: Array(source.utf8), fileExtension: "swift")
        let strings = (0..<NodeIndex(tree.count)).filter { tree.kind($0) == .string }
        let values = strings.map {
            SwiftLanguage().stringValue(of: $0, in: tree).map { String(decoding: $0, as: UTF8.self) }
        }
        #expect(values == [expected])
    }

    @Test func textsOfAnInterpolatedString() {
        let tree = SwiftLanguage().tree(of: Array("\"\"\"\n  a \\(b)\n    c\n  \"\"\"".utf8), fileExtension: "swift")
        let texts = (0..<NodeIndex(tree.count)).filter { tree.kind($0) == .stringText }
        let values = texts.map {
            SwiftLanguage().stringValue(of: $0, in: tree).map { String(decoding: $0, as: UTF8.self) }
        }
        #expect(values == ["a ", "\n  c"])
    }
}
