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
        let payment = answer.optional("payment")
        let bill = lines(payment?.optional("display")?.optional("description"))
        let confirm = lines(answer.optional("config")?.optional("double_confirmation"))
        let words = policy + bill + confirm
        let isWhole = [policy, bill, confirm].allSatisfy { $0.count <= mostLines }

        let lateFee = LateFee(cancellation?.optional("fee"))
        let type = try? payment?.optional("config")?.optional("type")?.string
        let due = DueNow(
            type: type?.lowercased(), total: try total(payment),
            others: otherAmounts(payment, lateFee: lateFee, slotFee: slotFee, party: party))

        var charges = due.charges(slotFee: slotFee, currency: currency, cutOff: cutOff, lateFee: lateFee)
        if let lateFee {
            charges += late(lateFee, party: party, slotFee: slotFee, currency: currency, cutOff: cutOff, words)
        } else if cancellation?.member("fee") == nil, !charges.contains(where: { $0.kind == .unknown }) {
            // Neither a fee nor the word that there is none.
            charges.append(Fee.worded(.unknown, nil, currency, .unknown, cutOff: cutOff))
        }
        var remarks = lateFee.map { Self.remarks(on: $0, currency) } ?? []
        if let slotFee, slotFee.kind != .unknown { add(slotFee, party: party, to: &charges, &remarks) }
        charges += Extras.charges(answer, currency: currency, cutOff: cutOff, isWaived: isWaived(payment))
        if let inWords = Fee.inWords(words, besides: charges, party: party, currency: currency, cutOff: cutOff) {
            charges.append(inWords)
        }
        if !isWhole {
            charges.append(.unreckoned("its terms are too long to be read whole", currency, cutOff: cutOff))
        }
        // What is paid and has no date for its refund may not come back at all.
        let isPaidForGood = charges.contains { ($0.kind == .deposit || $0.kind == .prepaid) && $0.cutOff == nil }
        return Terms(
            charges: charges, cancelBy: isPaidForGood ? nil : charges.compactMap { $0.cutOff }.min() ?? cutOff,
            lines: Array(policy.prefix(mostLines) + bill.prefix(mostLines)),
            doubleConfirmation: Array(confirm.prefix(mostLines)), currency: currency,
            figures: figures(answer).map { "\($0.path) \($0.amount)" }, paymentType: type.map { CleanText.line($0) },
            remarks: remarks)
    }

    /// The list of tables named a fee: where the terms do not, or name a lesser one, the list's word counts.
    private static func add(_ slotFee: Fee, party: Int, to charges: inout [Fee], _ remarks: inout [String]) {
        guard let index = charges.firstIndex(where: { $0.covers(slotFee) }) else {
            charges.append(slotFee)
            return
        }
        let told = charges[index]
        guard told.isLess(than: slotFee, party: party) else { return }
        remarks.append("The list of tables says: \(slotFee.text); the terms say: \(told.text). The dearer one counts.")
        charges[index] = slotFee
        charges[index].cutOff = told.cutOff ?? slotFee.cutOff
    }

    static func moment(_ field: JSON?) -> Instant? {
        (try? field?.string).flatMap { WireTime.instant($0) }
    }

    /// Of one part: more than anybody reads before a yes. One line more says that it was not all.
    static let mostLines = 40

    /// Every text of a part, in whatever shape it comes, a long one in pieces: money is looked for in all of it.
    static func lines(_ field: JSON?) -> [String] {
        guard let field else { return [] }
        let versions = field.versions
        guard versions.count == 1 else { return Array(versions.flatMap { lines($0) }.prefix(mostLines + 1)) }
        let named = ["message", "body", "text"].lazy.compactMap { field.optional($0) }.first
        if let named { return lines(named) }
        let parts = field.kind == .object ? field.members.map(\.value) : (try? field.items) ?? []
        if !parts.isEmpty {
            var all: [String] = []
            for part in parts where all.count <= mostLines { all += lines(part) }
            return Array(all.prefix(mostLines + 1))
        }
        return (try? field.words).map { CleanText.lines($0) } ?? []
    }
}
