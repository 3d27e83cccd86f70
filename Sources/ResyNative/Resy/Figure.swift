/// An amount of money somewhere in an answer, above zero; infinite where there is one that cannot be read.
struct Figure: Equatable {
    /// `$.payment.amounts.tax`
    var path: String
    var amount: Double

    /// All of a part: numbers, and texts that are one, under a name of money; amounts with their currency in any text.
    /// Members are taken by name, so that the same part gives the same list in whatever order it came.
    static func all(in part: JSON?, at path: String, isMoney: Bool = false) -> [Figure] {
        guard let part else { return [] }
        if part.isUnclear {
            let unreadable = isMoney ? [Figure(path: path, amount: .infinity)] : []
            let versions = part.kind == .disputed ? part.versions : []
            return versions.flatMap { all(in: $0, at: path, isMoney: isMoney) } + unreadable
        }
        if part.kind == .object {
            return part.members.sorted { $0.key < $1.key }.flatMap { member in
                all(
                    in: member.value, at: "\(path).\(member.key)",
                    isMoney: names(member.key) && !isNoMoney(member.key))
            }
        }
        if let items = try? part.items {
            return items.enumerated().flatMap { all(in: $0.element, at: "\(path)[\($0.offset)]", isMoney: isMoney) }
        }
        if let amount = try? part.number {
            return isMoney && amount > 0 ? [Figure(path: path, amount: amount)] : []
        }
        guard let text = try? part.words else { return [] }
        return ChargeWords.amounts(in: CleanText.line(text)).map { Figure(path: path, amount: $0) }
    }

    /// Fields that come to be added later mean nothing yet.
    private static func names(_ key: String) -> Bool {
        [
            "total", "charge", "fee", "tax", "price", "amount", "deposit", "gratuity", "cost", "add_on", "balance",
            "value", "due", "item",
        ].contains { key.contains($0) }
    }

    private static func isNoMoney(_ key: String) -> Bool {
        ["id", "quantity", "count", "party_size", "num_seats", "percent", "applies"].contains(key)
            || key.hasSuffix("_id") || key.hasPrefix("date")
    }
}
