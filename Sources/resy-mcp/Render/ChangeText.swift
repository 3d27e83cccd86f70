internal import ResyDomain
internal import ResyNative

/// How a change ended, or what it waits for, in words that stand alone.
enum ChangeText {
    static func render(_ outcome: ChangeOutcome, now: Instant, in voice: Voice = .model) -> String {
        let voice = voice.at(now)
        var lines = [headline(outcome, now, in: voice)]
        if outcome.status == .bothHeld { lines.append(voice.leavingEither(outcome, now)) }
        lines += money(outcome, now, in: voice)
        lines += outcome.wishes.map { WishText.line($0, of: outcome.old.venue, byHand: outcome.byHand) }
        if outcome.status == .needsConfirmation {
            if let way = outcome.way, !outcome.isNewBooked { lines.append(voice.text(way)) }
            if let terms = Words.terms(outcome.terms) { lines.append(terms) }
        }
        lines += voice.texts(outcome.remarks)
        if let token = outcome.confirmToken {
            lines.append(
                Words.token(token, before: outcome.confirmBefore, now: now, tool: "change_reservation", in: voice))
        }
        if outcome.status != .neitherHeld { lines.append(Words.page(outcome.old.venue, outcome.url)) }
        return lines.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// What is so of both tables.
    private static func headline(_ outcome: ChangeOutcome, _ now: Instant, in voice: Voice) -> String {
        let reading = Words.readings(outcome.readings, in: voice)
        let old = table(outcome.old, now)
        guard let held = outcome.new, !outcome.isAboutWishAlone else { return alone(outcome, old) + reading }
        let new = table(held, now)
        let change = "\(old) to \(brief(held, now))"
        let said =
            switch outcome.status {
            case .changed where outcome.isEarlier: "Already changed: \(new), in place of \(brief(outcome.old, now))."
            case .changed: "Changed: \(new), in place of \(brief(outcome.old, now))."
            case .needsConfirmation where outcome.isNewBooked:
                "Both tables are held. Please confirm that the old one is cancelled: \(old). The new one: \(new)."
            case .needsConfirmation: "Not changed yet. Please confirm: \(change)."
            case .declined, .overLimit: "Not changed, the old table stands: \(old)."
            case .notChanged:
                "Not changed, the old table stands: \(old). The new one was not booked: \(brief(held, now))."
            case .bothHeld: "Both tables are held: the new one, \(new), and the old one, \(old)."
            case .neitherHeld:
                "Neither table is held any more, as far as Resy's list shows. Look at \(outcome.byHand) at once. The old one was "
                    + "\(old); the new one: \(brief(held, now))."
            case .unknown: "It is not known whether this was changed: \(change)."
            }
        return said + reading
    }

    private static func alone(_ outcome: ChangeOutcome, _ old: String) -> String {
        switch outcome.status {
        case .changed: "Changed what the restaurant is told: \(old)."
        case .needsConfirmation: "Not changed yet. Please confirm what is to be replaced: \(old)."
        case .declined: "Nothing was replaced: \(old)."
        case .unknown: "It is not known yet whether the restaurant was told: \(old)."
        case .notChanged, .overLimit, .bothHeld, .neitherHeld: "Not changed: \(old)."
        }
    }

    static func table(_ held: Reservation, _ now: Instant) -> String {
        Words.table(held.venue, held.evening, held.day, held.time, party: held.party, seating: held.seating, now: now)
            + (held.id > 0 ? " (\(held.confirmationID))" : "")
    }

    /// Without its restaurant, which is the same.
    private static func brief(_ held: Reservation, _ now: Instant) -> String {
        let when = Evening.spoken(held.day, held.time, of: held.evening, from: held.venue.today(now))
        return "\(when), party of \(held.party)" + (held.seating.map { ", \($0)" } ?? "")
            + (held.id > 0 ? " (\(held.confirmationID))" : "")
    }

    private static func money(_ outcome: ChangeOutcome, _ now: Instant, in voice: Voice) -> [String] {
        var lines: [String] = []
        let isAhead = outcome.status == .needsConfirmation || outcome.status == .overLimit
        if let new = outcome.new, let charges = outcome.atStake, isAhead || outcome.status == .changed,
            !outcome.isNewBooked
        {
            let cost = voice.wholeCost(
                charges, party: new.party, until: new.cancelBy, in: new.venue.zone, now: now, isAhead: isAhead)
            var line = "The new table: \(cost)."
            if isAhead, let card = outcome.card { line += " Card: \(card)." }
            lines.append(line)
        }
        guard let lost = outcome.lost else { return lines }
        if isAhead {
            lines.append(
                lost.isEmpty
                    ? "The old table: leaving it costs nothing now\(voice.freeUntil(outcome.old, now))."
                    : "The old table: \(voice.costOfCancelling(lost, party: outcome.old.party))")
        } else if outcome.status == .changed, !lost.isEmpty {
            lines.append("Leaving the old table may cost: \(voice.text(lost, party: outcome.old.party)).")
        }
        return lines
    }

    /// For who reads the structure alone.
    static func notes(_ outcome: ChangeOutcome, now: Instant, in voice: Voice) -> [String] {
        let voice = voice.at(now)
        let either = outcome.status == .bothHeld ? [voice.leavingEither(outcome, now)] : []
        let first = outcome.status == .neitherHeld ? [headline(outcome, now, in: voice)] : []
        return first + outcome.readings.map { voice.text($0) + "." } + either
            + outcome.wishes.map { WishText.line($0, of: outcome.old.venue, byHand: outcome.byHand) }
            + voice.texts(outcome.remarks)
    }
}

/// The same for programs.
enum ChangeJSON {
    static func render(
        _ outcome: ChangeOutcome, link: VenueLinks, nextStep: String? = nil, now: Instant, in voice: Voice = .model
    ) -> JSON {
        let old = outcome.old
        let party = outcome.new?.party ?? old.party
        let costs = Facts.object(
            [
                ("lost", outcome.lost.map { Facts.fee($0, party: old.party, zone: old.venue.zone, in: voice) } ?? nil),
                (
                    "at_stake",
                    outcome.atStake.map { Facts.fee($0, party: party, zone: old.venue.zone, in: voice) } ?? nil
                ),
            ], always: ["lost", "at_stake"])
        return Facts.object([
            ("status", .string(outcome.status.rawValue)),
            ("old", Facts.reservation(old, link: link, in: voice)),
            ("new", outcome.new.map { Self.new($0, link: link, in: voice) } ?? nil),
            ("costs", outcome.isAboutWishAlone || outcome.lost == nil && outcome.atStake == nil ? nil : costs),
            ("way", .string(outcome.way?.rawValue)),
            (
                "terms",
                outcome.status == .needsConfirmation ? outcome.terms.map { .array($0.map { .string($0) }) } ?? nil : nil
            ),
            ("payment_method", .string(outcome.card)),
            ("special_requests_sent", .bool(outcome.wishes.areSent)),
            ("confirm_token", .string(outcome.confirmToken)),
            ("confirm_before", Words.iso(outcome.confirmBefore, in: old.venue.zone)),
            ("url", .string(outcome.status == .neitherHeld ? outcome.byHand : nil)),
            ("note", Facts.texts(ChangeText.notes(outcome, now: now, in: voice))), ("next_step", .string(nextStep)),
        ])
    }

    /// One that is not booked has no number, and nothing that can be done to it.
    private static func new(_ table: Reservation, link: VenueLinks, in voice: Voice) -> JSON {
        let whole = Facts.reservation(table, link: link, in: voice)
        guard table.id == 0 else { return whole }
        let absent = ["confirmation_id", "status", "can_cancel", "source"]
        return .object(whole.members.filter { !absent.contains($0.key) }.map { ($0.key, $0.value) })
    }
}
