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
        let areDays = (try? saidDays([text], today: today)) != nil
        for count in stride(from: min(5, words.count - 1), to: 0, by: -1) {
            let (clock, rest) = (words.suffix(count), words.dropLast(count))
            let days = rest.joined(separator: " ")
            guard isTime(clock) || !areDays && areHours(clock, behind: rest),
                (try? saidDays([days], today: today)) != nil
            else { continue }
            let said = clock.drop { $0 == "at" || $0 == "@" }.joined(separator: " ")
            if isTime(clock), let time = try? TimeText.parse(said) { return Apart(days: days, times: [time]) }
            if !areDays, let hours = HoursText.read(said), hours.part == nil { return Apart(days: days, hours: hours) }
        }
        return Apart(days: text)
    }

    /// `after 7`: behind a month, and behind other words, a number may be a day.
    private static func areHours(_ clock: ArraySlice<String>, behind words: ArraySlice<String>) -> Bool {
        ["after", "before", "between"].contains(clock.first) && words.last.map { DayWords.month($0) == nil } ?? false
    }
}
