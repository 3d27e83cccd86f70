/// Days that words name together: `this weekend`, `next two weeks`, `Fridays in December`, `Mon-Thu next week`.
///
/// What names a week or a month belongs to all the weekdays beside it, not to the last of them alone.
enum DaySpan {
    /// A stretch of days, which weekdays beside it choose from.
    private enum Span {
        /// By its Monday.
        case week(CalendarDay)
        /// By the Monday before: with a Friday beside it, it begins there.
        case weekend(CalendarDay)
        /// So many days after this one.
        case weekIn(days: Int)
        case days([CalendarDay])
    }

    /// The days behind us among them; empty where the words are something else, such as one weekday or `Fri-Sun`.
    static func days(_ text: String, _ today: CalendarDay) -> [CalendarDay] {
        let said = SpanWords(text)
        if let span = span(said.words, today, isHabit: said.isHabit) { return days(of: span) }
        let words = SpanWords.withoutLeads(said.words)
        if let (found, rest) = WeekdayChoice.leading(words, isBetween: said.isBetween, isHabit: said.isHabit) {
            var choice = found
            if said.isHabit, choice.weekdays.count == 1 || said.words.count > words.count { choice.isHabit = true }
            guard !rest.isEmpty else { return choice.isHabit ? toCome(choice.weekdays, today) : [] }
            let beside = rest.drop { $0 == "," }
            if let span = span(beside, today) {
                return belongs(choice, to: span, isListed: beside.startIndex > rest.startIndex)
                    ? days(of: choice, in: span, today) : []
            }
            let dates = beside.joined(separator: " ")
            let range = DateText.ranged(dates, today)
            // `Fridays until Christmas`
            if choice.isHabit { return (range ?? []).filter { choice.weekdays.contains($0.weekday) } }
            // `Fri-Sun Dec 11-13`: each is checked against the other.
            let named = range ?? DateText.chosen(dates, today) ?? []
            return named.count == choice.weekdays.count && Set(named.map(\.weekday)) == choice.weekdays ? named : []
        }
        return behind(said.words, today)
    }

    /// `next week Mon-Thu`, `December, Fridays`.
    private static func behind(_ words: ArraySlice<String>, _ today: CalendarDay) -> [CalendarDay] {
        for count in stride(from: words.count - 1, to: 0, by: -1) {
            guard let span = span(words.prefix(count), today) else { continue }
            let rest = words.dropFirst(count)
            let beside = SpanWords.withoutLeads(rest.drop { $0 == "," })
            guard let (choice, left) = WeekdayChoice.leading(beside), left.isEmpty,
                belongs(choice, to: span, isListed: rest.first == ",")
            else { return [] }
            return days(of: choice, in: span, today)
        }
        return []
    }

    /// `Fri, this weekend` is a list: no weekend has a Friday.
    private static func belongs(_ choice: WeekdayChoice, to span: Span, isListed: Bool) -> Bool {
        guard isListed, case .weekend = span else { return true }
        return !choice.weekdays.isDisjoint(with: [.saturday, .sunday])
    }

    private static func days(of span: Span) -> [CalendarDay] {
        switch span {
        case .week(let monday): run(monday, 7)
        case .weekend(let monday): run(monday.adding(days: 5), 2)
        case .weekIn: []
        case .days(let days): days
        }
    }

    private static func days(of choice: WeekdayChoice, in span: Span, _ today: CalendarDay) -> [CalendarDay] {
        switch span {
        // `Sunday to Tuesday next week` ends in it, `Sat-Mon this weekend` begins in it.
        case .week(let monday):
            choice.runs.flatMap { run in
                self.days(of: run, from: monday.adding(days: run.last.rawValue < run.first.rawValue ? -7 : 0))
            }
        case .weekend(let monday): choice.runs.flatMap { days(of: $0, from: monday) }
        case .weekIn(let ahead):
            // Counted from today's week or from the first of them to come, as `Friday in two weeks` is.
            choice.runs.flatMap { run in
                let mondays = [today, today.next(run.first)].map { monday(of: $0.adding(days: ahead)) }
                return Set(mondays).sorted().flatMap { days(of: run, from: $0) }
            }
        case .days(let days): days.filter { choice.weekdays.contains($0.weekday) }
        }
    }

    private static func days(of run: WeekdayChoice.Run, from monday: CalendarDay) -> [CalendarDay] {
        self.run(monday.adding(days: run.first.rawValue), run.weekdays.count)
    }

    /// Those of a week to come, or of two where each has but two.
    private static func toCome(_ wanted: Set<Weekday>, _ today: CalendarDay) -> [CalendarDay] {
        run(today, wanted.count > 2 ? 7 : 14).filter { wanted.contains($0.weekday) }
    }

    // MARK: - Spans

    private static func span(
        _ said: ArraySlice<String>, _ today: CalendarDay, isHabit: Bool = false
    ) -> Span? {
        if let ahead = weeksAhead(said) { return .weekIn(days: ahead) }
        let said = SpanWords.withoutLeads(said)
        if let part = part(said, today) { return .days(part) }
        var words = Array(said)
        if ["this", "coming", "upcoming"].contains(words.first) { words.removeFirst() }
        let monday = monday(of: today)
        switch words {
        case ["weekend"], ["coming", "weekend"]: return .weekend(monday)
        case ["next", "weekend"], ["following", "weekend"]: return .weekend(monday.adding(days: 7))
        case ["weekend", "after", "next"]: return .weekend(monday.adding(days: 14))
        case ["week"]: return .week(monday)
        case ["next", "week"], ["following", "week"]: return .week(monday.adding(days: 7))
        case ["week", "after", "next"]: return .week(monday.adding(days: 14))
        case ["month"]: return month(today.year, today.month)
        case ["next", "month"], ["following", "month"]:
            return month(today.month == 12 ? today.year + 1 : today.year, today.month % 12 + 1)
        default: break
        }
        if !isHabit, let before = before(words, monday) { return before }
        if let numbered = numbered(words, today) { return numbered }
        // `week of Dec 14`: it may have begun before today.
        if let unit = words.first, ["week", "weekend"].contains(unit), words.count > 1,
            let day = try? DayWords.dated(Array(words.dropFirst()), monday)
        {
            return unit == "week" ? .week(self.monday(of: day)) : .weekend(self.monday(of: day))
        }
        if let first = words.first, let number = DayWords.month(first), words.count <= 2 {
            let year = words.count == 2 ? Digits.number(words[1].utf8) : nil
            guard words.count == 1 || year.map({ (2000...2200).contains($0) }) ?? false else { return nil }
            return month(year ?? (number < today.month ? today.year + 1 : today.year), number)
        }
        return next(words, isWithin: said.count > words.count, today).map { .days($0) }
    }

    /// `the weekend before Christmas`; nil for other words.
    private static func before(_ words: [String], _ monday: CalendarDay) -> Span? {
        guard (3...6).contains(words.count), words[1] == "before",
            let day = try? DayWords.dated(Array(words.dropFirst(2)), monday)
        else { return nil }
        switch words[0] {
        case "week": return .week(self.monday(of: day).adding(days: -7))
        // Over before that day.
        case "weekend":
            return .weekend(self.monday(of: day.adding(days: -1)).adding(days: day.weekday == .monday ? 0 : -7))
        default: return nil
        }
    }

    /// `first week of December`, `last weekend of the month`; nil for other words.
    private static func numbered(_ words: [String], _ today: CalendarDay) -> Span? {
        guard (3...6).contains(words.count), words[0].last?.isLetter == true,
            let number = words[0] == "last" ? 1 : DayWords.ordinal(words[0]), (1...5).contains(number),
            case .days(let month)? = span(words.dropFirst(2).drop { $0 == "in" }, today), month.count >= 28
        else { return nil }
        let isLast = words[0] == "last"
        switch words[1] {
        case "week": return .days(Array(isLast ? month.suffix(7) : month.dropFirst((number - 1) * 7).prefix(7)))
        case "weekend":
            let saturdays = month.filter { $0.weekday == .saturday }
            guard let saturday = isLast ? saturdays.last : saturdays.dropFirst(number - 1).first else {
                return nil
            }
            return .weekend(saturday.adding(days: -5))
        default: return nil
        }
    }

    /// `in two weeks`, in days; nil for other words.
    private static func weeksAhead(_ words: ArraySlice<String>) -> Int? {
        guard words.first == "in", words.last?.hasPrefix("week") == true, let days = DayWords.span(words.dropFirst())
        else { return nil }
        return days
    }

    /// `early next week`, `end of December`; nil for other words.
    private static func part(_ words: ArraySlice<String>, _ today: CalendarDay) -> [CalendarDay]? {
        let place: Int
        switch words.first {
        case "early", "beginning", "start": place = 0
        case "mid", "middle": place = 1
        case "late", "end": place = 2
        default: return nil
        }
        switch span(words.dropFirst().drop { $0 == "-" || $0 == "in" }, today) {
        case .week(let monday)?: return run(monday.adding(days: [0, 1, 3][place]), [3, 3, 4][place])
        case .days(let days)? where (28...31).contains(days.count):
            return Array(days.dropFirst(place * 10).prefix(place == 2 ? 11 : 10))
        default: return nil
        }
    }

    /// `next two weeks`, `coming 10 days`, `within 3 days`, `next two weekends`, `next two Saturdays`, all from today on.
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
            let saturday = monday(of: today).adding(days: 5)
            return (0..<min(number, 20)).flatMap { run(saturday.adding(days: 7 * $0), 2) }
        default:
            guard let weekday = WeekdayChoice.one(unit) else { return nil }
            return (0..<min(number, 52)).map { today.next(weekday).adding(days: 7 * $0) }
        }
    }

    private static func month(_ year: Int, _ month: Int) -> Span? {
        CalendarDay(year: year, month: month, day: 1).map {
            .days(run($0, CalendarDay.length(ofMonth: month, year: year)))
        }
    }

    private static func monday(of day: CalendarDay) -> CalendarDay { day.adding(days: -day.weekday.rawValue) }

    private static func run(_ first: CalendarDay, _ count: Int) -> [CalendarDay] {
        (0..<count).map { first.adding(days: $0) }
    }
}
