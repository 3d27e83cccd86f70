extension DateText {
    /// Days with a time beside them: `Fri-Sun 8pm`, `Friday 8pm, Saturday`. The words for the days alone, and each time
    /// that stands with them.
    static func apart(_ text: String, today: CalendarDay) -> (days: String, times: [TimeWish]) {
        if let one = try? read(text, today: today) { return (text, one.time.map { [$0] } ?? []) }
        let clean = Digits.ascii(CleanText.cut(text, to: 1000)).lowercased()
        let times = parts(of: clean).compactMap { (try? read($0, today: today))?.time }
        if !times.isEmpty { return (text, times) }
        // `this weekend at 8 pm`: the longest end that is a time, behind words that are days by themselves.
        let words = clean.split(separator: " ").map(String.init)
        for count in stride(from: min(5, words.count - 1), to: 0, by: -1) {
            let (clock, rest) = (words.suffix(count), words.dropLast(count).joined(separator: " "))
            guard isTime(clock), (try? saidDays([rest], today: today)) != nil else { continue }
            let said = clock.drop { $0 == "at" || $0 == "@" }.joined(separator: " ")
            if let time = try? TimeText.parse(said) { return (rest, [time]) }
        }
        return (text, [])
    }
}
