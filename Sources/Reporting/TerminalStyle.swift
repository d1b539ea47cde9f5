import Findings

/// The colours of a report on a terminal (ECMA-48, Select Graphic Rendition); nothing where colour is off.
struct TerminalStyle {
    let usesColor: Bool

    enum Role: String {
        case path = "1;4"
        case error = "1;31"
        case warning = "1;33"
        case note = "1;36"
        case rule = "2"
        case gutter = "34"
        case fix = "32"
        case good = "1;32"
    }

    func begin(_ role: Role, in sink: inout [UInt8]) {
        if usesColor { sink += "\u{1B}[\(role.rawValue)m".utf8 }
    }

    func end(in sink: inout [UInt8]) {
        if usesColor { sink += "\u{1B}[0m".utf8 }
    }

    func append(_ text: String, _ role: Role, to sink: inout [UInt8]) {
        begin(role, in: &sink)
        sink += text.utf8
        end(in: &sink)
    }

    static func role(of severity: Severity) -> Role {
        switch severity {
        case .error: .error
        case .warning: .warning
        case .note: .note
        }
    }
}
