/// The time of day that a diner's words mean.
///
/// `7:00`, `7` and `half past seven` may be morning or evening: no half of the day, no leading zero, no hour over 12.
/// A word such as `evening` settles it; else the tables do, see `DoubtfulTime`. `07:00` and `19:00` are what they say.
package enum TimeText {
    /// Words that wish for no time, such as `any`.
    package static func isNoWish(_ text: String) -> Bool {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
        return ["", "any", "anytime", "any time", "whenever", "flexible", "no preference", "whatever"].contains(words)
    }

    /// `part` is what the date's words say of the day.
    package static func parse(_ text: String, part: DayPart? = nil) throws(TimeTextError) -> TimeWish {
        let said = CleanText.cut(text, to: 60)
        do throws(TimeTextError.Reason) {
            return try read(Digits.ascii(CleanText.cut(text, to: 100)), said: said).settled(by: part)
        } catch {
            throw TimeTextError(reason: error, text: said)
        }
    }

    private static func read(_ text: String, said: String) throws(TimeTextError.Reason) -> TimeWish {
        let text = text.lowercased().replacing("’", with: "'")
        do throws(TimeTextError.Reason) {
            return try one(words(of: text), said: said)
        } catch {
            throw error == .notUnderstood && isSeveral(text) ? .several : error
        }
    }

    private static let edges: Set<Character> = [",", ";", "!", "?", "(", ")", "\"", "“", "”", "'", "~"]
    private static let fillers: Set<Substring> = [
        "at", "@", "around", "about", "approximately", "approx", "approx.", "roughly", "ca.", "ca", "circa", "say",
        "like",
        "sharp", "exactly", "in", "the", "this", "for", "on", "o'clock", "oclock", "hours", "hrs", "please", "clock",
    ]

    /// In lower case; `half-past` is two.
    private static func words(of text: String) -> [Substring] {
        text.split { $0 == " " }.flatMap { piece in
            piece.contains(where: \.isNumber) ? [piece] : piece.split(separator: "-")
        }.map { piece in
            var word = piece
            while let first = word.first, edges.contains(first) { word = word.dropFirst() }
            while let last = word.last, edges.contains(last) { word = word.dropLast() }
            return word
        }.filter { !$0.isEmpty }
    }

    private static func one(_ said: [Substring], said text: String) throws(TimeTextError.Reason) -> TimeWish {
        var words = said.filter { !fillers.contains($0) }
        let part = words.lazy.compactMap { DayPart(String($0)) }.first
        words.removeAll { DayPart(String($0)) != nil }
        let half = takeHalf(&words)
        // `7 pm pm`
        if half != nil, words.count > 1, let other = HalfDay.said[words[words.count - 1]] {
            guard other == half else { throw .notUnderstood }
            words.removeLast()
        }
        takeVagueness(&words)
        switch words.joined() {
        case "noon", "midday", "12noon", "noon.": return .at(TimeOfDay(minutesAfterMidnight: 720))
        case "midnight", "12midnight", "midnight.": return .at(TimeOfDay(minutesAfterMidnight: 0))
        default: break
        }
        if half == nil, let last = words.last, last.last == "." { words[words.count - 1] = last.dropLast() }
        // `7 30` is 7:30, and `14 7` is nothing.
        for (index, word) in words.enumerated().dropFirst()
        where word.first?.isNumber == true && words[index - 1].last?.isNumber == true {
            guard word.count == 2 else { throw .notUnderstood }
            words[index] = ":" + word
        }
        guard let clock = SpokenClock(words) else { throw .notUnderstood }
        if half == nil, clock.minute == nil, clock.hour == 0 { throw .notUnderstood }
        // `00` to `23`, and 24 hours have no 24:00.
        guard TimeOfDay(hour: clock.hour, minute: clock.minute ?? 0) != nil else { throw .noSuchTime }
        let time = TimeOfDay(minutesAfterMidnight: clock.hour * 60 + (clock.minute ?? 0) + clock.shift)
        guard let half else {
            return clock.isOf24Hours ? .at(time) : TimeWish.either(DoubtfulTime(time, said: text)).settled(by: part)
        }
        guard (1...12).contains(clock.hour) else { throw .noSuchTime }
        let minutes = (clock.hour % 12 + (half == .evening ? 12 : 0)) * 60 + (clock.minute ?? 0) + clock.shift
        return .at(TimeOfDay(minutesAfterMidnight: minutes))
    }

    /// Takes `pm`, `p.m.`, `p.m` or `p` off the end, whether it stands alone or not.
    private static func takeHalf(_ words: inout [Substring]) -> HalfDay? {
        var rest = words.joined()[...]
        func take(_ letter: Character) -> Bool {
            guard rest.last == letter else { return false }
            rest = rest.dropLast()
            return true
        }
        if rest.hasSuffix("ish") { rest = rest.dropLast(3) }
        _ = take("-")
        _ = take(".")
        if take("m") { _ = take(".") }
        let half: HalfDay? = take("p") ? .evening : take("a") ? .morning : nil
        guard half != nil else { return nil }
        // As many characters off the words' own end.
        var surplus = words.reduce(0) { $0 + $1.count } - rest.count
        while surplus > 0, let last = words.last {
            words.removeLast()
            if last.count > surplus { words.append(last.dropLast(surplus)) }
            surplus -= min(surplus, last.count)
        }
        return half
    }

    /// `7ish` is 7: how far around it one looks is another question.
    private static func takeVagueness(_ words: inout [Substring]) {
        guard let last = words.last else { return }
        for ending in ["-ish", "ish", "o'clock", "oclock"] where last.hasSuffix(ending) {
            words.removeLast()
            if last.count > ending.count { words.append(last.dropLast(ending.count)) }
            return
        }
    }

    /// Whether all its pieces are times, or numbers as in `7-9pm`.
    private static func isSeveral(_ text: String) -> Bool {
        var text = text
        for word in [" or ", " and ", " to ", " until ", " till ", "–", "—", ",", "/"] {
            text = text.replacing(word, with: "-")
        }
        for word in ["between ", "from "] where text.hasPrefix(word) { text = String(text.dropFirst(word.count)) }
        let pieces = text.split(separator: "-")
        return pieces.count > 1
            && pieces.allSatisfy { piece in (try? one(words(of: String(piece)), said: "")) != nil }
    }
}
