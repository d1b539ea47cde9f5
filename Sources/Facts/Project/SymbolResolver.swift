import Matching
import SourceText
import Synchronization

/// Finds the file and name in the project that an imported symbol means.
final class SymbolResolver: Sendable {
    private let summaries: FileSummaries
    /// File index by path without extension, and by the folder of an `index` or `__init__` file.
    private let byStem: [String: Int]
    /// File indexes by the last segment of their stem.
    private let byLastSegment: FilesByName
    /// Files that declare a function, class or router of that name, for languages without modules by file.
    private let byName: FilesByName
    /// Files that declare a function of that name in some type; few languages ask for them.
    private let byMember = LazyReference<FilesByName>()
    /// Files that declare a class of that name in one of the name before it.
    private let byInnerClass: FilesByName
    /// The names that files pass on from others, and those of routers: what is declared elsewhere stands in `byName`.
    private let passedOn = Mutex<Set<String>?>(nil)
    private let stems: [String]
    /// What has been asked already: links and calls name the same symbols again and again.
    private let known = Mutex<[Question: Resolution?]>([:])
    /// The files that modules written as paths mean: what passes on all of others is asked for each name of theirs.
    private let knownModules = Mutex<[Question: Int?]>([:])
    /// What names mean that a file has from one of those that it passes on as a whole: whoever imports from it asks the same.
    private let knownStars = Mutex<[StarQuestion: Resolution?]>([:])

    private struct Question: Hashable {
        var symbol: Symbol
        var file: Int
    }

    private struct StarQuestion: Hashable {
        var found: Resolution
        /// How far it is looked from there depends on it.
        var depth: Int
    }

    /// What a symbol was found to be.
    struct Resolution: Hashable {
        var file: Int
        /// The local name in that file; empty for the file itself.
        var name: String
    }

    init(_ summaries: FileSummaries) {
        self.summaries = summaries
        stems = summaries.indices.map { Self.stem(of: summaries[$0].path) }
        let stems = stems
        byStem = Dictionary(stems.indices.lazy.map { (stems[$0], $0) }, uniquingKeysWith: { _, last in last })
        byLastSegment = FilesByName { add in
            for (index, stem) in stems.enumerated() { add(Self.lastSegment(stem), index) }
        }
        byInnerClass = FilesByName { add in
            for index in summaries.indices {
                for name in summaries[index].innerClasses { add(name, index) }
            }
        }
        byName = FilesByName { add in
            for index in summaries.indices {
                for name in summaries[index].classNames { add(name, index) }
                for name in summaries[index].dependencyAliases.keys { add(name, index) }
                for function in summaries[index].functionNames {
                    add(function, index)
                    if let dot = function.utf8.firstIndex(of: UInt8(ascii: ".")) {
                        add(String(function[..<dot]), index)
                    }
                }
            }
        }
    }

    /// The files that declare a function of a name, with a dot before it, in some type.
    private func files(ofMember name: String) -> [Int]? {
        byMember.value {
            FilesByName { add in
                for index in summaries.indices {
                    for function in summaries[index].functionNames {
                        guard let dot = function.utf8.firstIndex(of: UInt8(ascii: ".")) else { continue }
                        add(String(function[dot...]), index)
                    }
                }
            }
        }[name]
    }

    /// The declaration that a symbol written in `file` means; nil where the project has none.
    func resolve(_ symbol: Symbol, in file: Int) -> Resolution? {
        let question = Question(symbol: symbol, file: file)
        if let known = known.withLock({ $0[question] }) { return known }
        let found = resolve(symbol, in: file, depth: 0)
        known.withLock { $0[question] = .some(found) }
        return found
    }

    /// What a resolved name is called in its own file.
    func localName(of found: Resolution) -> String {
        let exports = summaries[found.file].exports
        let wanted = found.name.isEmpty ? "default" : found.name
        if let local = exports[wanted] { return local }
        // A member of what is exported: `UserController.create`, `default.create`.
        if let dot = wanted.firstIndex(of: "."), let local = exports[String(wanted[..<dot])] {
            return local + wanted[dot...]
        }
        return wanted
    }

    /// What a name means that is that of a method of an object which a file holds: `users.list` of `users = new Users()`.
    func method(ofInstance found: Resolution) -> Symbol? {
        let name = localName(of: found)
        guard let dot = name.firstIndex(of: "."), let type = summaries[found.file].instances[String(name[..<dot])]
        else {
            return nil
        }
        return Symbol(module: type.module, name: type.name + name[dot...])
    }

    private func resolve(_ symbol: Symbol, in file: Int, depth: Int) -> Resolution? {
        guard depth < 8 else { return nil }
        let found: Resolution?
        if symbol.module.isEmpty {
            // `.secured` is a function of whatever type has one of that name.
            let isMember = symbol.name.hasPrefix(".")
            let plain = isMember ? String(symbol.name.dropFirst()) : symbol.name
            let files = isMember ? files(ofMember: symbol.name) ?? byName[plain] : byName[plain]
            found =
                files.flatMap { nearest(of: $0, to: file) }.map { Resolution(file: $0, name: plain) }
                ?? byInnerClass[plain].flatMap { nearest(of: $0, to: file) }.map {
                    Resolution(file: $0, name: plain.lastDottedPart)
                }
        } else if symbol.module.contains("/") {
            found =
                module(symbol.module, in: file).map { Resolution(file: $0, name: symbol.name) }
                ?? ownPackage(symbol, in: file, depth: depth)
        } else {
            found = relative(symbol, in: file, depth: depth) ?? dotted(symbol, in: file, depth: depth)
        }
        guard let found else { return nil }
        if let target = summaries[found.file].reexports[found.name] {
            return resolve(target, in: found.file, depth: depth + 1) ?? found
        }
        return takenOver(found, depth: depth) ?? found
    }

    /// What a name means that a file has from another: itself, or the part of a dotted name before the first dot.
    private func takenOver(_ found: Resolution, depth: Int) -> Resolution? {
        let summary = summaries[found.file]
        let head = found.name.firstDottedPart
        guard !head.isEmpty, !summary.reexports.isEmpty || !summary.starImports.isEmpty, !declares(head, in: found.file)
        else { return nil }
        if head != found.name, let target = summary.reexports[head] {
            let rest = String(found.name.dropFirst(head.count + 1))
            return resolve(
                Symbol(module: target.module, name: target.name.isEmpty ? rest : target.name + "." + rest),
                in: found.file, depth: depth + 1)
        }
        guard !summary.starImports.isEmpty, isDeclaredSomewhere(head) else { return nil }
        let question = StarQuestion(found: found, depth: depth)
        if let known = knownStars.withLock({ $0[question] }) { return known }
        let other = passedOnAsWhole(found, depth: depth)
        knownStars.withLock { $0[question] = .some(other) }
        return other
    }

    private func passedOnAsWhole(_ found: Resolution, depth: Int) -> Resolution? {
        for star in summaries[found.file].starImports {
            guard let other = resolve(Symbol(module: star.module, name: found.name), in: found.file, depth: depth + 1),
                other.file != found.file, declares(other.name.firstDottedPart, in: other.file)
            else { continue }
            return other
        }
        return nil
    }

    /// Whether some file may declare what goes by a name, so that it pays to look through all that others pass on.
    private func isDeclaredSomewhere(_ name: String) -> Bool {
        if byName[name] != nil { return true }
        return passedOn.withLock { known in
            let names =
                known
                ?? summaries.indices.reduce(into: Set<String>()) { names, file in
                    names.formUnion(summaries[file].reexports.names)
                    names.formUnion(summaries[file].exports.keys)
                    names.formUnion(summaries[file].routers.compactMap(\.name))
                }
            known = names
            return names.contains(name)
        }
    }

    /// Whether a file of the project is to have what a symbol means, and neither declares it nor has it from elsewhere.
    func isMissing(_ symbol: Symbol, in file: Int) -> Bool {
        guard !symbol.module.isEmpty, let found = resolve(symbol, in: file), !found.name.isEmpty else { return false }
        let head = found.name.firstDottedPart
        return !declares(head, in: found.file) && summaries[found.file].reexports[head] == nil
    }

    private func declares(_ name: String, in file: Int) -> Bool {
        byName[name]?.contains(file) == true || summaries[file].exports[name].map { $0 != name } == true
            || summaries[file].routers.contains { $0.name == name && $0.symbol == nil }
    }

    /// The file itself, the only one, or the one that shares most of the asking file's folder; nil where several do.
    private func nearest(of files: [Int], to file: Int) -> Int? {
        if files.contains(file) { return file }
        let folder = Self.folder(of: summaries[file].path)
        let shared = Set(files).map { (file: $0, length: Self.sharedPrefix(stems[$0], folder)) }
        guard let best = shared.max(by: { $0.length < $1.length }) else { return nil }
        return shared.filter { $0.length == best.length }.count == 1 ? best.file : nil
    }

    /// A module written as a path, relative to the file or to a root that an alias (`@/`) stands for.
    private func module(_ module: String, in file: Int) -> Int? {
        let question = Question(symbol: Symbol(module: module, name: ""), file: file)
        if let known = knownModules.withLock({ $0[question] }) { return known }
        let found = findModule(module, in: file)
        knownModules.withLock { $0[question] = .some(found) }
        return found
    }

    private func findModule(_ module: String, in file: Int) -> Int? {
        let path: String
        if module.hasPrefix(".") {
            let folder = Self.folder(of: summaries[file].path)
            path = Self.normalized(folder.isEmpty ? module : folder + "/" + module)
            return byStem[path] ?? byStem[Self.stem(of: path)]
        }
        // `@/lib/auth`, `~/lib/auth`, `src/lib/auth`: the part after the alias is the end of one file's path.
        let rest = module.hasPrefix("@/") || module.hasPrefix("~/") ? String(module.dropFirst(2)) : module
        if let found = aliased(rest, near: file) { return found }
        // With its extension, or the file that stands for its folder: `@/routes/index`, `#lib/auth.js`.
        let stem = Self.stem(of: rest)
        return stem == rest ? nil : aliased(stem, near: file)
    }

    /// The file at the end of whose path stands what an alias is followed by.
    private func aliased(_ rest: String, near file: Int) -> Int? {
        if let found = unique(endingIn: rest, near: file) { return found }
        // `@server/routes/users`: a folder of that name, or one that the alias stands for.
        guard let mark = rest.utf8.first, "@~#$".utf8.contains(mark) else { return nil }
        let plain = String(rest.dropFirst())
        if let found = unique(endingIn: plain, near: file) { return found }
        // A package of the same repository may keep what it gives out under a folder that the import does not name:
        // `@acme/server/lib/auth` is `apps/server/src/lib/auth`.
        var inner = Substring(plain)
        while let slash = inner.firstIndex(of: "/"), inner[inner.index(after: slash)...].contains("/") {
            inner = inner[inner.index(after: slash)...]
            if let found = unique(endingIn: String(inner), near: file) { return found }
        }
        return nil
    }

    /// What a package of the same repository gives out at its root: `@acme/db` is `packages/db/src/index.ts`. A package from
    /// elsewhere may be called alike, so that the name must be one that the file gives out.
    private func ownPackage(_ symbol: Symbol, in file: Int, depth: Int) -> Resolution? {
        guard symbol.module.utf8.first == UInt8(ascii: "@"), let slash = symbol.module.firstIndex(of: "/") else {
            return nil
        }
        let name = symbol.module[symbol.module.index(after: slash)...]
        let head = symbol.name.firstDottedPart
        guard !name.isEmpty, !name.contains("/"), !head.isEmpty else { return nil }
        return [name + "/src", name].lazy.compactMap { self.unique(endingIn: String($0), near: file) }
            .filter { Self.lastSegment(self.summaries[$0].path).hasPrefix("index.") }
            .map { Resolution(file: $0, name: symbol.name) }
            .first { found in
                self.declares(head, in: found.file) || self.summaries[found.file].reexports[head] != nil
                    || self.takenOver(found, depth: depth) != nil
            }
    }

    /// A dotted name with leading dots: one stands for the folder of the file, each further one for the folder around it.
    private func relative(_ symbol: Symbol, in file: Int, depth: Int) -> Resolution? {
        let dots = symbol.module.utf8.prefix { $0 == UInt8(ascii: ".") }.count
        guard dots > 0 else { return nil }
        let folder = Self.folder(of: summaries[file].path)
        let root = folder.hasPrefix("/") ? "/" : ""
        var folders = folder.split(separator: "/")
        guard folders.count >= dots - 1 else { return nil }
        folders.removeLast(dots - 1)
        let full = symbol.name.isEmpty ? symbol.module : symbol.module + "." + symbol.name
        let parts = full.split(separator: ".")
        for count in stride(from: parts.count, through: 0, by: -1) {
            let path = root + (folders + parts[..<count]).joined(separator: "/")
            guard let found = byStem[path.isEmpty ? "__init__" : path] else { continue }
            if count == parts.count, let hiding = hiding(found, named: parts.last, in: file, depth: depth) {
                return hiding
            }
            return Resolution(file: found, name: parts[count...].joined(separator: "."))
        }
        return nil
    }

    /// What the package that a module lies in has under the module's name, which hides the module from others:
    /// `from .app import app` in its `__init__`.
    private func hiding(_ module: Int, named name: Substring?, in file: Int, depth: Int) -> Resolution? {
        guard let name = name.map(String.init), let package = byStem[Self.folder(of: stems[module])], package != file,
            package != module
        else { return nil }
        if declares(name, in: package) { return Resolution(file: package, name: name) }
        guard let target = summaries[package].reexports[name],
            let found = resolve(target, in: package, depth: depth + 1)
        else { return nil }
        return found.file == module && found.name.isEmpty ? nil : found
    }

    /// A dotted name: each part may be the last of the module.
    private func dotted(_ symbol: Symbol, in file: Int, depth: Int) -> Resolution? {
        let full = symbol.name.isEmpty ? symbol.module : symbol.module + "." + symbol.name
        let parts = full.split(separator: ".")
        for count in stride(from: parts.count, to: 0, by: -1) {
            let path = parts[..<count].joined(separator: "/")
            if let found = unique(endingIn: path, near: file) {
                if count == parts.count, let hiding = hiding(found, named: parts.last, in: file, depth: depth) {
                    return hiding
                }
                return Resolution(file: found, name: parts[count...].joined(separator: "."))
            }
            // The run may start in the package itself, unless what stands before the last part is a file: `from app import app`.
            if count > 1, byStem[parts[..<(count - 1)].joined(separator: "/")] == nil,
                let found = byStem[parts[1..<count].joined(separator: "/")]
            {
                return Resolution(file: found, name: parts[count...].joined(separator: "."))
            }
        }
        return nil
    }

    /// The file whose stem ends in `path`: of several, the one that shares most of the asking file's folder.
    private func unique(endingIn path: String, near file: Int) -> Int? {
        if let exact = byStem[path] { return exact }
        let ending = "/" + path
        let candidates = (byLastSegment[Self.lastSegment(path)] ?? []).filter { stems[$0].hasSuffix(ending) }
        if candidates.count <= 1 { return candidates.first }
        let folder = Self.folder(of: summaries[file].path)
        return candidates.map { (file: $0, length: Self.sharedPrefix(stems[$0], folder)) }
            .max { $0.length < $1.length }?.file
    }

    /// The path without its extension; of a file that stands for its folder, that folder.
    static func stem(of path: String) -> String {
        var stem = path
        if let dot = stem.lastIndex(ofByte: UInt8(ascii: ".")), !stem[dot...].contains("/") {
            stem = String(stem[..<dot])
        }
        // What stands for its folder has a name in each language: `index.py` is a module like any other.
        for last in path.hasSuffix(".py") ? ["/__init__"] : ["/index", "/__init__"] where stem.hasSuffix(last) {
            stem = String(stem.dropLast(last.count))
        }
        return stem
    }

    static func folder(of path: String) -> String {
        path.lastIndex(ofByte: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
    }

    static func lastSegment(_ path: String) -> String {
        path.lastIndex(ofByte: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) } ?? path
    }

    static func normalized(_ path: String) -> String {
        var parts: [Substring] = []
        // By bytes: where characters begin and end takes most of the time otherwise.
        for part in path.utf8.split(separator: UInt8(ascii: "/")) where !part.elementsEqual(".".utf8) {
            if part.elementsEqual("..".utf8) { _ = parts.popLast() } else { parts.append(Substring(part)) }
        }
        return (path.utf8.first == UInt8(ascii: "/") ? "/" : "") + parts.joined(separator: "/")
    }

    /// How many bytes two texts begin with alike.
    static func sharedPrefix(_ left: String, _ right: String) -> Int {
        var length = 0
        var others = right.utf8.makeIterator()
        for byte in left.utf8 {
            guard byte == others.next() else { break }
            length += 1
        }
        return length
    }
}
