import Matching
import Syntax
import TestSupport
import Testing

@testable import Facts

@Suite struct ModuleTableTests {
    /// The modules that the callees of a file's calls come from, and the names in them.
    private func symbols(_ source: String) -> [Symbol?] {
        let (target, modules) = table(source, TypeScriptLanguage(), "ts")
        let tree = target.tree
        return target.nodes(of: .call).map { call in
            tree.child(call, .callee).flatMap { modules.symbol(of: $0, in: target) }
        }
    }

    private func table(_ source: String, _ language: any Language, _ fileExtension: String) -> (
        MatchTarget, ModuleTable
    ) {
        let tree = language.tree(of: Array(source.utf8), fileExtension: fileExtension)
        let target = MatchTarget(
            tree: tree, language: language,
            semantics: Semantics(of: tree, language: language, identifiers: IdentifierTable(of: tree)))
        return (target, ModuleTable(target: target))
    }

    /// `require("kitchen")` makes a package of what it names only where the language has such a function.
    @Test func functionsThatReturnModules() {
        let python = table("from kitchen import app\nrequire(\"kitchen\")\n", PythonLanguage(), "py").1
        #expect(!python.isFromPackage(Symbol(module: "kitchen.app", name: "")))
        let script = table("const app = require('kitchen')\n", TypeScriptLanguage(), "ts").1
        #expect(script.isFromPackage(Symbol(module: "kitchen", name: "app")))
    }

    /// A path is as long as its import writes it: a dot in it is no end, even where another module is called like what stands before.
    @Test func pathsKeepTheirDots() {
        let source = """
            import { list } from './users'
            import * as store from './users.store'
            import all from '../users'
            list(); store.find(); all.f.g()
            """
        #expect(
            symbols(source) == [
                Symbol(module: "./users", name: "list"), Symbol(module: "./users.store", name: "find"),
                Symbol(module: "../users", name: "f.g"),
            ])
    }

    /// Which of many modules a name comes from is found without trying each.
    @Test func manyModules() {
        let excess = LinearTime.excess(size: 2500) { count in
            var source = ""
            for number in 0..<count {
                source += "import { a\(number) } from './module\(number)'\na\(number).f()\n"
            }
            _ = symbols(source)
        }
        #expect(excess == nil)
    }
}
