internal import ResyDomain

/// What a model is to do with an answer: one sentence or two. Of a deed it may be one that runs commands, and reads `--json`.
enum NextStep {
    static func of(_ found: Availability, in voice: Voice) -> String {
        let shown = found.slots + found.otherTimes
        let isPartlyShut = shown.contains { !$0.isBookable }
        if shown.contains(where: \.isBookable) {
            let offer =
                if found.slots.contains(where: \.isBookable) {
                    "Offer these times with their fees."
                } else if found.missingSeating != nil {
                    "No table has that seating. Offer the others with their fees."
                } else {
                    "No table in that window can be booked here. Offer the other times with their fees."
                }
            let doubt = found.eitherTime.map { " Ask whether \(voice.text($0)) is meant." } ?? ""
            let book =
                voice.offersDeeds
                ? " Call make_reservation only after the user chose one."
                : " Booking is switched off here: give the link (venue.url)."
            let isLate = shown.contains { $0.day != found.day }
            let night = isLate && voice.offersDeeds ? " For a time after midnight its date is \(found.day.iso)." : ""
            let rest = isPartlyShut && voice.offersDeeds ? " For a blocked time, \(givingTheLink)." : ""
            return offer + doubt + book + night + rest + notifying(found, in: voice)
        }
        if found.venue.isTock { return "Tell the user that it books on Tock, and \(givingTheLink)." }
        if isPartlyShut { return "None of these can be booked here: say why, and \(givingTheLink)." }
        if !found.openDays.isEmpty {
            return found.venue.wantsCaptcha
                ? "Offer the open days, and \(givingTheLink)."
                : "Offer the open days and check the one the user picks." + notifying(found, in: voice)
        }
        return "Ask the user for another day, party size or restaurant." + notifying(found, in: voice)
    }

    /// Where nothing fits and Resy can tell when something does.
    private static func notifying(_ found: Availability, in voice: Voice) -> String {
        guard let offer = found.notify else { return "" }
        let text = voice.text(.notify(.canBeSet(offer)))
        return text.isEmpty ? "" : " " + text
    }

    private static let givingTheLink = "give the user the link (venue.url) to book it on Resy's site"

    static func of(_ outcome: BookingOutcome, in voice: Voice = .model) -> String {
        switch outcome.status {
        case .needsConfirmation where outcome.isAboutWishAlone:
            "The table is booked: show the user both texts, and only if they agree to replace the one that is there, "
                + voice.either("use the confirm_token.", "\(inTerminal).")
        case .needsConfirmation:
            "Nothing is booked: show the user the table, what is at stake and the terms, and only after a yes "
                + again(voice, by: outcome.isOfUsualCity ? "run it again with --in CITY and --yes." : nil)
                + plannedWish(outcome)
        case .booked: booked(outcome, in: voice)
        case .declined: "Do not try again unless the user asks for it."
        case .overLimit:
            "Tell the user that their own limit kept it from being booked; \(raising(outcome.remarks, in: voice))"
        case .unknown:
            "\(look(voice)) before anything else; do not book it again unless the list still lacks it after 10 minutes."
        }
    }

    /// After a yes. A command has no token: its flags say what was agreed to. `command`: where the same one would not do, since
    /// no yes counts until it is known which table is meant.
    static func again(_ voice: Voice, by command: String? = nil) -> String {
        voice.either(
            "call again with the confirm_token.", command ?? "run it again with --yes, and \(Self.mostAtStake)")
    }

    private static let mostAtStake = "--max-fee AMOUNT for the most that may be at stake."

    static let inTerminal = "run it again in a terminal, without --yes, and agree there"

    static func look(_ voice: Voice) -> String { voice.either("Call my_reservations", "Run `resy-mcp list`") }

    static func raising(_ remarks: [Remark], in voice: Voice) -> String {
        let flags = [remarks.isOverMaxFee ? "--max-fee" : nil, remarks.closesEarly ? "--max-cutoff" : nil].compactMap(
            \.self)
        return
            "they can raise \(flags.joined(separator: " and "))\(voice.either(" where the server is started", "")). Do not try again "
            + "unless they ask."
    }

    /// Part of what a yes is for.
    private static func plannedWish(_ outcome: BookingOutcome) -> String {
        outcome.wishes.contains { $0.state == .planned(isHidden: false) }
            ? " Tell them that the restaurant gets the wish after the booking and may not grant it." : ""
    }

    private static func booked(_ outcome: BookingOutcome, in voice: Voice) -> String {
        let cost = outcome.slot.charges.isEmpty ? "" : " and what cancelling costs"
        let news =
            outcome.isBookedBefore
            ? "Tell the user that it was booked already, and no second table was booked"
            : "Tell the user it is booked, with the confirmation_id\(cost)"
        if outcome.wishes.areSent == false { return "\(news); the wish was not delivered." }
        if outcome.wishes.contains(where: { $0.isSent == nil }) {
            return
                "\(news); the restaurant is not known to have the wish yet: \(voice.either("my_reservations", "`resy-mcp list`")) "
                + "shows later whether it does."
        }
        if outcome.wishes.areSent == true {
            return "\(news); the restaurant got the wish and may not grant it."
        }
        return "\(news)."
    }

    static func of(_ outcome: CancellationOutcome, in voice: Voice = .model) -> String {
        switch outcome.status {
        case .cancelled: "Tell the user it is cancelled, and what is known to be charged or to come back."
        case .needsConfirmation where outcome.confirmToken == nil && voice.reader == .model:
            "Nothing is cancelled: show the user what cancelling costs; it needs their yes."
        case .needsConfirmation:
            "Nothing is cancelled: show the user what cancelling costs, and only after a yes "
                + again(
                    voice,
                    by: outcome.isGuess
                        ? "run `resy-mcp cancel --id \(outcome.reservation.confirmationID) --yes`, and \(mostAtStake)"
                        : nil)
        case .declined: "Do not try again unless the user asks for it."
        case .notCancelled where outcome.isUntried:
            "Tell the user that it was not tried, and why; it is still booked and can be cancelled by itself."
        case .notCancelled: "Tell the user that the table is still booked; the restaurant can be called."
        case .unknown:
            "\(look(voice)) before anything else; do not cancel it again unless the list still has it after 10 minutes."
        }
    }

    /// Nil where the list is Resy's own.
    static func of(_ list: ReservationList) -> String? {
        list.isSynced ? nil : "Tell the user that this may not be all. Call my_reservations again later."
    }
}
