/// Numbers that are written as words, for names that some write so and others in digits: "Twenty-One Club", "21 Club".
package enum SpelledNumber {
    /// Folded words with each run of number words as one in digits: "sixty three" is "63", "twenty first" is "21st".
    static func digits(in words: [String]) -> [String] {
        var result: [String] = []
        var position = 0
        while position < words.count {
            let (value, length, isOrdinal) = number(words[position...])
            if length > 0 {
                result.append(isOrdinal ? ordinal(value) : String(value))
                position += length
            } else {
                result.append(words[position])
                position += 1
            }
        }
        return result
    }

    /// The same name with its numbers written the other way, for a search that takes no such pains; nil where there are none.
    package static func otherSpelling(of name: String) -> String? {
        let words = FoldedName.words(of: name)
        let inDigits = digits(in: words)
        if inDigits != words { return inDigits.joined(separator: " ") }
        let inWords = words.map { spelled($0) ?? $0 }
        return inWords == words ? nil : inWords.joined(separator: " ")
    }

    /// "63" and "21st" as words; nil for what is no such number.
    private static func spelled(_ word: String) -> String? {
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        guard let value = Int(digits), (1...99).contains(value) else { return nil }
        let isOrdinal = word != digits
        guard !isOrdinal || word == ordinal(value) else { return nil }
        let whole = isOrdinal ? smallOrdinals : small
        if let single = (isOrdinal ? tensOrdinals : tens).first(where: { $0.value == value && $0.key != "fourty" }) {
            return single.key
        }
        if let single = whole.first(where: { $0.value == value }) { return single.key }
        guard let head = tens.first(where: { $0.value == value - value % 10 && $0.key != "fourty" }),
            let tail = whole.first(where: { $0.value == value % 10 })
        else { return nil }
        return "\(head.key) \(tail.key)"
    }

    /// The number that the words begin with; no length where they begin with none.
    private static func number(_ words: ArraySlice<String>) -> (value: Int, length: Int, isOrdinal: Bool) {
        let start = words.startIndex
        func word(_ offset: Int) -> String { start + offset < words.endIndex ? words[start + offset] : "" }
        var (value, length, isOrdinal) = belowHundred(word(0), word(1))
        if !isOrdinal, length > 0, value < 100, ["hundred", "hundredth"].contains(word(length)) {
            isOrdinal = word(length) == "hundredth"
            (value, length) = (value * 100, length + 1)
            let offset = word(length) == "and" ? 1 : 0
            let rest = belowHundred(word(length + offset), word(length + offset + 1))
            if !isOrdinal, rest.length > 0 {
                (value, length, isOrdinal) = (value + rest.value, length + offset + rest.length, rest.isOrdinal)
            }
        }
        return (value, length, isOrdinal)
    }

    private static func belowHundred(_ first: String, _ second: String) -> (value: Int, length: Int, isOrdinal: Bool) {
        if let small = small[first] { return (small, 1, false) }
        if let small = smallOrdinals[first] { return (small, 1, true) }
        if let tens = tensOrdinals[first] { return (tens, 1, true) }
        guard let tens = tens[first] else { return (0, 0, false) }
        if let unit = small[second], unit < 10 { return (tens + unit, 2, false) }
        if let unit = smallOrdinals[second], unit < 10 { return (tens + unit, 2, true) }
        return (tens, 1, false)
    }

    private static func ordinal(_ value: Int) -> String {
        let ending =
            switch (value % 10, value % 100) {
            case (_, 11...13): "th"
            case (1, _): "st"
            case (2, _): "nd"
            case (3, _): "rd"
            default: "th"
            }
        return "\(value)\(ending)"
    }

    private static let small = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
        "eighteen": 18, "nineteen": 19,
    ]
    private static let tens = [
        "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
        "ninety": 90,
    ]
    private static let smallOrdinals = [
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
        "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
        "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    ]
    private static let tensOrdinals = [
        "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70,
        "eightieth": 80, "ninetieth": 90,
    ]
}
