extension Charges {
    /// A charge of an unknown amount where a line of a venue's speaks of money that these do not explain.
    package func inWords(
        _ lines: [String], party: Int, currency: String?, cutOff: Instant?, from source: Charge.Source
    ) -> Charge? {
        guard let said = unexplained(lines, party: party) else { return nil }
        let about = Charge.About.words(CleanText.cut(said.text, to: 120), isOfPayment: said.purpose == .payment)
        return .unreckoned(about, currency, cutOff: cutOff, from: source)
    }

    /// The same without the words that stand in these lines, which are told beside it.
    package func withoutWords(told lines: [String]) -> Charges {
        Charges(
            map { charge in
                guard case .words(let said, let isOfPayment) = charge.about else { return charge }
                let start = said.hasSuffix("…") ? String(said.dropLast()) : said
                guard lines.contains(where: { $0.contains(start) }) else { return charge }
                var charge = charge
                charge.about = .words("", isOfPayment: isOfPayment)
                return charge
            })
    }

    /// The first sentence that names money beyond these.
    func unexplained(_ lines: [String], party: Int) -> MoneySentence? {
        MoneySentence.all(in: lines).first { !explain($0, party: party) }
    }

    /// Money is explained by its own kind: a deposit by what is paid, a fee by the late fee.
    private func explain(_ sentence: MoneySentence, party: Int) -> Bool {
        if isEmpty { return sentence.amounts.isEmpty && !sentence.takesMoney }
        guard !sentence.isOpenEnded else { return false }
        let kin = only { sentence.purpose == .payment ? $0.isPaid : $0.kind == .cancellation }
        if sentence.amounts.isEmpty {
            // That a card is held says no more than that money may be taken.
            return !sentence.takesMoney || sentence.takesACardAlone || !kin.isEmpty
        }
        let guests = sentence.isPerGuest ? party : 1
        return sentence.amounts.allSatisfy { named in
            guard let amount = named.amount else { return false }
            switch sentence.purpose {
            // Of a fee that rises the highest step counts, and of a bill its total.
            case .payment, .lateFee:
                return kin.name(amount, isPerGuest: sentence.isPerGuest, party: party)
                    || !named.isAdded && kin.reach(amount.times(guests), party)
            // The price of a menu is most likely a part of what is known.
            case .other: return reach(amount.times(guests), party)
            }
        }
    }

    /// One of these is that amount, for a guest or for all; what is unknown may be anything.
    private func name(_ amount: Amount, isPerGuest: Bool, party: Int) -> Bool {
        contains { charge in
            guard let mine = charge.amount else { return true }
            return mine == amount || mine == amount.times(party) || !isPerGuest && mine.times(party) == amount
        }
    }

    private func reach(_ amount: Amount, _ party: Int) -> Bool {
        contains { charge in
            charge.amount.map { amount <= (charge.basis == .party ? $0 : $0.times(party)) } ?? true
        }
    }
}
