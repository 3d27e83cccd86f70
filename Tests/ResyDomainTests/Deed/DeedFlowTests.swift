@testable import ResyDomain
import Testing

@Suite struct DeedFlowTests {
    private static let free = offer(0)
    private static let hold = offer(50)
    private static let agreed = offer(50, isAgreed: true)

    private static func offer(_ amount: Double, isAgreed: Bool = false) -> Offer {
        Offer(
            stake: .known(Amount(amount) ?? .zero, currency: "USD"), isFree: amount == 0,
            cost: "\(amount)", isAgreed: isAgreed)
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var mode = ConsentPolicy.Mode.fees
        var largestFee = 0.0
        var events: [DeedFlow.Event]
        var actions: [DeedFlow.Action]
    }

    private static let sent: [DeedFlow.Event] = [.read(free), .intentRecorded]
    /// Refused, signed in anew, and not in the list.
    private static let renewed: [DeedFlow.Event] =
        sent + [
            .answered(.signedOut), .signInRenewed, .saw(.notDone), .saw(.unreadable),
            .saw(.notDone), .saw(.notDone),
        ]
    private static let looks: [DeedFlow.Action] = [
        .recordIntent, .send, .renewSignIn, .look(pause: 0.5), .look(pause: 2), .look(pause: 4), .look(pause: 6),
    ]

    @Test(arguments: [
        Case(
            testDescription: "free table is recorded, sent, booked",
            events: sent + [.answered(.done(reservationID: 7))],
            actions: [.recordIntent, .send, .finish(.done(reservationID: 7))]),
        Case(
            testDescription: "money at stake is asked about, nothing sent",
            events: [.read(hold), .replied(.unseen)],
            actions: [.ask(changed: false), .finish(.needsConfirmation(changed: false))]),
        Case(
            testDescription: "a yes has the terms read again before it counts",
            events: [
                .read(hold), .replied(.yes), .read(agreed), .intentRecorded,
            ],
            actions: [.ask(changed: false), .read, .recordIntent, .send]),
        Case(
            testDescription: "terms that changed since the yes are asked about again",
            events: [
                .read(hold), .replied(.yes), .read(hold), .replied(.unseen),
            ],
            actions: [
                .ask(changed: false), .read, .ask(changed: true), .finish(.needsConfirmation(changed: true)),
            ]),
        Case(
            testDescription: "a no ends it", events: [.read(hold), .replied(.no)],
            actions: [.ask(changed: false), .finish(.declined)]),
        Case(
            testDescription: "a no that came with the call ends it", events: [.replied(.no)],
            actions: [.finish(.declined)]),
        Case(
            testDescription: "a yes that nobody asked for sends nothing", events: [.replied(.yes)],
            actions: [.finish(.failed)]),
        Case(
            testDescription: "a yes to these terms goes ahead",
            events: [.read(agreed), .intentRecorded], actions: [.recordIntent, .send]),
        Case(
            testDescription: "always asks for a free table too", mode: .always,
            events: [.read(free)], actions: [.ask(changed: false)]),
        Case(
            testDescription: "never refuses above the limit", mode: .never, largestFee: 49.99,
            events: [.read(hold)], actions: [.finish(.declinedByLimit)]),
        Case(
            testDescription: "never agrees up to the limit, per guest times party", mode: .never, largestFee: 50,
            events: [.read(hold)], actions: [.recordIntent]),
        Case(
            testDescription: "a refusal ends it, after a glance at the list",
            events: sent + [.answered(.refused(isProof: true)), .saw(.notDone)],
            actions: [.recordIntent, .send, .look(pause: 0), .finish(.failed)]),
        Case(
            testDescription: "a refusal of what the list then shows is a booking",
            events: sent + [.answered(.refused(isProof: true)), .saw(.done(reservationID: 4))],
            actions: [.recordIntent, .send, .look(pause: 0), .finish(.done(reservationID: 4))]),
        Case(
            testDescription: "a refusal stands where the list cannot be read",
            events: sent + [.answered(.refused(isProof: true)), .saw(.unreadable)],
            actions: [.recordIntent, .send, .look(pause: 0), .finish(.failed)]),
        Case(
            testDescription: "a refusal for this very table is a booking where the list shows it",
            events: sent + [.answered(.refusedAsDone), .saw(.notDone), .saw(.done(reservationID: 4))],
            actions: [
                .recordIntent, .send, .look(pause: 0.5), .look(pause: 2), .finish(.done(reservationID: 4)),
            ]),
        Case(
            testDescription: "a refusal stands where the list shows what it was for",
            events: sent + [.answered(.refusedAsDone), .saw(.unreadable), .saw(.instead)],
            actions: [.recordIntent, .send, .look(pause: 0.5), .look(pause: 2), .finish(.failed)]),
        Case(
            testDescription: "a refusal for this very table leaves it unknown where no list shows it in time",
            events: sent + [.answered(.refusedAsDone), .outOfTime],
            actions: [.recordIntent, .send, .look(pause: 0.5), .finish(.unknown)]),
        Case(
            testDescription: "nor where the list lacks it to the last",
            events: sent + [.answered(.refusedAsDone)] + Array(repeating: .saw(.notDone), count: 4),
            actions: [
                .recordIntent, .send, .look(pause: 0.5), .look(pause: 2), .look(pause: 4), .look(pause: 6),
                .finish(.unknown),
            ]),
        Case(
            testDescription: "what was booked meanwhile is not booked again",
            events: [.read(hold), .replied(.yes), .settled], actions: [.ask(changed: false), .read, .finish(.settled)]),
        Case(
            testDescription: "what was never sent needs no list", events: sent + [.answered(.notSent)],
            actions: [.recordIntent, .send, .finish(.failed)]),
        Case(
            testDescription: "an unclear answer is settled by the list, never sent again",
            events: sent + [.answered(.unclear), .saw(.notDone), .saw(.done(reservationID: 9))],
            actions: [
                .recordIntent, .send, .look(pause: 0.5), .look(pause: 2), .finish(.done(reservationID: 9)),
            ]),
        Case(
            testDescription: "a list that never shows it leaves it unknown",
            events: sent + [
                .answered(.unclear), .saw(.notDone), .saw(.unreadable), .saw(.notDone),
                .saw(.unreadable),
            ],
            actions: [
                .recordIntent, .send, .look(pause: 0.5), .look(pause: 2), .look(pause: 4),
                .look(pause: 6), .finish(.unknown),
            ]),
        Case(
            testDescription: "taken without a number is looked up",
            events: sent + [.answered(.taken), .saw(.done(reservationID: 3))],
            actions: [.recordIntent, .send, .look(pause: 0.5), .finish(.done(reservationID: 3))]),
        Case(
            testDescription: "an expired sign-in is renewed and the same terms sent again",
            events: renewed + [.read(free), .answered(.done(reservationID: 1))],
            actions: looks + [.read, .send, .finish(.done(reservationID: 1))]),
        Case(
            testDescription: "a refused sign-in that booked after all is not sent again",
            events: sent + [.answered(.signedOut), .signInRenewed, .saw(.unreadable), .saw(.done(reservationID: 5))],
            actions: looks.dropLast(2) + [.finish(.done(reservationID: 5))]),
        Case(
            testDescription: "nor where the list cannot be read at last",
            events: renewed.dropLast() + [.saw(.unreadable)], actions: looks + [.finish(.unknown)]),
        Case(
            testDescription: "terms that changed meanwhile are asked about",
            events: renewed + [.read(hold)],
            actions: looks + [.read, .finish(.needsConfirmation(changed: true))]),
        Case(
            testDescription: "a sign-in is renewed once",
            events: renewed + [.read(free), .answered(.signedOut), .saw(.notDone)],
            actions: looks + [.read, .send, .look(pause: 0), .finish(.failed)]),
        Case(
            testDescription: "another's open booking sends nothing",
            events: [.read(free), .intentRefused],
            actions: [.recordIntent, .finish(.underWay)]),
        Case(
            testDescription: "out of time before sending is a failure",
            events: [.read(free), .outOfTime], actions: [.recordIntent, .finish(.failed)]),
        Case(
            testDescription: "out of time after sending is unknown",
            events: sent + [.answered(.unclear), .outOfTime],
            actions: [.recordIntent, .send, .look(pause: 0.5), .finish(.unknown)]),
        Case(
            testDescription: "terms that cannot be read end it", events: [.unread], actions: [.finish(.failed)]),
        Case(
            testDescription: "an answer that was not waited for sends nothing",
            events: [.answered(.done(reservationID: 1))], actions: [.finish(.failed)]),
    ])
    func does(_ example: Case) {
        expect(.book, example)
    }

    private func expect(_ deed: Deed, _ example: Case) {
        var flow = DeedFlow(deed, policy: ConsentPolicy(mode: example.mode, largestFee: example.largestFee))
        #expect(flow.start == .read)
        #expect(example.events.map { flow.handle($0) } == example.actions)
    }

    private static let begun: [DeedFlow.Action] = [.recordIntent, .send]
    private static let shortLooks: [DeedFlow.Action] = [
        .look(pause: 0), .look(pause: 1.5), .look(pause: 3), .look(pause: 4),
    ]
    private static let longLooks: [DeedFlow.Action] = shortLooks + [.look(pause: 6), .look(pause: 8)]
    private static let gone = DeedFlow.Event.saw(.done(reservationID: nil))
    private static let cancelled = DeedFlow.Action.finish(.done(reservationID: nil))

    @Test(arguments: [
        Case(
            testDescription: "taken, and the list lacks it: cancelled", events: sent + [.answered(.taken), gone],
            actions: begun + [.look(pause: 0), cancelled]),
        Case(
            testDescription: "taken, and the list is late",
            events: sent + [.answered(.taken), .saw(.notDone), .saw(.unreadable), gone],
            actions: begun + longLooks.prefix(3) + [cancelled]),
        Case(
            testDescription: "taken, and still listed to the last: nobody knows which of the two is right",
            events: sent + [.answered(.taken)] + Array(repeating: .saw(.notDone), count: 6),
            actions: begun + longLooks + [.finish(.unknown)]),
        Case(
            testDescription: "taken, and no list can be read",
            events: sent + [.answered(.taken)] + Array(repeating: .saw(.unreadable), count: 6),
            actions: begun + longLooks + [.finish(.unknown)]),
        Case(
            testDescription: "after no clear answer one list without it is no proof, and two are",
            events: sent + [.answered(.unclear), gone, gone],
            actions: begun + shortLooks.prefix(2) + [cancelled]),
        Case(
            testDescription: "and they have to follow each other",
            events: sent + [.answered(.unclear), gone, .saw(.notDone), gone, .saw(.unreadable)],
            actions: begun + shortLooks + [.finish(.unknown)]),
        Case(
            testDescription: "no clear answer, and still listed: unknown",
            events: sent + [.answered(.unclear)] + Array(repeating: .saw(.notDone), count: 4),
            actions: begun + shortLooks + [.finish(.unknown)]),
        Case(
            testDescription: "refused, and still listed: not cancelled, where its word is a proof",
            events: sent + [.answered(.refused(isProof: true))] + Array(repeating: .saw(.notDone), count: 4),
            actions: begun + shortLooks + [.finish(.failed)]),
        Case(
            testDescription: "where it is none, the list may be late",
            events: sent + [.answered(.refused(isProof: false))] + Array(repeating: .saw(.notDone), count: 4),
            actions: begun + shortLooks + [.finish(.unknown)]),
        Case(
            testDescription: "refused, and no list: its word stands where it is a proof",
            events: sent + [.answered(.refused(isProof: true))] + Array(repeating: .saw(.unreadable), count: 4),
            actions: begun + shortLooks + [.finish(.failed)]),
        Case(
            testDescription: "and leaves it unknown where it is none",
            events: sent + [.answered(.refused(isProof: false)), .outOfTime],
            actions: begun + [.look(pause: 0), .finish(.unknown)]),
        Case(
            testDescription: "not found, and gone from two lists: cancelled by this request",
            events: sent + [.answered(.refusedAsDone), .saw(.notDone), gone, gone],
            actions: begun + longLooks.prefix(3) + [cancelled]),
        Case(
            testDescription: "not found, and listed to the last: one of the two is late",
            events: sent + [.answered(.refusedAsDone)] + Array(repeating: .saw(.notDone), count: 6),
            actions: begun + longLooks + [.finish(.unknown)]),
        Case(
            testDescription: "a refused sign-in is renewed, the row read again, and sent again at the same cost",
            events: sent + [.answered(.signedOut), .signInRenewed, .read(free), .answered(.taken), gone],
            actions: begun + [.renewSignIn, .read, .send, .look(pause: 0), cancelled]),
        Case(
            testDescription: "at another cost it is asked about",
            events: sent + [.answered(.signedOut), .signInRenewed, .read(hold)],
            actions: begun + [.renewSignIn, .read, .finish(.needsConfirmation(changed: true))]),
        Case(
            testDescription: "a row that cannot be read again is looked for",
            events: sent + [.answered(.signedOut), .signInRenewed, .unread, gone, gone],
            actions: begun + [.renewSignIn, .read] + shortLooks.prefix(2) + [cancelled]),
        Case(
            testDescription: "and where the list has it, the refused sign-in did nothing",
            events: sent + [.answered(.signedOut), .signInRenewed, .unread]
                + Array(repeating: .saw(.notDone), count: 4),
            actions: begun + [.renewSignIn, .read] + shortLooks + [.finish(.failed)]),
        Case(
            testDescription: "a sign-in that cannot be renewed has cancelled nothing",
            events: sent + [.answered(.signedOut), .unread], actions: begun + [.renewSignIn, .finish(.failed)]),
        Case(
            testDescription: "what never went out needs no list", events: sent + [.answered(.notSent)],
            actions: begun + [.finish(.failed)]),
        Case(
            testDescription: "another call's open try sends nothing", events: [.read(free), .intentRefused],
            actions: [.recordIntent, .finish(.underWay)]),
        Case(
            testDescription: "what may not be cancelled ends it", events: [.settled], actions: [.finish(.settled)]),
    ])
    func cancels(_ example: Case) { expect(.cancel, example) }

    /// Whatever happens, in whatever order: one `send`, or two with a renewed sign-in between them.
    @Test(arguments: [Deed.book, .cancel]) func neverSendsTwiceWithoutProof(_ deed: Deed) {
        let events: [DeedFlow.Event] = [
            .read(Self.free), .unread, .signInRenewed, .intentRecorded, .intentRefused,
            .answered(.taken), .answered(.signedOut), .answered(.refused(isProof: true)), .answered(.unclear),
            .saw(.notDone), .saw(.unreadable), .outOfTime, .replied(.yes), .replied(.no),
            .read(Self.hold), .read(Self.agreed),
        ]
        var random = SystemRandomNumberGenerator()
        for _ in 0..<20_000 {
            var flow = DeedFlow(deed, policy: ConsentPolicy(mode: .fees, largestFee: 0))
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
