import Testing

@testable import ResyDomain

@Suite struct BookingFlowTests {
    private static let free = Terms(charges: [], cancelBy: nil, lines: [], doubleConfirmation: [], currency: "USD")
    private static let hold = Terms(
        charges: [
            .stated(.cancellation, 25, "USD", .guest)
        ], cancelBy: nil, lines: [], doubleConfirmation: [], currency: "USD")

    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var mode = ConsentPolicy.Mode.fees
        var largestFee = 0.0
        var events: [BookingFlow.Event]
        var actions: [BookingFlow.Action]
    }

    private static let sent: [BookingFlow.Event] = [.termsRead(free, agreed: false), .intentRecorded]
    /// Refused, signed in anew, and not in the list.
    private static let renewed: [BookingFlow.Event] =
        sent + [
            .answered(.signedOut), .signInRenewed, .listRead(reservationID: nil), .listUnreadable,
            .listRead(reservationID: nil),
        ]
    private static let looks: [BookingFlow.Action] = [
        .recordIntent, .send, .renewSignIn, .readList(pause: 0.5), .readList(pause: 2), .readList(pause: 3),
    ]

    @Test(arguments: [
        Case(
            testDescription: "free table is recorded, sent, booked",
            events: sent + [.answered(.booked(reservationID: 7))],
            actions: [.recordIntent, .send, .finish(.booked(reservationID: 7))]),
        Case(
            testDescription: "money at stake is asked about, nothing sent",
            events: [.termsRead(hold, agreed: false), .replied(.unseen)],
            actions: [.ask(changed: false), .finish(.needsConfirmation(changed: false))]),
        Case(
            testDescription: "a yes has the terms read again before it counts",
            events: [
                .termsRead(hold, agreed: false), .replied(.yes), .termsRead(hold, agreed: true), .intentRecorded,
            ],
            actions: [.ask(changed: false), .readTerms, .recordIntent, .send]),
        Case(
            testDescription: "terms that changed since the yes are asked about again",
            events: [
                .termsRead(hold, agreed: false), .replied(.yes), .termsRead(hold, agreed: false), .replied(.unseen),
            ],
            actions: [
                .ask(changed: false), .readTerms, .ask(changed: true), .finish(.needsConfirmation(changed: true)),
            ]),
        Case(
            testDescription: "a no ends it", events: [.termsRead(hold, agreed: false), .replied(.no)],
            actions: [.ask(changed: false), .finish(.declined)]),
        Case(
            testDescription: "a no that came with the call ends it", events: [.replied(.no)],
            actions: [.finish(.declined)]),
        Case(
            testDescription: "a yes that nobody asked for sends nothing", events: [.replied(.yes)],
            actions: [.finish(.failed)]),
        Case(
            testDescription: "a yes to these terms goes ahead",
            events: [.termsRead(hold, agreed: true), .intentRecorded], actions: [.recordIntent, .send]),
        Case(
            testDescription: "always asks for a free table too", mode: .always,
            events: [.termsRead(free, agreed: false)], actions: [.ask(changed: false)]),
        Case(
            testDescription: "never refuses above the limit", mode: .never, largestFee: 49.99,
            events: [.termsRead(hold, agreed: false)], actions: [.finish(.declinedByLimit)]),
        Case(
            testDescription: "never agrees up to the limit, per guest times party", mode: .never, largestFee: 50,
            events: [.termsRead(hold, agreed: false)], actions: [.recordIntent]),
        Case(
            testDescription: "a refusal ends it, after a glance at the list",
            events: sent + [.answered(.refused), .listRead(reservationID: nil)],
            actions: [.recordIntent, .send, .readList(pause: 0), .finish(.failed)]),
        Case(
            testDescription: "a refusal of what the list then shows is a booking",
            events: sent + [.answered(.refused), .listRead(reservationID: 4)],
            actions: [.recordIntent, .send, .readList(pause: 0), .finish(.booked(reservationID: 4))]),
        Case(
            testDescription: "a refusal stands where the list cannot be read",
            events: sent + [.answered(.refused), .listUnreadable],
            actions: [.recordIntent, .send, .readList(pause: 0), .finish(.failed)]),
        Case(
            testDescription: "a refusal for this very table is a booking where the list shows it",
            events: sent + [.answered(.heldAlready), .listRead(reservationID: nil), .listRead(reservationID: 4)],
            actions: [
                .recordIntent, .send, .readList(pause: 0.5), .readList(pause: 2), .finish(.booked(reservationID: 4)),
            ]),
        Case(
            testDescription: "a refusal stands where the list shows what it was for",
            events: sent + [.answered(.heldAlready), .listUnreadable, .refusalListed],
            actions: [.recordIntent, .send, .readList(pause: 0.5), .readList(pause: 2), .finish(.failed)]),
        Case(
            testDescription: "a refusal for this very table stands where no list shows it in time",
            events: sent + [.answered(.heldAlready), .outOfTime],
            actions: [.recordIntent, .send, .readList(pause: 0.5), .finish(.failed)]),
        Case(
            testDescription: "what was never sent needs no list", events: sent + [.answered(.notSent)],
            actions: [.recordIntent, .send, .finish(.failed)]),
        Case(
            testDescription: "an unclear answer is settled by the list, never sent again",
            events: sent + [.answered(.unclear), .listRead(reservationID: nil), .listRead(reservationID: 9)],
            actions: [
                .recordIntent, .send, .readList(pause: 0.5), .readList(pause: 2), .finish(.booked(reservationID: 9)),
            ]),
        Case(
            testDescription: "a list that never shows it leaves it unknown",
            events: sent + [
                .answered(.unclear), .listRead(reservationID: nil), .listUnreadable, .listRead(reservationID: nil),
                .listUnreadable,
            ],
            actions: [
                .recordIntent, .send, .readList(pause: 0.5), .readList(pause: 2), .readList(pause: 4),
                .readList(pause: 6), .finish(.unknown),
            ]),
        Case(
            testDescription: "taken without a number is looked up",
            events: sent + [.answered(.booked(reservationID: nil)), .listRead(reservationID: 3)],
            actions: [.recordIntent, .send, .readList(pause: 0.5), .finish(.booked(reservationID: 3))]),
        Case(
            testDescription: "an expired sign-in is renewed and the same terms sent again",
            events: renewed + [.termsRead(free, agreed: false), .answered(.booked(reservationID: 1))],
            actions: looks + [.readTerms, .send, .finish(.booked(reservationID: 1))]),
        Case(
            testDescription: "a refused sign-in that booked after all is not sent again",
            events: sent + [.answered(.signedOut), .signInRenewed, .listUnreadable, .listRead(reservationID: 5)],
            actions: looks.dropLast() + [.finish(.booked(reservationID: 5))]),
        Case(
            testDescription: "nor where the list cannot be read at last",
            events: renewed.dropLast() + [.listUnreadable], actions: looks + [.finish(.unknown)]),
        Case(
            testDescription: "terms that changed meanwhile are asked about",
            events: renewed + [.termsRead(hold, agreed: false)],
            actions: looks + [.readTerms, .finish(.needsConfirmation(changed: true))]),
        Case(
            testDescription: "a sign-in is renewed once",
            events: renewed + [.termsRead(free, agreed: false), .answered(.signedOut), .listRead(reservationID: nil)],
            actions: looks + [.readTerms, .send, .readList(pause: 0), .finish(.failed)]),
        Case(
            testDescription: "another's open booking sends nothing",
            events: [.termsRead(free, agreed: false), .intentRefused],
            actions: [.recordIntent, .finish(.alreadyUnderWay)]),
        Case(
            testDescription: "out of time before sending is a failure",
            events: [.termsRead(free, agreed: false), .outOfTime], actions: [.recordIntent, .finish(.failed)]),
        Case(
            testDescription: "out of time after sending is unknown",
            events: sent + [.answered(.unclear), .outOfTime],
            actions: [.recordIntent, .send, .readList(pause: 0.5), .finish(.unknown)]),
        Case(
            testDescription: "terms that cannot be read end it", events: [.termsFailed], actions: [.finish(.failed)]),
        Case(
            testDescription: "an answer that was not waited for sends nothing",
            events: [.answered(.booked(reservationID: 1))], actions: [.finish(.failed)]),
    ])
    func does(_ example: Case) {
        var flow = BookingFlow(
            policy: ConsentPolicy(mode: example.mode, largestFee: example.largestFee, party: 2))
        #expect(flow.start == .readTerms)
        #expect(example.events.map { flow.handle($0) } == example.actions)
    }

    /// Whatever happens, in whatever order: one `send`, or two with a renewed sign-in between them.
    @Test func neverSendsTwiceWithoutProof() {
        let events: [BookingFlow.Event] = [
            .termsRead(Self.free, agreed: false), .termsFailed, .signInRenewed, .intentRecorded, .intentRefused,
            .answered(.booked(reservationID: nil)), .answered(.signedOut), .answered(.refused), .answered(.unclear),
            .listRead(reservationID: nil), .listUnreadable, .outOfTime, .replied(.yes), .replied(.no),
            .termsRead(Self.hold, agreed: false), .termsRead(Self.hold, agreed: true),
        ]
        var random = SystemRandomNumberGenerator()
        for _ in 0..<20_000 {
            var flow = BookingFlow(policy: ConsentPolicy(mode: .fees, largestFee: 0, party: 2))
            var sends = 0
            var refusals = 0
            for _ in 0..<12 {
                let event = events[Int.random(in: 0..<events.count, using: &random)]
                if case .answered(.signedOut) = event { refusals += 1 }
                if flow.handle(event) == .send { sends += 1 }
            }
            #expect(sends <= 1 + min(1, refusals))
        }
    }
}
