/// Tells a line of a restaurant's terms that speaks of money to pay from one that is only polite.
enum ChargeWords {
    /// The amounts above zero that stand beside a currency: 25 in `$25 no-show fee`.
    static func amounts(in line: String) -> [Double] {
        let words = split(line.lowercased())
        return words.indices.compactMap { isAmount(at: $0, words) ? amount(words[$0]) : nil }
    }

    /// Whether a number there stands beside a currency.
    static func isAmount(at index: Int, _ words: [Substring]) -> Bool {
        guard amount(words[index]) != nil else { return false }
        return index > words.startIndex && isCurrency(words[index - 1]) || isAbbreviated(before: index, words)
            || index + 1 < words.endIndex && isCurrency(words[index + 1])
    }

    /// An amount, or a word for taking one that its sentence does not deny: `a deposit is required`, not `you won't be
    /// charged`.
    static func speakOfMoney(_ line: String) -> Bool {
        guard amounts(in: line).isEmpty else { return true }
        var text = line.lowercased().replacing("\u{2011}", with: "-")
        for (words, meaning) in phrases { text = text.replacing(words, with: meaning) }
        return text.split { ".!?;".contains($0) }.contains { isOfMoney(split(String($0))) }
    }

    /// Whether what the line names is for each of the party.
    static func isPerGuest(_ line: String) -> Bool {
        let words = split(line.lowercased())
        return words.contains("pp") || words.contains("each")
            || words.indices.dropFirst().contains { index in
                guests.contains(words[index]) && ["per", "a", "/", "par", "pro", "por"].contains(words[index - 1])
            }
    }

    private static func isOfMoney(_ words: [Substring]) -> Bool {
        let isDenied = words.contains(where: denials.contains) && !words.contains(where: exceptions.contains)
        // An amount of zero is the word that there is none.
        guard !isDenied, !words.contains(where: isZero) else { return false }
        let takesACard = words.contains("card") || words.contains("cards")
        return words.contains { word in
            takings.contains(where: word.hasPrefix) || ["fee", "fees", "penalty"].contains(word)
                || takesACard && holdings.contains(where: word.hasPrefix)
        }
    }

    /// Read as one word, so that their `no` and `not` deny nothing.
    private static let phrases = [
        ("no-show", "absence"), ("no show", "absence"), ("non-refund", "nonrefund"), ("non refund", "nonrefund"),
        ("not refund", "nonrefund"), ("no refund", "nonrefund"), ("pre-pa", "prepa"),
    ]

    private static let takings = ["deposit", "forfeit", "charge", "refund", "nonrefund", "prepa"]

    /// What is done with a card only where it may be charged.
    private static let holdings = ["held", "hold", "guarantee", "secure", "authori", "require"]

    static let guests: Set<Substring> = [
        "guest", "person", "personne", "persona", "seat", "head", "diner", "cover", "pax",
    ]

    private static let exceptions: Set<Substring> = ["unless", "otherwise", "except"]

    private static let denials: Set<Substring> = [
        "no", "not", "t", "cannot", "without", "free", "never", "none", "nothing", "any", "avoid", "waive", "waived",
    ]

    private static let currencies: Set<String> = [
        "usd", "eur", "gbp", "cad", "aud", "nzd", "chf", "mxn", "jpy", "hkd", "sgd", "aed", "sek", "dkk", "nok", "brl",
        "dollar", "dollars", "euro", "euros", "pound", "pounds", "kr", "zł", "rs", "inr", "円", "元",
        "bucks", "quid",
    ]

    /// Those that take a full stop: `Rs. 500`.
    static let abbreviations: Set<Substring> = ["rs", "kr", "fr"]

    private static func isAbbreviated(before index: Int, _ words: [Substring]) -> Bool {
        index > 1 && words[index - 1] == "." && abbreviations.contains(words[index - 2])
    }

    /// Runs of digits, runs of letters, and each other character by itself; spaces fall away.
    static func split(_ text: String) -> [Substring] {
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
        guard word.first?.isNumber == true else { return nil }
        var digits = word.map { $0.wholeNumberValue.map { String($0) } ?? String($0) }.joined()
        while let last = digits.last, !last.isNumber { digits.removeLast() }
        let parts = digits.split(separator: ",", omittingEmptySubsequences: false)
        if parts.count == 2, parts[1].count < 3 {
            digits.replace(",", with: ".")
        } else {
            digits.replace(",", with: "")
        }
        guard let amount = Double(digits), amount.isFinite, amount > 0 else { return nil }
        return amount
    }

    private static func isZero(_ word: Substring) -> Bool {
        word.first?.isNumber == true && !word.contains { $0.isNumber && $0.wholeNumberValue != 0 }
    }

    private static func isCurrency(_ word: Substring) -> Bool {
        guard let first = word.first else { return false }
        return first.isLetter ? currencies.contains(String(word)) : first.isCurrencySymbol
    }
}
