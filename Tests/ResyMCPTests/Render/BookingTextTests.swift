import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// A booking, in words and for programs, in every state.
@Suite struct BookingTextTests {
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
}
