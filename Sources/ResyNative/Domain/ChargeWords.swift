/// Tells a line of a restaurant's terms that speaks of money to pay from one that is only polite.
enum ChargeWords {
    /// The amounts above zero that stand beside a currency: 25 in `$25 no-show fee`.
    static func amounts(in line: String) -> [Double] {
        let words = split(line.lowercased())
        return words.indices.compactMap { index in
            guard let amount = amount(words[index]) else { return nil }
            let before = index > words.startIndex && isCurrency(words[index - 1])
            let after = index + 1 < words.endIndex && isCurrency(words[index + 1])
            return before || after ? amount : nil
        }
    }

    /// An amount, or a word for taking one that the line does not deny: `a deposit is required`, not `you won't be charged`.
    static func speakOfMoney(_ line: String) -> Bool {
        guard amounts(in: line).isEmpty else { return true }
        let text = line.lowercased().replacing("no-show", with: "absence").replacing("no show", with: "absence")
        let words = split(text)
        // An amount of zero is the word that there is none.
        guard !words.contains(where: denials.contains), !words.contains(where: isZero) else { return false }
        return words.contains { word in
            ["fee", "fees", "deposit", "deposits", "penalty"].contains(word) || word.hasPrefix("forfeit")
                || word.hasPrefix("charge")
        }
    }

    private static let denials: Set<Substring> = [
        "no", "not", "t", "cannot", "without", "free", "never", "none", "nothing", "any", "avoid", "waive", "waived",
    ]

    private static let currencies: Set<String> = [
        "usd", "eur", "gbp", "cad", "aud", "nzd", "chf", "mxn", "jpy", "hkd", "sgd", "aed", "sek", "dkk", "nok", "brl",
        "dollar", "dollars", "euro", "euros", "pound", "pounds", "kr", "zł", "rs", "円", "元",
    ]

    /// Runs of digits, runs of letters, and each other character by itself; spaces fall away.
    private static func split(_ text: String) -> [Substring] {
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
    private static func amount(_ word: Substring) -> Double? {
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
