/// What a search that ended early has still to ask: all that it takes to go on, in any process.
///
/// It comes back from outside, so no number in it is believed: each is held within what a search itself would write.
package struct SearchCursor: Sendable, Equatable {
    package enum Fault: Error, Sendable, Equatable {
        /// No cursor, or one that was changed.
        case damaged
        /// Of a search with other arguments.
        case foreign
        /// Its days are over, or much may have changed since.
        case old
    }

    /// A restaurant of the diner's list, by its place in that.
    package struct Named: Sendable, Equatable {
        package var place: Int
        package var days: [CalendarDay]
        /// The calendar has told already which days are worth asking for.
        package var isSifted: Bool

        package init(place: Int, days: [CalendarDay], isSifted: Bool) {
            (self.place, self.days, self.isSifted) = (place, days, isSifted)
        }
    }

    package struct Page: Sendable, Hashable {
        package var day: CalendarDay
        /// From 1.
        package var number: Int

        package init(day: CalendarDay, number: Int) { (self.day, self.number) = (day, number) }
    }

    /// Evenings of a restaurant that a search found.
    package struct Found: Sendable, Equatable {
        package var venue: Int
        package var days: [CalendarDay]

        package init(venue: Int, days: [CalendarDay]) { (self.venue, self.days) = (venue, days) }
    }

    package var named: [Named] = []
    package var pages: [Page] = []
    package var found: [Found] = []
    /// How many restaurants are on the pages that are left and on those behind them.
    package var unseen = 0
    /// How many restaurants were found that nothing here goes on with.
    package var dropped = 0

    package init() {}

    package var isEmpty: Bool { named.isEmpty && pages.isEmpty && found.isEmpty }

    package static let mostNames = 30
    package static let mostFound = 300
    package static let mostDays = 31
    /// Of one search: more than any city has restaurants.
    package static let mostPages = 60
    /// As bytes, so that its text is no longer than a caller may give back.
    static let mostBytes = 1_450
    private static let mostCounted = 1_000_000
    /// In seconds.
    static let shelfLife = 86_400.0
}

/// As bytes: small numbers, seven bits each.
extension SearchCursor {
    private static let version = 2

    package func bytes(issued now: Instant) -> [UInt8] {
        let days = Array(
            Set(named.flatMap(\.days) + pages.map(\.day) + found.prefix(Self.mostFound).flatMap(\.days)).sorted()
                .prefix(Self.mostDays))
        let first = days.first?.daysSince1970 ?? 0
        var bytes = Digits7()
        bytes.put(Self.version)
        bytes.put(Int(now.seconds / 60))
        bytes.put(days.count)
        bytes.put(first)
        for day in days { bytes.put(day.daysSince1970 - first) }
        func mask(_ wanted: [CalendarDay]) -> Int {
            wanted.reduce(0) { mask, day in days.firstIndex(of: day).map { mask | 1 << $0 } ?? mask }
        }
        let names = named.prefix(Self.mostNames)
        bytes.put(names.count)
        for one in names {
            bytes.put(one.place)
            bytes.put(mask(one.days) << 1 | (one.isSifted ? 1 : 0))
        }
        let pages = pages.filter { days.contains($0.day) }
        bytes.put(pages.count)
        for page in pages { bytes.put((days.firstIndex(of: page.day) ?? 0) * Self.mostPages + page.number - 1) }
        bytes.put(min(unseen, Self.mostCounted))
        // Those of the same days one after another share them.
        var runs: [(mask: Int, venues: Digits7, count: Int)] = []
        var (length, carried) = (bytes.bytes.count, 0)
        for one in found.prefix(Self.mostFound) {
            let mask = mask(one.days)
            if runs.last?.mask != mask { runs.append((mask, Digits7(), 0)) }
            let last = runs.count - 1
            let before = runs[last].venues.bytes.count
            runs[last].venues.put(one.venue)
            (runs[last].count, carried) = (runs[last].count + 1, carried + 1)
            length += runs[last].venues.bytes.count - before + (runs[last].count == 1 ? 7 : 0)
            if length > Self.mostBytes { break }
        }
        bytes.put(min(dropped + found.count - carried, Self.mostCounted))
        bytes.put(runs.count)
        for run in runs {
            bytes.put(run.mask)
            bytes.put(run.count)
            bytes.bytes += run.venues.bytes
        }
        return bytes.bytes
    }

    /// `names`: how many restaurants the search lists.
    package init(_ bytes: some Collection<UInt8>, names: Int, now: Instant) throws(Fault) {
        var rest = Digits7(bytes: Array(bytes))
        guard rest.take(0...127) == Self.version else { throw .damaged }
        guard let issued = rest.take(0...1_000_000_000), let count = rest.take(1...Self.mostDays),
            let first = rest.take(0...1_000_000)
        else { throw .damaged }
        let age = now.seconds - Double(issued) * 60
        guard age > -3600, age < Self.shelfLife else { throw .old }
        var days: [CalendarDay] = []
        for _ in 0..<count {
            guard let ahead = rest.take(0...400) else { throw .damaged }
            let day = CalendarDay(daysSince1970: first + ahead)
            guard days.last.map({ $0 < day }) ?? true else { throw .damaged }
            days.append(day)
        }
        // Yesterday's evening may still be on somewhere.
        let today = Int(now.seconds / 86_400)
        guard let last = days.last, last.daysSince1970 >= today - 1, first <= today + 800 else { throw .old }
        func chosen(_ mask: Int) -> [CalendarDay] { days.indices.filter { mask >> $0 & 1 == 1 }.map { days[$0] } }
        let all = 1 << count - 1
        guard let namedCount = rest.take(0...Self.mostNames) else { throw .damaged }
        for _ in 0..<namedCount {
            guard let place = rest.take(0...max(0, names - 1)), place < names, let mask = rest.take(2...(all << 1 | 1)),
                mask >> 1 > 0
            else { throw .damaged }
            named.append(Named(place: place, days: chosen(mask >> 1), isSifted: mask & 1 == 1))
        }
        guard let pageCount = rest.take(0...Self.mostDays * Self.mostPages) else { throw .damaged }
        for _ in 0..<pageCount {
            guard let page = rest.take(0...(count * Self.mostPages - 1)) else { throw .damaged }
            pages.append(Page(day: days[page / Self.mostPages], number: page % Self.mostPages + 1))
        }
        guard let unseen = rest.take(0...Self.mostCounted), let dropped = rest.take(0...Self.mostCounted),
            let runs = rest.take(0...Self.mostFound)
        else { throw .damaged }
        (self.unseen, self.dropped) = (unseen, dropped)
        for _ in 0..<runs {
            guard let mask = rest.take(1...all), let count = rest.take(1...Self.mostFound) else { throw .damaged }
            for _ in 0..<count {
                guard found.count < Self.mostFound, let venue = rest.take(1...9_999_999_999) else { throw .damaged }
                found.append(Found(venue: venue, days: chosen(mask)))
            }
        }
        guard rest.isEmpty, !isEmpty, Set(named.map(\.place)).count == named.count,
            Set(found.map(\.venue)).count == found.count, Set(pages).count == pages.count
        else { throw .damaged }
    }
}

/// Numbers of any size, seven bits a byte, the lowest first.
private struct Digits7 {
    var bytes: [UInt8] = []
    private var position = 0

    init() {}
    init(bytes: [UInt8]) { self.bytes = bytes }

    var isEmpty: Bool { position == bytes.count }

    mutating func put(_ number: Int) {
        var rest = UInt(max(0, number))
        while rest > 127 {
            bytes.append(UInt8(rest & 127) | 128)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Nil where none is left, or it is out of bounds.
    mutating func take(_ bounds: ClosedRange<Int>) -> Int? {
        var number = 0
        for shift in stride(from: 0, to: 49, by: 7) {
            guard position < bytes.count else { return nil }
            let byte = bytes[position]
            position += 1
            number |= Int(byte & 127) << shift
            if byte < 128 { return bounds.contains(number) ? number : nil }
        }
        return nil
    }
}
