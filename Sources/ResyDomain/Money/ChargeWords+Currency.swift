/// What the sign beside an amount says of its currency.
extension ChargeWords {
    /// Whether the words put one of these amounts in another currency than that: `£30` is no USD 30. A dollar sign is that
    /// of any dollar.
    package static func contradict(_ currency: String?, for amounts: Set<Amount>, in lines: [String]) -> Bool {
        guard let currency else { return false }
        return lines.contains { line in
            named(in: line) { amounts.contains($0) }.contains { !$0.contains(currency) }
        }
    }

    /// The currency of these amounts: the `known` one, unless the words put them in another; else the one that the words name, a
    /// sign of several as it is meant at the `place`; else the place's. Nil where none of them says it.
    package static func currency(
        of amounts: Set<Amount>, in lines: [String], known: String?, place: String?
    ) -> String? {
        if let known { return contradict(known, for: amounts, in: lines) ? nil : known }
        let exact = lines.flatMap { line in named(in: line) { amounts.contains($0) } }
        let all = exact.isEmpty ? lines.flatMap { line in named(in: line) { _ in true } } : exact
        guard let first = all.first else { return place }
        let common = all.dropFirst().reduce(first) { $0.intersection($1) }
        if let place, common.contains(place) { return place }
        return usual.first { common.contains($0) } ?? (common.count == 1 ? common.first : nil)
    }

    /// What may be meant by the sign or the word beside each amount of a line that is wanted.
    private static func named(in line: String, _ isWanted: (Amount) -> Bool) -> [Set<String>] {
        let words = split(line.lowercased())
        return words.indices.compactMap { index in
            guard isAmount(at: index, words), let amount = amount(words[index]).flatMap({ Amount($0) }),
                isWanted(amount)
            else { return nil }
            let beside = [index - 1, index + 1].filter { words.indices.contains($0) }.map { words[$0] }
            let meant = beside.compactMap { signs[$0] }
            return meant.isEmpty ? nil : meant.reduce(Set()) { $0.union($1) }
        }
    }

    /// Of a sign that several have, where nobody knows the place.
    private static let usual = ["USD", "EUR", "GBP"]

    private static let dollars: Set<String> = [
        "USD", "CAD", "AUD", "NZD", "HKD", "SGD", "MXN", "TWD", "BBD", "BSD", "JMD", "COP", "CLP", "ARS",
    ]

    private static let signs: [Substring: Set<String>] = [
        "$": dollars, "＄": dollars, "dollar": dollars, "dollars": dollars, "€": ["EUR"], "euro": ["EUR"],
        "euros": ["EUR"], "£": ["GBP", "EGP", "GIP"], "pound": ["GBP", "EGP", "GIP"],
        "pounds": ["GBP", "EGP", "GIP"], "¥": ["JPY", "CNY"], "円": ["JPY"], "元": ["CNY"], "₩": ["KRW"], "฿": ["THB"],
        "usd": ["USD"], "eur": ["EUR"], "gbp": ["GBP"], "cad": ["CAD"], "aud": ["AUD"], "nzd": ["NZD"], "chf": ["CHF"],
        "mxn": ["MXN"], "jpy": ["JPY"], "hkd": ["HKD"], "sgd": ["SGD"], "aed": ["AED"], "sek": ["SEK"], "dkk": ["DKK"],
        "nok": ["NOK"], "brl": ["BRL"], "kwd": ["KWD"], "krw": ["KRW"], "inr": ["INR"],
    ]
}
