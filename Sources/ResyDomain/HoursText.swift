/// Hours that a diner's words name where one time may stand: `after 9:30 pm`, `8pm or later`, `7-9pm`, `lunch`.
enum HoursText {
    struct Said: Equatable {
        var earliest: TimeWish?
        var latest: TimeWish?
        /// Its hours are meant.
        var part: DayPart?

        /// With the half of the day that a word beside them names.
        func settled(by part: DayPart?) -> Said {
            Said(earliest: earliest?.settled(by: part), latest: latest?.settled(by: part), part: self.part)
        }
    }

    private static let before: [[String]] = [
        ["before"], ["by"], ["until"], ["till"], ["up", "to"], ["no", "later", "than"], ["not", "later", "than"],
        ["not", "after"], ["earlier", "than"], ["latest"],
    ]
    private static let after: [[String]] = [
        ["after"], ["from"], ["past"], ["starting", "at"], ["starting"], ["no", "earlier", "than"],
        ["not", "earlier", "than"], ["not", "before"], ["later", "than"], ["since"], ["earliest"],
    ]
    /// What words for hours begin with, their first words.
    static let leads = Set((before + after).compactMap(\.first) + ["between"])
    private static let orBefore: [[String]] = [["or", "earlier"], ["or", "before"], ["at", "the", "latest"]]
    private static let orAfter: [[String]] = [
        ["or", "later"], ["or", "after"], ["and", "later"], ["onward"], ["onwards"], ["on"], ["at", "the", "earliest"],
        ["+"],
    ]
    private static let ranges = [" to ", " until ", " till ", " through ", "-"]
    private static let fillers: Set<String> = [
        "any", "anytime", "sometime", "time", "at", "in", "the", "for", "around", "during", "this",
    ]

    /// Nil for words that name no hours; one time alone is none.
    static func read(_ text: String, part: DayPart? = nil) -> Said? {
        let clean = Digits.ascii(CleanText.cut(text, to: 100)).lowercased().replacing("–", with: "-")
            .replacing("—", with: "-").replacing("+", with: " + ")
        let words = clean.split(separator: " ").map(String.init)
        let parts = words.filter { !fillers.contains($0) }.map { DayPart($0) ?? DayPart(ofMany: $0) }
        if parts.count == 1, let named = parts[0] { return Said(part: named) }
        if let range = range(words, part) { return range }
        let rest = Array(words.drop { ["any", "anytime", "sometime", "time"].contains($0) })
        if let wish = time(rest, leads: after, ends: orAfter, part) { return Said(earliest: wish) }
        return time(rest, leads: before, ends: orBefore, part).map { Said(latest: $0) }
    }

    /// `7-9pm`, `between 7 and 9`, `noon to 2`.
    private static func range(_ words: [String], _ part: DayPart?) -> Said? {
        let isBetween = words.first == "between"
        let rest = words.drop { ["between", "from", "anytime"].contains($0) }.joined(separator: " ")
        for separator in isBetween ? [" and ", " & "] + ranges : ranges {
            let ends = rest.replacing(separator, with: "\u{1F}").split(separator: "\u{1F}")
                .compactMap { try? TimeText.parse(String($0), part: part) }
            guard ends.count == 2, rest.replacing(separator, with: "\u{1F}").count(where: { $0 == "\u{1F}" }) == 1
            else {
                continue
            }
            return Said(earliest: ends[0], latest: ends[1])
        }
        return nil
    }

    /// The time behind one of the leads, before one of the ends, or between both.
    private static func time(
        _ words: [String], leads: [[String]], ends: [[String]], _ part: DayPart?
    ) -> TimeWish? {
        let lead = leads.first { words.starts(with: $0) } ?? []
        let end = ends.first { words.count > $0.count && Array(words.suffix($0.count)) == $0 } ?? []
        guard lead.count + end.count > 0, words.count > lead.count + end.count else { return nil }
        return try? TimeText.parse(words.dropFirst(lead.count).dropLast(end.count).joined(separator: " "), part: part)
    }
}
