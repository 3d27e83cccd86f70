extension LeftOut {
    /// At most so many single restaurants: those beyond are counted by their reason. Evenings without a table of the
    /// restaurants that are `shown` with one on other evenings are seen without being said.
    package static func gathered(_ all: [LeftOut], shown: Set<Int>, most: Int) -> [LeftOut] {
        var (told, single, place): ([LeftOut], Int, Int) = ([], 0, 0)
        var counts: [(reason: Reason, count: Int)] = []
        for one in all where !one.isSeen(shown) {
            single += one.isOfOneRestaurant ? 1 : 0
            if !one.isOfOneRestaurant || single <= most {
                told.append(one)
                if one.isOfOneRestaurant { place = told.count }
            } else if let index = counts.firstIndex(where: { $0.reason == one.reason.plain }) {
                counts[index].count += 1
            } else {
                counts.append((one.reason.plain, 1))
            }
        }
        told.insert(contentsOf: counts.map { LeftOut(.restaurants($0.count), $0.reason) }, at: place)
        return told
    }

    /// It is told by a cell that is empty.
    private func isSeen(_ shown: Set<Int>) -> Bool {
        guard case .evening(let venue, _) = subject, shown.contains(venue.id) else { return false }
        return reason == .noTable || reason == .soldOut
    }

    /// Of all its evenings.
    private var isOfOneRestaurant: Bool { if case .venue = subject { true } else { false } }
}

extension LeftOut.Reason {
    /// Without what is of one restaurant alone.
    fileprivate var plain: LeftOut.Reason {
        switch self {
        case .otherTimes: .otherTimes([])
        case .otherSeatings: .otherSeatings([])
        default: self
        }
    }
}
