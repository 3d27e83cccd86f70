extension DateText {
    /// The days of a range or a choice, such as `this weekend`, `Fri-Sun`, `Dec 4 or 5`, those to come; empty where the
    /// words are none. At most 31 of them.
    static func several(_ text: String, _ today: CalendarDay) throws(DateTextError.Reason) -> [CalendarDay] {
        let words = words(of: text).filter { DayPart($0) == nil }
        let named = span(words, today)
        let days = try named.isEmpty ? listed(text, today) : named
        return days.filter { $0 >= today }
    }

    /// `this weekend`, `next week`, `next month`, `December`.
    private static func span(_ words: [String], _ today: CalendarDay) -> [CalendarDay] {
        let monday = today.adding(days: -today.weekday.rawValue)
        var words = words
        if words.first == "in" || words.first == "any" || words.first == "some" { words.removeFirst() }
        if words.first == "day" || words.first == "time" { words.removeFirst() }
        if words.first == "this" || words.first == "coming" { words.removeFirst() }
        switch words {
        case ["weekend"], ["coming", "weekend"]: return days(monday.adding(days: 5), 2)
        case ["next", "weekend"]: return days(monday.adding(days: 12), 2)
        case ["week"]: return days(monday, 7)
        case ["next", "week"]: return days(monday.adding(days: 7), 7)
        case ["month"]: return month(today.year, today.month)
        case ["next", "month"]:
            return month(today.month == 12 ? today.year + 1 : today.year, today.month % 12 + 1)
        default: break
        }
        guard words.count == 1, let number = DayWords.month(words[0]) else { return [] }
        return month(number < today.month ? today.year + 1 : today.year, number)
    }

    private static func month(_ year: Int, _ month: Int) -> [CalendarDay] {
        guard let first = CalendarDay(year: year, month: month, day: 1) else { return [] }
        return days(first, CalendarDay.length(ofMonth: month, year: year))
    }

    private static func days(_ first: CalendarDay, _ count: Int) -> [CalendarDay] {
        (0..<count).map { first.adding(days: $0) }
    }

    /// `Fri-Sun`, `Friday or Saturday`, `Dec 4 - 6`.
    private static func listed(_ text: String, _ today: CalendarDay) throws(DateTextError.Reason) -> [CalendarDay] {
        var text = text
        for lead in ["between ", "from ", "either "] where text.hasPrefix(lead) {
            text = String(text.dropFirst(lead.count))
        }
        for (separators, isRange) in [
            ([" or ", " and ", " & "], false), ([","], false),
            ([" to ", " through ", " thru ", " until ", " till ", "–", "—", " - "], true),
            (["-"], true), (["/"], false),
        ] {
            let joined = separators.reduce(text) { $0.replacing($1, with: "\u{1F}") }
            let pieces = joined.split(separator: "\u{1F}").map { words(of: String($0)).filter { DayPart($0) == nil } }
                .filter { !$0.isEmpty }
            guard pieces.count > 1, let days = days(of: pieces, today) else { continue }
            guard isRange, let first = days.first, let last = days.last, days.count == 2 else { return days }
            guard first <= last, last.daysSince1970 - first.daysSince1970 <= 31 else { continue }
            return (first.daysSince1970...last.daysSince1970).map { CalendarDay(daysSince1970: $0) }
        }
        return []
    }

    /// Each piece as a day, a bare number as one of the month before it; nil where one is none.
    private static func days(of pieces: [[String]], _ today: CalendarDay) -> [CalendarDay]? {
        var days: [CalendarDay] = []
        for words in pieces {
            if let before = days.last, words.count == 1, let number = DayWords.ordinal(words[0]) {
                guard let day = CalendarDay(year: before.year, month: before.month, day: number) else { return nil }
                days.append(day)
            } else {
                // Sunday is the one after Friday.
                guard let day = try? DayWords.day(words, days.last ?? today).day else { return nil }
                days.append(day)
            }
        }
        return days
    }
}
