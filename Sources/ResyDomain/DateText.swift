/// The day that a diner's words mean.
///
/// Weeks start on Monday; a date without a year is the next one to come, today included; the month comes before the
/// day in `2/14`. A weekday beside a date must be the weekday of that date. A part of the day or a time may stand with it.
package enum DateText {
    /// `today` is today at the restaurant. A day more than a year away is understood like any other.
    package static func parse(_ text: String, today: CalendarDay) throws(DateTextError) -> CalendarDay {
        try read(text, today: today).day
    }

    /// The same, with the part of the day and the time that stand beside the date. `isNight`: it is so early there that
    /// the evening of yesterday is still on, and may be named.
    package static func read(
        _ text: String, today: CalendarDay, isNight: Bool = false
    ) throws(DateTextError) -> SaidDay {
        do throws(DateTextError.Reason) {
            let clean = Digits.ascii(CleanText.cut(text, to: 200)).lowercased()
            let stamp = try Timestamp(clean)
            // As programs write it, most are.
            let plain = stamp == nil ? CalendarDay(iso: clean) : nil
            var said =
                if let stamp { stamp.said } else if let plain { SaidDay(day: plain) } else { try one(clean, today) }
            let eve = isNight ? today.adding(days: -1) : today
            // A date without its year, which is that of the evening still on.
            if isNight, said.day > today, let before = try? one(clean, eve), before.day == eve, before.later == nil {
                (said.day, said.later) = (eve, said.day)
            }
            guard said.day >= eve else { throw .past(said.day) }
            return said
        } catch {
            throw DateTextError(reason: error, text: CleanText.cut(text, to: 60), today: today)
        }
    }

    private static func one(_ text: String, _ today: CalendarDay) throws(DateTextError.Reason) -> SaidDay {
        let words = words(of: text)
        do throws(DateTextError.Reason) {
            return try day(words, today)
        } catch {
            guard error == .notUnderstood else { throw error }
            if let withTime = try timed(words, today) { return withTime }
            let days = try several(text, today)
            throw days.isEmpty ? error : .several(days)
        }
    }

    private static let edges: Set<Character> = [
        ".", "!", "?", ";", ":", "\"", "'", "“", "”", "(", ")", "[", "]", "<", ">", "*", "_",
    ]

    /// Lower case, split at spaces and commas, without punctuation at the ends and words that change nothing.
    static func words(of text: String) -> [String] {
        let text = text.replacing("’", with: "'").replacing("‘", with: "'").replacing("@", with: " at ")
        let pieces = text.split { $0 == " " || $0 == "," }.flatMap { piece in
            // `14-feb-2027` is three words, `2026-02-14` one.
            piece.contains(where: \.isLetter) ? piece.split(separator: "-").flatMap(monthAndDay) : [piece]
        }
        return pieces.map { piece in
            var word = piece
            // Between the ends of a range.
            if word.count > 1, word.allSatisfy({ $0 == "." }) { return ".." }
            while let first = word.first, edges.contains(first) { word = word.dropFirst() }
            while let last = word.last, edges.contains(last) { word = word.dropLast() }
            // `Friday's dinner` is on one Friday.
            if word.hasSuffix("'s"), DayWords.weekday(String(word.dropLast(2))) != nil { word = word.dropLast(2) }
            return String(word.replacing("'", with: ""))
        }.filter { !["", "on", "the", "of", "for"].contains($0) }
    }

    /// `dec5` is two words.
    private static func monthAndDay(_ word: Substring) -> [Substring] {
        let name = word.prefix { $0.isLetter }
        let number = word[name.endIndex...]
        guard number.first?.isNumber == true, DayWords.ordinal(String(number)) != nil,
            DayWords.month(String(name)) != nil
        else { return [word] }
        return [name, number]
    }

    /// A day with at most a part of the day beside it.
    private static func day(_ said: [String], _ today: CalendarDay) throws(DateTextError.Reason) -> SaidDay {
        let (words, part) = withoutPart(said)
        var found = try DayWords.day(words, today)
        found.part = part
        return found
    }

    /// `friday night` is `friday`, `this evening` `today`, `last night` `yesterday`.
    static func withoutPart(_ said: [String]) -> ([String], DayPart?) {
        var (words, part): ([String], DayPart?) = ([], nil)
        for (index, word) in said.enumerated() {
            // `dinner time`
            if word == "time", index > 0, DayPart(said[index - 1]) != nil { continue }
            guard let named = DayPart(word) else {
                words.append(word)
                continue
            }
            part = named
            while let last = words.last, ["in", "at", "during"].contains(last) { words.removeLast() }
            if word == "tonight" || word == "tonite" {
                words.append("today")
            } else if words.last == "this" {
                words[words.count - 1] = "today"
            } else if words.last == "last" {
                words[words.count - 1] = "yesterday"
            }
        }
        if part != nil { words.removeAll { $0 == "late" || $0 == "early" } }
        if words == ["later", "today"] { words.removeFirst() }
        return (words, part)
    }

    /// A day with a time before or behind it: `tonight at 7`, `7pm on Friday`. Nil where no words are a time.
    private static func timed(_ words: [String], _ today: CalendarDay) throws(DateTextError.Reason) -> SaidDay? {
        guard words.count > 1 else { return nil }
        for count in 1...min(6, words.count - 1) {
            for isLast in [true, false] {
                let clock = isLast ? words.suffix(count) : words.prefix(count)
                let rest = Array(isLast ? words.dropLast(count) : words.dropFirst(count))
                guard var found = try? day(rest, today), isTime(clock) || isHour(clock, beside: rest, found.day) else {
                    continue
                }
                let words = clock.drop { $0 == "at" || $0 == "@" }.joined(separator: " ")
                guard let time = try? TimeText.parse(words, part: found.part) else { continue }
                found.time = time
                return found
            }
        }
        return nil
    }

    /// `saturday 7`: a bare number is an hour where none of the next Saturdays is the 7th.
    private static func isHour(_ clock: ArraySlice<String>, beside words: [String], _ day: CalendarDay) -> Bool {
        guard clock.count == 1, let word = clock.first, let number = Digits.number(word.utf8),
            (1...12).contains(number), words.allSatisfy({ $0.allSatisfy(\.isLetter) }),
            words.contains(where: DayWords.isDayByName)
        else { return false }
        return !(0...5).contains { day.adding(days: 7 * $0).day == number }
    }

    /// Such words as say by themselves that a time is meant: a bare `7` may be a day.
    static func isTime(_ words: ArraySlice<String>) -> Bool {
        if let first = words.first, ["at", "@", "around", "about", "half", "quarter"].contains(first) { return true }
        let text = words.joined()
        return text.contains(":")
            || ["pm", "p.m", "am", "a.m", "noon", "midnight", "oclock", "ish"].contains { text.hasSuffix($0) }
    }
}
