internal import ResyDomain
internal import ResyNative

/// A restaurant, a day and a time as they stand on a command line.
struct TableWords: Equatable {
    var name: String
    var date: String
    var time: String?
    var party: String?
    var city: String?
    /// What was typed behind the name, the day and the time, and seems to be the party or the city.
    var surplus: String?

    /// In the places of the command line.
    var words: [String] { [name, date] + [time].compactMap(\.self) }

    /// Whether the date's words name a time too.
    static func saysTime(_ date: String) -> Bool { (try? DateText.read(date, today: today))?.time != nil }

    /// Whether `words` are a name, a day and perhaps a time, in these places.
    static func areInPlace(_ words: [String]) -> Bool {
        switch words.count {
        case 2: isDate(words[1])
        // `feb 14` is one day.
        case 3: isDate(words[1]) && isTime(words[2]) && !isDayAlone(words[1] + " " + words[2])
        default: false
        }
    }

    /// What words of which some belong together may mean, or which stand in another order; nil where no day is among
    /// them, or no name.
    init?(arranging typed: [String]) {
        var words = typed
        let party = Self.takeParty(&words)
        Self.dropLead(&words)
        if let first = words.first, first.contains(where: \.isNumber), Self.isPlainTime(first),
            let arranged = Self.arrange(Array(words.dropFirst())), arranged.time == nil
        {
            self = arranged
            time = first
        } else if let arranged = Self.arrange(words) {
            self = arranged
        } else if let index = words.lastIndex(where: { $0.lowercased() == "in" }), index > 1, index < words.count - 1,
            let arranged = Self.arrange(Array(words[..<index]))
        {
            self = arranged
            city = words[(index + 1)...].joined(separator: " ")
        } else if let arranged = Self.arrangeWithSurplus(words) {
            self = arranged
        } else {
            return nil
        }
        self.party = party ?? self.party
    }

    init(name: String, date: String, time: String? = nil) {
        (self.name, self.date, self.time) = (name, date, time)
    }

    /// The longest stretch of words at one end, rather the last, that is a day with or without a time; the rest is the name.
    private static func arrange(_ words: [String]) -> TableWords? {
        guard words.count <= 20 else { return nil }
        var best: (found: TableWords, rank: [Int])?
        for start in words.indices {
            for end in (start + 1)...words.count where end - start < words.count {
                let date = joined(words[start..<end])
                guard isDate(date), !saysTime(date) || end - start == 1 else { continue }
                for (from, to, time) in times(around: start..<end, words) where from == 0 || to == words.count {
                    let rank = [to - from, to == words.count ? 1 : 0, end - start]
                    guard to - from < words.count, best.map({ $0.rank.lexicographicallyPrecedes(rank) }) ?? true else {
                        continue
                    }
                    let name = joined(from == 0 ? words[to...] : words[..<from])
                    best = (TableWords(name: name, date: date, time: time), rank)
                }
            }
        }
        return best?.found
    }

    /// `saturday 7pm 4`, `saturday 7pm New York`, `saturday after 7`.
    private static func arrangeWithSurplus(_ words: [String]) -> TableWords? {
        for end in words.indices.dropFirst(2).reversed() where words.count > 3 {
            guard var table = arrange(Array(words[..<end])) else { continue }
            let rest = words[end...]
            table.surplus = joined(rest)
            if table.time == nil {
                let clock = joined(rest.dropFirst())
                guard ["after", "before", "by", "from"].contains(rest[end].lowercased()), isTime(clock) else {
                    continue
                }
                (table.time, table.surplus) = (clock, rest[end])
            } else if rest.count == 1, let size = size(rest[end]) {
                table.party = String(size)
            } else if rest.allSatisfy({ $0.allSatisfy(\.isLetter) }) {
                table.city = joined(rest)
            } else {
                continue
            }
            return table
        }
        return nil
    }

    /// `a table at Carbone` is `Carbone`; without the `at`, a name may begin so.
    private static func dropLead(_ words: inout [String]) {
        let lead = words.prefix(5).map { $0.lowercased() }
        guard let at = lead.firstIndex(where: { ["at", "in"].contains($0) }), at > 0,
            ["table", "reservation"].contains(lead[at - 1]),
            lead[..<(at - 1)].allSatisfy({ ["a", "me", "us"].contains($0) })
        else { return }
        words.removeFirst(at + 1)
    }

    /// The day's words alone, and with those before or behind it that are a time.
    private static func times(around day: Range<Int>, _ words: [String]) -> [(from: Int, to: Int, time: String?)] {
        var found: [(Int, Int, String?)] = [(day.lowerBound, day.upperBound, nil)]
        for end in words.indices where end >= day.upperBound {
            let clock = words[day.upperBound...end].drop { ["at", "@"].contains($0.lowercased()) }
            if !clock.isEmpty, isTime(joined(clock)) { found.append((day.lowerBound, end + 1, joined(clock))) }
        }
        if day.lowerBound > 0, case let clock = words[day.lowerBound - 1], isPlainTime(clock) {
            found.append((day.lowerBound - 1, day.upperBound, clock))
        }
        return found
    }

    /// `for 4`, `party of 4`, `4 people`: taken out.
    private static func takeParty(_ words: inout [String]) -> String? {
        let heads: Set<String> = ["people", "persons", "person", "guests", "ppl", "pax", "diners", "adults"]
        for index in words.indices.dropFirst() {
            guard let size = size(words[index]) else { continue }
            let isHead = index + 1 < words.count && heads.contains(words[index + 1].lowercased())
            let before = words[..<index].map { $0.lowercased() }
            let lead = before.suffix(2) == ["party", "of"] ? 2 : before.last == "for" ? 1 : 0
            guard lead > 0 || isHead else { continue }
            words.removeSubrange((index - lead)...(index + (isHead ? 1 : 0)))
            return String(size)
        }
        return nil
    }

    /// `4`, `four`.
    static func size(_ word: String) -> Int? {
        let names = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
        let number = names.firstIndex(of: word.lowercased()).map { $0 + 1 } ?? Int(word)
        return number.flatMap { Ask.partyRange.contains($0) ? $0 : nil }
    }

    /// What is there twice, of which one is wanted.
    enum Doubled: Equatable { case days(String, String), times(String, String) }

    /// Two times, or two days with a time between them, and the words without the second of them: two days side by side
    /// may be a restaurant's name and its day.
    static func doubled(in words: [String]) -> (what: Doubled, rest: [String])? {
        let times = words.indices.dropFirst().filter { isPlainTime(words[$0]) }
        let days = words.indices.dropFirst().filter { isDayAlone(words[$0]) }
        func without(_ index: Int) -> [String] { Array(words[..<index] + words[(index + 1)...]) }
        if times.count == 2, !days.isEmpty {
            return (.times(words[times[0]], words[times[1]]), without(times[1]))
        }
        guard days.count == 2, let time = times.first, days[0] < time, time < days[1] else { return nil }
        return (.days(words[days[0]], words[days[1]]), without(days[1]))
    }

    /// The restaurant has a day of its own; whether words are one is the same everywhere.
    private static var today: CalendarDay { .earliest(at: SystemClock().now) }

    /// A day, or words for one that is past, does not exist or is more than one.
    static func isDate(_ text: String) -> Bool {
        do throws(DateTextError) {
            _ = try DateText.read(text, today: today)
            return true
        } catch {
            return error.reason != .notUnderstood || areSeveralDays(text)
        }
    }

    /// `fri-sun`, `this weekend`.
    static func areSeveralDays(_ text: String) -> Bool {
        do throws(DateTextError) {
            return try DateText.days([text], today: today).count > 1
        } catch {
            guard case .several(let days) = error.reason else { return false }
            return days.count > 1
        }
    }

    /// A day, and no time with it.
    private static func isDayAlone(_ text: String) -> Bool {
        (try? DateText.read(text, today: today)).map { $0.time == nil } ?? false
    }

    /// A time, or words for one that does not exist or is more than one, or for none.
    static func isTime(_ text: String) -> Bool {
        do throws(TimeTextError) {
            if !TimeText.isNoWish(text) { _ = try TimeText.parse(SpokenZone.split(text).time) }
            return true
        } catch {
            return error.reason == .several || error.reason == .noSuchTime && text.contains(":")
        }
    }

    /// One that can be nothing else: a bare number may belong to a name.
    private static func isPlainTime(_ text: String) -> Bool {
        guard case .at? = try? TimeText.parse(text) else { return false }
        return text.contains { !$0.isNumber }
    }

    private static func joined(_ words: some Sequence<String>) -> String { words.joined(separator: " ") }
}
