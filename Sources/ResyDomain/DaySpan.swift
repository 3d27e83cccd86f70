/// Days that words name together: `this weekend`, `next two weeks`, `Fridays in December`.
enum DaySpan {
    /// The days behind us among them; empty where the words are something else.
    static func days(_ said: [String], _ today: CalendarDay) -> [CalendarDay] {
        var words = said[...]
        while let first = words.first, leads.contains(first) { words = words.dropFirst() }
        if let days = span(words, today) { return days }
        // `any Friday this month`, `weekdays next week`: some days of a span.
        for count in stride(from: words.count - 1, to: 0, by: -1) {
            guard let wanted = weekdays(words.prefix(count)) else { continue }
            var rest = words.dropFirst(count)
            while let first = rest.first, leads.contains(first) { rest = rest.dropFirst() }
            return span(rest, today).map { $0.filter { wanted.contains($0.weekday) } } ?? []
        }
        // Without a span, those of a week to come, or of two where each has but two.
        guard let wanted = isPlural(words) ? weekdays(words) : nil else { return [] }
        return run(today, wanted.count > 2 ? 7 : 14).filter { wanted.contains($0.weekday) }
    }

    /// What changes nothing before a span.
    private static let leads: Set<String> = [
        "in", "any", "some", "sometime", "anytime", "during", "over", "day", "days", "time", "all", "whole", "entire",
        "every", "each", "later", "rest", "remainder",
    ]

    private static func span(_ said: ArraySlice<String>, _ today: CalendarDay) -> [CalendarDay]? {
        let monday = today.adding(days: -today.weekday.rawValue)
        var words = Array(said)
        if ["this", "coming", "upcoming"].contains(words.first) { words.removeFirst() }
        switch words {
        case ["weekend"], ["coming", "weekend"]: return run(monday.adding(days: 5), 2)
        case ["next", "weekend"]: return run(monday.adding(days: 12), 2)
        case ["week"]: return run(monday, 7)
        case ["next", "week"], ["following", "week"]: return run(monday.adding(days: 7), 7)
        case ["week", "after", "next"]: return run(monday.adding(days: 14), 7)
        case ["month"]: return month(today.year, today.month)
        case ["next", "month"], ["following", "month"]:
            return month(today.month == 12 ? today.year + 1 : today.year, today.month % 12 + 1)
        default: break
        }
        if let first = words.first, let number = DayWords.month(first), words.count <= 2 {
            let year = words.count == 2 ? Digits.number(words[1].utf8) : nil
            guard words.count == 1 || year.map({ (2000...2200).contains($0) }) ?? false else { return nil }
            return month(year ?? (number < today.month ? today.year + 1 : today.year), number)
        }
        return next(words, isWithin: said.count > words.count, today)
    }

    /// `next two weeks`, `coming 10 days`, `within 3 days`, `next two weekends`, all from today on.
    private static func next(_ said: [String], isWithin: Bool, _ today: CalendarDay) -> [CalendarDay]? {
        var words = said[...]
        let isAhead = ["next", "within", "following"].contains(words.first ?? "")
        while ["next", "within", "following", "coming", "a"].contains(words.first ?? "") { words = words.dropFirst() }
        guard isAhead || isWithin, let unit = words.last else { return nil }
        let counted = words.dropLast()
        let number: Int
        switch counted {
        case ["couple"]: number = 2
        case ["few"], ["several"]: number = 3
        default:
            let digits = SpelledNumber.digits(in: Array(counted))
            guard digits.count == 1, let count = Digits.number(digits[0].utf8), (1...366).contains(count) else {
                return nil
            }
            number = count
        }
        switch unit {
        case "day", "days", "night", "nights": return run(today, number)
        case "week", "weeks", "wks": return run(today, min(number, 60) * 7)
        case "month", "months": return run(today, min(number, 12) * 30)
        case "weekend", "weekends":
            let saturday = today.adding(days: 5 - today.weekday.rawValue)
            return (0..<min(number, 20)).flatMap { run(saturday.adding(days: 7 * $0), 2) }
        default: return nil
        }
    }

    /// `Fridays and Saturdays`, `weekday`; nil where a word is no weekday.
    private static func weekdays(_ words: ArraySlice<String>) -> Set<Weekday>? {
        var wanted: Set<Weekday> = []
        for word in words where word != "and" && word != "or" && word != "&" {
            switch word {
            case "weekday", "weekdays", "weeknight", "weeknights", "workday", "workdays":
                wanted.formUnion(Weekday.allCases.prefix(5))
            case "weekend", "weekends": wanted.formUnion(Weekday.allCases.suffix(2))
            default:
                guard
                    let day = DayWords.weekday(word.hasSuffix("s") ? String(word.dropLast()) : word)
                        ?? DayWords.weekday(word)
                else { return nil }
                wanted.insert(day)
            }
        }
        return wanted.isEmpty ? nil : wanted
    }

    private static func isPlural(_ words: ArraySlice<String>) -> Bool {
        words.last?.hasSuffix("s") == true || words == ["weekday"] || words == ["weeknight"]
    }

    private static func month(_ year: Int, _ month: Int) -> [CalendarDay]? {
        CalendarDay(year: year, month: month, day: 1).map { run($0, CalendarDay.length(ofMonth: month, year: year)) }
    }

    private static func run(_ first: CalendarDay, _ count: Int) -> [CalendarDay] {
        (0..<count).map { first.adding(days: $0) }
    }
}
