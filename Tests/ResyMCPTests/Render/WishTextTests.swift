import ResyNative
import Testing

@testable import resy_mcp

/// What is told of a wish, in text and in structure.
@Suite struct WishTextTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var wishes: [ToldWish]
        var sent: JSON
        var line: String

        init(_ state: ToldWish.State, _ wish: Wish = .words("window"), sent: JSON, _ line: String) {
            testDescription = line
            wishes = [ToldWish(wish, state)]
            self.sent = sent
            self.line = line
        }
    }

    private static let byHand = "https://resy.com/account/reservations-and-notify"

    static let cases = [
        Case(
            .planned(isHidden: false), sent: nil,
            "Special request: “window” — the restaurant gets it after the booking, and may not grant it."),
        Case(
            .planned(isHidden: true), .occasion(.birthday), sent: nil,
            "Occasion: “Birthday” — it may not reach the restaurant, whose page at Resy does not ask for one."),
        Case(
            .ended(.shown, held: nil), sent: true, "Special request: “window” — sent. The restaurant may not grant it."),
        Case(
            .open, sent: nil,
            "Special request: “window” — not known yet whether the restaurant has it. It is gone on with the next time "
                + "resy-mcp is used; or look at \(byHand)."),
        Case(
            .ended(.refused, held: nil), sent: false,
            "Special request: “window” — not delivered: Resy did not take it. Add it by hand: \(byHand)."),
        Case(
            .ended(.hidden, held: nil), .occasion(.business), sent: false,
            "Occasion: “Business” — not delivered: this restaurant takes no occasion through Resy. Add it by hand: "
                + "\(byHand)."),
        Case(
            .ended(.held, held: "nut \"allergy\""), sent: false,
            "Special request: “window” — not delivered: the reservation says “nut 'allergy'”, and that was left. Add it by hand: \(byHand)."
        ),
        Case(
            .ended(.cutShort, held: "win"), sent: false,
            "Special request: “window” — not delivered: Resy kept only “win”. Add it by hand: \(byHand)."),
    ]

    @Test(arguments: cases) func isToldPlainly(_ example: Case) {
        var outcome = Samples.outcome(.booked)
        (outcome.wishes, outcome.specialRequests) = (example.wishes, "window")
        let text = BookingText.render(outcome, now: Samples.now)
        #expect(text.contains(example.line + "\n"), "\(text)")
        let structured = BookingJSON.render(outcome, nextStep: Tool.nextStep(outcome))
        #expect(SchemaCheck.faults(structured, Tool.makeReservation.outputSchema) == [])
        #expect(structured.at("special_requests_sent") == example.sent)
        #expect((try? structured["note"].string)?.contains(example.line) == true)
    }

    @Test(arguments: WishFlow.End.allCases) func everyEndHasWords(end: WishFlow.End) {
        var outcome = Samples.outcome(.booked)
        outcome.wishes = [ToldWish(.words("window"), .ended(end, held: "x"))]
        let text = BookingText.render(outcome, now: Samples.now)
        #expect(text.contains("not delivered") == (end != .shown))
        #expect(text.contains("by hand: \(Self.byHand)") == (end != .shown))
        #expect(Tool.nextStep(outcome).contains("not delivered") == (end != .shown))
        let asking = Asking(Settings(home: "/"), saysYes: false, isInteractive: true)
        #expect(BookCommand.text(outcome, asking, now: Samples.now) == text)
    }

    @Test func ofSeveralTheWorstCounts() {
        let shown = ToldWish(.words("a"), .ended(.shown, held: nil))
        let open = ToldWish(.occasion(.birthday), .open)
        let refused = ToldWish(.occasion(.birthday), .ended(.refused, held: nil))
        #expect([shown].areSent == true)
        #expect([shown, open].areSent == nil)
        #expect([shown, refused].areSent == false)
        #expect([open, refused].areSent == false)
        #expect([ToldWish]().areSent == nil)
    }

    @Test func noWishIsNullAndThere() {
        var outcome = Samples.outcome(.booked)
        (outcome.wishes, outcome.specialRequests) = ([], nil)
        let structured = BookingJSON.render(outcome, nextStep: "next")
        for member in ["special_requests", "occasion", "special_requests_sent"] {
            #expect(structured.at(member) == .bool(nil))
        }
        #expect(!BookingText.render(outcome, now: Samples.now).contains("request"))
    }

    @Test func theListTellsWhatIsLeft() throws {
        var list = ReservationList(reservations: [Samples.reservation], isSynced: true, notes: [])
        list.undelivered = [
            UndeliveredWishes(
                confirmationID: "RESY-900000123",
                wishes: [ToldWish(.words("quiet"), .ended(.refused, held: nil)), ToldWish(.occasion(.birthday), .open)])
        ]
        let text = ReservationText.render(list, includesPast: false, link: RenderTests.link, now: Samples.now)
        #expect(text.contains("RESY-900000123: special request: “quiet” — not delivered: Resy did not take it."))
        #expect(text.contains("RESY-900000123: occasion: “Birthday” — not known yet"))
        let structured = ReservationJSON.render(list, link: RenderTests.link)
        #expect(SchemaCheck.faults(structured, Tool.myReservations.outputSchema) == [])
        #expect(try structured["note"].string.contains("“quiet” — not delivered"))
    }
}
