internal import ResyDomain
internal import ResyNative

/// How a change ended.
struct ChangeSheet {
    let outcome: ChangeOutcome
    /// What may be at stake unasked.
    let limit: Double
    let now: Instant

    private var voice: Voice { .person.at(now) }
    private var old: Reservation { outcome.old }

    var sheet: Sheet {
        var sheet = Sheet([Line(headline, isNews ? .strong : .plain, hang: 2)])
        if let new = outcome.new, outcome.status == .changed, !outcome.isAboutWishAlone {
            sheet.add(Line("\(new.confirmationID) · \(cost(new)); in place of \(voice.brief(old))", hang: 2))
        }
        if outcome.status == .bothHeld { sheet.add(Line(voice.leavingEither(outcome, now), hang: 2)) }
        if outcome.status == .needsConfirmation || outcome.status == .overLimit { sheet.add(texts: stakes) }
        sheet.add(texts: outcome.wishes.map { WishText.line($0, of: old.venue, byHand: outcome.byHand) })
        if outcome.status == .needsConfirmation { sheet.add(BookingSheet.terms(outcome.terms ?? [])) }
        sheet.add(texts: voice.texts(outcome.remarks.filter { !isSaid($0) }))
        return sheet
    }

    private var isNews: Bool { [.changed, .bothHeld, .neitherHeld].contains(outcome.status) }

    private var headline: String {
        let reading = voice.readings(outcome.readings)
        guard let new = outcome.new, !outcome.isAboutWishAlone else { return alone + reading }
        let said =
            switch outcome.status {
            case .changed where outcome.isEarlier: "Already changed: \(voice.table(new, now: now))."
            case .changed: "Changed: \(voice.table(new, now: now))\(new.seating.map { ", \($0)" } ?? "")"
            case .needsConfirmation where outcome.isNewBooked:
                "Both tables are held: \(numbered(new)), and \(numbered(old)), which is not cancelled yet."
            case .needsConfirmation: "Not changed yet: \(numbered(old)), to \(voice.brief(new))."
            case .overLimit:
                (outcome.remarks.isOverMaxFee
                    ? voice.overLimit(outcome.stake, limit, .change)
                    : voice.texts(outcome.remarks.filter(\.isOfEarlyEnd)).joined(separator: " ")
                        + " Nothing was changed.")
                    + " Still booked: \(numbered(old))."
            case .declined: "Nothing was changed. Still booked: \(numbered(old))."
            case .notChanged: "Not changed, still booked: \(numbered(old))."
            case .bothHeld: "Both tables are held: \(numbered(new)), and \(numbered(old))."
            case .neitherHeld:
                "Neither table is held any more, as far as Resy's list shows. Look at \(outcome.byHand) at once. The old one was "
                    + "\(numbered(old)); the new one: \(voice.brief(new))."
            case .unknown: "It is not known whether this was changed: \(numbered(old)), to \(voice.brief(new))."
            }
        return said + reading
    }

    private var alone: String {
        switch outcome.status {
        case .changed: "Changed what the restaurant is told: \(numbered(old))."
        case .needsConfirmation: "Not changed yet: \(numbered(old))."
        case .declined: "Nothing was replaced: \(numbered(old))."
        case .unknown: "It is not known yet whether the restaurant was told: \(numbered(old))."
        case .notChanged, .overLimit, .bothHeld, .neitherHeld: "Not changed: \(numbered(old))."
        }
    }

    private func numbered(_ held: Reservation) -> String {
        voice.table(held, now: now) + (held.id > 0 ? " (\(held.confirmationID))" : "")
    }

    private func cost(_ held: Reservation) -> String {
        voice.wholeCost(held.charges, party: held.party, until: held.cancelBy, in: held.venue.zone, now: now)
    }

    /// Of both sides.
    private var stakes: [String] {
        guard let new = outcome.new, !outcome.isNewBooked, let charges = outcome.atStake else { return [] }
        let cost = voice.wholeCost(
            charges, party: new.party, until: new.cancelBy, in: new.venue.zone, now: now, isAhead: true)
        let lost = outcome.lost ?? []
        return [
            "The new one: \(cost).",
            lost.isEmpty
                ? "Leaving the old one costs nothing now\(voice.freeUntil(old, now))."
                : voice.costOfCancelling(lost, party: old.party),
        ]
    }

    /// The first line says it.
    private func isSaid(_ remark: Remark) -> Bool {
        switch remark {
        case .booking(.closesEarly): outcome.status == .overLimit && !outcome.remarks.isOverMaxFee
        case .changing(.saidNo), .changing(.overLimit), .changing(.changedBefore), .yes(.askFor), .yes(.noAnswer): true
        default: false
        }
    }
}
