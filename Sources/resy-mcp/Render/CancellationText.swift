internal import ResyDomain
internal import ResyNative

/// How a cancellation ended, for people.
enum CancellationText {
    static func render(
        _ outcome: CancellationOutcome, link: VenueLinks, now: Instant, in voice: Voice = .model
    ) -> String {
        var lines = [headline(outcome), FactsText.reservation(outcome.reservation, link: link, now: now)]
        if let money = refund(outcome, in: voice) { lines.append(money) }
        if let terms = outcome.terms, !terms.isEmpty {
            lines.append("Terms, as the restaurant words them:")
            lines += terms.map { "- \($0)" }
        }
        lines += voice.texts(outcome.remarks)
        if let token = outcome.confirmToken {
            let until = Words.moment(outcome.confirmBefore, in: outcome.reservation.venue.zone)
            lines.append("Confirm token: \(token)\(until.map { " (good until \($0))" } ?? "")")
        }
        return lines.joined(separator: "\n")
    }

    private static func headline(_ outcome: CancellationOutcome) -> String {
        switch outcome.status {
        case .cancelled: "Cancelled:"
        case .needsConfirmation: "Not cancelled yet, it needs a yes:"
        case .declined: "Nothing was cancelled, no yes was received. Still booked:"
        case .notCancelled: "Not cancelled, as far as Resy tells. Still booked:"
        case .unknown: "It is not known whether this was cancelled:"
        }
    }

    private static func refund(_ outcome: CancellationOutcome, in voice: Voice) -> String? {
        switch (outcome.status, outcome.refund) {
        case (_, true?): "Refund: yes."
        case (_, false?): "Refund: no."
        // It was told then; that nobody said is not known now.
        case (.cancelled, nil) where outcome.isEarlier: nil
        case (_, nil) where !outcome.reservation.charges.mayBePaid: nil
        case (.cancelled, nil): "Refund: Resy did not say."
        // Before the deed it is no news for a person: the remarks say what it costs.
        case (_, nil): voice.reader == .model ? "Refund: not known." : nil
        }
    }
}

/// The same for programs.
enum CancellationJSON {
    static func render(
        _ outcome: CancellationOutcome, link: VenueLinks, nextStep: String? = nil, in voice: Voice = .model
    ) -> JSON {
        let held = outcome.reservation
        var members: [(String, JSON)] = [
            ("status", .string(outcome.status.rawValue)), ("confirmation_id", .string(held.confirmationID)),
            ("refund", .bool(outcome.refund)),
        ]
        if let terms = outcome.terms { members.append(("terms", .array(terms.map { .string($0) }))) }
        members += [
            ("confirm_token", .string(outcome.confirmToken)),
            ("confirm_before", Words.iso(outcome.confirmBefore, in: held.venue.zone)),
            ("reservation", Facts.reservation(held, link: link)),
        ]
        if let note = Facts.note(voice.texts(outcome.remarks)) { members.append(("note", note)) }
        if let nextStep { members.append(("next_step", .string(nextStep))) }
        return .object(members)
    }
}
