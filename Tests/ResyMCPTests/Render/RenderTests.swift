import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// The texts, and that each result fits its schema in every state.
@Suite struct RenderTests {
    static let link = VenueLinks(base: "https://resy.com")

    // MARK: - Tables

    @Test func anEveningReadsLikeAList() {
        var found = Samples.availability
        found.preferredTime = nil
        found.slots = [Samples.slot(Samples.time(18, 30)), Samples.slot(Samples.time(21, 15))]
        found.otherTimes = []
        #expect(
            AvailabilityText.render(found, now: Samples.now) == """
                Carbone, Sat Feb 14, party of 2:
                - Dining Room, free: 6:30, 9:15 PM
                Resy venue 6194, New York: \(Samples.url)
                """)
    }

    @Test func timesOutsideTheWindowStandApart() {
        var found = Samples.availability
        found.readings = [.time(said: "7", as: Samples.time(19))]
        #expect(
            AvailabilityText.render(found, now: Samples.now) == """
                Carbone, Sat Feb 14, party of 2 within 60 minutes of 7:00 PM (7 read as 7:00 PM):
                - Dining Room, free: 6:30 PM
                - Bar, $50 late fee per guest ($100 for 2): 7:30 PM
                Other times that evening:
                - Dining Room: 9:15 PM, 12:30 AM (Sun Feb 15)
                Resy venue 6194, New York: \(Samples.url)
                """)
    }

    @Test func aFullEveningOffersOtherDays() {
        var found = Samples.availability
        (found.slots, found.otherTimes) = ([], [])
        found.openDays = [Samples.day.adding(days: 1)]
        found.remarks = [.venue(.readAs(said: "Carbon", name: "Carbone")), .evening(.closed)]
        #expect(
            AvailabilityText.render(found, now: Samples.now) == """
                Carbone, Sat Feb 14: no table for 2 that day.
                “Carbon” was read as “Carbone”.
                The restaurant is closed that day.
                Next days with a table for 2, at any time and seating: Sun Feb 15.
                Resy venue 6194, New York: \(Samples.url)
                """)
        found.openDaysUntil = Samples.day.adding(days: 30)
        #expect(
            AvailabilityJSON.render(found).at("note") == [
                "“Carbon” was read as “Carbone”.", "The restaurant is closed that day.",
                "Other days were looked at up to Mon Mar 16.",
            ])
        found.openDays = []
        #expect(
            AvailabilityText.render(found, now: Samples.now).contains("No day up to Mon Mar 16 has a table for 2."))
    }

    /// One sentence and the link, whatever times there are.
    @Test func aDayBehindACaptchaIsOneSentence() throws {
        var found = Samples.availability
        found.venue.wantsCaptcha = true
        found.slots = (0..<5).map { Samples.slot(Samples.time(18, $0 * 15 % 60), "Bar \($0)") }
        found.otherTimes = []
        for index in found.slots.indices { found.slots[index].obstacle = .captcha }
        found.remarks = [.evening(.wantsCaptcha)]
        let text = AvailabilityText.render(found, now: Samples.now)
        #expect(
            text == """
                Carbone (Resy venue 6194), Sat Feb 14: tables for 2 at 6:00–6:45 PM every 15 min, but not bookable through \
                this program (the restaurant wants a captcha solved on Resy's site). Book on Resy's site: \(Samples.url)
                """)
        let tables = AvailabilityJSON.render(found).at("tables")
        #expect(try tables.items.allSatisfy { try $0["blocked"].string.contains("captcha") })
    }

    @Test func everyEveningFitsTheSchema() {
        var found = Samples.availability
        found.quotes = [
            Quote(
                slot: Samples.slot(Samples.time(19)),
                terms: Terms(
                    charges: [Samples.feeWithCutOff], cancelBy: Samples.feeWithCutOff.cutOff, lines: ["Be on time."],
                    doubleConfirmation: ["Be on time.", "No children."], currency: "USD"),
                card: PaymentCard(id: 1, brand: "Visa", lastFour: "4242", isDefault: true))
        ]
        (found.openDays, found.remarks) = ([Samples.day], [.evening(.closed)])
        let structured = AvailabilityJSON.render(found, nextStep: "next")
        #expect(SchemaCheck.faults(structured, Tool.checkAvailability.outputSchema) == [])
        #expect(
            structured.at("quotes").compact == """
                [{"time":"19:00","seating":"Dining Room","fee":{"kind":"cancellation","amount":50,"currency":"USD",\
                "per":"guest","cut_off":"2026-02-13T19:00:00-05:00","total":100},"terms":["Be on time.","No children."],\
                "payment_method":"Visa ending in 4242"}]
                """)
        #expect(
            AvailabilityText.render(found, now: Samples.now).contains(
                "Terms of Dining Room, 7:00 PM: $50 late fee per guest ($100 for 2), free to cancel until Fri 7 PM. Card: Visa "
                    + "ending in 4242. The restaurant says: “Be on time.” “No children.”"))
    }

    @Test func anotherYearIsNamed() {
        let earlier = Samples.now.adding(-60 * 86_400)
        let list = ReservationList(reservations: [Samples.reservation], isSynced: true, remarks: [])
        for text in [
            AvailabilityText.render(Samples.availability, now: earlier),
            BookingText.render(Samples.booked, now: earlier),
            ReservationText.render(list, includesPast: false, link: Self.link, now: earlier),
        ] {
            #expect(text.contains("Sat Feb 14, 2026"), "\(text)")
        }
    }

    // MARK: - Bookings

    @Test func aBookingReadsLikeAConfirmation() {
        var outcome = Samples.booked
        outcome.slot.charges = [Samples.feeWithCutOff]
        #expect(
            BookingText.render(outcome, now: Samples.now) == """
                Booked: Carbone, Sat Feb 14, 7:00 PM, party of 2, Dining Room (RESY-900000123).
                At stake: $50 late fee per guest ($100 for 2), free to cancel until Fri 7 PM. Card: Visa ending in 4242.
                Special request: “quiet table” — sent. The restaurant may not grant it.
                The restaurant says: “Be on time.”
                Resy mails the confirmation to you@example.com.
                Resy venue 6194, New York: \(Samples.url)
                """)
    }

    @Test func aQuestionStandsAlone() {
        var outcome = Samples.waiting
        outcome.slot.charges = [Samples.deposit]
        outcome.confirmBefore = Samples.now.adding(600)
        #expect(
            BookingText.render(outcome, now: Samples.now) == """
                Not booked yet. Please confirm: Carbone, Sat Feb 14, 7:00 PM, party of 2, Dining Room.
                At stake: $20 deposit in total, charged now. Card: Visa ending in 4242.
                Special request: “quiet table” — the restaurant gets it after the booking, and may not grant it.
                The restaurant says: “Be on time.”
                After the user's yes: make_reservation again, same arguments, confirm_token k7Qz2m (one use, 10 minutes).
                Resy venue 6194, New York: \(Samples.url)
                """)
    }

    /// A repeat says that nothing was sent, and promises no e-mail.
    @Test func aRepeatIsBookedAlready() {
        var outcome = Samples.booked
        (outcome.earlier, outcome.remarks) = (EarlierBooking(entry: 1), [.booking(.bookedBefore)])
        outcome.wishes = []
        let text = BookingText.render(outcome, now: Samples.now)
        #expect(
            text.hasPrefix(
                "Already booked: Carbone, Sat Feb 14, 7:00 PM, party of 2, Dining Room (RESY-900000123). Nothing new was sent.\n"
            ))
        #expect(!text.contains("mail"))
        let structured = BookingJSON.render(outcome)
        #expect(structured.at("already") == true && structured.member("email") == nil)
        #expect(BookingJSON.render(Samples.booked).at("already") == false)
        #expect(NextStep.of(outcome).contains("already"))
    }

    @Test func aLimitOfTheUsersOwnIsSaidWithBothSums() {
        var outcome = Samples.outcome(.overLimit)
        outcome.remarks = [
            .yes(.notCovered(.book, .known(Amount(200)!, currency: "USD"), limit: 50))
        ]
        let lines = BookingText.render(outcome, now: Samples.now).split(separator: "\n")
        #expect(lines.first?.hasPrefix("Not booked: Carbone") == true)
        #expect(lines.contains("$200 is more than the user's limit of $50 (--max-fee). Nothing was booked."))
    }

    @Test(arguments: [BookingOutcome.Status.booked, .needsConfirmation, .declined, .overLimit, .unknown])
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
        #expect(structured.at("fee", "total") == 100)
        let text = BookingText.render(outcome, now: Samples.now)
        for fact in [
            "Carbone, Sun Feb 15, 12:30 AM (the night of Sat Feb 14)", "Dining Room",
            "$50 late fee per guest ($100 for 2)", "“Be on time.”", "until Fri 7 PM", "Visa ending in 4242",
            "quiet table", "could not be recorded", Samples.url,
        ] {
            #expect(text.contains(fact), "\(fact)")
        }
        #expect(text.contains("k7Qz2m") == (status == .needsConfirmation))
        #expect(text.hasPrefix("Booked:") == (status == .booked))
    }

    /// An empty list would say that there are none.
    @Test func termsThatAreNotKnownAreLeftOut() {
        var outcome = Samples.booked
        outcome.terms = nil
        let structured = BookingJSON.render(outcome, nextStep: "next")
        #expect(structured.optional("terms") == nil)
        #expect(SchemaCheck.faults(structured, Tool.makeReservation.outputSchema) == [])
        #expect(!BookingText.render(outcome, now: Samples.now).contains("The restaurant says"))
        outcome.terms = []
        #expect(BookingJSON.render(outcome).optional("terms") == [])
    }

    @Test func whatIsPastIsNoLongerFree() throws {
        let late = try #require(Samples.feeWithCutOff.cutOff)
        var found = Samples.availability
        found.slots = [Samples.slot(Samples.time(19), fee: Samples.feeWithCutOff)]
        var outcome = Samples.booked
        (outcome.cancelBy, outcome.slot.charges) = (late, [Samples.feeWithCutOff])
        var held = Samples.reservation
        held.cancelBy = late
        let list = ReservationList(reservations: [held], isSynced: true, remarks: [])
        for text in [
            AvailabilityText.render(found, now: late), BookingText.render(outcome, now: late),
            ReservationText.render(list, includesPast: false, link: Self.link, now: late),
        ] {
            #expect(text.contains("no longer free to cancel"), "\(text)")
            #expect(!text.contains(" until "), "\(text)")
        }
    }

    // MARK: - Cancellations

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
            #expect(structured.member("refund") == .bool(refund))
            #expect(structured.member("charged")?.isNull == true)
            #expect(structured.at("terms") == ["Late guests pay."])
            let text = CancellationText.render(outcome, link: Self.link, now: Samples.now)
            for fact in ["Carbone", "RESY-900000123", "tok", "“Late guests pay.”"] {
                #expect(text.contains(fact))
            }
            #expect(text.contains("$120 at most in all") == (status != .cancelled))
        }
    }

    @Test func whatWasChargedIsSaid() {
        var outcome = Samples.cancelled
        outcome.reservation.charges = [Samples.fee]
        outcome.charged = Charged(Amount(100)!, "USD")
        let text = CancellationText.render(outcome, link: Self.link, now: Samples.now)
        #expect(text.contains("Cancelled: Carbone, Sat Feb 14, 7:00 PM"))
        #expect(text.contains("The $100 late fee is charged."))
        let structured = CancellationJSON.render(outcome, link: Self.link)
        #expect(structured.at("charged").compact == #"{"amount":100,"currency":"USD"}"#)
        #expect(SchemaCheck.faults(structured, Tool.cancelReservation.outputSchema) == [])
    }

    /// Whether a fee is due is said where its sum is not known, too.
    @Test func whetherAFeeIsDueIsSaid() {
        var outcome = Samples.cancelled
        func text() -> String { CancellationText.render(outcome, link: Self.link, now: Samples.now) }
        #expect(!text().contains(" due"))
        outcome.reservation.charges = [Samples.feeWithCutOff]
        #expect(text().contains("\nNo fee is due.\n"))
        outcome.reservation.charges = [Samples.fee]
        #expect(text().contains("A fee may be due: $50 late fee per guest ($100 for 2)."))
        outcome.remarks = [.cancelling(.cancelledBefore(isListRead: true))]
        #expect(text().hasPrefix("Already cancelled:") && !text().contains(" due"))
    }

    /// Before the yes: what it costs now, once.
    @Test func whatCancellingCostsNowIsSaidOnce() {
        var outcome = Samples.cancelled
        outcome.status = .needsConfirmation
        outcome.reservation.charges = [Samples.fee]
        outcome.remarks = [.cancelling(.costs([Samples.fee])), .yes(.askFor(.cancel))]
        let text = CancellationText.render(outcome, link: Self.link, now: Samples.now)
        #expect(text.contains("Not cancelled yet. Please confirm: Carbone"))
        #expect(text.contains("Cancelling now costs the $100 late fee ($50 per guest)."))
        #expect(text.ranges(of: "$50").count == 1)
        #expect(text.contains("Cancelling can't be undone."))
        outcome.remarks = [.cancelling(.costs([]))]
        #expect(
            CancellationText.render(outcome, link: Self.link, now: Samples.now).contains("Cancelling costs nothing."))
    }

    @Test func ofARefundToldBeforeNothingIsSaid() {
        var outcome = Samples.cancelled
        func text() -> String { CancellationText.render(outcome, link: Self.link, now: Samples.now) }
        #expect(!text().contains("paid"))
        outcome.reservation.charges = [Samples.deposit]
        #expect(text().contains("Resy did not say whether what was paid comes back."))
        outcome.isEarlier = true
        #expect(!text().contains("paid"))
        #expect(text().hasPrefix("Already cancelled: Carbone") && text().contains("Nothing new was sent."))
    }

    // MARK: - Reservations

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
            reservations: [Samples.reservation, mine], isSynced: true, remarks: [.list(.notAllShown)])
        let structured = ReservationJSON.render(list, link: Self.link, now: Samples.now)
        #expect(SchemaCheck.faults(structured, Tool.myReservations.outputSchema) == [])
        #expect(
            ReservationText.render(list, includesPast: false, link: Self.link, now: Samples.now) == """
                2 upcoming reservations:
                - Sat Feb 14, 7:00 PM, Carbone (New York), party of 2, Dining Room; RESY-900000123; booked elsewhere
                - Sat Feb 14, 7:00 PM, Carbone (New York), party of 2, Dining Room; RESY-7; free to cancel until Fri 7 PM; \
                Special request: “quiet table”
                Resy names more reservations than it shows, so some are missing here.
                """)
    }

    @Test func deadlinesAreSoonestFirst() {
        func held(_ id: Int, _ days: Double?) -> Reservation {
            var held = Samples.reservation
            (held.id, held.cancelBy) = (id, days.map { Samples.now.adding($0 * 86_400) })
            return held
        }
        let list = ReservationList(
            reservations: [held(1, 3), held(2, 1), held(3, nil), held(4, -1)], isSynced: true, remarks: [])
        let structured = ReservationJSON.render(list, link: Self.link, now: Samples.now)
        #expect(
            structured.at("deadlines").compact == """
                [{"confirmation_id":"RESY-2","free_until":"2026-02-11T12:00:00-05:00"},\
                {"confirmation_id":"RESY-1","free_until":"2026-02-13T12:00:00-05:00"}]
                """)
    }

    @Test func aListFromMemorySaysSoFirst() {
        let none = ReservationList(
            reservations: [], isSynced: false, remarks: [.list(.fromMemory(.service(.server(status: 500)), []))])
        let text = ReservationText.render(none, includesPast: false, link: Self.link, now: Samples.now)
        #expect(text.hasPrefix("I couldn't reach Resy. On this computer's own record: no upcoming reservations.\n"))
        #expect(NextStep.of(none)?.contains("my_reservations") == true)
    }

    /// As the booking said it, and with the same link.
    @Test func aTablePastMidnightIsListedByItsNight() throws {
        var held = Samples.reservation
        (held.day, held.time) = (Samples.day.adding(days: 1), Samples.time(0, 30))
        let list = ReservationList(reservations: [held], isSynced: true, remarks: [])
        let text = ReservationText.render(list, includesPast: false, link: Self.link, now: Samples.now)
        #expect(text.contains("- Sun Feb 15, 12:30 AM (the night of Sat Feb 14), Carbone (New York), party of 2"))
        let structured = ReservationJSON.render(list, link: Self.link, now: Samples.now)
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
                == "No upcoming reservations.")
    }

    @Test func unverifiedCredentialsSaySo() {
        let outcome = SignInOutcome(email: "a@b.c", isVerified: false, card: nil, remarks: [])
        #expect(SignInText.render(outcome).contains("not verified"))
        #expect(SchemaCheck.faults(SignInJSON.render(outcome), Tool.storeResyCredentials.outputSchema) == [])
    }
}
