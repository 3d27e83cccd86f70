/// The day that a diner's words mean.
///
/// Weeks start on Monday; a date without a year is the next one to come, today included; the month comes before the
/// day in `2/14`. A weekday beside a date must be the weekday of that date.
package enum DateText {
    /// `today` is today at the restaurant. A day more than a year away is understood like any other.
    package static func parse(_ text: String, today: CalendarDay) throws(DateTextError) -> CalendarDay {
        let words = words(of: text)
        do throws(DateTextError.Reason) {
            if let day = relative(words, today) { return day }
            guard let day = try dated(words, today) else { throw .notUnderstood }
            guard day >= today else { throw .past(day) }
            return day
        } catch {
            throw DateTextError(reason: error, text: CleanText.cut(text, to: 60), today: today)
        }
    }

    /// Lower case, split at spaces and commas, without punctuation at the ends and words that change nothing.
    private static func words(of text: String) -> [String] {
        let edges: Set<Character> = [".", "!", "?", ";", ":", "\"", "'", "“", "”", "’", "(", ")"]
        let clean = CleanText.cut(text, to: 200).lowercased()
        let pieces = clean.split { $0 == " " || $0 == "," }.flatMap { piece in
            // `14-feb-2027` is three words, `2026-02-14` one.
            piece.contains(where: \.isLetter) ? piece.split(separator: "-") : [piece]
        }
        var words = pieces.map { piece in
            var word = piece
            while let first = word.first, edges.contains(first) { word = word.dropFirst() }
            while let last = word.last, edges.contains(last) { word = word.dropLast() }
            return String(word)
        }
        words.removeAll { ["", "on", "the", "of"].contains($0) }
        // The evening is meant anyway.
        if words.count > 1, let last = words.last, ["evening", "night"].contains(last) {
            words.removeLast()
            if words == ["this"] { words = ["tonight"] }
        }
        return words
    }

    /// Days counted from today, and bare weekdays; nil where the words are something else.
    private static func relative(_ words: [String], _ today: CalendarDay) -> CalendarDay? {
        switch words {
        case ["today"], ["tonight"]: return today
        case ["tomorrow"]: return today.adding(days: 1)
        case ["day", "after", "tomorrow"]: return today.adding(days: 2)
        default: break
        }
        if words.count == 3, words[0] == "in", let count = count(words[1]) {
            switch words[2] {
            case "day", "days": return today.adding(days: count)
            case "week", "weeks": return today.adding(days: count * 7)
            default: return nil
            }
        }
        guard let last = words.last, let weekday = weekday(last) else { return nil }
        let daysFromMonday = weekday.rawValue - today.weekday.rawValue
        switch words.dropLast() {
        case [], ["this"], ["coming"], ["this", "coming"]: return today.adding(days: (daysFromMonday + 7) % 7)
        case ["next"]: return today.adding(days: daysFromMonday + 7)
        default: return nil
        }
    }

    /// A date, with or without its weekday; nil where the words are something else.
    private static func dated(_ words: [String], _ today: CalendarDay) throws(DateTextError.Reason) -> CalendarDay? {
        var rest = words
        if rest.count > 2, ["this", "next"].contains(rest[0]), weekday(rest[1]) != nil { rest.removeFirst() }
        let named = rest.compactMap(weekday)
        rest.removeAll { weekday($0) != nil }
        guard named.count <= 1, let date = try written(rest) else { return nil }
        let day = try date.day(from: today)
        guard let wanted = named.first, wanted != day.weekday else { return day }
        throw .wrongWeekday(day, said: wanted)
    }

    private static func written(_ words: [String]) throws(DateTextError.Reason) -> WrittenDate? {
        guard let first = words.first else { return nil }
        guard words.count > 1 else { return try numeric(first) }
        guard words.count <= 3 else { return nil }
        var month: Int?
        var numbers: [String] = []
        for word in words {
            if month == nil, let named = monthNumber(word) { month = named } else { numbers.append(word) }
        }
        guard let month, let day = numbers.first.flatMap(ordinal), numbers.count == words.count - 1 else { return nil }
        guard numbers.count == 2 else { return WrittenDate(year: nil, month: month, day: day) }
        return WrittenDate(year: try year(numbers[1]), month: month, day: day)
    }

    /// `2026-02-14`, `2/14`, `2/14/2027`.
    private static func numeric(_ word: String) throws(DateTextError.Reason) -> WrittenDate? {
        for separator: Character in ["-", "/"] {
            let parts = word.split(separator: separator, omittingEmptySubsequences: false)
            let numbers = parts.compactMap { Digits.number($0.utf8) }
            guard parts.count > 1, numbers.count == parts.count else { continue }
            if parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count <= 2, parts[2].utf8.count <= 2 {
                return WrittenDate(year: numbers[0], month: numbers[1], day: numbers[2])
            }
            guard separator == "/", parts.count <= 3, parts[0].utf8.count <= 2, parts[1].utf8.count <= 2 else {
                return nil
            }
            guard parts.count == 3 else { return WrittenDate(year: nil, month: numbers[0], day: numbers[1]) }
            return WrittenDate(year: try year(String(parts[2])), month: numbers[0], day: numbers[1])
        }
        return nil
    }

    private static func year(_ word: String) throws(DateTextError.Reason) -> Int {
        guard let number = Digits.number(word.utf8), number > 0 || word.utf8.count == 2 else { throw .notUnderstood }
        if word.utf8.count == 2 { throw .shortYear }
        guard word.utf8.count == 4 else { throw .notUnderstood }
        return number
    }

    /// `14`, `14th`.
    private static func ordinal(_ word: String) -> Int? {
        let ending = ["st", "nd", "rd", "th"].first { word.hasSuffix($0) }
        let digits = word.dropLast(ending?.count ?? 0)
        return digits.utf8.count <= 2 ? Digits.number(digits.utf8) : nil
    }

    /// How many of something, up to ten years of days.
    private static func count(_ word: String) -> Int? {
        let named = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
        if word == "a" || word == "an" { return 1 }
        if let index = named.firstIndex(of: word) { return index + 1 }
        guard let number = Digits.number(word.utf8), number <= 3660 else { return nil }
        return number
    }

    /// A month's name, or its beginning from three letters on.
    private static func monthNumber(_ word: String) -> Int? {
        guard word.utf8.count >= 3 else { return nil }
        return CalendarDay.monthNames.firstIndex { $0.lowercased().hasPrefix(word) }.map { $0 + 1 }
    }

    private static func weekday(_ word: String) -> Weekday? {
        if word == "weds" { return .wednesday }
        guard word.utf8.count >= 3 else { return nil }
        return Weekday.allCases.first { $0.name.lowercased().hasPrefix(word) }
    }
}

/// The numbers of a date before anybody looked whether there is such a day.
private struct WrittenDate {
    let year: Int?
    let month: Int
    let day: Int

    /// The next one to come where no year is given.
    func day(from today: CalendarDay) throws(DateTextError.Reason) -> CalendarDay {
        if let year {
            guard let found = CalendarDay(year: year, month: month, day: day) else { throw noSuchDay }
            return found
        }
        // Eight years lie between two leap days around a century.
        for year in today.year...(today.year + 8) {
            if let found = CalendarDay(year: year, month: month, day: day), found >= today { return found }
        }
        throw noSuchDay
    }

    private var noSuchDay: DateTextError.Reason { .noSuchDay(year: year, month: month) }
}
