/// A text of any size, made to be slow: a unit repeated after a prefix, and in some texts another unit as often behind it.
struct PathologicalText: Sendable {
    var prefix = ""
    let unit: String
    var closing = ""
    /// Instead of `unit` where the text is no UTF-8.
    var rawUnit: [UInt8]?
    /// The size in bytes that is measured first, and then eight times as much.
    var smallestSize = 60_000

    init(_ unit: String, after prefix: String = "", closing: String = "", from smallestSize: Int = 60_000) {
        self.prefix = prefix
        self.unit = unit
        self.closing = closing
        self.smallestSize = smallestSize
    }

    init(rawUnit: [UInt8]) {
        unit = ""
        self.rawUnit = rawUnit
    }

    var title: String {
        if let rawUnit { return "bytes \(rawUnit)" }
        return (prefix + unit + "… " + closing).debugDescription
    }

    /// The text at about `size` bytes.
    func bytes(_ size: Int) -> [UInt8] {
        let unit = rawUnit ?? Array(self.unit.utf8)
        let closing = Array(self.closing.utf8)
        let count = size / (unit.count + closing.count)
        var bytes = Array(prefix.utf8)
        bytes.reserveCapacity(size + bytes.count)
        Self.append(unit, times: count, to: &bytes)
        Self.append(closing, times: count, to: &bytes)
        return bytes
    }

    /// In blocks, because a text of millions of single bytes would take longer to make than to read.
    private static func append(_ unit: [UInt8], times count: Int, to bytes: inout [UInt8]) {
        let perBlock = 4096
        let block = Array(repeatElement(unit, count: perBlock).joined())
        for _ in 0..<count / perBlock { bytes += block }
        bytes += block.prefix(count % perBlock * unit.count)
    }
}

extension PathologicalText {
    /// For every subject: brackets, one endless line, bytes that are no text, line ends of all kinds, literals and comments
    /// without end.
    static let common =
        [
            "(", "[", "{", "([{", ")", "]", "}", ")]}", "a", "a ", "1", "a,", "a;", "a.", ".a", "a(", "f(a, b); ", "!",
            "-",
            "a+", "a=", "a?", "a:", "<", ">", "a<", "a<b,", "/", "/*", "//", "*/", "#", "\"", "'", "`", "\"\"\"", "'''",
            "\\",
            "\"\\", "${", "\"\\(", "f\"{", "$", "@", "@a ", "\0", "\u{FEFF}", "\r", "\r\n", "\n", "\n\n ", "a\r",
            "\u{2028}", "\t", " ", " \t", "\t \n", "😀", "é", "e\u{301}", "日", "if ", "else ", "case ", "class ",
            "func ",
            "function ", "return ", "import ", "...", "$X", "$...X ", "<... ", "...> ",
        ].map { PathologicalText($0) }
        + [
            ("(", ")"), ("[", "]"), ("{", "}"), ("f(", ")"), ("[a, ", "]"), ("{a: ", "}"), ("`${", "}`"),
            ("\"\\(", ")\""),
        ]
        .map { PathologicalText($0.0, closing: $0.1) }
        // What is open to the end of the text.
        + ["/*", "\"", "'", "`", "\"\"\"", "'''", "/", "`${", "f\"{", "\"\\(", "#\""].map {
            PathologicalText("a\n", after: $0)
        }
        + [
            // A million brackets, and a million template strings in each other.
            PathologicalText("(", from: 125_000), PathologicalText("[", from: 125_000),
            PathologicalText("{", from: 125_000),
            PathologicalText("`${", from: 375_000), PathologicalText("`${", closing: "}`", from: 625_000),
        ]
        + [[0xED, 0xA0, 0x80], [0xFF], [0xC0, 0x80], [0xF0, 0x9F], [0x80]].map { PathologicalText(rawUnit: $0) }

    /// One line of 50 MB, and 50 MB of short lines.
    static let large = [
        PathologicalText("f(a, \"b\"); ", from: 6_250_000), PathologicalText("a = f(b)\n", from: 6_250_000),
    ]

    static let typescript =
        [
            "{a:", "a<(", "(a)=>", "(a):b=>", "a?(b):", "(a:b,c=(", "<a>", "<a>{", "<a b={", "<a b=", "<T>(", "typeof ",
            "new ", "await ", "yield ", "a?b:", "if(a){}else ", "if(a)", "function f(){", "class A{a(){", "=/[", "/ ",
            "'\n",
            "@a(", "async ", "async(", "async<", "a=>{", "function(a=", "switch(a){case b:", "import{", "export ",
            "<T extends ", "enum A{", "{\n", "{\n}}", "(\n{", "a as ", "<a/>", "</a>", "`a${b}`", "let {a:[", "for(",
            "do ",
            "try{", "a.\u{2028}b.c\u{2028}", "a?.[", "abstract ", "declare ", "get ", "static{", "(a?:", "let a: ",
            "var a=1;", "a=a+1;",
        ].map { PathologicalText($0) }
        + [
            ("a", "+a"), ("a", "**a"), ("a", "()"), ("a", "?.[b]"), ("a", "!"), ("x=", "class extends "),
            ("let x:", "A<"),
            ("type A=", "a|"), ("type A=", "keyof "), ("type A=", "a extends b?c:"), ("type A=", "(a:b)=>"),
            ("type A=", "{a:"),
            ("type A=", "("), ("let a:b", "[]"), ("namespace ", "a."), ("let ", "{a:["), ("{", "(\n"),
            ("type A=", "`${"),
            ("x=", "a?b?"), ("x=", "(a,"), ("x=", "a<b>"),
        ].map { PathologicalText($0.1, after: $0.0) }
        + [
            ("(a=>", ")"), ("<a>", "</a>"), ("a<", ">"), ("if(a){", "}"), ("(a:b)=>{", "}"), ("a?", ":b"),
            ("(", ")=>a"),
        ]
        .map { PathologicalText($0.0, closing: $0.1) }

    static let python =
        [
            "f'''{f\"{", "f\"{x:", "a**", "not ", "lambda:", "a if b else ", "()", "elif b: pass\n", "x = '''\n",
            "'''\"\"\" ", "\"\"\"\\", "match ", "match x;", "with (", "@a\n", "\"a\"", "\\\n", "def f(", "def f(\n",
            "if x: ",
            "def f():\r  x\r", "else:\n  x\n", "{**", "[x for x in ", "a[", "\u{C}", "\tif x:\n        y\n    \tz\n",
            "f'",
            "case (", "a|", "class A(", "def f[T: ", "try:\n", "await ", "yield ", "*", "import a.", "from . import (",
            "print a ", "x = 1\n", "x = x + 1\n", "if a:\n b\n", "a\n b\n", " a\n", "async ", "with a as ", "type X[",
            "a := ", "for x in ", "except* ", "global a\n", "x: ", "return a\n",
        ].map { PathologicalText($0) }
        + [("match x:\n  case ", "["), ("match x:\n  case ", "a|"), ("if x:\n  ", "("), ("x = ", "a if b else ")]
        .map { PathologicalText($0.1, after: $0.0) }
        + [("f(a=", ")"), ("[a for a in ", "]"), ("{**", "}"), ("a[", "]"), ("lambda a: (", ")"), ("(yield ", ")")]
        .map { PathologicalText($0.0, closing: $0.1) }

    static let swift =
        [
            "((((", "{(", "[{(", "\"\"\"\n\\(", "- ", "try ", "await ", "a ? ", "a ? b : ", "if a {} else ", "if a {",
            "func f() {", "class C {", "#if A\n", "#endif\n", "switch a {", "@a(", "\\.", "let a = ", "{ a in ", "A<B<",
            "x: [", "(a: ", "#/", "#/\n", "#\"", "guard ", "for a in ", "a[", "#a(", "<#", ") ", "} ", "] ",
            "case .a: ",
            "do {",
            "} catch {", "a { ", "init<", "->", "any ", "? ", "var a: A {", "get {", "_ = ", "repeat ", "where ", "0x",
            "1.",
            "&a ", "a as ", "[:", "(,", "func f<T", "var a = 1\n", "a = a + 1\n", "a { } b: { } ", "a\n.b",
            "if let a, ",
            "a is b & ", "#if A\n#elseif B\n", "##\"\"\"", "a!", "a?", "inout ", "a..<", "precedencegroup ", "public ",
            "static class ",
        ].map { PathologicalText($0) }
        + [
            ("let a: ", "[A<"), ("let a: ", "(A, "), ("let a = ", "a.b("), ("let a: ", "A & "), ("a", ".b()"),
            ("a", "?.b"),
        ]
        .map { PathologicalText($0.1, after: $0.0) }
        + [("f { ", " }"), ("if a { ", "}"), ("A<", ">"), ("#if A\n", "#endif\n"), ("{ (a) in ", "}"), ("[a: ", "]")]
        .map { PathologicalText($0.0, closing: $0.1) }

    static let sql =
        [
            "((SELECT ", "SELECT (", "a IN (", "$a$", "[a", "CASE ", "a AND ", "x.", "CREATE TABLE t (", "WITH a AS (",
            "SELECT a FROM (", "LIKE %s ", "UNION SELECT ", "SELECT 1;", "CREATE TRIGGER x BEGIN ", "%(", "(1),",
            "JOIN ",
            "-- ", "E'\\", "DELIMITER //\n", "COPY t FROM stdin;\n", "\\.\n", "BEGIN ", "END;", "a BETWEEN ", "NOT ",
            "CREATE TABLE t (a INT);\n", "ALTER TABLE t ADD a INT;", "INSERT INTO t VALUES (1);", "SELECT * FROM t, ",
        ].flatMap { [PathologicalText($0), PathologicalText($0, after: "SELECT a FROM t WHERE ")] }
        + [("(SELECT a FROM ", ")"), ("CASE WHEN ", " END"), ("a IN (", ")")]
        .map { PathologicalText($0.0, after: "SELECT ", closing: $0.1) }
}
