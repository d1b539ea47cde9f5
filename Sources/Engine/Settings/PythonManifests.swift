import Algorithms

/// The manifests of Python projects, as far as package names go.
enum PythonManifests {
    /// `requirements.txt`, and what it is compiled from or divided into: one requirement a line (PEP 508).
    @Sendable
    static func requirements(_ bytes: [UInt8]) -> [String] {
        lines(bytes).compactMap { name(of: $0) }
    }

    /// `pyproject.toml`: the lists of requirements of PEP 621 and 735, and Poetry's tables of names.
    @Sendable
    static func pyproject(_ bytes: [UInt8]) -> [String] {
        var packages: [String] = []
        var table: Substring = ""
        var isInList = false
        for line in lines(bytes) {
            if line.hasPrefix("["), !isInList {
                table = line.dropFirst().prefix { $0 != "]" }
                continue
            }
            if !isInList {
                guard let equals = line.firstIndex(of: "=") else { continue }
                let key = trimmed(line[..<equals])
                if isTableOfNames(table) {
                    packages.append(normalized(unquoted(key)))
                    continue
                }
                let isListOfRequirements =
                    table == "project" && key == "dependencies" || table == "project.optional-dependencies"
                    || table == "dependency-groups"
                guard isListOfRequirements, line[equals...].contains("[") else { continue }
                isInList = true
            }
            packages += quotedNames(in: line)
            // A bracket inside quotes belongs to a requirement's extras.
            if line.hasSuffix("]") || line.hasSuffix("],") { isInList = false }
        }
        return packages
    }

    private static func isTableOfNames(_ table: Substring) -> Bool {
        table == "tool.poetry.dependencies" || table.hasPrefix("tool.poetry.group.") && table.hasSuffix(".dependencies")
            || table == "tool.poetry.dev-dependencies"
    }

    /// `Pipfile`: tables of names.
    @Sendable
    static func pipfile(_ bytes: [UInt8]) -> [String] {
        var packages: [String] = []
        var isInTable = false
        for line in lines(bytes) {
            if line.hasPrefix("[") {
                isInTable = line == "[packages]" || line == "[dev-packages]"
            } else if isInTable, let equals = line.firstIndex(of: "=") {
                packages.append(normalized(unquoted(trimmed(line[..<equals]))))
            }
        }
        return packages
    }

    /// `setup.cfg`: the indented lines below `install_requires =`.
    @Sendable
    static func setupConfiguration(_ bytes: [UInt8]) -> [String] {
        var packages: [String] = []
        var isInList = false
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            if line.first?.isWhitespace == true {
                if isInList, let name = name(of: trimmed(line)) { packages.append(name) }
            } else {
                isInList = line.hasPrefix("install_requires")
            }
        }
        return packages
    }

    // MARK: Names

    private static func lines(_ bytes: [UInt8]) -> [Substring] {
        String(decoding: bytes, as: UTF8.self).split { $0.isNewline }.map { trimmed($0) }
            .filter { !$0.isEmpty && !$0.hasPrefix("#") }
    }

    /// The name that a requirement starts with; nil for an option or an address.
    private static func name(of requirement: Substring) -> String? {
        let name = requirement.utf8.prefix { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
            default: false
            }
        }
        guard let first = name.first, first != UInt8(ascii: "-"), first != UInt8(ascii: ".") else { return nil }
        return normalized(Substring(name))
    }

    private static func quotedNames(in line: Substring) -> [String] {
        let parts = line.split(omittingEmptySubsequences: false) { $0 == "'" || $0 == "\"" }
        return stride(from: 1, to: parts.count, by: 2).compactMap { name(of: trimmed(parts[$0])) }
    }

    /// PEP 503: case and the choice of `-`, `_` and `.` do not matter.
    private static func normalized(_ name: Substring) -> String {
        String(
            decoding: name.lowercased().utf8.map {
                $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") ? UInt8(ascii: "-") : $0
            },
            as: UTF8.self)
    }

    private static func unquoted(_ text: Substring) -> Substring {
        text.count >= 2 && (text.hasPrefix("\"") || text.hasPrefix("'")) ? text.dropFirst().dropLast() : text
    }

    private static func trimmed(_ text: Substring) -> Substring {
        text.trimming(while: \.isWhitespace)
    }
}
