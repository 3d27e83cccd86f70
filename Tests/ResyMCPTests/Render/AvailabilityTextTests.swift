import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// The tables of one evening, in words and for programs.
@Suite struct AvailabilityTextTests {
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
                this program (the restaurant wants a captcha solved on Resy's site). Book it on Resy's site: \(Samples.url)
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
}
