/// Tells a line of a restaurant's terms that names an amount to pay from one that is only polite.
enum ChargeWords {
    /// True for an amount of money above zero beside a word for taking it: `$25 no-show fee`, not `menu at $95`.
    static func namesACharge(_ line: String) -> Bool {
        let words = split(line.lowercased())
        return words.contains(where: isTaking) && namesAnAmount(words)
    }

    /// Beginnings, and `fee` whole, for there is coffee too.
    private static func isTaking(_ word: Substring) -> Bool {
        ["fee", "fees", "show", "noshow", "card", "advance"].contains(word)
            || ["charg", "deposit", "forfeit", "penalt", "prepa", "cancel", "refund"].contains { word.hasPrefix($0) }
    }

    private static let currencies: Set<String> = [
        "usd", "eur", "gbp", "cad", "aud", "nzd", "chf", "mxn", "jpy", "hkd", "sgd", "aed", "sek", "dkk", "nok", "brl",
        "dollar", "dollars", "euro", "euros", "pound", "pounds",
    ]

    private enum Word {
        case amount, zero, currency, other
    }

    /// An amount has its currency on one side.
    private static func namesAnAmount(_ words: [Substring]) -> Bool {
        let found = words.map(kind)
        return zip(found, found.dropFirst()).contains { pair in
            pair == (.amount, .currency) || pair == (.currency, .amount)
        }
    }

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

    private static func kind(_ word: Substring) -> Word {
        guard let first = word.first else { return .other }
        if first.isNumber { return word.contains { $0.isNumber && $0 != "0" } ? .amount : .zero }
        if first.isLetter { return currencies.contains(String(word)) ? .currency : .other }
        return first.isCurrencySymbol ? .currency : .other
    }
}
