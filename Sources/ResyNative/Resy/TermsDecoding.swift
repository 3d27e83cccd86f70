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

        let fee = cancellation?.optional("fee")
        let lateFee = try? fee?.optional("amount")?.number
        let payment = answer.optional("payment")
        let figures = Self.figures(payment: payment, fee: fee)
        let stated = statedAmounts(payment, lateFee: lateFee, slotFee: slotFee, party: party)

        var charges: [Fee] = []
        if let due = try dueNow(
            payment, slotFee: slotFee, currency: currency, cutOff: cutOff, lateFee: lateFee,
            others: otherAmounts(payment, stated: stated))
        {
            charges.append(due)
        }
        if let fee {
            // An amount of zero is the word that there is none, where nothing else of it says otherwise.
            if lateFee != 0 || !Figure.all(in: fee, at: "$", isMoney: true).isEmpty {
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
        // A lesser amount than what is known to be at stake is most likely a part of it.
        if let line = words.first(where: { line in
            ChargeWords.amounts(in: line).contains { (Fee.cents($0) ?? .max) > (stated.max() ?? 0) }
                || charges.isEmpty && ChargeWords.speakOfMoney(line)
        }) {
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
            doubleConfirmation: confirm, currency: currency, figures: figures.map { "\($0.path) \($0.amount)" })
    }

    /// What is paid when the table is booked; nil only for `free` with a total of zero and no amount beside it.
    private static func dueNow(
        _ payment: JSON?, slotFee: Fee?, currency: String?, cutOff: Instant?, lateFee: Double?, others: [Double]
    ) throws(JSONError) -> Fee? {
        let type = (try? payment?.optional("config")?.optional("type")?.string)?.lowercased()
        let total = try payment?.optional("amounts")?.optional("total")?.number
        if let total, total > 0 {
            let kind: Fee.Kind =
                type?.contains("deposit") == true || slotFee?.kind == .deposit ? .deposit : .prepaid
            return Fee.worded(kind, total, currency, .party, cutOff: cutOff)
        }
        if total == 0, let other = others.first {
            return Fee(
                kind: .unknown, amount: nil, currency: currency, basis: .unknown, cutOff: cutOff,
                text:
                    "Resy names \(currency.map { "\($0) " } ?? "")\(Fee.plain(other)) beside a total of 0, and not what for"
            )
        }
        if type == "free", total == 0 { return nil }
        // A card held for a fee that is stated: the fee is all there is, whatever the word for it.
        let isForNow = ["deposit", "paid", "prepay"].contains { type?.contains($0) == true }
        if total == 0, let lateFee, lateFee > 0, !isForNow { return nil }
        // A word that is not known, with nothing due now: a card hold, most likely. Shown, never guessed free.
        return Fee.worded(.unknown, nil, currency, .unknown, cutOff: cutOff)
    }

    /// What a late cancellation costs.
    private static func late(
        _ fee: JSON, party: Int, slotFee: Fee?, currency: String?, cutOff: Instant?, _ words: [String]
    ) throws(JSONError) -> Fee {
        let amount = try? fee.optional("amount")?.number
        let until = moment(fee.optional("date_cut_off")) ?? cutOff
        guard let amount, amount != 0 else { return Fee.worded(.cancellation, nil, currency, .unknown, cutOff: until) }
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

    /// Every text of a part, in whatever shape it comes; it is for display.
    static func lines(_ field: JSON?) -> [String] {
        guard let field else { return [] }
        let named = ["message", "body", "text"].lazy.compactMap { field.optional($0) }.first
        if let named { return lines(named) }
        let parts = field.kind == .object ? field.members.map(\.value) : (try? field.items) ?? []
        if !parts.isEmpty { return Array(parts.prefix(20).flatMap { lines($0) }.prefix(20)) }
        let line = (try? field.string).map { CleanText.line($0) } ?? ""
        return line.isEmpty ? [] : [line]
    }
}
