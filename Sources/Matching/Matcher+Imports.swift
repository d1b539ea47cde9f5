import SourceText
import Syntax

extension Matcher {
    /// An import pattern matches an import that brings in each of its names, however the import is written:
    /// `import a.b` also matches `from a import b`, `import a` whatever is imported from inside `a`.
    func matchImport(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        let present: [ImportedName]
        switch tree.kind(node) {
        case .import: present = ImportedName.all(of: node, in: tree)
        // What is exported from another module is imported first.
        case .export where tree.child(node, .source) != nil: present = ImportedName.all(of: node, in: tree)
        case .variableDeclaration: present = ImportedName.required(by: node, in: target)
        default: return
        }
        let wanted = ImportedName.all(of: p, in: pattern.tree).filter {
            $0.name.map { pattern.tree.kind($0) != .ellipsis } ?? true
        }
        guard !wanted.isEmpty, !present.isEmpty else { return }
        matchNames(wanted[...], present, isStatement: tree.kind(node) != .variableDeclaration, next)
    }

    private func matchNames(
        _ wanted: ArraySlice<ImportedName>, _ present: [ImportedName], isStatement: Bool, _ next: () -> Void
    ) {
        guard let first = wanted.first else { return next() }
        guard spend() else { return }
        for (index, candidate) in present.enumerated() {
            if !isStatement, first.alias != nil, first.name == nil { continue }
            matchName(first, candidate) {
                var others = present
                others.remove(at: index)
                self.matchNames(wanted.dropFirst(), others, isStatement: isStatement, next)
            }
        }
    }

    private func matchName(_ wanted: ImportedName, _ candidate: ImportedName, _ next: () -> Void) {
        guard wanted.isDefault || wanted.name != nil || wanted.alias != nil else {
            return matchPath(wanted, candidate, next)
        }
        var matched = false
        if wanted.isDefault == candidate.isDefault {
            matchModule(wanted, candidate) {
                self.matchAlias(wanted.name, candidate.name, isOptional: false) {
                    self.matchAlias(wanted.alias, candidate.alias, isOptional: true) {
                        matched = true
                        next()
                    }
                }
            }
        }
        if !matched, wanted.alias == nil, wanted.name != nil { matchPath(wanted, candidate, next) }
    }

    /// The module that the pattern names, or one inside it.
    private func matchModule(_ wanted: ImportedName, _ candidate: ImportedName, _ next: () -> Void) {
        guard let wantedModule = wanted.module, let module = candidate.module else {
            if wanted.module == nil, candidate.module == nil { next() }
            return
        }
        if isPlain(wantedModule) {
            let prefix = ImportedName.parts(of: wantedModule, in: pattern.tree, string: patternString)
            let path = ImportedName.parts(of: module, in: tree, string: target.stringValue)
            if path.starts(with: prefix) { next() }
        } else {
            match(wantedModule, module, next)
        }
    }

    /// A part that stands on both sides, or that the pattern leaves out where it may.
    private func matchAlias(_ p: NodeIndex?, _ node: NodeIndex?, isOptional: Bool, _ next: () -> Void) {
        switch (p, node) {
        case (let p?, let node?): match(p, node, next)
        case (nil, nil): next()
        case (nil, _?): if isOptional { next() }
        case (_?, nil): break
        }
    }

    /// Compares whole paths, module and name together; the pattern's may end earlier.
    private func matchPath(_ wanted: ImportedName, _ candidate: ImportedName, _ next: () -> Void) {
        let ends = [wanted.module, wanted.name].compactMap { $0 }
        guard ends.allSatisfy(isPlain) else {
            if wanted.name == nil, let p = wanted.module, let module = candidate.module {
                match(p, candidate.name ?? module, next)
            }
            return
        }
        let prefix = wanted.path(in: pattern.tree, string: patternString)
        if candidate.path(in: tree, string: target.stringValue).starts(with: prefix) { next() }
    }

    private func isPlain(_ p: NodeIndex) -> Bool {
        if case .exactly? = pattern.strings[Int(p)] { return true }
        return tables.dottedNames[Int(p)] != nil || pattern.tree.kind(p) == .relativeModule
    }

    private func patternString(_ p: NodeIndex) -> [UInt8]? {
        if case .exactly(let text)? = pattern.strings[Int(p)] { return text }
        return nil
    }
}
