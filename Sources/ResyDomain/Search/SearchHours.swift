/// The times of an evening that a search is for, as a diner's words have them.
///
/// Words such as `8` may be morning or evening. What stands beside them settles it, `7 to 10 PM`; else the tables that were
/// found do, and where these leave both, tables of both are shown.
package struct SearchHours: Sendable {
    /// One way to read all the words: from, around and until which time.
    package struct Window: Sendable, Hashable {
        var earliest: TimeOfDay?
        var preferred: TimeOfDay?
        var latest: TimeOfDay?

        /// In minutes after midnight of the evening's day.
        var bounds: ClosedRange<Int> {
            let (from, wanted, until) = (minutes(earliest), minutes(preferred), minutes(latest))
            let first = from ?? wanted.map { min($0, until ?? $0) - SearchHours.nearness } ?? Int.min
            let last = until ?? wanted.map { max($0, from ?? $0) + SearchHours.nearness } ?? Int.max
            return first...max(first, last)
        }

        /// Minutes between its ends; nil where one is open.
        var length: Int? {
            guard let from = minutes(earliest), let until = minutes(latest) else { return nil }
            return until - from
        }

        /// The last moment that is wanted; nil where there is none.
        var end: Int? { minutes(latest) ?? minutes(preferred) }

        var isInOrder: Bool {
            guard let from = minutes(earliest), let until = minutes(latest) else { return true }
            return from <= until
        }

        /// The preferred time lies between the other two.
        var isRound: Bool {
            guard let wanted = minutes(preferred) else { return true }
            return (minutes(earliest).map { $0 <= wanted } ?? true) && (minutes(latest).map { wanted <= $0 } ?? true)
        }

        private func minutes(_ time: TimeOfDay?) -> Int? { time.map { Evening.minutes(of: $0) } }
    }

    /// No reading has the earliest time before the latest.
    package struct Reversed: Error, Sendable, Equatable {
        package let earliest: TimeOfDay
        package let latest: TimeOfDay
    }

    /// How far around a preferred time a table may be, in minutes, where nothing else is said.
    static let nearness = 60

    /// At least one.
    package private(set) var windows: [Window]
    /// How doubtful words were read.
    package private(set) var readings: [WordReading] = []
    package let earliest: TimeWish?
    package let preferred: TimeWish?
    package let latest: TimeWish?
    /// Of these is said already how they were read.
    private var told: Set<Int> = []

    package init(preferred: TimeWish? = nil, earliest: TimeWish? = nil, latest: TimeWish? = nil) throws(Reversed) {
        (self.preferred, self.earliest, self.latest) = (preferred, earliest, latest)
        var all: [Window] = []
        for from in Self.readings(of: earliest) {
            for wanted in Self.readings(of: preferred) {
                for until in Self.readings(of: latest) {
                    all.append(Window(earliest: from, preferred: wanted, latest: until))
                }
            }
        }
        let inOrder = all.filter(\.isInOrder)
        guard !inOrder.isEmpty else {
            let told = all.last
            throw Reversed(
                earliest: told?.earliest ?? TimeOfDay(minutesAfterMidnight: 0),
                latest: told?.latest ?? TimeOfDay(minutesAfterMidnight: 0))
        }
        let round = inOrder.filter(\.isRound)
        windows = Self.narrowest(round.isEmpty ? inOrder : round)
        tellSettled()
    }

    /// Where both ends are given, one follows the other's half of the day: from noon to 2 is no night.
    private static func narrowest(_ windows: [Window]) -> [Window] {
        let lengths = windows.map(\.length)
        guard let least = lengths.compactMap(\.self).min() else { return windows }
        return zip(windows, lengths).filter { $1 == least }.map(\.0)
    }

    package var isAny: Bool { earliest == nil && preferred == nil && latest == nil }

    /// Nil where none was wanted, or while it is in doubt.
    package var preferredTime: TimeOfDay? { one(\.preferred) }

    /// Nil where none was said, or while it is in doubt.
    package var earliestTime: TimeOfDay? { one(\.earliest) }
    package var latestTime: TimeOfDay? { one(\.latest) }

    private func one(_ part: KeyPath<Window, TimeOfDay?>) -> TimeOfDay? {
        let times = Set(windows.map { $0[keyPath: part] })
        return times.count == 1 ? times.first ?? nil : nil
    }

    /// A preferred time that stays in doubt.
    package var eitherTime: DoubtfulTime? {
        guard case .either(let doubt)? = preferred, Set(windows.map(\.preferred)).count > 1 else { return nil }
        return doubt
    }

    /// What the tables that were found say of times in doubt; minutes after midnight of each evening's day.
    package mutating func settle(on tables: [Int]) {
        settleEnds(on: tables)
        for (place, (part, wish)) in parts.enumerated() {
            guard case .either(let doubt)? = wish, Set(windows.map { $0[keyPath: part] }).count > 1 else { continue }
            told.insert(place)
            switch doubt.verdict(on: tables) {
            case .meant(let time), .past(let time):
                let fitting = windows.filter { $0[keyPath: part] == time }
                if !fitting.isEmpty { windows = fitting }
                readings.append(.time(said: doubt.said, as: time))
            case .both: readings.append(.either(doubt, hasTablesNearBoth: true))
            case .neither: readings.append(.either(doubt, hasTablesNearBoth: false))
            }
        }
        tellSettled()
    }

    /// Two windows that differ in their half of the day: those with a table, and of these rather one that ends by midnight
    /// than one that begins at night.
    private mutating func settleEnds(on tables: [Int]) {
        guard windows.count > 1, windows.allSatisfy({ $0.length != nil }) else { return }
        let served = windows.filter { window in tables.contains { window.bounds.contains($0) } }
        guard !served.isEmpty else { return }
        let early = served.filter { $0.bounds.upperBound < 1440 }
        windows = early.isEmpty ? served : early
        tellSettled()
    }

    /// Of today alone: readings that lie behind are not meant, as long as one lies ahead.
    package mutating func dropPast(at time: TimeOfDay) {
        let ahead = windows.filter { $0.end.map { $0 >= time.minutesAfterMidnight } ?? true }
        guard !ahead.isEmpty, ahead.count < windows.count else { return }
        windows = ahead
        tellSettled()
    }

    /// Its hours are those of a part of the day.
    mutating func read(_ part: DayPart) {
        readings.append(.part(part, from: part.begins, until: part.ends))
    }

    package func admit(_ minute: Int) -> Bool { windows.contains { $0.bounds.contains(minute) } }

    /// Minutes to the time that is wanted; nil where none is.
    package func gap(to minute: Int) -> Int? {
        windows.compactMap { $0.preferred.map { abs(minute - Evening.minutes(of: $0)) } }.min()
    }

    /// Minutes outside the hours that are wanted.
    func distance(to minute: Int) -> Int {
        windows.map { window in
            let bounds = window.bounds
            return minute < bounds.lowerBound ? bounds.lowerBound - minute : max(0, minute - bounds.upperBound)
        }.min() ?? 0
    }

    /// Whether all of it is over on the day that it is at `time`.
    func isOver(at time: TimeOfDay) -> Bool {
        windows.allSatisfy { $0.end.map { $0 < time.minutesAfterMidnight } ?? false }
    }

    private var parts: [(KeyPath<Window, TimeOfDay?>, TimeWish?)] {
        [(\.preferred, preferred), (\.earliest, earliest), (\.latest, latest)]
    }

    /// What the words beside them left one reading of.
    private mutating func tellSettled() {
        for (place, (part, wish)) in parts.enumerated() {
            guard case .either(let doubt)? = wish, !told.contains(place), let time = one(part) else { continue }
            told.insert(place)
            readings.append(.time(said: doubt.said, as: time))
        }
    }

    private static func readings(of wish: TimeWish?) -> [TimeOfDay?] {
        guard let wish else { return [nil] }
        return wish.readings
    }
}
