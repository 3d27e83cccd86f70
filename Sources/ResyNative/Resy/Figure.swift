internal import ResyDomain

/// An amount of money somewhere in an answer, above zero; infinite where there is one that cannot be read.
struct Figure: Equatable {
    /// `$.payment.amounts.tax`
    var path: String
    var amount: Double

    /// What a name promises of its value.
    enum Due {
        /// Anything; only an amount with its currency is money.
        case anything
        /// An amount or a word: `RESERVE` stands where another table has its price.
        case amountOrWord
        /// An amount: whatever else is there is one that cannot be read.
        case amount
    }

    /// All of a part: numbers, and texts that are one, under a name of money; amounts with their currency in any text.
    /// Members are taken by name, so that the same part gives the same list in whatever order it came.
    static func all(in part: JSON?, at path: String, due: Due = .anything) -> [Figure] {
        guard let part else { return [] }
        let unreadable = [Figure(path: path, amount: .infinity)]
        if part.isUnclear {
            let versions = part.kind == .disputed ? part.versions : []
            return versions.flatMap { all(in: $0, at: path, due: due) } + (due == .anything ? [] : unreadable)
        }
        if part.kind == .object {
            return part.members.sorted { $0.key < $1.key }.flatMap { member in
                let (path, due) = ("\(path).\(member.key)", self.due(under: member.key))
                let isOdd = due == .amount && isOfSomethingElse(member.value)
                return isOdd
                    ? [Figure(path: path, amount: .infinity)] : all(in: member.value, at: path, due: due)
            }
        }
        if let items = try? part.items {
            return items.enumerated().flatMap { all(in: $0.element, at: "\(path)[\($0.offset)]", due: due) }
        }
        if let amount = try? part.number {
            return due != .anything && amount > 0 ? [Figure(path: path, amount: amount)] : []
        }
        if part.kind == .yes { return due == .anything ? [] : unreadable }
        guard let text = try? part.words else { return [] }
        return isUnreadable(part, text, due)
            ? unreadable : ChargeWords.amounts(in: CleanText.line(text)).map { Figure(path: path, amount: $0) }
    }

    private static func isUnreadable(_ part: JSON, _ text: String, _ due: Due) -> Bool {
        switch due {
        case .anything: return false
        // A share of a bill is none of its amounts.
        case _ where Price.isShare(text): return false
        case .amountOrWord: return text.contains(where: \.isNumber) && Price(part) == .unreadable
        case .amount: return Price(part) == .unreadable
        }
    }

    /// It holds things, and none of them is money.
    private static func isOfSomethingElse(_ part: JSON) -> Bool {
        let members = part.members
        return !members.isEmpty && members.allSatisfy { due(under: $0.key) == .anything }
    }

    /// Fields that come to be added later mean nothing yet.
    private static func due(under key: String) -> Due {
        if isNoMoney(key) { return .anything }
        if amounts.contains(where: key.contains) { return .amount }
        return ["balance", "value", "due", "item"].contains(where: key.contains) ? .amountOrWord : .anything
    }

    private static let amounts = [
        "total", "charge", "fee", "tax", "price", "amount", "deposit", "gratuity", "cost", "add_on",
    ]

    private static func isNoMoney(_ key: String) -> Bool {
        ["id", "quantity", "count", "party_size", "num_seats", "percent", "applies"].contains(key)
            || key.hasPrefix("date") || ["is_", "has_"].contains(where: key.hasPrefix)
            || ["_id", "_type", "_name", "_label", "_text", "_description", "_currency", "_included"]
                .contains(where: key.hasSuffix)
    }
}
