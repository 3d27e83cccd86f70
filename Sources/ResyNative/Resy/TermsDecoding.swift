/// What `/3/details` says of one slot.
package struct SlotDetails: Sendable {
    package var bookToken: Secret
    package var bookTokenExpires: Instant?
    package var terms: Terms
    package var cards: [PaymentCard]

    static func decode(_ answer: JSON, party: Int, slotFee: Fee?) throws(JSONError) -> SlotDetails {
        let ticket = try answer["book_token"]
        let value = try ticket["value"].string
        guard !value.isEmpty else { throw .missing(path: "$.book_token.value") }
        return SlotDetails(
            bookToken: Secret(value),
            bookTokenExpires: (try? ticket.optional("date_expires")?.string).flatMap { WireTime.instant($0) },
            terms: try Terms.decode(answer, party: party, slotFee: slotFee),
            cards: try PaymentCard.decode(list: answer.optional("user")?.optional("payment_methods")))
    }
}

extension Terms {
    /// Reads all that may cost money. A part that is absent is unknown, and unknown is not free.
    static func decode(_ answer: JSON, party: Int, slotFee: Fee?) throws(JSONError) -> Terms {
        let currency = Venue.currency(answer.optional("locale")?.optional("currency")) ?? slotFee?.currency
        let cancellation = answer.optional("cancellation")
        let cutOff = moment(cancellation?.optional("refund")?.optional("date_cut_off"))
        let policy = lines(cancellation?.optional("display")?.optional("policy"))
        let bill = lines(answer.optional("payment")?.optional("display")?.optional("description"))
        let confirm = lines(answer.optional("config")?.optional("double_confirmation"))
        let words = policy + bill + confirm

        var charges: [Fee] = []
        if let due = try dueNow(
            answer.optional("payment"), party: party, slotFee: slotFee, currency: currency, cutOff: cutOff,
            lateFee: try? cancellation?.optional("fee")?.optional("amount")?.number)
        {
            charges.append(due)
        }
        if let fee = cancellation?.optional("fee") {
            // An amount of zero is the word that there is none.
            if (try? fee.optional("amount")?.number) != 0 {
                charges.append(
                    try late(fee, party: party, slotFee: slotFee, currency: currency, cutOff: cutOff, words))
            }
        } else if cancellation?.member("fee") == nil, !charges.contains(where: { $0.kind == .unknown }) {
            // Neither a fee nor the word that there is none.
            charges.append(Fee.worded(.unknown, nil, currency, .unknown, cutOff: cutOff))
        }
        // The list of tables named a fee that these terms do not: the dearer word counts.
        if let slotFee, slotFee.kind != .unknown, !charges.contains(where: { $0.covers(slotFee) }) {
            charges.append(slotFee)
        }
        if charges.isEmpty, let line = words.first(where: { ChargeWords.namesACharge($0) }) {
            charges.append(
                Fee(
                    kind: .unknown, amount: nil, currency: currency, basis: .unknown, cutOff: cutOff,
                    text: "its terms speak of money: \(CleanText.quoted(line, to: 120))"))
        }
        if charges.isEmpty, !confirm.isEmpty {
            charges.append(Fee.worded(.unknown, nil, currency, .unknown, cutOff: cutOff))
        }
        return Terms(
            charges: charges, cancelBy: cutOff ?? charges.lazy.compactMap { $0.cutOff }.first, lines: policy + bill,
            doubleConfirmation: confirm, currency: currency)
    }

    /// What is paid when the table is booked; nil only for `free` with a total of zero and no amount beside it.
    private static func dueNow(
        _ payment: JSON?, party: Int, slotFee: Fee?, currency: String?, cutOff: Instant?, lateFee: Double?
    ) throws(JSONError) -> Fee? {
        let type = (try? payment?.optional("config")?.optional("type")?.string)?.lowercased()
        let amounts = payment?.optional("amounts")
        let total = try amounts?.optional("total")?.number
        if type == "free", total == 0, !namesMoney(payment) { return nil }
        if let total, total > 0 {
            let kind: Fee.Kind =
                type?.contains("deposit") == true || slotFee?.kind == .deposit ? .deposit : .prepaid
            return Fee.worded(kind, total, currency, .party, cutOff: cutOff)
        }
        // A card held for a fee that is stated: the fee is all there is, whatever the word for it.
        let isForNow = ["deposit", "paid", "prepay"].contains { type?.contains($0) == true }
        if total == 0, let lateFee, lateFee > 0, !isForNow { return nil }
        // A word that is not known, with nothing due now: a card hold, most likely. Shown, never guessed free.
        return Fee.worded(.unknown, nil, currency, .unknown, cutOff: cutOff)
    }

    /// Any other amount of the bill, or of a way to pay it, that is not zero; the restaurant may have waived them all.
    private static func namesMoney(_ payment: JSON?) -> Bool {
        guard (try? payment?.optional("comp")?.flag) != true else { return false }
        let ways = (try? payment?.optional("options")?.items) ?? []
        return ([payment] + ways).contains { holder in
            guard let amounts = holder?.optional("amounts") else { return false }
            let stated = [
                "total", "reservation_charge", "subtotal", "add_ons", "resy_fee", "service_fee", "tax", "surcharge",
                "price_per_unit",
            ].map { try? amounts.optional($0)?.number }
            let service = try? amounts.optional("service_charge")?.optional("amount")?.number
            return (stated + [service]).contains { ($0 ?? 0) > 0 }
        }
    }

    /// What a late cancellation costs.
    private static func late(
        _ fee: JSON, party: Int, slotFee: Fee?, currency: String?, cutOff: Instant?, _ words: [String]
    ) throws(JSONError) -> Fee {
        let amount = try? fee.optional("amount")?.number
        let until = moment(fee.optional("date_cut_off")) ?? cutOff
        guard let amount else { return Fee.worded(.cancellation, nil, currency, .unknown, cutOff: until) }
        return Fee.worded(
            .cancellation, amount, currency,
            basis(of: amount, party: party, slotFee: slotFee, words: words), cutOff: until)
    }

    /// Resy does not say whether an amount is for each guest. It is for the party where it is the list's
    /// amount times the party; for a guest where the policy's own words say so beside that amount.
    private static func basis(of amount: Double, party: Int, slotFee: Fee?, words: [String]) -> Fee.Basis {
        let text = words.joined(separator: " ").lowercased()
        let figure = Fee.plain(amount)
        for per in ["per guest", "per person", "per seat", "per head", "a person", "each guest"]
        where says(text, "\(figure) \(per)") || says(text, "\(figure).00 \(per)") {
            return .guest
        }
        if party > 1, let listed = slotFee?.amount, slotFee?.kind == .cancellation,
            (listed * Double(party) * 100).rounded() == (amount * 100).rounded()
        {
            return .party
        }
        for per in ["per party", "per table", "per reservation"]
        where says(text, "\(figure) \(per)") || says(text, "\(figure).00 \(per)") {
            return .party
        }
        return .unknown
    }

    /// Not as the tail of a larger amount: 25 is no part of 125 or 1,025.
    private static func says(_ text: String, _ words: String) -> Bool {
        text.ranges(of: words).contains { range in
            guard let before = text[..<range.lowerBound].last else { return true }
            return !before.isNumber && before != "," && before != "."
        }
    }

    private static func moment(_ field: JSON?) -> Instant? {
        (try? field?.string).flatMap { WireTime.instant($0) }
    }

    /// Lines of text, or one; anything else is dropped: it is only for display.
    static func lines(_ field: JSON?) -> [String] {
        guard let field else { return [] }
        let items = (try? field.items) ?? [field]
        return items.prefix(20).compactMap { item in
            let text =
                (try? item.string) ?? (try? item.optional("message")?.string) ?? (try? item.optional("body")?.string)
            let line = text.map { CleanText.line($0) } ?? ""
            return line.isEmpty ? nil : line
        }
    }
}
