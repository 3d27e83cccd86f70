extension DateText {
    /// The days of a range or a choice, such as `this weekend`, `Fri-Sun`, `Dec 4 or 5`, those to come; empty where the
    /// words are none.
    static func several(_ text: String, _ today: CalendarDay) throws(DateTextError.Reason) -> [CalendarDay] {
        let named = DaySpan.days(words(of: text).filter { DayPart($0) == nil }, today)
        let days = named.isEmpty ? listed(text, today) : named
        return days.filter { $0 >= today }
    }

    /// What stands between the days of a choice, and those of a range; the wider first.
    private static let choices = [[" or ", " and ", " & "], [" or ", " and ", " & ", ",", ";", "\n"]]
    private static let ranges = [
        [" to ", " through ", " thru ", " until ", " till ", "–", "—", " - ", "..", "…"], ["-"],
    ]

    /// `Fri-Sun`, `Friday or Saturday`, `Dec 4 - 6`.
    private static func listed(_ text: String, _ today: CalendarDay) -> [CalendarDay] {
        chosen(text, today) ?? ranged(text, today) ?? []
    }

    /// `Friday or Saturday`, `Dec 4, 5 and 6`; nil for what is none.
    static func chosen(_ said: String, _ today: CalendarDay) -> [CalendarDay]? {
        if isBetween(said) { return nil }
        let text = withoutLead(said)
        for separators in choices {
            let pieces = pieces(of: text, at: separators)
            if pieces.count > 1, let days = days(of: pieces, today) { return days }
        }
        let halves = pieces(of: text, at: ["/"])
        // `2026-12-04/2026-12-06` is how programs write a range.
        let isRange = halves.allSatisfy { $0.count == 1 && CalendarDay(iso: $0[0]) != nil }
        return halves.count > 1 && !isRange ? days(of: halves, today) : nil
    }

    /// `Fri-Sun`, `from today until Sunday`, `between Friday and Sunday`, `4-6 December`; nil for what is none, and for one of
    /// more than a year. `isBalanced`: only where both ends are written alike, so that no comma parts a list.
    static func ranged(_ said: String, _ today: CalendarDay, isBalanced: Bool = false) -> [CalendarDay]? {
        let text = withoutLead(said)
        var separators = isBetween(said) ? [[" and ", " & "]] + ranges : ranges
        if text.utf8.count == 21, !text.contains(" ") { separators.append(["/"]) }
        for separators in separators {
            var pieces = pieces(of: text, at: separators)
            if pieces.count == 2, pieces[0].count == 1, DayWords.ordinal(pieces[0][0]) != nil,
                let month = pieces[1].first(where: { DayWords.month($0) != nil && DayWords.weekday($0) == nil })
            {
                pieces[0].append(month)
            }
            if isBalanced, !isAlike(text, at: separators) { continue }
            guard pieces.count == 2, let days = days(of: pieces, today), let first = days.first, let last = days.last,
                first <= last, last.daysSince1970 - first.daysSince1970 <= 366
            else { continue }
            return (first.daysSince1970...last.daysSince1970).map { CalendarDay(daysSince1970: $0) }
        }
        let all = words(of: said)
        if ["until", "till", "through", "thru", "by"].contains(all.first) {
            guard let last = days(of: [withoutPart(Array(all.dropFirst())).0], today)?.first,
                last >= today, last.daysSince1970 - today.daysSince1970 <= 366
            else { return nil }
            return (today.daysSince1970...last.daysSince1970).map { CalendarDay(daysSince1970: $0) }
        }
        return nil
    }

    /// `between Friday and Sunday`, whose "and" is no choice.
    static func isBetween(_ said: String) -> Bool { words(of: said).first == "between" }

    private static func isAlike(_ text: String, at separators: [String]) -> Bool {
        let joined = separators.reduce(text) { $0.replacing($1, with: "\u{1F}") }
        return Set(joined.split(separator: "\u{1F}").map { $0.count { $0 == "," || $0 == ";" } }).count == 1
    }

    private static func withoutLead(_ text: String) -> String {
        for lead in ["between ", "from ", "either "] where text.hasPrefix(lead) {
            return String(text.dropFirst(lead.count))
        }
        return text
    }

    /// The words of each piece; `tonight` is `today` there too.
    private static func pieces(of text: String, at separators: [String]) -> [[String]] {
        let joined = separators.reduce(text) { $0.replacing($1, with: "\u{1F}") }
        return joined.split(separator: "\u{1F}").map { withoutPart(words(of: String($0))).0 }.filter { !$0.isEmpty }
    }

    /// Each piece as a day, a bare number as one of the month before it; nil where one is none.
    private static func days(of pieces: [[String]], _ today: CalendarDay) -> [CalendarDay]? {
        var days: [CalendarDay] = []
        for words in pieces {
            if let before = days.last, words.count == 1, let number = DayWords.ordinal(words[0]) {
                guard let day = CalendarDay(year: before.year, month: before.month, day: number) else { return nil }
                days.append(day)
            } else if words == ["now"] {
                days.append(today)
            } else {
                // Sunday is the one after Friday.
                guard let day = try? DayWords.day(words, days.last ?? today).day else { return nil }
                days.append(day)
            }
        }
        return days
    }
}
