package import ResyDomain

/// What `/3/details` says of one slot.
package struct SlotDetails: Sendable {
    /// Nil for a preview.
    package var bookToken: Secret?
    package var bookTokenExpires: Instant?
    package var terms: Terms
    package var cards: [PaymentCard]

    static func decode(
        _ answer: JSON, party: Int, listed: ListedPrice, isPreview: Bool = false
    ) throws(JSONError) -> SlotDetails {
        let ticket: JSON? = isPreview ? .none : try answer["book_token"]
        let value: String? = try ticket?["value"].string
        guard isPreview || value?.isEmpty == false else { throw .missing(path: "$.book_token.value") }
        return SlotDetails(
            bookToken: value.map { Secret($0) },
            bookTokenExpires: (try? ticket?.optional("date_expires")?.string).flatMap { WireTime.instant($0) },
            terms: try Terms.decode(answer, party: party, listed: listed),
            cards: try PaymentCard.decode(list: answer.optional("user")?.optional("payment_methods")))
    }
}

extension Terms {
    /// Reads all that may cost money. A part that is absent is unknown, and unknown is not free.
    static func decode(_ answer: JSON, party: Int, listed: ListedPrice) throws(JSONError) -> Terms {
        let currency =
            Venue.currency(answer.optional("locale")?.optional("currency"))
            ?? listed.charges.lazy.compactMap(\.currency).first ?? listed.currency
        let cancellation = answer.optional("cancellation")
        let cutOff = moment(cancellation?.optional("refund")?.optional("date_cut_off")).deadline(before: listed.start)
        let policy = lines(cancellation?.optional("display")?.optional("policy"))
        let payment = answer.optional("payment")
        let bill = lines(payment?.optional("display")?.optional("description"))
        let confirm = lines(answer.optional("config")?.optional("double_confirmation"))
        let words = policy + bill + confirm
        let isWhole = [policy, bill, confirm].allSatisfy { $0.count <= mostLines }

        let lateFee = LateFee(cancellation?.optional("fee"))
        let type = try? payment?.optional("config")?.optional("type")?.string
        let figuresOfBill = Terms.bill(payment)
        let due = DueNow(
            type: type?.lowercased(), total: total(payment),
            price: price(payment, party: party),
            others: otherAmounts(figuresOfBill, of: payment, lateFee: lateFee, listed: listed, party: party))

        var charges = due.charges(listed: listed, currency: currency, cutOff: cutOff, lateFee: lateFee)
        let isPaidNow = charges.contains(where: \.isPaid)
        if let lateFee {
            charges.add(late(lateFee, party: party, listed.charges, currency: currency, cutOff: cutOff, words))
        } else if cancellation?.member("fee") == nil, !charges.contains(where: { $0.kind == .unknown }) {
            // Neither a fee nor the word that there is none.
            charges.add(.notStated(currency, cutOff: cutOff, from: .terms))
        }
        var disagreements = lateFee.map { Self.disagreements(on: $0, currency) } ?? []
        let isFeeDenied = listed.saysPaid && isPaidNow && lateFee == nil && cancellation?.member("fee") != nil
        for charge in listed.charges where charge.saysSomething {
            // What the list calls the fee of a paid table is its price, where the terms charge that and deny a fee.
            guard !(isFeeDenied && charge.kind == .cancellation) else { continue }
            var charge = charge
            charge.cutOff = charge.cutOff ?? cutOff
            charges.add(listed: charge, party: party, &disagreements)
        }
        charges.add(Extras.charges(answer, currency: currency, cutOff: cutOff, isWaived: isWaived(payment)))
        charges.readWords(words, isTaxStated: hasTax(payment), party: party)
        let inWords = charges.inWords(words, party: party, currency: currency, cutOff: cutOff, from: .terms)
        if let inWords { charges.add(inWords) }
        if !isWhole { charges.add(.unreckoned(.endlessTerms, currency, cutOff: cutOff, from: .terms)) }
        if charges.contains(where: \.isPaid), MoneySentence.all(in: words).contains(where: \.deniesRefund) {
            charges = charges.withoutRefund()
        }
        return Terms(
            charges: charges, cancelBy: charges.isEmpty ? cutOff : charges.freeUntil,
            lines: Array(policy.prefix(mostLines) + bill.prefix(mostLines)),
            doubleConfirmation: confirmations(answer.optional("config")?.optional("double_confirmation")),
            currency: currency,
            figures: figures(answer, bill: figuresOfBill).map { "\($0.path) \($0.amount)" },
            paymentType: type.map { CleanText.line($0) },
            disagreements: disagreements)
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

extension Terms {
    /// What wants a yes of its own; that there is something which cannot be read is a line as well.
    static func confirmations(_ field: JSON?) -> [String] {
        guard let field else { return [] }
        if let items = try? field.items { return Array(items.flatMap { confirmations($0) }.prefix(mostLines)) }
        let lines = lines(field).prefix(mostLines)
        return lines.isEmpty && says(field) ? ["Resy asks to confirm something that cannot be read."] : Array(lines)
    }

    private static func says(_ field: JSON) -> Bool {
        switch field.kind {
        case .beyond, .disputed, .yes: true
        case .integer, .real: (try? field.number) != 0
        case .object: field.members.contains { says($0.value) }
        case .array: (try? field.items)?.contains { says($0) } ?? true
        case .string, .no, .null: false
        }
    }
}

extension Instant? {
    /// A date that is the table's own start says nothing of a fee: free tables have it so.
    func deadline(before start: Instant?) -> Instant? {
        guard let self, let start else { return self }
        return self < start ? self : nil
    }
}

extension Charges {
    /// The list of tables named a charge: where the terms do not, or name a lesser one, the list's word counts.
    fileprivate mutating func add(listed: Charge, party: Int, _ disagreements: inout [Terms.Disagreement]) {
        guard let index = firstIndex(where: { $0.covers(listed) }) else { return add(listed) }
        let told = self[index]
        guard told.isLess(than: listed, party: party) else { return }
        disagreements.append(.tablesAndTerms(listed: listed, told: told))
        self[index] = listed
        self[index].cutOff = told.cutOff ?? listed.cutOff
    }

    /// What the restaurant's words add to a bill and to the list's charges: whom they are for, and a tax on top that no
    /// number has. A late fee of the terms was read with them.
    fileprivate mutating func readWords(_ words: [String], isTaxStated: Bool, party: Int) {
        for index in indices where self[index].isPaid || self[index].source == .tables {
            guard let amount = self[index].amount else { continue }
            let each = self[index].basis == .party ? amount.shared(by: party) : nil
            let wording = ChargeWords.wording(of: Set([amount, each].compactMap(\.self)), in: words, party: party)
            if self[index].basis == .unknown { self[index].basis = wording.basis }
            if ChargeWords.contradict(self[index].currency, for: [amount], in: words) { self[index].currency = nil }
            if wording.isBeforeTax, !(self[index].isPaid && isTaxStated) { self[index].isBeforeTax = true }
        }
    }
}

extension Charge {
    /// Whether this charge already says what the other one does: the same kind, or something dearer to be asked.
    fileprivate func covers(_ other: Charge) -> Bool {
        if let currency, let theirs = other.currency, currency != theirs { return false }
        return isKin(of: other)
    }

    /// Whether the other one names more. What this is for all guests together is no more.
    fileprivate func isLess(than other: Charge, party: Int) -> Bool {
        guard let mine = amount, let theirs = other.amount else { return false }
        return theirs > mine && !(basis == .guest && theirs == mine.times(party))
    }
}
