import Foundation
import ResyNative
import Testing

@testable import resy_mcp

/// The texts, and that each result fits its schema in every state.
@Suite struct RenderTests {
    static let link = VenueLinks(base: "https://resy.com")

    // MARK: - Pieces

    @Test(arguments: [
        (50.0, "50"), (37.5, "37.50"), (0, "0"), (0.05, "0.05"), (1234.567, "1234.57"),
        (.infinity, "an unreadable amount"),
    ])
    func amounts(amount: Double, expected: String) {
        #expect(Words.amount(amount) == expected)
    }

    static func fee(_ kind: Fee.Kind, _ amount: Double?, _ currency: String?, _ basis: Fee.Basis, _ text: String = "")
        -> Fee
    {
        Fee(kind: kind, amount: amount, currency: currency, basis: basis, cutOff: nil, text: text)
    }

    @Test(arguments: [
        (fee(.cancellation, 50, "USD", .guest), "cancellation fee 50 USD per guest"),
        (fee(.deposit, 100, "GBP", .party, "£100 now"), "deposit 100 GBP for the party"),
        (fee(.prepaid, 95.5, "USD", .guest), "paid in advance 95.50 USD per guest"),
        (fee(.unknown, nil, nil, .unknown, "see terms"), "may cost money (see terms)"),
        (
            fee(.unknown, nil, nil, .unknown, "Resy does not state whether this costs anything"),
            "may cost money (amount not stated)"
        ),
        (
            fee(.cancellation, 25, nil, .unknown),
            "cancellation fee 25 (currency not stated) (per guest or for the party: not stated)"
        ),
    ])
    func fees(fee: Fee, expected: String) {
        #expect(FactsText.fee(fee, zone: Samples.zone, now: Samples.now) == expected)
    }

    @Test func aCutOffIsOnTheRestaurantsClock() throws {
        let text = FactsText.fee(Samples.feeWithCutOff, zone: Samples.zone, now: Samples.now)
        #expect(text.contains(", free until Friday Feb 13 at 7:00 PM"))
        let zone = try #require(Samples.zone)
        let cutOff = try #require(Samples.feeWithCutOff.cutOff)
        #expect(Facts.fee(Samples.feeWithCutOff, zone: zone).at("cut_off") == .string(zone.iso8601(cutOff)))
        #expect(Facts.fee(Samples.feeWithCutOff, zone: nil).at("cut_off").isNull)
    }

    @Test func aCutOffThatIsPastIsOver() throws {
        let late = try #require(Samples.feeWithCutOff.cutOff)
        let text = FactsText.fee(Samples.feeWithCutOff, zone: Samples.zone, now: late)
        #expect(text == "cancellation fee 50 USD per guest, free cancellation ended Friday Feb 13 at 7:00 PM")

        var found = Samples.availability
        found.slots = [Samples.slot(Samples.time(19), fee: Samples.feeWithCutOff)]
        var outcome = Samples.booked
        (outcome.cancelBy, outcome.slot.fee) = (late, Samples.feeWithCutOff)
        var held = Samples.reservation
        held.cancelBy = late
        let list = ReservationList(reservations: [held], isSynced: true, notes: [])
        for text in [
            AvailabilityText.render(found, now: late), BookingText.render(outcome, now: late),
            ReservationText.render(list, includesPast: false, link: Self.link, now: late),
        ] {
            #expect(text.lowercased().contains("free cancellation ended friday feb 13 at 7:00 pm"), "\(text)")
            #expect(!text.contains(" until "), "\(text)")
        }
    }

    /// What is taken at booking is not free until then, and where nothing is at stake nothing has ended.
    @Test func aCutOffIsWordedByWhatItIsOf() {
        let (until, past) = (Samples.now.adding(86_400), Samples.now.adding(-86_400))
        for (kind, open, over) in [
            (Fee.Kind.deposit, "cancel by .. for a refund", "refundable until .., which is past"),
            (.prepaid, "cancel by .. for a refund", "refundable until .., which is past"),
            (.unknown, "cancel by ..", "it was to be cancelled by .., which is past"),
            (nil, "cancel by ..", "it was to be cancelled by .., which is past; no fee is stated for that"),
        ] {
            for (moment, expected) in [(until, open), (past, over)] {
                let spoken = Words.moment(moment, in: Samples.zone) ?? ""
                let text = FactsText.cancelBy(moment, kind, zone: Samples.zone, now: Samples.now)
                #expect(text == expected.replacingOccurrences(of: "..", with: spoken))
            }
            guard let kind else { continue }
            var fee = Samples.feeWithCutOff
            fee.kind = kind
            for moment in [until, past] {
                fee.cutOff = moment
                #expect(!FactsText.fee(fee, zone: Samples.zone, now: Samples.now).contains("free"))
            }
        }
    }

    @Test func aSlotThatCannotBeBookedSaysWhy() {
        var slot = Samples.slot(Samples.time(20))
        slot.obstacle = "books on Tock"
        #expect(Facts.slot(slot, evening: Samples.day, zone: nil).at("reason") == "books on Tock")
        #expect(
            FactsText.slot(slot, evening: Samples.day, zone: nil, now: Samples.now).hasSuffix(
                "cannot be booked here: books on Tock"))
        slot.obstacle = nil
        slot.token = nil
        #expect(Facts.slot(slot, evening: Samples.day, zone: nil).at("reason") == .string(FactsText.noToken))
    }

    // MARK: - Texts

    @Test func anEveningReadsLikeAList() {
        var found = Samples.availability
        found.preferredTime = nil
        found.slots = [Samples.slot(Samples.time(18, 30)), Samples.slot(Samples.time(21, 15))]
        found.otherTimes = []
        #expect(
            AvailabilityText.render(found, now: Samples.now) == """
                Carbone - Saturday Feb 14:
                   6:30 PM - Dining Room (Resy)
                   9:15 PM - Dining Room (Resy)
                Party of 2 on 2026-02-14. Resy venue 6194, New York, times in America/New_York.
                On Resy: \(Samples.url)
                """)
    }

    @Test func aFullEveningOffersOtherDays() {
        var found = Samples.availability
        (found.slots, found.otherTimes) = ([], [])
        found.openDays = [Samples.day.adding(days: 1)]
        found.notes = ["7:00 was read as the morning."]
        #expect(
            AvailabilityText.render(found, now: Samples.now) == """
                Carbone - Saturday Feb 14: no table for 2 within 60 minutes of 7:00 PM.
                Days with tables for 2: Sunday Feb 15 (2026-02-15)
                7:00 was read as the morning.
                Party of 2 on 2026-02-14. Resy venue 6194, New York, times in America/New_York.
                On Resy: \(Samples.url)
                """)
        #expect(AvailabilityJSON.render(found).at("note") == "7:00 was read as the morning.")
    }

    @Test func anotherYearIsNamed() {
        let earlier = Samples.now.adding(-60 * 86_400)
        let list = ReservationList(reservations: [Samples.reservation], isSynced: true, notes: [])
        for text in [
            AvailabilityText.render(Samples.availability, now: earlier),
            BookingText.render(Samples.booked, now: earlier),
            ReservationText.render(list, includesPast: false, link: Self.link, now: earlier),
        ] {
            #expect(text.contains("Saturday Feb 14, 2026"), "\(text)")
        }
    }

    @Test func aBookingReadsLikeAConfirmation() {
        let text = BookingText.render(Samples.booked, now: Samples.now)
        #expect(
            text.hasPrefix(
                """
                Booked! Carbone, Saturday Feb 14 at 7:00 PM, party of 2
                Confirmation: RESY-900000123
                """))
        #expect(text.contains("Resy will send a confirmation email to you@example.com"))
    }

    @Test(arguments: [BookingOutcome.Status.booked, .needsConfirmation, .declined, .unknown])
    func everyBookingFitsTheSchemaAndSaysAllOfIt(status: BookingOutcome.Status) throws {
        var outcome = Samples.outcome(status)
        outcome.slot = Samples.slot(Samples.time(0, 30), fee: Samples.feeWithCutOff, on: Samples.day.adding(days: 1))
        outcome.cancelBy = Samples.feeWithCutOff.cutOff
        outcome.confirmBefore = Samples.feeWithCutOff.cutOff
        outcome.notes = ["A note."]
        let structured = BookingJSON.render(outcome, nextStep: "next")
        #expect(SchemaCheck.faults(structured, Tool.makeReservation.outputSchema) == [])
        // The date is the day to turn up on.
        #expect(structured.at("date") == "2026-02-15")
        #expect(structured.at("evening") == "2026-02-14")
        let text = BookingText.render(outcome, now: Samples.now)
        for fact in [
            "Carbone, Sunday Feb 15 at 12:30 AM (the night of Saturday Feb 14)", "on 2026-02-15", "Dining Room",
            "50 USD per guest", "Be on time.",
            "Friday Feb 13 at 7:00 PM", "Visa ending in 4242", "quiet table", "A note.", Samples.url,
        ] {
            #expect(text.contains(fact), "\(fact)")
        }
        #expect(text.contains("k7Qz2m") == (status == .needsConfirmation))
        #expect(text.hasPrefix("Booked!") == (status == .booked))
    }

    /// An empty list would say that there are none.
    @Test func termsThatAreNotKnownAreLeftOut() {
        var outcome = Samples.booked
        outcome.terms = nil
        let structured = BookingJSON.render(outcome, nextStep: "next")
        #expect(structured.optional("terms") == nil)
        #expect(SchemaCheck.faults(structured, Tool.makeReservation.outputSchema) == [])
        #expect(!BookingText.render(outcome, now: Samples.now).contains("Terms"))
        outcome.terms = []
        #expect(BookingJSON.render(outcome).optional("terms") == [])
    }

    @Test(arguments: [
        CancellationOutcome.Status.cancelled, .needsConfirmation, .declined, .notCancelled, .unknown,
    ])
    func everyCancellationFitsTheSchema(status: CancellationOutcome.Status) {
        for refund in [true, false, nil] {
            var outcome = Samples.cancelled
            (outcome.status, outcome.refund, outcome.confirmToken) = (status, refund, "tok")
            outcome.reservation.cancellationFee = Samples.feeWithCutOff
            outcome.reservation.cancelBy = Samples.feeWithCutOff.cutOff
            outcome.terms = ["Late guests pay."]
            let structured = CancellationJSON.render(outcome, link: Self.link, nextStep: "next")
            #expect(SchemaCheck.faults(structured, Tool.cancelReservation.outputSchema) == [])
            #expect(structured.at("refund") == .bool(refund))
            #expect(structured.at("terms") == ["Late guests pay."])
            let text = CancellationText.render(outcome, link: Self.link, now: Samples.now)
            for fact in ["Carbone", "RESY-900000123", "50 USD", "tok", "Refund", "- Late guests pay."] {
                #expect(text.contains(fact))
            }
        }
    }

    @Test func ofARefundToldBeforeNothingIsSaid() {
        var outcome = Samples.cancelled
        #expect(CancellationText.render(outcome, link: Self.link, now: Samples.now).contains("Resy did not say"))
        outcome.isEarlier = true
        #expect(!CancellationText.render(outcome, link: Self.link, now: Samples.now).contains("Refund"))
    }

    @Test(arguments: [
        (Reservation.Status.confirmed, true), (.cancelled, false), (.past, false), (.noShow, false), (.unknown, false),
    ])
    func onlyWhatIsHeldCanBeCancelled(status: Reservation.Status, canCancel: Bool) {
        var held = Samples.reservation
        held.status = status
        #expect(Facts.reservation(held, link: Self.link).at("can_cancel") == .bool(canCancel))
        held.mayCancel = false
        #expect(Facts.reservation(held, link: Self.link).at("can_cancel") == false)
    }

    @Test func reservationsSayWhereTheyAreFrom() {
        var mine = Samples.reservation
        (mine.id, mine.source, mine.cancelBy) = (7, .resyMCP, Samples.feeWithCutOff.cutOff)
        mine.specialRequests = "quiet table"
        mine.venue.slug = nil
        let list = ReservationList(reservations: [Samples.reservation, mine], isSynced: false, notes: ["A note."])
        #expect(
            SchemaCheck.faults(ReservationJSON.render(list, link: Self.link), Tool.myReservations.outputSchema) == [])
        let text = ReservationText.render(list, includesPast: false, link: Self.link, now: Samples.now)
        for fact in [
            "You have 2 upcoming reservations:", "RESY-900000123", "booked elsewhere", "RESY-7", "booked here",
            "cancel free of charge until Friday Feb 13 at 7:00 PM", "quiet table", "what is known here", "A note.",
        ] {
            #expect(text.contains(fact), "\(fact)")
        }
    }

    /// As the booking said it, and with the same link.
    @Test func aTablePastMidnightIsListedByItsNight() throws {
        var held = Samples.reservation
        (held.day, held.time) = (Samples.day.adding(days: 1), Samples.time(0, 30))
        let list = ReservationList(reservations: [held], isSynced: true, notes: [])
        let text = ReservationText.render(list, includesPast: false, link: Self.link, now: Samples.now)
        #expect(
            text.contains("Carbone, Sunday Feb 15 at 12:30 AM (the night of Saturday Feb 14), party of 2 (2026-02-15)"))
        #expect(text.contains(Samples.url))
        let structured = ReservationJSON.render(list, link: Self.link)
        #expect(SchemaCheck.faults(structured, Tool.myReservations.outputSchema) == [])
        let row = try structured["reservations"].items[0]
        #expect(row.at("date") == "2026-02-15" && row.at("evening") == "2026-02-14")
        #expect(row.at("venue", "url") == .string(Samples.url))
        // Where Resy may have filed it under its evening, the day is told as listed.
        held.isDaySure = false
        let unsure = Facts.reservation(held, link: Self.link)
        #expect(unsure.optional("evening") == nil)
        #expect(try unsure["venue"]["url"].string.contains("date=2026-02-15"))
    }

    @Test func noReservationsIsASentence() {
        let none = ReservationList(reservations: [], isSynced: true, notes: [])
        #expect(
            ReservationText.render(none, includesPast: false, link: Self.link, now: Samples.now)
                == "You have no upcoming reservations.")
    }

    @Test func unverifiedCredentialsSaySo() {
        let outcome = SignInOutcome(email: "a@b.c", isVerified: false, card: nil, notes: [])
        #expect(SignInText.render(outcome).contains("not verified"))
        #expect(SchemaCheck.faults(SignInJSON.render(outcome), Tool.storeResyCredentials.outputSchema) == [])
    }

    // MARK: - Failures

    @Test func candidatesAreInTextAndMeta() throws {
        let now = Instant(seconds: 0)
        var other = Samples.venue
        (other.id, other.name, other.neighborhood) = (7, "Carbone Vino", "Coconut Grove")
        let error = ResyError(
            .venueAmbiguous, "\"Carbone\" fits 2 restaurants", hint: "ask which, then give location",
            choices: [.venue(Samples.venue), .venue(other)], retryAt: now.adding(39.2))
        let text = FailureText.render(error, link: Self.link, now: now)
        #expect(text.contains("Carbone Vino, Coconut Grove, New York, Resy venue 7"))
        #expect(text.contains("Try again in 40 s."))
        let structured = FailureJSON.render(error, link: Self.link, now: now)
        #expect(try structured["candidates"].items.map { try $0["id"].integer } == [6194, 7])
        #expect(structured.at("retry_after_seconds") == 40)
        #expect(structured.member("alternatives") == nil)
    }

    @Test(arguments: [
        ("m", "Look here: https://resy.com/x", 0), ("m", "Look there.", 1), ("It is at https://resy.com/x.", "h", 0),
    ])
    func aLinkStandsOnce(message: String, hint: String, added: Int) {
        let error = ResyError(.captcha, message, hint: hint, url: "https://resy.com/x")
        let text = FailureText.render(error, link: Self.link, now: Samples.now)
        #expect(text.ranges(of: "https://resy.com/x").count == 1)
        #expect(text.ranges(of: "By hand: ").count == added)
        #expect(FailureJSON.render(error, link: Self.link, now: Samples.now).at("url") == "https://resy.com/x")
    }

    @Test func reservationsToChooseFromAreCandidates() throws {
        let error = ResyError(.reservationAmbiguous, "m", hint: "h", choices: [.reservation(Samples.reservation)])
        let structured = FailureJSON.render(error, link: Self.link, now: Instant(seconds: 0))
        #expect(try structured["candidates"].items[0]["confirmation_id"].string == "RESY-900000123")
        #expect(FailureText.render(error, link: Self.link, now: Instant(seconds: 0)).contains("RESY-900000123"))
    }
}
