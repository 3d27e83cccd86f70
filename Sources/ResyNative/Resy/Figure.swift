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
    static func all(in part: JSON?, due: Due = .anything) -> [Figure] {
        var figures: [Figure] = []
        if let part { collect(part, due, onto: &figures) }
        return figures
    }

    private static func collect(_ part: JSON, _ due: Due, onto figures: inout [Figure]) {
        switch part.kind {
        case .disputed:
            for version in part.versions { collect(version, due, onto: &figures) }
            if due != .anything { figures.append(.unreadable(part)) }
        case .object:
            for (key, value) in part.members.sorted(by: { $0.key < $1.key }) {
                let due = self.due(under: key)
                if due == .amount, isOfSomethingElse(value) {
                    figures.append(.unreadable(value))
                } else {
                    collect(value, due, onto: &figures)
                }
            }
        case .array:
            for item in (try? part.items) ?? [] { collect(item, due, onto: &figures) }
        case .integer, .real, .string:
            if let amount = part.numberIfAny {
                if due != .anything, amount > 0 { figures.append(Figure(path: part.path, amount: amount)) }
            } else if let text = try? part.words {
                read(text, of: part, due, onto: &figures)
            }
        case .yes, .beyond:
            if due != .anything { figures.append(.unreadable(part)) }
        case .no, .null: break
        }
    }

    private static func read(_ text: String, of part: JSON, _ due: Due, onto figures: inout [Figure]) {
        if isUnreadable(part, text, due) {
            figures.append(.unreadable(part))
        } else {
            figures += ChargeWords.amounts(in: CleanText.line(text)).map { Figure(path: part.path, amount: $0) }
        }
    }

    private static func unreadable(_ part: JSON) -> Figure { Figure(path: part.path, amount: .infinity) }

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
    private static func due(under key: String) -> Due { recorded[key] ?? read(key) }

    /// Of the names that every bill has.
    private static let recorded: [String: Due] = Dictionary(
        uniqueKeysWithValues: [
            "add_ons", "amount", "amounts", "balance", "comp", "config", "items", "modifier", "name", "options",
            "price", "price_per_unit", "quantity", "reservation_charge", "resy_fee", "service_charge", "service_fee",
            "subtotal", "surcharge", "tax", "total", "type", "value",
        ].map { ($0, read($0)) })

    private static func read(_ key: String) -> Due {
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
