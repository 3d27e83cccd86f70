/// What is paid when the table is booked.
struct DueNow {
    /// `payment.config.type`, in lower case.
    var type: String?
    var total: Double?
    /// Amounts beside the total that nothing explains.
    var others: [Double]

    /// None only for `free` with a total of zero and no amount beside it.
    func charges(slotFee: Fee?, currency: String?, cutOff: Instant?, lateFee: LateFee?) -> [Fee] {
        if let total, total > 0 {
            let kind: Fee.Kind =
                type?.contains("deposit") == true || slotFee?.kind == .deposit ? .deposit : .prepaid
            let paid = Fee.worded(kind, total, currency, .party, cutOff: cutOff)
            // What is less is a part of it.
            guard let other = others.max(), other > total else { return [paid] }
            return [paid, beside(other, currency, cutOff)]
        }
        if let other = others.max() { return [beside(other, currency, cutOff)] }
        if type == "free", total == 0 { return [] }
        // A card held for a fee that is stated: the fee is all there is, whatever the word for it.
        let isForNow = ["deposit", "paid", "prepay"].contains { type?.contains($0) == true }
        if total == 0, let fee = lateFee?.amount, fee > 0, !isForNow { return [] }
        // A word that is not known, with nothing due now: a card hold, most likely. Shown, never guessed free.
        return [Fee.worded(.unknown, nil, currency, .unknown, cutOff: cutOff)]
    }

    private func beside(_ other: Double, _ currency: String?, _ cutOff: Instant?) -> Fee {
        let total = total.map { " beside a total of \(Fee.plain($0))" } ?? ""
        return Fee(
            kind: .unknown, amount: nil, currency: currency, basis: .unknown, cutOff: cutOff,
            text: "Resy names \(Fee.named(other, currency))\(total), and not what for")
    }
}

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
        return [
            charge,
            Fee(kind: .unknown, amount: nil, currency: currency, basis: .unknown, cutOff: until, text: text),
        ]
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
