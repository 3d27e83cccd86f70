import Testing
@testable import ResyDomain

@testable import ResyNative

/// How long a person had to read the question is known to the millisecond, whenever it was asked.
@Suite struct QuickReplyTests {
    private struct StoppedClock: WallClock {
        let now: Instant
        func sleep(seconds: Double) async throws {}
    }

    private static let key = Fernet.newKey()

    private func agreements(_ now: Double) -> Agreements {
        Agreements(
            key: { Self.key }, store: Store(home: Home("/nowhere")), clock: StoppedClock(now: Instant(seconds: now)))
    }

    @Test(
        arguments: [0.0, 0.001, 0.25, 0.4996, 0.75, 0.999],
        [
            (0.0, Reply.unseen), (0.25, .unseen), (0.5, .unseen), (0.9, .unseen), (0.998, .unseen), (1.001, .no),
            (1.002, .no), (1.5, .no), (599.9, .no),
        ])
    func aDeclineCountsFromOneSecondOn(fraction: Double, _ example: (after: Double, reply: Reply)) async throws {
        let brought = try await reading(.declined, askedAt: 1_794_330_000 + fraction, after: example.after)
        #expect(brought.reply == example.reply)
        #expect(brought.given == nil)
        #expect(brought.closed != nil)
    }

    /// A no inside a form that was sent, and not a question turned down; the last one comes when the yes has run out.
    @Test(arguments: [0.0, 0.2, 0.999, 30, 601]) func aNoInTheFormCountsAtOnce(after: Double) async throws {
        let brought = try await reading(.refused, askedAt: 1_794_330_000.25, after: after)
        #expect(brought.reply == .no)
        #expect(brought.given == nil)
        #expect((brought.closed != nil) == (after < 600))
    }

    private func reading(_ answer: Answer, askedAt asked: Double, after seconds: Double) async throws -> BroughtAnswer {
        let agreement = Agreement(
            deed: .book, account: "a", venue: 1, day: try #require(CalendarDay(iso: "2026-11-13")),
            time: try #require(TimeOfDay(clock: "19:00")), party: 2, seating: "", card: nil, reservation: nil,
            fingerprint: "")
        let state = try agreements(asked).seal(agreement)
        return try await agreements(asked + seconds)
            .read(token: nil, AnsweredQuestion(state: state, answer: answer), for: .book)
    }
}
