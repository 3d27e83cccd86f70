internal import ResyDomain

/// The question that a person answers in the client's own window, from what Resy said a moment ago.
extension Booking {
    func question(_ progress: Progress, changed: Bool) -> Question {
        let terms = progress.details?.terms
        let stake = terms?.charges.stake(party: plan.request.party)
        var sentences = plan.readings.map { "\(CleanText.quoted($0, to: 120))." }
        if changed { sentences.append("The terms have changed since they were shown.") }
        let seating = CleanText.quoted(slot.seating, to: 40)
        sentences.append(
            "Book a table at \(CleanText.quoted(plan.venue.name, to: 60))\(place): \(Evening.spoken(slot.day, slot.time, of: plan.evening, from: plan.venue.today(service.clock.now))), party of "
                + "\(plan.request.party), seating \(seating)?")
        sentences += Question.money(terms?.charges ?? [], stake)
        if let until = terms?.cancelBy, let words = cancelBy(until, terms?.charges.main) { sentences.append(words) }
        sentences += plan.plannedWishes.map { $0.sentence(of: plan.venue) }
        if let card = cardToSend(progress)?.spoken { sentences.append("Card: \(CleanText.quoted(card, to: 40)).") }
        return Question(
            deed: .book,
            message: Question.message(
                sentences, quoting: (terms?.doubleConfirmation ?? []) + (terms?.lines ?? []), more: plan.url),
            label: Question.label("Book it", stake))
    }

    /// Where it is: two restaurants may have one name.
    private var place: String {
        let names = [plan.venue.neighborhood, plan.venue.city].compactMap { $0 }.filter { !$0.isBlank }
        return names.isEmpty ? "" : " in \(CleanText.quoted(names.joined(separator: ", "), to: 60))"
    }

    /// What is taken at booking may come back until then, and is not free; where nothing is at stake, a past date says nothing.
    private func cancelBy(_ until: Instant, _ charge: Charge?) -> String? {
        guard let (day, time) = plan.venue.zone?.local(until) else { return nil }
        let isOver = until <= service.clock.now
        let moment = "\(day.spoken) at \(time.spoken), the restaurant's time"
        return switch charge?.kind {
        case .cancellation: isOver ? "It can no longer be cancelled free of charge." : "Free to cancel until \(moment)."
        case .deposit, .prepaid: isOver ? "It can no longer be cancelled for a refund." : "Refundable until \(moment)."
        case .unknown: isOver ? "It was to be cancelled by \(moment), which is past." : "To be cancelled by \(moment)."
        case nil: isOver ? nil : "To be cancelled by \(moment)."
        }
    }
}

extension Question {
    /// What it costs or may cost; "nothing" is said too, since somebody is asked.
    static func money(_ charges: Charges, _ stake: Stake?) -> [String] {
        guard !charges.isEmpty else { return ["It costs nothing."] }
        let told = charges.told
        guard told.contains(where: \.saysSomething) else { return ["Resy does not state whether it costs anything."] }
        let words = told.contains { $0.kind != .unknown } ? "At stake" : "It may cost money"
        return ["\(words): \(told.text), \(most(stake ?? .unknown))."]
    }

    /// The last words of a sentence about money.
    static func most(_ stake: Stake) -> String {
        if case .known = stake { "at most \(stake.text) in all" } else { "how much in all is not stated" }
    }

    static func label(_ words: String, _ stake: Stake?) -> String {
        switch stake {
        case .known(let amount, _, _)?: amount.isZero ? words : "\(words) (\(stake?.text ?? "") at stake)"
        default: "\(words) (cost not stated)"
        }
    }

    /// The sentences, then the restaurant's own lines; where there is no room for all, that some are missing is said.
    static func message(_ sentences: [String], quoting lines: [String], more url: String) -> String {
        var message = sentences.joined(separator: " ")
        for (index, line) in lines.enumerated() {
            let part = (index == 0 ? " The restaurant says: " : " ") + CleanText.quoted(line, to: 1000)
            guard message.count + part.count <= longest else {
                let rest = lines.count - index
                return message
                    + " And \(rest) more line\(rest == 1 ? "" : "s") of its terms: read them at \(url) first."
            }
            message += part
        }
        return message
    }
}
