/// What the sign beside an amount says of its currency.
extension ChargeWords {
    /// Whether the words put one of these amounts in another currency than that: `£30` is no USD 30. A dollar sign is that
    /// of any dollar.
    package static func contradict(_ currency: String?, for amounts: Set<Amount>, in lines: [String]) -> Bool {
        guard let currency else { return false }
        return lines.contains { line in
            let words = split(line.lowercased())
            return words.indices.contains { index in
                guard isAmount(at: index, words), let amount = amount(words[index]).flatMap({ Amount($0) }),
                    amounts.contains(amount)
                else { return false }
                let beside = [index - 1, index + 1].filter { words.indices.contains($0) }.map { words[$0] }
                let named = beside.compactMap { signs[$0] }
                return !named.isEmpty && !named.contains { $0.contains(currency) }
            }
        }
    }

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
