/// The words in which restaurants speak of money, and how a line of them falls apart.
package enum ChargeWords {
    /// The amounts above zero that stand beside a currency: 25 in `$25 no-show fee`.
    package static func amounts(in line: String) -> [Double] {
        let words = split(line.lowercased())
        return words.indices.compactMap { isAmount(at: $0, words) ? amount(words[$0]) : nil }
    }

    /// Whether a number there stands beside a currency.
    static func isAmount(at index: Int, _ words: [Substring]) -> Bool {
        guard amount(words[index]) != nil else { return false }
        return index > words.startIndex && isCurrency(words[index - 1]) || isAbbreviated(before: index, words)
            || index + 1 < words.endIndex && isCurrency(words[index + 1])
    }

    /// The sentences of a line, as they are worded. A full stop behind an abbreviation ends none.
    static func sentences(of line: String) -> [String] {
        var sentences = [""]
        for word in line.utf8.split(separator: UInt8(ascii: " ")).map({ Substring($0) }) {
            sentences[sentences.count - 1] += (sentences[sentences.count - 1].isEmpty ? "" : " ") + word
            // Nearly every word ends in a letter, and what is ASCII is a character by itself.
            if let last = word.utf8.last, last < 0x80, !".!?;".utf8.contains(last) { continue }
            guard let last = word.last, ".!?;。！？；".contains(last) else { continue }
            let bare = word.lowercased().drop { "(\"“".contains($0) }
            if !shortened.contains(String(bare)) { sentences.append("") }
        }
        return sentences.filter { !$0.isEmpty }
    }

    /// Runs of digits, runs of letters, and each other character by itself; spaces fall away.
    static func split(_ text: String) -> [Substring] {
        text.utf8.allSatisfy { $0 < 0x80 } ? splitASCII(text) : splitCharacters(text)
    }

    private static func splitASCII(_ text: String) -> [Substring] {
        let bytes = text.utf8
        var words: [Substring] = []
        var start = bytes.startIndex
        while start < bytes.endIndex {
            let first = bytes[start]
            var end = bytes.index(after: start)
            while end < bytes.endIndex, isRun(first, bytes[end]) { bytes.formIndex(after: &end) }
            if first != 0x20, !(0x09...0x0D).contains(first) { words.append(text[start..<end]) }
            start = end
        }
        return words
    }

    /// Whether a byte goes on with what the first one began.
    private static func isRun(_ first: UInt8, _ byte: UInt8) -> Bool {
        if isDigit(first) { return isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") }
        return isLetter(first) && isLetter(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func splitCharacters(_ text: String) -> [Substring] {
        var words: [Substring] = []
        var rest = text[...]
        while let first = rest.first {
            let run: Substring =
                if first.isNumber {
                    rest.prefix { $0.isNumber || $0 == "." || $0 == "," }
                } else if first.isLetter {
                    rest.prefix { $0.isLetter }
                } else {
                    rest.prefix(1)
                }
            rest = rest.dropFirst(run.count)
            if !first.isWhitespace { words.append(run) }
        }
        return words
    }

    /// Above zero; `1,000` and `12,50` are told apart by what follows the comma.
    static func amount(_ word: Substring) -> Double? {
        if let first = word.utf8.first, first < 0x80, !isDigit(first) { return nil }
        guard word.first?.isNumber == true else { return nil }
        var digits = word.map { $0.wholeNumberValue.map { String($0) } ?? String($0) }.joined()
        while let last = digits.last, !last.isNumber { digits.removeLast() }
        let parts = digits.split(separator: ",", omittingEmptySubsequences: false)
        if parts.count == 2, parts[1].count < 3 {
            digits = digits.replacing(",", with: ".")
        } else {
            digits = digits.replacing(",", with: "")
        }
        guard let amount = Double(digits), amount.isFinite, amount > 0 else { return nil }
        return amount
    }

    static func isZero(_ word: Substring) -> Bool {
        if let first = word.utf8.first, first < 0x80, !isDigit(first) { return false }
        return word.first?.isNumber == true && !word.contains { $0.isNumber && $0.wholeNumberValue != 0 }
    }

    static let guests: Set<Substring> = [
        "guest", "guests", "person", "personne", "persona", "seat", "head", "diner", "cover", "pax", "adult",
    ]
    static let parties: Set<Substring> = [
        "party", "parties", "table", "tables", "reservation", "reservations", "booking", "bookings", "group", "groups",
    ]
    static let taxes: Set<Substring> = [
        "tax", "taxes", "vat", "gst", "hst", "iva", "mwst", "tva", "ht", "steuer", "impuestos",
    ]

    private static let shortened: Set<String> = [
        "excl.", "incl.", "ex.", "inkl.", "zzgl.", "approx.", "rs.", "kr.", "fr.", "st.", "no.",
    ]

    private static let currencies: Set<String> = [
        "usd", "eur", "gbp", "cad", "aud", "nzd", "chf", "mxn", "jpy", "hkd", "sgd", "aed", "sek", "dkk", "nok", "brl",
        "kwd", "bhd", "krw", "thb", "dollar", "dollars", "euro", "euros", "pound", "pounds", "kr", "zł", "rs", "inr",
        "円", "元", "bucks", "quid",
    ]

    /// Those that take a full stop: `Rs. 500`.
    private static let abbreviations: Set<Substring> = ["rs", "kr", "fr"]

    private static func isAbbreviated(before index: Int, _ words: [Substring]) -> Bool {
        index > 1 && words[index - 1] == "." && abbreviations.contains(words[index - 2])
    }

    static func isCurrency(_ word: Substring) -> Bool {
        guard let first = word.first else { return false }
        return first.isLetter
            ? currencies.contains(String(word)) || first == "円" || first == "元" : first.isCurrencySymbol
    }
}
