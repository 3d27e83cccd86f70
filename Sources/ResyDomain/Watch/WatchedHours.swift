/// The hours that a watch is for, as a diner's words have them; what they leave in doubt the tables of each look settle.
package struct WatchedHours: Sendable, Equatable {
    /// Only where it stood with the day, `Friday at 8 PM`: an hour before and after it counts.
    package var preferred: TimeWish?
    package var earliest: TimeWish?
    package var latest: TimeWish?

    package init(preferred: TimeWish? = nil, earliest: TimeWish? = nil, latest: TimeWish? = nil) {
        self.preferred = preferred
        self.earliest = earliest
        self.latest = latest
    }

    package init(_ hours: SearchHours) {
        self.init(preferred: hours.preferred, earliest: hours.earliest, latest: hours.latest)
    }

    /// What the words beside them do not settle.
    package var doubts: [DoubtfulTime] {
        guard let search, search.windows.count > 1 else { return [] }
        return [earliest, latest, preferred].compactMap { wish in
            if case .either(let doubt)? = wish { doubt } else { nil }
        }
    }

    /// Any hour for those that exclude each other, which nobody can have asked for.
    package var search: SearchHours? {
        (try? SearchHours(preferred: preferred, earliest: earliest, latest: latest)) ?? (try? SearchHours())
    }
}

extension WatchedHours {
    /// From when until when; nil each where nothing is said of it, or it is in doubt.
    package var bounds: (earliest: TimeOfDay?, latest: TimeOfDay?) {
        guard let search, search.windows.count == 1, let window = search.windows.first else { return (nil, nil) }
        func time(_ minutes: Int) -> TimeOfDay { TimeOfDay(minutesAfterMidnight: minutes) }
        let (first, last) = (window.bounds.lowerBound, window.bounds.upperBound)
        return (first == Int.min ? nil : time(first), last == Int.max ? nil : time(last))
    }
}
