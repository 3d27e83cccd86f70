extension DateText {
    /// Words for days, and what stands beside them.
    struct Apart {
        /// The words for the days alone.
        var days: String
        /// Each time that stands with them.
        var times: [TimeWish] = []
        /// `after 7pm`
        var hours: HoursText.Said?
    }

    /// Days with a time beside them: `Fri-Sun 8pm`, `Friday 8pm, Saturday`, or with hours: `Fri-Sun after 7pm`.
    static func apart(_ text: String, today: CalendarDay) -> Apart {
        if let one = try? read(text, today: today) { return Apart(days: text, times: one.time.map { [$0] } ?? []) }
        let clean = Digits.ascii(CleanText.cut(text, to: 1000)).lowercased()
        let times = parts(of: clean).compactMap { (try? read($0, today: today))?.time }
        if !times.isEmpty { return Apart(days: text, times: times) }
        // `this weekend at 8 pm`: the longest end that is a time, behind words that are days by themselves.
        let words = clean.split(separator: " ").map(String.init)
        guard words.count <= longestWithHours else { return Apart(days: text) }
        // `Dec 4 to 6` has no hours.
        let areDays = (try? saidDays([text], today: today)) != nil
        for count in stride(from: min(5, words.count - 1), to: 0, by: -1) {
            let (clock, rest) = (words.suffix(count), words.dropLast(count))
            let days = rest.joined(separator: " ")
            let (mayBeTime, mayBeHours) = (isTime(clock), !areDays && areHours(clock, behind: rest))
            guard mayBeTime || mayBeHours, !beginsWithDay(clock, behind: rest),
                (try? saidDays([days], today: today)) != nil
            else { continue }
            let said = clock.drop { $0 == "at" || $0 == "@" }.joined(separator: " ")
            if mayBeTime, let time = try? TimeText.parse(said) { return Apart(days: days, times: [time]) }
            if mayBeHours, let hours = HoursText.read(said), hours.part == nil {
                return Apart(days: days, hours: hours)
            }
        }
        return Apart(days: text)
    }

    /// In words; nobody says more of a few days.
    private static let longestWithHours = 24

    private static func areHours(_ clock: ArraySlice<String>, behind words: ArraySlice<String>) -> Bool {
        guard let lead = clock.first else { return false }
        if isTime(clock) { return HoursText.leads.contains(lead) || isTime([lead]) }
        // `after 7`: beside a date or a month, and from 13 on, a number may be a day.
        let numbers = clock.dropFirst().compactMap { Digits.number($0.utf8) }
        return ["after", "before", "between"].contains(lead) && !numbers.isEmpty && numbers.allSatisfy { $0 <= 12 }
            && !words.contains { word in
                word.contains(where: \.isNumber) || word.hasPrefix("month")
                    || Self.words(of: word).contains(where: DayWords.isMonthByName)
            }
    }

    /// `Dec 13 after 7pm` is no 7:13, and `Dec 4 to 6pm` no hours of all December.
    private static func beginsWithDay(_ clock: ArraySlice<String>, behind words: ArraySlice<String>) -> Bool {
        guard let first = clock.first, first.first?.isNumber == true, !isTime([first]) || first.contains("-") else {
            return false
        }
        if clock.count > 1, ["after", "before"].contains(clock[clock.startIndex + 1]) { return true }
        return words.last.flatMap { Self.words(of: $0).last }.map(DayWords.isMonthByName) ?? false
    }
}
