import SourceText

/// Where matches of a formula still count, as far as those of others tell: matches elsewhere may be left out.
struct Vicinity {
    /// What counts touches these.
    private(set) var touched: Stretches?
    /// What counts lies in one of these.
    private(set) var holding: Stretches?

    /// Wherever they are.
    static let anywhere = Vicinity(touched: nil, holding: nil)

    private init(touched: Stretches?, holding: Stretches?) {
        self.touched = touched
        self.holding = holding
    }

    /// Where matches may take away from others, which they hold, lie in or equal.
    init(near matches: [Match]) { self.init(touched: Stretches(of: matches), holding: nil) }

    /// For ranges that are there to hold what counts: they reach beyond what they have in common with it.
    var aroundWhatCounts: Vicinity {
        guard let holding else { return self }
        return Vicinity(touched: touched?.intersection(holding) ?? holding, holding: nil)
    }

    /// With what lies in one range with `matches`: the one holds the other.
    func near(_ matches: [Match]) -> Vicinity {
        let covered = Stretches(of: matches)
        return Vicinity(touched: touched?.intersection(covered) ?? covered, holding: holding)
    }

    /// With what lies in one of `holders`.
    func inside(_ holders: [Match]) -> Vicinity {
        let covered = Stretches(of: holders)
        return Vicinity(touched: touched, holding: holding?.intersection(covered) ?? covered)
    }

    /// Whether nothing is known.
    var isEverywhere: Bool { touched == nil && holding == nil }

    /// Whether nothing counts.
    var isNowhere: Bool { touched?.isEmpty == true || holding?.isEmpty == true }

    func admits(_ range: ByteRange) -> Bool {
        if let touched, !touched.touch(range) { return false }
        if let holding, !holding.hold(range) { return false }
        return true
    }

    /// Whether something may count that holds a range.
    func mayHold(_ range: ByteRange) -> Bool { holding?.hold(range) ?? true }

    /// Whether something counts that lies in a range.
    func admitsPart(of range: ByteRange) -> Bool {
        if let touched, !touched.touch(range) { return false }
        if let holding, !holding.touch(range) { return false }
        return true
    }
}
