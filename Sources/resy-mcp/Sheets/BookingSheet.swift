internal import ResyDomain
internal import ResyNative

/// How a booking ended.
struct BookingSheet {
    let outcome: BookingOutcome
    /// What may be at stake unasked.
    let limit: Double
    /// Nobody was shown the restaurant's words before.
    var showsTerms = false
    let now: Instant

    private var voice: Voice { .person.at(now) }

    var sheet: Sheet {
        var sheet = Sheet([Line(headline, outcome.status == .booked ? .strong : .plain, hang: 2)])
        sheet.add(Line(facts, hang: 2))
        if let card = outcome.card, !outcome.slot.charges.isEmpty { sheet.add("Card: \(card)") }
        sheet.add(texts: WishText.lines(outcome))
        if outcome.status == .needsConfirmation || outcome.status == .booked && showsTerms && !outcome.isBookedBefore {
            sheet.add(Self.terms(outcome.terms ?? []))
        }
        sheet.add(texts: voice.texts(outcome.remarks.filter { !isSaid($0) }))
        if outcome.status == .booked, !outcome.isBookedBefore, let email = outcome.email {
            sheet.add("Resy mails the confirmation to \(email).")
        }
        return sheet
    }

    /// As the restaurant words them.
    static func terms(_ lines: [String]) -> Sheet {
        Sheet(
            lines.map { text in
                var line = Line("  \(CleanText.quoted(text, to: 1000))", .faint, hang: 2)
                line.most = 3
                return line
            })
    }

    private var table: String {
        voice.table(
            voice.name(outcome.venue, outcome.remarks), outcome.slot.day, outcome.slot.time, party: outcome.party,
            evening: outcome.evening,
            today: outcome.venue.today(now)) + ", \(outcome.slot.seating)" + voice.readings(outcome.readings)
    }

    private var headline: String {
        if outcome.isAboutWishAlone {
            return "Already booked: \(table). \(outcome.status == .declined ? "Nothing was replaced." : "")"
        }
        return switch outcome.status {
        case .booked where outcome.isBookedBefore:
            "Already booked: \(table). \(outcome.wishes.isEmpty ? "Nothing new was sent." : "No second table was booked.")"
        case .booked: "Booked: \(table)"
        case .needsConfirmation: "Not booked yet: \(table)"
        case .overLimit:
            outcome.remarks.isOverMaxFee
                ? voice.overLimit(outcome.stake, limit, .book)
                : voice.texts(outcome.remarks.filter(\.isOfEarlyEnd)).joined(separator: " ") + " Nothing was booked."
        case .declined: "Nothing was booked: \(table)"
        case .unknown: "It is not known whether this was booked: \(table)"
        }
    }

    private var facts: String {
        let cost = voice.wholeCost(
            outcome.slot.charges, party: outcome.party, until: outcome.cancelBy, in: outcome.venue.zone, now: now,
            isAhead: outcome.status != .booked)
        return switch outcome.status {
        case .overLimit: "\(table): \(cost)"
        case .booked, .declined, .needsConfirmation, .unknown:
            outcome.reservationID.map { "RESY-\($0) · \(cost)" } ?? Words.capitalized(cost)
        }
    }

    /// The first line says it.
    private func isSaid(_ remark: Remark) -> Bool {
        switch remark {
        case .booking(.closesEarly): outcome.status == .overLimit && !outcome.remarks.isOverMaxFee
        case .venue(.readAs), .booking(.saidNo), .booking(.overLimit), .booking(.bookedBefore), .yes(.askFor),
            .yes(.noAnswer):
            true
        default: false
        }
    }
}
