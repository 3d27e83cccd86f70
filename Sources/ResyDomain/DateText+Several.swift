extension DateText {
    /// The days of a range or a choice, such as `this weekend`, `Fri-Sun`, `Dec 4 or 5`, those to come; empty where the
    /// words are none. Throws for a range that ends before it begins.
    static func several(_ text: String, _ today: CalendarDay) throws(DateTextError.Reason) -> [CalendarDay] {
        let named = DaySpan.days(text, today)
        let days = named.isEmpty ? chosen(text, today) ?? ranged(text, today) ?? [] : named
        if days.isEmpty, let ends = ends(text, today), ends.last < ends.first {
            throw .reversed(ends.first, ends.last)
        }
        return days.filter { $0 >= today }
    }

    /// What stands between the days of a choice, and those of a range; the wider first.
    private static let choices = [
        [" or ", " and ", " & "], [" or ", " and ", " & ", "+"], [" or ", " and ", " & ", "+", ",", ";", "\n"],
    ]
    private static let ranges = [
        ["..", "…"], [" to ", " through ", " thru ", " until ", " till ", "–", "—", " - "], ["-"],
    ]
    /// Days that a range is long at most.
    private static let longest = 366

    /// `Friday or Saturday`, `Dec 4, 5 and 6`; nil for what is none.
    static func chosen(_ said: String, _ today: CalendarDay) -> [CalendarDay]? {
        if isBetween(said) { return nil }
        let text = withoutLead(said)
        let read = choices.compactMap { separators in
            let pieces = pieces(of: text, at: separators)
            return pieces.count > 1 ? days(of: pieces, today) : nil
        }
        // `Dec 5, 12 or 19` names no day of 2012.
        if let days = read.first(where: { $0.allSatisfy { $0 >= today } }) ?? read.first { return days }
        let halves = pieces(of: text, at: ["/"])
        // `2026-12-04/2026-12-06` is how programs write a range.
        let isRange = halves.allSatisfy { $0.count == 1 && CalendarDay(iso: $0[0]) != nil }
        return halves.count > 1 && !isRange ? days(of: halves, today) : nil
    }

    /// `Fri-Sun`, `from today until Sunday`, `between Friday and Sunday`, `4-6 December`; nil for what is none, and for one of
    /// more than a year. `isBalanced`: only where both ends are written alike, so that no comma parts a list.
    static func ranged(_ said: String, _ today: CalendarDay, isBalanced: Bool = false) -> [CalendarDay]? {
        guard let ends = ends(said, today, isBalanced: isBalanced), ends.first <= ends.last else { return nil }
        return (ends.first.daysSince1970...ends.last.daysSince1970).map { CalendarDay(daysSince1970: $0) }
    }

    /// The first and the last day of a range as its words have them, in that order or not.
    private static func ends(
        _ said: String, _ today: CalendarDay, isBalanced: Bool = false
    ) -> (first: CalendarDay, last: CalendarDay)? {
        let text = withoutLead(said)
        var separators = isBetween(said) ? [[" and ", " & "]] + ranges : ranges
        if text.utf8.count == 21, !text.contains(" ") { separators.append(["/"]) }
        var reversed: (first: CalendarDay, last: CalendarDay)?
        for separators in separators {
            let pieces = pieces(of: text, at: separators)
            if isBalanced, !isAlike(text, at: separators) { continue }
            guard pieces.count == 2, let ends = ends(of: withMonths(pieces), today),
                ends.last.daysSince1970 - ends.first.daysSince1970 <= longest
            else { continue }
            if ends.first <= ends.last { return ends }
            reversed = reversed ?? ends
        }
        if let reversed { return reversed }
        let named = words(of: said)
        // `the day before Christmas` is one day.
        if let place = named.firstIndex(of: "before"), place > 0,
            ["day", "night", "evening"].contains(named[place - 1]),
            place == 1 || !["any", "every", "each"].contains(named[place - 2])
        {
            return nil
        }
        let all = SpanWords.withoutLeads(named[...])
        guard let lead = all.first, ["until", "till", "through", "thru", "by", "before"].contains(lead),
            let end = day(withoutParts(Array(all.dropFirst())), after: nil, today)
        else { return nil }
        let last = lead == "before" ? end.adding(days: -1) : end
        guard last >= today, last.daysSince1970 - today.daysSince1970 <= longest else { return nil }
        return (today, last)
    }

    /// Each end a day, or several of which the outer one counts: `this weekend to next weekend`.
    private static func ends(
        of pieces: [[String]], _ today: CalendarDay
    ) -> (first: CalendarDay, last: CalendarDay)? {
        func several(_ words: [String]) -> [CalendarDay] { DaySpan.days(words.joined(separator: " "), today) }
        guard let first = day(pieces[0], after: nil, today) ?? several(pieces[0]).first,
            let last = day(pieces[1], after: nil, today) ?? several(pieces[1]).last
                ?? day(pieces[1], after: first, today)
        else { return nil }
        guard last < first else { return (first, last) }
        // `Friday to Sunday` on a Saturday, `next Friday to next Tuesday`, `28th to 3rd`.
        let later = nextMonth(pieces[1], after: first) ?? day(pieces[1], after: first, today) ?? last
        // A date that is said to come before the other is a slip, and not one of the year after.
        return (first, later.daysSince1970 - first.daysSince1970 <= 60 ? later : last)
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
        return joined.split(separator: "\u{1F}").map { withoutParts(words(of: String($0))) }.filter { !$0.isEmpty }
    }

    /// `Wed evenings` is `Wed` there as well.
    private static func withoutParts(_ words: [String]) -> [String] {
        withoutPart(words.filter { DayPart(ofMany: $0) == nil }).0
    }

    /// `4-6 December`: a bare number has the month behind it.
    private static func withMonths(_ said: [[String]]) -> [[String]] {
        var (pieces, month): ([[String]], String?) = (said, nil)
        for index in pieces.indices.reversed() {
            if let named = pieces[index].first(where: DayWords.isMonthByName) {
                month = named
            } else if let month, pieces[index].count == 1, DayWords.ordinal(pieces[index][0]) != nil {
                pieces[index].append(month)
            }
        }
        return pieces
    }

    /// Each piece of a choice as a day; nil where one is none.
    private static func days(of pieces: [[String]], _ today: CalendarDay) -> [CalendarDay]? {
        var days: [CalendarDay] = []
        let isBare = { (words: [String]) in words.count == 1 && DayWords.weekday(words[0]) != nil }
        let hasMonth = pieces.contains { $0.count > 1 && DayWords.month($0[0]) != nil }
        // Beside `Dec 4` it is no date of November: `11-13`.
        if hasMonth, pieces.contains(where: { $0.count == 1 && $0[0].utf8.count == 5 && $0[0].contains("-") }) {
            return nil
        }
        let isNumber = { (words: [String]) in words.count == 1 && DayWords.ordinal(words[0]) != nil }
        for words in pieces.first.map(isNumber) == true ? withMonths(pieces) : pieces {
            // What names its own week is counted from today: `next Friday or next Saturday`.
            guard let day = day(words, after: isBare(words) || isNumber(words) ? days.last : nil, today) else {
                return nil
            }
            days.append(day)
        }
        return days
    }

    /// A day, which does not lie before the one said before it as far as its words leave that open: a bare number is one of
    /// that month, and Sunday the one after Friday.
    private static func day(
        _ words: [String], after before: CalendarDay?, _ today: CalendarDay
    ) -> CalendarDay? {
        if words == ["now"] { return today }
        if let before, words.count == 1, let number = DayWords.ordinal(words[0]) {
            return CalendarDay(year: before.year, month: before.month, day: number)
        }
        let day = try? DayWords.day(words, today).day
        guard let before, day.map({ $0 < before }) ?? true, !isCounted(words) else { return day }
        return (try? DayWords.day(words, before).day) ?? day
    }

    /// `28th to 3rd`.
    private static func nextMonth(_ words: [String], after first: CalendarDay) -> CalendarDay? {
        guard words.count == 1, let number = DayWords.ordinal(words[0]), number <= 14, first.day > 14 else {
            return nil
        }
        let (year, month) = first.month == 12 ? (first.year + 1, 1) : (first.year, first.month + 1)
        return CalendarDay(year: year, month: month, day: number)
    }

    /// From today: `tomorrow`, `in 3 days`.
    private static func isCounted(_ words: [String]) -> Bool {
        !words.contains { DayWords.weekday($0) != nil || DayWords.month($0) != nil || $0.contains(where: \.isNumber) }
            || words.contains("in") || words.contains("from")
    }
}
