import Facts
import Matching
import SourceText
import Syntax
import Testing

/// Whatever text is cut off wherever, names, constants and taint are computed without failing.
@Suite struct DamagedSourceTests {
    @Test(arguments: [
        (
            "py",
            """
            from . import (a as b, c); import d.e
            @dec(x := 1)
            async def f(self, a=lambda *b, c=1: [i for i in b if i], *, k: "T" = 2, **kw) -> int:
                global x; x += 1
                match a:
                    case [1, *r] | {"k": v, **w} if v: del a[1:2], r
                try: a, (b, *c) = f"{x!r:>{k}}" "y" % (1,)
                except (E, F) as e: raise e from None
                else: return
                finally: self.x = [source()]; self.x.append(sink(self.x[0])); self.x.pop(k)
                for a.b in yield: break
                else:
                    while not x: continue
            class C(B, metaclass=M): x = y = 1
            """
        ),
        (
            "ts",
            """
            import a, { b as c } from 'm'; const { d: [e = 1, ...f], ...g } = await import('n');
            export default class C<T> extends B { #x = 1; static { this.y = 2 } get z() { return this.#x } }
            l: for (let i = 0, j; i < 3; i++) { switch (i) { case 1: break l; default: continue } }
            do { try { o = { [k]: v, k, m() {}, ...s } } catch { } finally { i ||= source() } } while (sink(i));
            const h = async <T,>({ a, b: { c } = {} }: P, ...r: Q[]): Promise<T> => `x${a}${b`y`}` as any;
            """
        ),
        (
            "swift",
            """
            import struct A.B
            extension C where T: P { var x: Int { get { y } set { z = newValue } } }
            func f<T>(_ a: inout T, b c: Int = 1) async throws -> some P {
                guard let a, case .some(let (x, y)) = b?.c else { return }
                defer { g(&a) }
                switch a { case .a(let v) where v > 1, .b: fallthrough; default: break }
                outer: for case let .x(i)? in source() { if #available(iOS 1, *) { sink(i) } else { continue outer } }
                do { try h { [weak self, q = z] in $0 + q } } catch let e as E { repeat { } while e }
            }
            """
        ),
    ])
    func prefixesAreAnalyzed(fileExtension: String, source: String) throws {
        let language = try #require(Languages.forExtension(fileExtension))
        let bytes = Array(source.utf8)
        for length in 0...bytes.count {
            let tree = language.tree(of: Array(bytes[..<length]), fileExtension: fileExtension)
            let semantics = Semantics(of: tree, language: language, identifiers: IdentifierTable(of: tree))
            try #require(semantics.variables.count == tree.count && semantics.folded.count == tree.count)
            var matches = TaintMatches()
            for node in 0..<NodeIndex(tree.count) where tree.kind(node) == .call {
                matches.sources.append(.init(tree.range(node), sideEffect: .yes))
                matches.sinks.append(.init(tree.range(node), isExact: false))
            }
            let findings = TaintFlow.findings(of: matches, in: tree, language: language, semantics: semantics)
            #expect(findings.allSatisfy { Int($0.sinkNode) < tree.count })
        }
    }
}
