/// Weekdays that words name together: `Mon-Thu`, `Fridays and Saturdays`, `weekdays`.
struct WeekdayChoice {
    /// From one to another, which may lie behind the end of the week.
    struct Run {
        let first: Weekday
        let last: Weekday

        var weekdays: [Weekday] {
            let length = (last.rawValue - first.rawValue + 7) % 7
            return (0...length).map { Weekday.allCases[(first.rawValue + $0) % 7] }
        }
    }

    private(set) var runs: [Run] = []
    /// Said of every week, `Fridays`, and not of the next to come.
    var isHabit = false

    var weekdays: Set<Weekday> { Set(runs.flatMap(\.weekdays)) }

    private static let ranges: Set<String> = ["-", "to", "through", "thru", "until", "till"]
    private static let lists: Set<String> = ["and", "or", "&", "/", "+", ",", ";"]

    /// The weekdays that `words` begin with, and what stands behind them; nil where they begin with none, or where what is
    /// behind belongs to a list. `isBetween`: an `and` stands between the ends of a range. `isHabit`: those of every week, whatever
    /// their form.
    static func leading(
        _ words: ArraySlice<String>, isBetween: Bool = false, isHabit: Bool = false
    ) -> (choice: WeekdayChoice, rest: ArraySlice<String>)? {
        var (choice, rest) = (WeekdayChoice(), words)
        while let first = rest.first {
            guard let run = choice.take(first) else { return nil }
            rest = rest.dropFirst()
            if let word = rest.first, ranges.contains(word) || isBetween && ["and", "&"].contains(word),
                let last = rest.dropFirst().first.flatMap(one)
            {
                choice.runs.append(Run(first: run.first, last: last))
                rest = rest.dropFirst(2)
            } else {
                choice.runs.append(run)
            }
            let listed = rest.drop { lists.contains($0) }
            guard listed.startIndex > rest.startIndex, let next = listed.first, Self.run(next) != nil else { break }
            rest = listed
        }
        // `Saturday or next week` is a list; a comma may part anything.
        if let next = rest.first, next != ",",
            lists.contains(next) || !(isHabit || choice.isHabit) && ranges.contains(next)
        {
            return nil
        }
        return choice.runs.isEmpty ? nil : (choice, rest)
    }

    private mutating func take(_ word: String) -> Run? {
        guard let run = Self.run(word) else { return nil }
        if DayWords.weekday(word) == nil, word != "weekend" { isHabit = true }
        return run
    }

    /// A weekday, those of every week, or several that have a name together.
    private static func run(_ word: String) -> Run? {
        switch word {
        case "weekday", "weekdays", "weeknight", "weeknights", "workday", "workdays":
            Run(first: .monday, last: .friday)
        case "weekend", "weekends": Run(first: .saturday, last: .sunday)
        default: one(word).map { Run(first: $0, last: $0) }
        }
    }

    /// `Friday` and `Fridays`; not the `s` of `Tues`.
    static func one(_ word: String) -> Weekday? {
        DayWords.weekday(word) ?? (word.hasSuffix("s") ? DayWords.weekday(String(word.dropLast())) : nil)
    }
}
