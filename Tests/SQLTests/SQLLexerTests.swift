import SourceText
import Testing

@testable import SQL

/// Each token as its kind and its text, as `kind:text`.
private func check(
    _ marked: String, _ expected: [String], origin: SQLOrigin = .literal,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let text = MarkedSQL(marked).text(origin)
    let actual = (0..<text.tokens.count).map { "\(text.tokens.kinds[$0]):\(text.string(text.tokens.range($0)))" }
    #expect(actual == expected, sourceLocation: sourceLocation)
}

@Suite struct SQLLexerTests {
    @Test func quotingStyles() {
        check("'it''s'", ["string:'it''s'"])
        check("E'it\\'s'", ["string:E'it\\'s'"])
        check("U&'d\\0061' X'ff' b'01' N'x'", ["string:U&'d\\0061'", "string:X'ff'", "string:b'01'", "string:N'x'"])
        check("$$a 'b' $1$$", ["string:$$a 'b' $1$$"])
        check("$body$ $$ $x$ $body$;", ["string:$body$ $$ $x$ $body$", "semicolon:;"])
        check("\"a\"\"b\" `c``d` [e f]", ["doubleQuoted:\"a\"\"b\"", "quotedName:`c``d`", "quotedName:[e f]"])
        check("U&\"d\\0061t\"", ["doubleQuoted:U&\"d\\0061t\""])
    }

    @Test func backslashBeforeAQuote() {
        check("'it\\'s'", ["string:'it\\'s'"])
        check("ESCAPE '\\' AND", ["word:ESCAPE", "string:'\\'", "word:AND"])
        check("('\\\\')", ["leftParenthesis:(", "string:'\\\\'", "rightParenthesis:)"])
    }

    @Test func unterminatedTokensReachTheEnd() {
        for text in ["'abc", "\"abc", "`abc", "$$abc", "$t$abc$$", "E'abc\\"] {
            let tokens = SQLText([UInt8](text.utf8)).tokens
            #expect(tokens.count == 1)
            #expect(tokens.flags.first?.contains(.unterminated) == true)
            #expect(tokens.ends.first == UInt32(text.utf8.count))
        }
    }

    @Test func brackets() {
        check("a[1:2]", ["word:a", "leftBracket:[", "number:1", "operator::", "number:2", "rightBracket:]"])
        check("SELECT [id]", ["word:SELECT", "quotedName:[id]"])
        check("ARRAY[x]", ["word:ARRAY", "leftBracket:[", "word:x", "rightBracket:]"])
        check("text[]", ["word:text", "leftBracket:[", "rightBracket:]"])
    }

    @Test func comments() {
        check("a -- b\nc", ["word:a", "word:c"])
        check("a # b\nc", ["word:a", "word:c"])
        check("a /* b /* c */ d */ e", ["word:a", "word:e"])
        check("a -- b\\nc", ["word:a", "word:c"])
        check("/* open", [])
        check("a #>> b", ["word:a", "operator:#>>", "word:b"])
    }

    @Test func numbersAndOperators() {
        check(
            "1 1.5 .5 1e-3 0xFF 1_000",
            ["number:1", "number:1.5", "number:.5", "number:1e-3", "number:0xFF", "number:1_000"])
        check(
            "a=b<>c!=d<=e>=f<=>g==h",
            [
                "word:a", "comparison:=", "word:b", "comparison:<>", "word:c", "comparison:!=", "word:d",
                "comparison:<=",
                "word:e", "comparison:>=", "word:f", "comparison:<=>", "word:g", "comparison:==", "word:h",
            ])
        check("a=-1", ["word:a", "comparison:=", "operator:-", "number:1"])
        check("a||b", ["word:a", "operator:||", "word:b"])
        check("a->>'b'", ["word:a", "operator:->>", "string:'b'"])
        check("a::text", ["word:a", "cast:::", "word:text"])
        check("t.*", ["word:t", "dot:.", "star:*"])
        check("a@>b", ["word:a", "operator:@>", "word:b"])
    }

    @Test func placeholdersOfAllDrivers() {
        for placeholder in ["?", "?1", "$1", ":name", ":1", "@name", "@@version", "$name", "%s", "%(name)s", "%d"] {
            check("x = \(placeholder)", ["word:x", "comparison:=", "placeholder:\(placeholder)"])
        }
        check("a=?", ["word:a", "comparison:=", "placeholder:?"])
        check("a=@b", ["word:a", "comparison:=", "placeholder:@b"])
        check("tags ?| array", ["word:tags", "operator:?|", "word:array"])
        check("$1::int", ["placeholder:$1", "cast:::", "word:int"])
        check("a%b", ["word:a", "operator:%", "word:b"])
    }

    @Test func holes() {
        check("FROM «\\(t)» x", ["word:FROM", "hole:\\(t)", "word:x"])
        check("FROM «»", ["word:FROM", "hole:"])
        check("users_«{n}»_x", ["word:users_{n}_x"])
        check("«{f}»ORDER BY", ["hole:{f}", "word:ORDER", "word:BY"])
        check("WHERE«{f}»", ["word:WHERE", "hole:{f}"])
        check("'a «x» b'", ["string:'a x b'"])
        check("«a»«b»", ["hole:ab"])
        check("$«{n}»", ["placeholder:${n}"])
        check("FROM {} JOIN {name}.x", ["word:FROM", "hole:{}", "word:JOIN", "hole:{name}", "dot:.", "word:x"])
        check("-- «x»\na", ["word:a"])
    }

    @Test func everyHoleIsInItsToken() {
        let text = MarkedSQL("«a» /*«b»*/ '«c»«d»' «e».«f»").text()
        #expect(text.tokens.holeTokens == [0, -1, 1, 1, 2, 4])
    }

    @Test func capitals() {
        let flags = SQLText([UInt8]("SELECT Select select sElect S".utf8)).tokens.flags
        #expect(flags.map { $0.contains(.upperCase) } == [true, false, false, false, true])
        #expect(flags.map { $0.contains(.capitalised) } == [false, true, false, false, false])
    }

    @Test func escapeSequencesOfTheHost() {
        check("SELECT\\n\\t1", ["word:SELECT", "number:1"])
        check("x = \\'a b\\' AND", ["word:x", "comparison:=", "string:'a b\\'", "word:AND"])
    }

    @Test func filesHoldMoreThanStrings() {
        check("\\connect db\nSELECT", ["word:SELECT"], origin: .file)
        check(
            "COPY t FROM stdin;\n1\tit's\n\\.\nSELECT",
            ["word:COPY", "word:t", "word:FROM", "word:stdin", "semicolon:;", "word:SELECT"], origin: .file)
        check(
            "DELIMITER //\nEND//\nDELIMITER ;\nSELECT;",
            [
                "word:DELIMITER", "semicolon: //", "word:END", "semicolon://", "word:DELIMITER", "semicolon: ;",
                "word:SELECT", "semicolon:;",
            ], origin: .file)
        check("\u{FEFF}SELECT", ["word:SELECT"], origin: .file)
    }
}
