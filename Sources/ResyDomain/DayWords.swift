/// Words that mean one day, without a part of the day or a time.
enum DayWords {
    /// Throws `notUnderstood` where the words are something else.
    static func day(_ words: [String], _ today: CalendarDay) throws(DateTextError.Reason) -> SaidDay {
        if let said = relative(words, today) { return said }
        if let anchored = try anchored(words, today) { return anchored }
        if let day = try weekdayInWeeks(words, today) { return SaidDay(day: day) }
        guard let day = try dated(words, today) else { throw .notUnderstood }
        return SaidDay(day: day)
    }

    // MARK: - Counted from today

    /// Days counted from today, and bare weekdays; nil where the words are something else.
    private static func relative(_ words: [String], _ today: CalendarDay) -> SaidDay? {
        if let day = anchor(words, today) {
            var said = SaidDay(day: day)
            said.isToday = day == today
            return said
        }
        if let day = monthsAhead(words, today) { return SaidDay(day: day) }
        if let last = words.last, last == "ago", let days = span(words.dropLast()) {
            return SaidDay(day: today.adding(days: -days))
        }
        if words.first == "in", let days = span(words.dropFirst()) { return SaidDay(day: today.adding(days: days)) }
        if let from = words.firstIndex(of: "from"), let days = span(words[..<from]),
            let start = start(Array(words[(from + 1)...]), today)
        {
            return SaidDay(day: start.adding(days: days))
        }
        if words.count == 2, words[1] == "week", let start = weekday(words[0]) {
            return SaidDay(day: today.next(start).adding(days: 7))
        }
        return week(words, today)
    }

    /// `in a month`: that day of it, or its last.
    private static func monthsAhead(_ words: [String], _ today: CalendarDay) -> CalendarDay? {
        guard words.count == 3, words[0] == "in", ["month", "months"].contains(words[2]),
            let number = count([words[1]]),
            number <= 24
        else { return nil }
        let month = today.month - 1 + number
        let (year, inYear) = (today.year + month / 12, month % 12 + 1)
        return CalendarDay(
            year: year, month: inYear, day: min(today.day, CalendarDay.length(ofMonth: inYear, year: year)))
    }

    private static func anchor(_ words: [String], _ today: CalendarDay) -> CalendarDay? {
        switch words {
        case ["today"]: today
        case ["yesterday"]: today.adding(days: -1)
        case ["day", "before", "yesterday"]: today.adding(days: -2)
        case ["day", "after", "tomorrow"]: today.adding(days: 2)
        case let words where words.count == 1 && isTomorrow(words[0]): today.adding(days: 1)
        default: nil
        }
    }

    /// `from now`, `from Saturday`.
    private static func start(_ words: [String], _ today: CalendarDay) -> CalendarDay? {
        if words == ["now"] { return today }
        return anchor(words, today) ?? week(words, today)?.day
    }

    /// `Saturday`, `this coming Saturday`, `next Saturday`, `Saturday next week`, `last Saturday`.
    private static func week(_ words: [String], _ today: CalendarDay) -> SaidDay? {
        let named = words.compactMap(weekday)
        guard named.count == 1, let wanted = named.first else { return nil }
        let daysFromMonday = wanted.rawValue - today.weekday.rawValue
        switch words.filter({ weekday($0) == nil }) {
        case [], ["this"], ["coming"], ["upcoming"], ["this", "coming"]:
            let day = today.next(wanted)
            return SaidDay(day: day, later: day == today ? today.adding(days: 7) : nil)
        case ["next"], ["next", "week"], ["next", "weeks"]: return SaidDay(day: today.adding(days: daysFromMonday + 7))
        case ["this", "week"]: return SaidDay(day: today.adding(days: daysFromMonday))
        case ["last"], ["past"]: return SaidDay(day: today.next(wanted).adding(days: -7))
        default: return nil
        }
    }

    /// `Friday in two weeks` may be counted from today's week or from the Friday to come; nil for other words.
    private static func weekdayInWeeks(
        _ words: [String], _ today: CalendarDay
    ) throws(DateTextError.Reason) -> CalendarDay? {
        guard words.count > 3, let wanted = weekday(words[0]), words[1] == "in", words.last?.hasPrefix("week") == true,
            let days = span(words[2...])
        else { return nil }
        let ofWeek = today.adding(days: days + wanted.rawValue - today.weekday.rawValue)
        let fromNext = today.next(wanted).adding(days: days)
        guard ofWeek == fromNext else { throw .several([ofWeek, fromNext].sorted()) }
        return ofWeek
    }

    /// `3 days`, `two weeks`, `a fortnight`, in days.
    static func span(_ said: ArraySlice<String>) -> Int? {
        var words = Array(said)
        if words.last == "time" { words.removeLast() }
        let lengths = ["day": 1, "days": 1, "week": 7, "weeks": 7, "wk": 7, "wks": 7, "fortnight": 14]
        guard let unit = words.popLast(), let length = lengths[unit] else { return nil }
        if words.last == "couple" { words = ["two"] }
        guard let number = words.first else { return unit == "week" || unit == "fortnight" ? length : nil }
        guard number != "a" && number != "an" || words.count == 1 else { return nil }
        return count(words).map { $0 * length }
    }

    /// How many of something, up to ten years of days.
    private static func count(_ words: [String]) -> Int? {
        if words == ["a"] || words == ["an"] { return 1 }
        let digits = SpelledNumber.digits(in: words)
        guard digits.count == 1, let number = Digits.number(digits[0].utf8), number <= 3660 else { return nil }
        return number
    }

    // MARK: - Dates

    /// `tomorrow, Nov 30`: both must be the same day. Nil where there is no such word, or nothing beside it.
    private static func anchored(_ words: [String], _ today: CalendarDay) throws(DateTextError.Reason) -> SaidDay? {
        guard words.count > 1 else { return nil }
        for (word, rest) in [(words[0], words.dropFirst()), (words[words.count - 1], words.dropLast())] {
            guard let day = anchor([word], today), day >= today else { continue }
            let rest = Array(rest)
            if rest.count == 1, let named = weekday(rest[0]) {
                guard named == day.weekday else { throw .wrongWeekday(day, said: named) }
                return SaidDay(day: day)
            }
            guard let other = try dated(rest, today) else { continue }
            guard other == day else { throw .disagreeing(day, other) }
            return SaidDay(day: day)
        }
        return nil
    }

    /// A date, with or without its weekday; nil where the words are something else.
    static func dated(_ words: [String], _ today: CalendarDay) throws(DateTextError.Reason) -> CalendarDay? {
        var rest = words
        let leads: Set<String> = ["this", "next", "coming", "upcoming"]
        while rest.count > 2, leads.contains(rest[0]), rest.dropFirst().contains(where: { weekday($0) != nil }) {
            rest.removeFirst()
        }
        if let day = try nthWeekday(rest, today) { return day }
        // `Black Friday` is a name.
        if let day = try Holiday.day(rest, from: today) { return day }
        let named = rest.compactMap(weekday)
        rest.removeAll { weekday($0) != nil }
        guard named.count <= 1, let date = try day(written: rest, named.first, today) else { return nil }
        guard let wanted = named.first, wanted != date.weekday else { return date }
        throw .wrongWeekday(date, said: wanted)
    }

    /// `first Friday of December`, `last Saturday in January 2027`; nil for anything else.
    private static func nthWeekday(
        _ words: [String], _ today: CalendarDay
    ) throws(DateTextError.Reason) -> CalendarDay? {
        var rest = words.filter { $0 != "in" }
        let year = rest.count == 4 ? try rest.popLast().map(WrittenDate.year) : nil
        guard rest.count == 3, let wanted = weekday(rest[1]), let month = month(rest[2]) else { return nil }
        let isLast = rest[0] == "last"
        guard isLast || rest[0].last?.isLetter == true, let number = isLast ? 1 : ordinal(rest[0]) else { return nil }
        for year in year.map({ [$0] }) ?? [today.year, today.year + 1] {
            let length = CalendarDay.length(ofMonth: month, year: year)
            let first = CalendarDay(year: year, month: month, day: isLast ? length - 6 : 1)?.next(wanted)
            guard let day = first?.adding(days: 7 * (number - 1)), day.month == month else { throw .notUnderstood }
            if day >= today || year != today.year { return day }
        }
        return nil
    }

    private static func day(
        written words: [String], _ weekday: Weekday?, _ today: CalendarDay
    ) throws(DateTextError.Reason) -> CalendarDay? {
        if let holiday = try Holiday.day(words, from: today) { return holiday }
        if let ordinal = ordinal(alone: words) { return try WrittenDate.next(dayOfMonth: ordinal, from: today) }
        return try written(words)?.day(from: today)
    }

    /// `14th`, `twenty first`: a bare `14` may be anything.
    private static func ordinal(alone words: [String]) -> Int? {
        let joined = words.joined()
        if let named = ordinalNames[joined] { return named }
        guard words.count == 1, joined.last?.isLetter == true else { return nil }
        return ordinal(joined)
    }

    private static func written(_ said: [String]) throws(DateTextError.Reason) -> WrittenDate? {
        var words = said
        // `twenty first` is one number.
        for index in words.indices.dropLast() where ordinalNames[words[index] + words[index + 1]] != nil {
            words.replaceSubrange(index...(index + 1), with: [words[index] + words[index + 1]])
            break
        }
        guard let first = words.first else { return nil }
        guard words.count > 1 else { return try WrittenDate(numeric: first) }
        guard words.count <= 3 else { return nil }
        var month: Int?
        var numbers: [String] = []
        for word in words {
            if month == nil, let named = self.month(word) { month = named } else { numbers.append(word) }
        }
        guard let month, numbers.count == words.count - 1, let first = numbers.first else { return nil }
        // `2026 Dec 5`
        let isYearFirst = numbers.count == 2 && first.utf8.count == 4 && Digits.number(first.utf8) != nil
        let (dayText, yearText) = (isYearFirst ? numbers[1] : first, isYearFirst ? first : numbers.dropFirst().first)
        guard let day = ordinal(dayText) else { return nil }
        return WrittenDate(year: try yearText.map(WrittenDate.year), month: month, day: day)
    }

    // MARK: - Names

    /// `14`, `14th`, `fourteenth`.
    static func ordinal(_ word: String) -> Int? {
        if let named = ordinalNames[word] { return named }
        let ending = ["st", "nd", "rd", "th"].first { word.hasSuffix($0) }
        let digits = word.dropLast(ending?.count ?? 0)
        return digits.utf8.count <= 2 ? Digits.number(digits.utf8) : nil
    }

    private static let ordinalNames: [String: Int] = {
        let ones = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
        let teens = [
            "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
            "eighteenth", "nineteenth", "twentieth",
        ]
        var names: [String: Int] = ["thirtieth": 30, "thirtyfirst": 31]
        for (index, name) in (ones + teens).enumerated() { names[name] = index + 1 }
        for (index, name) in ones.enumerated() { names["twenty" + name] = index + 21 }
        return names
    }()

    /// A month's name, or its beginning from three letters on, with at most one slip in a long one.
    static func month(_ word: String) -> Int? {
        guard word.utf8.count >= 3 else { return nil }
        let names = CalendarDay.monthNames.map { $0.lowercased() }
        return (names.firstIndex { $0.hasPrefix(word) } ?? misspelt(word, among: names)).map { $0 + 1 }
    }

    /// A weekday's name, or its beginning from three letters on, with at most one slip in a long one.
    static func weekday(_ word: String) -> Weekday? {
        if ["weds", "wensday", "wendsday"].contains(word) { return .wednesday }
        guard word.utf8.count >= 3 else { return nil }
        let names = Weekday.allCases.map { $0.name.lowercased() }
        // `Fridays` are several.
        if word.hasSuffix("s"), names.contains(String(word.dropLast())) { return nil }
        return (names.firstIndex { $0.hasPrefix(word) } ?? misspelt(word, among: names)).map { Weekday.allCases[$0] }
    }

    private static func isTomorrow(_ word: String) -> Bool {
        ["tomorrow", "tmrw", "tmr", "tommorow"].contains(word) || misspelt(word, among: ["tomorrow"]) != nil
    }

    /// A weekday, `today` or `tomorrow`.
    static func isDayByName(_ word: String) -> Bool {
        weekday(word) != nil || word == "today" || DayPart(word) != nil || isTomorrow(word)
    }

    /// And no weekday that is written like one.
    static func isMonthByName(_ word: String) -> Bool { month(word) != nil && weekday(word) == nil }

    /// The one name that a word of six letters or more is one slip away from.
    private static func misspelt(_ word: String, among names: [String]) -> Int? {
        guard (6...12).contains(word.utf8.count), word.allSatisfy(\.isLetter) else { return nil }
        let near = names.indices.filter { EditDistance.between(Array(word), Array(names[$0])) == 1 }
        return near.count == 1 ? near[0] : nil
    }
}

extension CalendarDay {
    /// The next day of that name, this one included.
    func next(_ wanted: Weekday) -> CalendarDay {
        adding(days: (wanted.rawValue - weekday.rawValue + 7) % 7)
    }
}
