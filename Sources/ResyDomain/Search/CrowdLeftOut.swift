/// The restaurants that a search found and that have nothing that fits: a few by name, the rest as a number, by reason.
struct CrowdLeftOut {
    private var groups: [(reason: LeftOut.Reason, venues: [(venue: Venue, reason: LeftOut.Reason)])] = []

    /// Told of by name in all: a diner may ask for one of them.
    private static let mostNamed = 5

    /// One restaurant, with what keeps each of its evenings out; the reason that comes nearest to a table counts.
    mutating func add(_ venue: Venue, _ reasons: [LeftOut.Reason]) {
        guard let nearest = reasons.min(by: { Self.rank($0) < Self.rank($1) }) else { return }
        let reason = Self.general(nearest)
        // Times are of one evening.
        let own = reasons.count == 1 ? nearest : reason
        if let index = groups.firstIndex(where: { $0.reason == reason }) {
            groups[index].venues.append((venue, own))
        } else {
            groups.append((reason, [(venue, own)]))
        }
    }

    var told: [LeftOut] {
        var (told, named): ([LeftOut], Int) = ([], 0)
        for group in groups.sorted(by: { Self.rank($0.reason) < Self.rank($1.reason) }) {
            let most = Self.isOfTheirOwn(group.reason) ? max(0, Self.mostNamed - named) : 0
            // Of a crowd, those that a diner would have been shown first.
            let best = group.venues.sorted {
                ($1.venue.rating ?? 0, $0.venue.name) < ($0.venue.rating ?? 0, $1.venue.name)
            }
            told += best.prefix(most).map { LeftOut(.venue($0.venue), $0.reason) }
            named += min(most, best.count)
            if best.count > most { told.append(LeftOut(.restaurants(best.count - most), group.reason)) }
        }
        return told
    }

    /// What a diner would like to know of that restaurant, not of the search.
    private static func isOfTheirOwn(_ reason: LeftOut.Reason) -> Bool {
        switch reason {
        case .otherTimes, .noTable, .soldOut: true
        default: false
        }
    }

    /// Without what is so of one restaurant alone.
    private static func general(_ reason: LeftOut.Reason) -> LeftOut.Reason {
        switch reason {
        case .otherTimes: .otherTimes([])
        case .otherSeatings: .otherSeatings([])
        case .absence(.closed): .closed
        default: reason
        }
    }

    private static func rank(_ reason: LeftOut.Reason) -> Int {
        switch reason {
        // There may be one.
        case .notLooked: 0
        case .unread: 1
        case .otherTimes: 2
        case .dearer: 3
        case .otherSeatings: 4
        case .noTable, .nothingFits: 5
        case .soldOut: 6
        case .sizes: 7
        case .absence: 8
        case .closed, .notPublished: 9
        case .elsewhere, .placeUnknown, .unnamed, .beyondLimit, .past: 10
        }
    }
}
