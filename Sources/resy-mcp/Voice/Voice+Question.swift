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
        case .wishes(let wishes, let table, let venue):
            joined(
                ["\(CleanText.quoted(venue.name, to: 60)), \(moment(table)): the table is booked."]
                    + wishes.map { sentence($0, of: venue) })
        }
    }

    /// What the box to tick says: `Book it ($50.00 at stake)`.
    func label(_ question: Question) -> String {
        switch question.about {
        case .booking(let booking):
            label("Book it", booking.terms?.charges.stake(party: booking.table.party))
        case .cancellation(let cancellation):
            label("Cancel it", cancellation.cost.stake(party: cancellation.held.party))
        case .wishes: "Replace it"
        }
    }

    private func message(_ asked: BookingQuestion, isChanged: Bool) -> String {
        let charges = asked.terms?.charges ?? []
        let stake = asked.terms?.charges.stake(party: asked.table.party)
        var sentences = asked.readings.map { "\(CleanText.quoted(text($0), to: 120))." }
        if isChanged { sentences.append("The terms have changed since they were shown.") }
        sentences.append(
            "Book a table at \(CleanText.quoted(asked.venue.name, to: 60))\(place(asked.venue)): \(moment(asked.table)), party "
                + "of \(asked.table.party), seating \(CleanText.quoted(asked.seating, to: 40))?")
        sentences += money(charges, stake)
        if let until = asked.terms?.cancelBy, let words = cancelBy(until, charges.main, asked) {
            sentences.append(words)
        }
        sentences += asked.wishes.map { sentence($0, of: asked.venue) }
        if let card = asked.card { sentences.append("Card: \(CleanText.quoted(card.spoken, to: 40)).") }
        return message(
            sentences, quoting: (asked.terms?.doubleConfirmation ?? []) + (asked.terms?.lines ?? []), more: asked.url)
    }

    private func message(_ asked: CancellationQuestion, isChanged: Bool) -> String {
        let held = asked.held
        let name = held.venue.map { CleanText.quoted($0, to: 60) } ?? "another restaurant"
        return message(
            [
                isChanged ? "This has changed since it was shown." : "",
                "Cancel the table at \(name): \(held.day.spoken) at \(held.time.spoken), party of \(held.party)"
                    + "\(number(held.id))?",
                asked.cost.isEmpty
                    ? "Cancelling costs nothing."
                    : "\(costOfCancelling(asked.cost)), \(most(asked.cost.stake(party: held.party))).",
                "A cancelled table cannot be had back.",
            ].filter { !$0.isEmpty }, quoting: asked.terms, more: asked.url)
    }

    /// Where it is: two restaurants may have one name.
    private func place(_ venue: Venue) -> String {
        let names = [venue.neighborhood, venue.city].compactMap { $0 }.filter { !$0.isBlank }
        return names.isEmpty ? "" : " in \(CleanText.quoted(names.joined(separator: ", "), to: 60))"
    }

    /// What it costs or may cost; "nothing" is said too, since somebody is asked.
    private func money(_ charges: Charges, _ stake: Stake?) -> [String] {
        guard !charges.isEmpty else { return ["It costs nothing."] }
        let told = charges.told
        guard told.contains(where: \.saysSomething) else { return ["Resy does not state whether it costs anything."] }
        let words = told.contains { $0.kind != .unknown } ? "At stake" : "It may cost money"
        return ["\(words): \(text(told)), \(most(stake ?? .unknown))."]
    }

    /// What is taken at booking may come back until then, and is not free; where nothing is at stake, a past date says nothing.
    private func cancelBy(_ until: Instant, _ charge: Charge?, _ asked: BookingQuestion) -> String? {
        guard let (day, time) = asked.venue.zone?.local(until) else { return nil }
        let isOver = until <= asked.now
        let moment = "\(day.spoken) at \(time.spoken), the restaurant's time"
        return switch charge?.kind {
        case .cancellation: isOver ? "It can no longer be cancelled free of charge." : "Free to cancel until \(moment)."
        case .deposit, .prepaid: isOver ? "It can no longer be cancelled for a refund." : "Refundable until \(moment)."
        case .unknown: isOver ? "It was to be cancelled by \(moment), which is past." : "To be cancelled by \(moment)."
        case nil: isOver ? nil : "To be cancelled by \(moment)."
        }
    }

    /// The last words of a sentence about money.
    private func most(_ stake: Stake) -> String {
        if case .known = stake { "at most \(text(stake)) in all" } else { "how much in all is not stated" }
    }

    private func label(_ words: String, _ stake: Stake?) -> String {
        guard let stake, case .known(let amount, _, _) = stake else { return "\(words) (cost not stated)" }
        return amount.isZero ? words : "\(words) (\(text(stake)) at stake)"
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
