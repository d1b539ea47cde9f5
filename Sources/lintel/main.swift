import Engine
import Glibc
import Rules

func read(_ path: String) -> [UInt8] {
    guard let f = fopen(path, "r") else { return [] }
    defer { fclose(f) }
    var out: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true { let n = fread(&buffer, 1, buffer.count, f); if n <= 0 { break }; out += buffer[0..<n] }
    return out
}
func list(_ path: String) -> (files: [String], directories: [String]) {
    guard let d = opendir(path) else { return ([], []) }
    defer { closedir(d) }
    var files: [String] = [], directories: [String] = []
    while let e = readdir(d) {
        let name = withUnsafePointer(to: &e.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
        if name.hasPrefix(".") { continue }
        if e.pointee.d_type == UInt8(DT_DIR) { directories.append(name) } else { files.append(name) }
    }
    return (files.sorted(), directories.sorted())
}
nonisolated(unsafe) var library = RuleLibrary()
func addModels(_ directory: String) {
    for f in list(directory).files where f.hasSuffix(".yaml") { library.add(read(directory + "/" + f), path: directory + "/" + f) }
}
addModels("rules/models")
for e in library.errors { _ = "\(e)\n".withCString { write(2, $0, strlen($0)) } }
nonisolated(unsafe) var outcome = RuleTester.Outcome()
func walk(_ directory: String) {
    let (files, directories) = list(directory)
    for file in files where file.hasSuffix(".yaml") || file.hasSuffix(".yml") {
        if file.contains(".test.") || file.contains(".fixed.") { continue }
        let targets = files.filter { RuleTester.isTarget($0, ofRuleFile: file) }.map { (path: directory + "/" + $0, bytes: read(directory + "/" + $0)) }
        if targets.isEmpty { continue }
        let one = RuleTester(library: library).run(ruleFile: directory + "/" + file, bytes: read(directory + "/" + file), targets: targets)
        outcome.results += one.results
        outcome.errors += one.errors
    }
    for d in directories { walk(directory + "/" + d) }
}
for argument in CommandLine.arguments.dropFirst() where !argument.hasPrefix("-") && argument != "test" && argument != "json" { walk(argument) }
for e in outcome.errors { _ = "\(e)\n".withCString { write(2, $0, strlen($0)) } }
print("{\"results\": [")
print(outcome.results.map { "{\"rule_file\": \"\($0.ruleFile)\", \"rule\": \"\($0.rule)\", \"target\": \"\($0.target)\", \"expected\": \($0.expected), \"reported\": \($0.reported), \"passed\": \($0.passed)}" }.joined(separator: ",\n"))
print("]}")
