/// Rules by months, in a restaurant's words.
enum ReleaseMonths {
    private static let earlier: Set<String> = ["previous", "preceding", "prior"]
    private static let each: Set<String> = ["each", "every", "the", "a"]

    /// `the previous month` is no earlier rule of the house.
    static func withoutPrevious(_ words: [String]) -> [String] {
        words.indices.filter { !(earlier.contains(words[$0]) && isMonth(words, $0 + 1)) }.map { words[$0] }
    }

    static func areTold(_ words: [String]) -> Bool {
        words.contains(where: ReleaseTerms.namesReservations) && words.contains { $0.hasPrefix("month") }
    }

    static func opens(_ words: [String]) -> Bool {
        words.contains { $0 == "open" || $0 == "opens" || $0.hasPrefix("avail") }
    }

    /// `for the following month … on the 1st of each month`, `on the 1st of the previous month`; nil where it may mean another
    /// thing: two days, a weekday, two months.
    static func dayOfMonthBefore(_ words: [String]) -> Int? {
        let found = words.indices.compactMap { index in ordinal(words[index]).map { (index, $0) } }
        guard found.count == 1, let (place, day) = found.first, (1...28).contains(day) else { return nil }
        var next = place + 1
        if word(words, next) == "day" { next += 1 }
        guard word(words, next) == "of" else { return nil }
        next += 1
        if each.contains(word(words, next)) { next += 1 }
        let isOfEarlier = earlier.contains(word(words, next))
        if isOfEarlier { next += 1 }
        guard isMonth(words, next) else { return nil }
        let isForNext = words.indices.contains { index in
            ["following", "next"].contains(words[index]) && isMonth(words, index + 1)
        }
        return isOfEarlier != isForNext ? day : nil
    }

    private static func word(_ words: [String], _ index: Int) -> String {
        words.indices.contains(index) ? words[index] : ""
    }

    /// `month`, `calendar month`.
    private static func isMonth(_ words: [String], _ index: Int) -> Bool {
        let calendar = ["calendar", "full", "entire", "whole"].contains(word(words, index))
        return word(words, calendar ? index + 1 : index) == "month"
    }

    private static func ordinal(_ word: String) -> Int? {
        let digits = word.prefix { $0.isNumber }
        return ["st", "nd", "rd", "th"].contains(word.dropFirst(digits.count)) ? Int(digits) : nil
    }
}
