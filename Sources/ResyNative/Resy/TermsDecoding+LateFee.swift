/// What `LateFee` comes to as charges.
extension Terms {
    /// What a late cancellation costs.
    static func late(
        _ fee: LateFee, party: Int, slotFee: Fee?, currency: String?, cutOff: Instant?, _ words: [String]
    ) -> [Fee] {
        // An amount of zero is the word that there is none, where nothing else of it says otherwise.
        guard !fee.isNone else { return [] }
        let until = fee.cutOff ?? cutOff
        let amount = fee.amount.flatMap { $0 > 0 ? $0 : nil }
        let known = amount.map { basis(of: $0, fee, party: party, slotFee: slotFee, words: words) }
        let charge = Fee.worded(.cancellation, amount, currency, known ?? .unknown, cutOff: until)
        guard let other = fee.others.max() else { return [charge] }
        let text = "Resy names \(Fee.named(other, currency)) beside the cancellation fee, and not what for"
        return [charge, .unreckoned(text, currency, cutOff: until)]
    }

    static func remarks(on fee: LateFee, _ currency: String?) -> [String] {
        guard fee.isShownDearer, let net = fee.net, let shown = fee.shown else { return [] }
        return [
            "Resy names the cancellation fee twice, as \(Fee.named(net, currency)) and as "
                + "\(Fee.named(shown, currency)). The dearer one counts."
        ]
    }

    /// Resy does not say whether an amount is for each guest. It is for the party where it is the list's
    /// amount times the party; for a guest where the policy's own words say so beside that amount.
    private static func basis(
        of amount: Double, _ fee: LateFee, party: Int, slotFee: Fee?, words: [String]
    ) -> Fee.Basis {
        let text = words.joined(separator: " ").lowercased()
        // The words may leave the tax out.
        let figures = Set([amount, fee.net ?? amount]).map(Fee.plain)
        let isSaid = { (units: [String]) in
            figures.contains { figure in
                units.contains { says(text, "\(figure) \($0)") || says(text, "\(figure).00 \($0)") }
            }
        }
        if isSaid(["per guest", "per person", "per seat", "per head", "a person", "each guest"]) { return .guest }
        if party > 1, let listed = slotFee?.amount, slotFee?.kind == .cancellation,
            Fee.cents(listed * Double(party)) == Fee.cents(amount)
        {
            return .party
        }
        return isSaid(["per party", "per table", "per reservation"]) ? .party : .unknown
    }

    /// Not as the tail of a larger amount: 25 is no part of 125 or 1,025.
    private static func says(_ text: String, _ words: String) -> Bool {
        text.ranges(of: words).contains { range in
            guard let before = text[..<range.lowerBound].last else { return true }
            return !before.isNumber && before != "," && before != "."
        }
    }
}
