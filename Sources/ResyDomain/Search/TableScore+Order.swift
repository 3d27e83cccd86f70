extension TableScore: Comparable {
    /// The better stands first, by real minutes and real amounts.
    package static func < (left: TableScore, right: TableScore) -> Bool {
        left.isBetter(than: right, byAmount: true)
    }

    /// What can be booked here, then what is nearest to the time that was wanted, then what puts least at stake, then the better
    /// rated, then the nearer, then a table indoors. `byAmount`: not where amounts are in several currencies, which do not compare.
    package func isBetter(than other: TableScore, byAmount: Bool) -> Bool {
        if first != other.first { return first < other.first }
        if stakeKind != other.stakeKind { return stakeKind < other.stakeKind }
        if byAmount, let mine = stake.amount, let theirs = other.stake.amount, mine != theirs { return mine < theirs }
        if second != other.second { return second < other.second }
        return third < other.third
    }

    private var first: (Int, Int) { (obstacle == nil ? 0 : 1, gap ?? 0) }
    private var second: (Int, Int, Int) { (-ratingTenths, distanceStep, isIndoorTable ? 0 : 1) }
    /// For the same order at every time.
    private var third: (CalendarDay, Int) { (day, Evening.minutes(of: time)) }

    /// Nothing, an amount, not stated.
    private var stakeKind: Int {
        guard let amount = stake.amount else { return 2 }
        return amount == .zero ? 0 : 1
    }

    /// One that Resy does not rate stands behind all that it does.
    private var ratingTenths: Int { Int(((rating ?? 0) * 10).rounded()) }

    /// By two hundred metres; one that is not known is the furthest.
    private var distanceStep: Int { metres.map { Int(min($0, 1e9) / 200) } ?? Int.max }
}

extension [TableScore] {
    /// What these put at stake is all of one currency.
    package var isOfOneCurrency: Bool {
        var currencies: Set<String> = []
        for case .known(let amount, let currency, _) in map(\.stake) where amount != .zero {
            currencies.insert(currency)
        }
        return currencies.count <= 1
    }
}
