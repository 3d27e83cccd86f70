/// What a table costs, or may cost.
package struct Terms: Sendable, Codable, Equatable {
    package enum Kind: String, Sendable, Codable { case free, cardHold, deposit, prepaid }

    package var kind: Kind
    /// In the venue's currency; for the whole party unless `perGuest`.
    package var amount: Double
    package var perGuest: Bool
    /// Before the start, or before `cutOffTime` of the slot's day.
    package var cutOffSeconds: Int
    /// `HH:MM:SS`
    package var cutOffTime: String?
    package var policy: [String]
    package var doubleConfirmation: [String] = []

    package func total(party: Int) -> Double { perGuest ? amount * Double(party) : amount }
    package var needsCard: Bool { kind != .free }
    package var cancellationFee: Double? { kind == .cardHold ? amount : nil }
    package var depositFee: Double? { kind == .deposit ? amount : nil }

    package static let free = Terms(
        kind: .free, amount: 0, perGuest: false, cutOffSeconds: 7200,
        policy: ["While you won't be charged if you need to cancel, please do so at least 2 hours ahead."])

    package static func cardHold(_ amount: Double, hours: Int = 24) -> Terms {
        Terms(
            kind: .cardHold, amount: amount, perGuest: true, cutOffSeconds: hours * 3600,
            policy: [
                "Cancel at least \(hours) hours ahead to avoid a \(money(amount)) per guest cancellation fee.",
                "A credit card is required to hold the table.",
            ])
    }

    /// In the words that were recorded in September 2026: the fee is for each guest, and a tax comes on top.
    package static func taxedHold(_ amount: Double) -> Terms {
        Terms(
            kind: .cardHold, amount: amount, perGuest: true, cutOffSeconds: 86_400,
            policy: [
                """
                A cancellation fee will not be charged if you cancel in time.
                If you cancel after that, you agree to be charged a fee of $\(Int(amount)).00 + tax per guest on the \
                reservation. Any waiver of the fee is at the sole discretion of the restaurant.
                """
            ])
    }

    package static func deposit(_ amount: Double, hours: Int = 48) -> Terms {
        Terms(
            kind: .deposit, amount: amount, perGuest: true, cutOffSeconds: hours * 3600,
            policy: [
                "A deposit of \(money(amount)) per guest is charged now and applied to your bill.",
                "It is refunded if you cancel at least \(hours) hours ahead.",
            ])
    }

    package static func prepaid(_ amount: Double) -> Terms {
        Terms(
            kind: .prepaid, amount: amount, perGuest: true, cutOffSeconds: 72 * 3600,
            policy: ["\(money(amount)) per guest is paid in full now. No refunds within 72 hours of the meal."],
            doubleConfirmation: ["This reservation is prepaid.", "You will be charged when you book."])
    }
}

/// `25` or `25.50`
func money(_ amount: Double, symbol: String = "$") -> String {
    let cents = Int((amount * 100).rounded())
    let rest = cents % 100
    return rest == 0 ? "\(symbol)\(cents / 100)" : "\(symbol)\(cents / 100).\(rest < 10 ? "0" : "")\(rest)"
}
