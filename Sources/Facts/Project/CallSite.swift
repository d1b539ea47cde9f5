import Matching

/// A call of a function by its name, as far as it lets one know what the function is given.
public struct CallSite: Sendable {
    /// What is called, where an import or the type of an object says so.
    var symbol: Symbol?
    /// What is called, where the file has it itself: with its class.
    var localName: String?
    /// The class around a call of the object's own method that this class does not define: it may be inherited, or defined by
    /// a class that inherits this one.
    var ownerClass: String?
    /// What it gives, in order; nil where that is not known, a list being spread, or not asked.
    var arguments: [Argument]?
    /// Whether it stands in a transaction that holds for whatever is called in it; not asked of what it gives.
    var isInTransaction = false
    /// In which handlers and functions it stands, where what clients send is asked about.
    var place: RunPlace?
    /// The function around it, with its class, where it stands in none; nil where that is none, or has no name, or handles
    /// requests.
    var caller: String?

    struct Argument: Sendable {
        var label: String?
        var origin: Origin
    }

    /// Where an argument comes from.
    enum Origin: Sendable {
        /// It cannot change what SQL means.
        case harmless
        /// Nor can any part of it: it is written out, or an element of what is.
        case constant
        /// It cannot where none of these parameters of the functions around can.
        case given([ParameterPlace])
        /// The client sent it. This and what the function around is given are told apart where that is asked about.
        case sent(SentInput)
        case unknown
    }
}

/// A parameter of a function, by which calls give it something.
public struct ParameterPlace: Hashable, Sendable {
    /// With its class: `Store.list`.
    var function: String
    /// Among what a call gives; what names the object itself is not counted.
    var position: Int
    var label: String?
    /// Whether it has a default that cannot change what SQL means.
    var hasHarmlessDefault: Bool
    /// Whether a part of what is given matters, and not the whole.
    var isPart = false
}

/// What is asked of the calls of a function.
public struct CallSearch: Hashable, Sendable {
    /// Without its class.
    var function: String
    var subject: Subject
    /// The only file whose calls matter; nil for all.
    var file: Int?

    enum Subject: Sendable {
        /// Where they stand.
        case place
        /// Whether what they give may change what SQL means.
        case texts
        /// Whether the client sent what they give.
        case inputs
    }
}

/// What is asked of the calls of several functions, by the functions' names.
public struct CallSearches: Sendable {
    private let searches: [UInt32: [CallSearch]]
    /// The files that single searches are about, and whether others are about all.
    private let files: Set<Int>
    private let isOfAll: Bool

    init(_ searches: Set<CallSearch>) {
        files = Set(searches.compactMap(\.file))
        isOfAll = searches.contains { $0.file == nil }
        self.searches = Dictionary(grouping: searches) { WordSet.hash($0.function.utf8) }
    }

    /// Whether some of them may be about a file.
    public func mayConcern(_ file: Int) -> Bool { isOfAll || files.contains(file) }

    /// Those of them whose functions the text of a file may name.
    public func concerned(by bytes: [UInt8], of file: Int) -> [CallSearch] {
        WordSet.words(of: Set(searches.keys), in: bytes).flatMap { searches[$0] ?? [] }.filter {
            $0.file == nil || $0.file == file
        }
    }
}

/// What the files of a project have of calls that are asked for.
public struct FoundCalls: Sendable {
    public var files: [(file: Int, calls: FileCalls)] = []
    /// The searches for names that so many files hold that nobody looks at all of them.
    public var common: Set<CallSearch> = []

    public init() {}
}

/// What one file has of calls that are asked for.
public struct FileCalls: Sendable {
    var sites: [CallSearch: [CallSite]] = [:]
    /// The functions that the file does something else with than to call them: whoever gets them may call them.
    var handedOn: Set<CallSearch> = []

    public init() {}
}
