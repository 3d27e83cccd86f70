import ResyDomain
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
            "Occasion: “Birthday” — it will not be sent: this restaurant takes no occasions through Resy; tell it by phone."
        ),
        Case(
            .ended(.shown, held: nil), sent: true, "Special request: “window” — sent. The restaurant may not grant it."),
        Case(
            .open, sent: nil,
            "Special request: “window” — not sent yet. resy-mcp will try again the next time it runs; or add it by hand: "
                + "\(byHand)."),
        Case(
            .unseen, sent: nil,
            "Special request: “window” — not known yet whether the restaurant has it. resy-mcp will look again the next "
                + "time it runs; or look at \(byHand)."),
        Case(
            .beside, sent: nil, "Special request: “window” — not sent: it goes with the same yes."),
        Case(
            .ended(.shown, held: nil), .words("no nuts <severe>"), sent: true,
            "Special request: “no nuts <severe>” — sent. The restaurant may not grant it."),
        Case(
            .ended(.refused, held: nil), sent: false,
            "Special request: “window” — not delivered: Resy did not take it. Add it by hand: \(byHand)."),
        Case(
            .ended(.hidden, held: nil), .occasion(.business), sent: false,
            "Occasion: “Business” — not delivered: this restaurant takes no occasions through Resy; tell it by "
                + "phone."),
        Case(
            .ended(.held, held: "nut \"allergy\""), sent: false,
            "Special request: “window” — not delivered: the reservation says “nut 'allergy'”, and that was left. Add it by hand: \(byHand)."
        ),
        Case(
            .ended(.cutShort, held: "win"), sent: false,
            "Special request: “window” — not delivered: Resy kept only “win”. Add it by hand: \(byHand)."),
    ]

    private static func notes(_ structured: JSON) -> [String] {
        (try? structured["note"].items.map { try $0.string }) ?? []
    }

    @Test(arguments: cases) func isToldPlainly(_ example: Case) {
        var outcome = Samples.outcome(.booked)
        (outcome.wishes, outcome.specialRequests) = (example.wishes, "window")
        let text = BookingText.render(outcome, now: Samples.now)
        #expect(text.contains(example.line + "\n"), "\(text)")
        let structured = BookingJSON.render(outcome, nextStep: NextStep.of(outcome))
        #expect(SchemaCheck.faults(structured, Tool.makeReservation.outputSchema) == [])
        #expect(structured.at("special_requests_sent") == example.sent)
        #expect(Self.notes(structured).contains(example.line) == (example.sent != true))
    }

    @Test(arguments: WishFlow.End.allCases) func everyEndHasWords(end: WishFlow.End) {
        var outcome = Samples.outcome(.booked)
        outcome.wishes = [ToldWish(.words("window"), .ended(end, held: "x"))]
        let text = BookingText.render(outcome, now: Samples.now)
        #expect(text.contains("not delivered") == (end != .shown))
        #expect(text.contains("by hand: \(Self.byHand)") == (end != .shown && end != .hidden))
        #expect(text.contains("by phone") == (end == .hidden))
        #expect(NextStep.of(outcome).contains("not delivered") == (end != .shown))
        let shown = Paper(width: nil).text(BookingSheet(outcome: outcome, limit: 0, now: Samples.now).sheet)
        #expect(shown.contains("not delivered") == (end != .shown))
    }

    @Test func whatItReplacedIsTold() {
        var outcome = Samples.outcome(.booked)
        outcome.wishes = [ToldWish(.words("window"), .ended(.shown, held: nil), replaced: "quiet <2>")]
        let line = "“window” — sent; it replaced “quiet <2>”. The restaurant may not grant it."
        #expect(BookingText.render(outcome, now: Samples.now).contains(line))
        #expect(Self.notes(BookingJSON.render(outcome)).contains { $0.contains(line) })
    }

    /// What a yes is for is known to who reads the structure alone, once.
    @Test func beforeTheYesTheNextStepTellsOfIt() {
        var outcome = Samples.waiting
        outcome.wishes = [ToldWish(.words("window"), .planned(isHidden: false))]
        #expect(NextStep.of(outcome).contains("gets the wish after the booking and may not grant it"))
        #expect(!Self.notes(BookingJSON.render(outcome)).contains { $0.contains("window") })
        outcome.wishes = [ToldWish(.words("window"), .planned(isHidden: true))]
        #expect(!NextStep.of(outcome).contains("gets the wish"))
        #expect(Self.notes(BookingJSON.render(outcome)).contains { $0.contains("will not be sent") })
    }

    @Test func anOpenOneIsInTheNextStep() {
        var outcome = Samples.outcome(.booked)
        outcome.wishes = [ToldWish(.words("window"), .unseen)]
        #expect(NextStep.of(outcome).contains("not known to have the wish yet"))
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

    @Test func noWishIsNullOrLeftOut() {
        var outcome = Samples.outcome(.booked)
        (outcome.wishes, outcome.specialRequests) = ([], nil)
        let structured = BookingJSON.render(outcome, nextStep: "next")
        #expect(structured.member("special_requests_sent")?.isNull == true)
        for member in ["special_requests", "occasion"] { #expect(structured.member(member) == nil) }
        #expect(!BookingText.render(outcome, now: Samples.now).contains("request"))
    }

    @Test func theListTellsWhatIsLeft() {
        var list = ReservationList(reservations: [Samples.reservation], isSynced: true, remarks: [])
        list.undelivered = [
            UndeliveredWishes(
                confirmationID: "RESY-900000123",
                wishes: [ToldWish(.words("quiet"), .ended(.refused, held: nil)), ToldWish(.occasion(.birthday), .open)])
        ]
        let text = ReservationText.render(list, includesPast: false, link: RenderTests.link, now: Samples.now)
        #expect(text.contains("RESY-900000123: special request: “quiet” — not delivered: Resy did not take it."))
        #expect(text.contains("RESY-900000123: occasion: “Birthday” — not sent yet"))
        let structured = ReservationJSON.render(list, link: RenderTests.link, now: Samples.now)
        #expect(SchemaCheck.faults(structured, Tool.myReservations.outputSchema) == [])
        #expect(Self.notes(structured).contains { $0.contains("“quiet” — not delivered") })
    }
}
