import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// The texts, and that each result fits its schema in every state.
@Suite struct RenderTests {
    static let link = VenueLinks(base: "https://resy.com")

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
        found.remarks = [.venue(.readAs(said: "Carbon", name: "Carbone"))]
        #expect(
            AvailabilityText.render(found, now: Samples.now) == """
                Carbone - Saturday Feb 14: no table for 2 within 60 minutes of 7:00 PM.
                Days with tables for 2: Sunday Feb 15 (2026-02-15)
                “Carbon” was read as “Carbone”.
                Party of 2 on 2026-02-14. Resy venue 6194, New York, times in America/New_York.
                On Resy: \(Samples.url)
                """)
        #expect(AvailabilityJSON.render(found).at("note") == "“Carbon” was read as “Carbone”.")
    }

    @Test func anotherYearIsNamed() {
        let earlier = Samples.now.adding(-60 * 86_400)
        let list = ReservationList(reservations: [Samples.reservation], isSynced: true, remarks: [])
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
        outcome.remarks = [.booking(.notRecorded)]
        let structured = BookingJSON.render(outcome, nextStep: "next")
        #expect(SchemaCheck.faults(structured, Tool.makeReservation.outputSchema) == [])
        // The date is the day to turn up on.
        #expect(structured.at("date") == "2026-02-15")
        #expect(structured.at("evening") == "2026-02-14")
        let text = BookingText.render(outcome, now: Samples.now)
        for fact in [
            "Carbone, Sunday Feb 15 at 12:30 AM (the night of Saturday Feb 14)", "on 2026-02-15", "Dining Room",
            "50 USD per guest", "Be on time.",
            "Friday Feb 13 at 7:00 PM", "Visa ending in 4242", "quiet table", "could not be recorded", Samples.url,
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
            outcome.reservation.charges = [Samples.feeWithCutOff, Samples.deposit]
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
        #expect(!CancellationText.render(outcome, link: Self.link, now: Samples.now).contains("Refund"))
        outcome.reservation.charges = [Samples.deposit]
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
        let list = ReservationList(
            reservations: [Samples.reservation, mine], isSynced: false, remarks: [.list(.notAllShown)])
        #expect(
            SchemaCheck.faults(ReservationJSON.render(list, link: Self.link), Tool.myReservations.outputSchema) == [])
        let text = ReservationText.render(list, includesPast: false, link: Self.link, now: Samples.now)
        for fact in [
            "You have 2 upcoming reservations:", "RESY-900000123", "booked elsewhere", "RESY-7", "booked here",
            "cancel free of charge until Friday Feb 13 at 7:00 PM", "quiet table", "what is known here",
            "some are missing here",
        ] {
            #expect(text.contains(fact), "\(fact)")
        }
    }

    /// As the booking said it, and with the same link.
    @Test func aTablePastMidnightIsListedByItsNight() throws {
        var held = Samples.reservation
        (held.day, held.time) = (Samples.day.adding(days: 1), Samples.time(0, 30))
        let list = ReservationList(reservations: [held], isSynced: true, remarks: [])
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
        let none = ReservationList(reservations: [], isSynced: true, remarks: [])
        #expect(
            ReservationText.render(none, includesPast: false, link: Self.link, now: Samples.now)
                == "You have no upcoming reservations.")
    }

    @Test func unverifiedCredentialsSaySo() {
        let outcome = SignInOutcome(email: "a@b.c", isVerified: false, card: nil, remarks: [])
        #expect(SignInText.render(outcome).contains("not verified"))
        #expect(SchemaCheck.faults(SignInJSON.render(outcome), Tool.storeResyCredentials.outputSchema) == [])
    }
}
