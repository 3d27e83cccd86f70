/// The numbers of a date before anybody looked whether there is such a day.
struct WrittenDate {
    let year: Int?
    let month: Int
    let day: Int

    init(year: Int?, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// `2026-02-14`, `20260214`, `2/14`, `2/14/2027`, `2/14/27`, `2-14-2027`, `02-14`; nil for anything else.
    init?(numeric word: String) throws(DateTextError.Reason) {
        if word.utf8.count == 8, let number = Digits.number(word.utf8), number > 19_000_000 {
            self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
            return
        }
        for separator: Character in ["-", "/"] {
            let parts = word.split(separator: separator, omittingEmptySubsequences: false)
            let numbers = parts.compactMap { Digits.number($0.utf8) }
            guard parts.count > 1, numbers.count == parts.count else { continue }
            if parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count <= 2, parts[2].utf8.count <= 2 {
                self.init(year: numbers[0], month: numbers[1], day: numbers[2])
                return
            }
            // `12-05` is a date, and `7-9` may be hours.
            let isInFull = parts.allSatisfy { $0.utf8.count == 2 }
            guard separator == "/" || parts.count == 3 || isInFull, parts.count <= 3, parts[0].utf8.count <= 2,
                parts[1].utf8.count <= 2
            else { return nil }
            self.init(
                year: parts.count == 3 ? try Self.year(String(parts[2])) : nil, month: numbers[0], day: numbers[1])
            return
        }
        return nil
    }

    /// `2027`, or `27` of this century.
    static func year(_ word: String) throws(DateTextError.Reason) -> Int {
        guard let number = Digits.number(word.utf8), word.utf8.count == 2 || word.utf8.count == 4 && number > 0 else {
            throw .notUnderstood
        }
        return word.utf8.count == 2 ? 2000 + number : number
    }

    /// The next one to come where no year is given.
    func day(from today: CalendarDay) throws(DateTextError.Reason) -> CalendarDay {
        if let year {
            guard let found = CalendarDay(year: year, month: month, day: day) else { throw noSuchDay }
            return found
        }
        if month == 2, day == 29 { return try Self.leapDay(from: today) }
        for year in [today.year, today.year + 1] {
            if let found = CalendarDay(year: year, month: month, day: day), found >= today { return found }
        }
        throw noSuchDay
    }

    /// Where the next February has none, one that is years away is not what a diner means.
    private static func leapDay(from today: CalendarDay) throws(DateTextError.Reason) -> CalendarDay {
        let year = today.month > 2 ? today.year + 1 : today.year
        // Eight years lie between two leap days around a century.
        for later in year...(year + 8) {
            guard let found = CalendarDay(year: later, month: 2, day: 29) else { continue }
            guard later > year else { return found }
            throw .noLeapDay(in: year, next: found)
        }
        throw .noSuchDay(year: nil, month: 2)
    }

    /// The next 14th to come, today included.
    static func next(dayOfMonth day: Int, from today: CalendarDay) throws(DateTextError.Reason) -> CalendarDay {
        guard (1...31).contains(day) else { throw .notUnderstood }
        // No two months that follow each other lack a 31st.
        for ahead in 0...2 {
            let month = today.month - 1 + ahead
            if let found = CalendarDay(year: today.year + month / 12, month: month % 12 + 1, day: day), found >= today {
                return found
            }
        }
        throw .notUnderstood
    }

    private var noSuchDay: DateTextError.Reason { .noSuchDay(year: year, month: month) }
}
