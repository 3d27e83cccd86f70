internal import ResyDomain
internal import ResyNative

/// The question that a person answers in the client's own window. What others wrote stands in quotation marks.
extension Voice {
    /// Characters. Some dialogs clip less, so what is at stake stands first; a line that is left out would be hidden from
    /// all of them.
    static let longestQuestion = 3000

    func message(_ question: Question) -> String {
        switch question.about {
        case .booking(let booking): message(booking, isChanged: question.isChanged)
        case .cancellation(let cancellation): message(cancellation, isChanged: question.isChanged)
        case .change(let change): message(change, isChanged: question.isChanged)
        case .wishes(let wishes, let table, let venue):
            joined(
                ["\(CleanText.quoted(venue.name, to: 60)), \(moment(table)): the table is booked."]
                    + wishes.map { sentence($0, of: venue) })
        }
    }

    /// What the box to tick says: `Book it ($50 at stake)`.
    func label(_ question: Question) -> String {
        switch question.about {
        case .booking(let booking):
            switch outlay(booking.terms?.charges, party: booking.table.party) {
            case nil: "Book it (cost not stated)"
            case .nothing?: "Book it"
            case .now(let sum)?: "Book it (\(sum) paid now)"
            case .later(let sum)?: "Book it (\(sum) at stake)"
            case .both(let now, let later)?: "Book it (\(now) paid now, \(later) at stake)"
            }
        case .cancellation(let cancellation):
            label("Cancel it", cancellation.cost.stake(party: cancellation.held.party), "lost")
        case .change(let change): "Change it\(cost(change))"
        case .wishes: "Replace it"
        }
    }

    private func message(_ asked: BookingQuestion, isChanged: Bool) -> String {
        var sentences = asked.readings.map { "\(CleanText.quoted(text($0), to: 120))." }
        if isChanged { sentences.append("The terms have changed since they were shown.") }
        sentences.append(
            "Book a table at \(CleanText.quoted(asked.venue.name, to: 60))\(place(asked.venue)): \(moment(asked.table)), "
                + "\(people(asked.table.party)), \(CleanText.quoted(asked.seating, to: 40))?")
        sentences += money(asked)
        if let card = asked.card { sentences.append("Card: \(CleanText.quoted(card.spoken, to: 40)).") }
        sentences += asked.wishes.map { sentence($0, of: asked.venue) }
        return message(
            sentences, quoting: (asked.terms?.doubleConfirmation ?? []) + (asked.terms?.lines ?? []), more: asked.url)
    }

    private func message(_ asked: CancellationQuestion, isChanged: Bool) -> String {
        let held = asked.held
        let name = held.venue.map { CleanText.quoted($0, to: 60) } ?? "another restaurant"
        return message(
            [
                isChanged ? "This has changed since it was shown." : "",
                "Cancel the table at \(name): \(held.day.spoken), \(held.time.spoken), \(people(held.party))"
                    + "\(number(held.id))?",
                costNow(asked), "Cancelling can't be undone.",
            ].filter { !$0.isEmpty }, quoting: asked.terms, more: asked.url)
    }

    private func message(_ asked: ChangeQuestion, isChanged: Bool) -> String {
        let (held, new) = (asked.old.held, asked.new)
        var sentences = new.readings.map { "\(CleanText.quoted(text($0), to: 120))." }
        if isChanged { sentences.append("This has changed since it was shown.") }
        sentences.append(
            "Change the table at \(CleanText.quoted(new.venue.name, to: 60)): from \(held.day.spoken), \(held.time.spoken), "
                + "\(people(held.party))\(number(held.id)) to \(moment(new.table)), \(people(new.table.party)), "
                + "\(CleanText.quoted(new.seating, to: 40))?")
        sentences.append("The new one: \(cost(new)).")
        if let card = new.card { sentences.append("Card: \(CleanText.quoted(card.spoken, to: 40)).") }
        sentences += [leaving(asked.old), text(asked.way)] + new.wishes.map { sentence($0, of: new.venue) }
        return message(
            sentences, quoting: (new.terms?.doubleConfirmation ?? []) + (new.terms?.lines ?? []), more: new.url)
    }

    /// In one phrase; "free" is said too.
    private func cost(_ asked: BookingQuestion) -> String {
        guard let terms = asked.terms else { return "Resy does not state what it costs" }
        return wholeCost(
            terms.charges, party: asked.table.party, until: terms.cancelBy, in: asked.venue.zone, now: asked.now,
            isAhead: true)
    }

    /// Where it is: two restaurants may have one name.
    private func place(_ venue: Venue) -> String {
        let names = [venue.neighborhood, venue.city].compactMap { $0 }.filter { !$0.isBlank }
        return names.isEmpty ? "" : " in \(CleanText.quoted(names.joined(separator: ", "), to: 60))"
    }

    /// What it costs or may cost, in all, and until when it can be avoided; "nothing" is said too, since somebody is asked.
    private func money(_ asked: BookingQuestion) -> [String] {
        guard let terms = asked.terms else { return ["Resy does not state what it costs."] }
        let cost = wholeCost(
            terms.charges.withoutWords(told: terms.allLines), party: asked.table.party, until: terms.cancelBy,
            in: asked.venue.zone, now: asked.now,
            isAhead: true)
        guard !terms.charges.isEmpty else {
            return [terms.cancelBy == nil ? "It costs nothing." : "It costs nothing: \(cost)."]
        }
        // What is paid now is not at stake, it is gone.
        return [
            terms.charges.allSatisfy(\.isPaid)
                ? "\(Words.capitalized(cost))." : atStake(terms.charges, cost)
        ]
    }

    /// What a yes gives away at once, and what may be lost later.
    enum Outlay: Equatable { case nothing, now(String), later(String), both(now: String, later: String) }

    /// Nil where not all of it is stated.
    func outlay(_ charges: Charges?, party: Int) -> Outlay? {
        guard let charges, charges.stake(party: party).stated != nil else { return nil }
        let (now, later) = (charges.only(\.isPaid).stake(party: party), charges.only { !$0.isPaid }.stake(party: party))
        return switch (now.amount?.isZero ?? true, later.amount?.isZero ?? true) {
        case (true, true): .nothing
        case (false, true): .now(text(now))
        case (true, false): .later(text(later))
        case (false, false): .both(now: text(now), later: text(later))
        }
    }

    private func label(_ words: String, _ stake: Stake?, _ what: String) -> String {
        guard let stake, case .known(let amount, _, _) = stake else { return "\(words) (cost not stated)" }
        return amount.isZero ? words : "\(words) (\(text(stake)) \(what))"
    }

    /// The sentences, then the restaurant's own lines, whole; where there is no room for all, that some are missing is said.
    private func message(_ sentences: [String], quoting lines: [String], more url: String) -> String {
        var message = sentences.joined(separator: " ")
        for (index, line) in lines.enumerated() {
            let part = (index == 0 ? " The restaurant says: " : " ") + CleanText.quoted(line, to: 1000)
            guard message.count + part.count <= Self.longestQuestion else {
                let rest = lines.count - index
                return message
                    + " And \(rest) more line\(rest == 1 ? "" : "s") of its terms: read them at \(url) first."
            }
            message += part
        }
        return message
    }
}
