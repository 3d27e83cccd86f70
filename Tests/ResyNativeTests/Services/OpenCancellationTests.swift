import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// What every other answer says of a table while nobody knows yet whether it was cancelled.
@Suite(.timeLimit(.minutes(1))) struct OpenCancellationTests {
    private static let id = "RESY-900000001"
    private static let account = "https://resy.com/account/reservations-and-notify"

    /// Sent, and no answer came; the table is still there.
    private func cancelWithoutAnswer(_ stage: Stage) async throws {
        await stage.sandbox.fault(.resetBefore, on: .cancel)
        #expect(try await stage.cancel(id: Self.id).status == .unknown)
    }

    /// From then on Resy is left alone.
    private func trip(_ stage: Stage) async {
        await stage.sandbox.fault(.blockedText, on: .find)
        _ = await failure { try await stage.check() }
    }

    // MARK: - The list

    @Test func theListTellsOfItUntilItIsSettled() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            try await cancelWithoutAnswer(stage)
            let list = try await stage.list()
            #expect(list.reservations.map(\.confirmationID) == [Self.id])
            #expect(list.notes.count == 1)
            #expect(list.notes.first?.contains(Self.id) == true)
            #expect(list.notes.first?.contains("a cancellation was sent") == true)
            try stage.sandbox.setConnections(.refuse)
            #expect(try await stage.list().notes.first?.contains("a cancellation was sent") == true)
            try stage.sandbox.setConnections(.open)
            await stage.clock.advance(601)
            #expect(try await stage.list().notes.isEmpty)
        }
    }

    @Test func theListTellsOfOneThatIsUnderWay() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            let held = try #require(try await stage.list().reservations.first)
            let account = try #require(try await stage.resy.auth.accountKey())
            _ = try await stage.resy.store.openIntent(
                JournalKey(held, account: account), kind: .cancel,
                about: Intent(seating: "", zone: held.venue.zone, reservationID: held.id), now: stage.now)
            #expect(try await stage.list().notes.first?.contains("under way from this computer") == true)
            // No call works that long: its process was killed.
            await stage.clock.advance(61)
            #expect(try await stage.list().notes.first?.contains("may have been sent") == true)
        }
    }

    // MARK: - Booking

    @Test(arguments: [false, true]) func theSameTableIsNotToldAsBooked(listFails: Bool) async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            try await cancelWithoutAnswer(stage)
            if listFails { await stage.sandbox.fault(.status(500), on: .reservations, times: 9) }
            let outcome = try await stage.book()
            #expect(outcome.status == .unknown)
            #expect(outcome.reservationID == nil)
            #expect(outcome.notes.contains { $0.contains("cancellation") && $0.contains("Nothing was sent") })
            #expect(await stage.count(.book) == 1)
        }
    }

    @Test func itIsBookedAnewOnceTheCancellationIsKnown() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            try await cancelWithoutAnswer(stage)
            await stage.sandbox.world.drop(try #require(await stage.sandbox.reservations.first))
            #expect(try await stage.book().reservationID == 900_000_002)
        }
    }

    @Test func aConflictTellsOfIt() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            try await cancelWithoutAnswer(stage)
            let error = await failure { try await stage.book(time: "20:00") }
            #expect(error?.code == .conflict)
            #expect(error?.message.contains(Self.id) == true)
            #expect(error?.message.contains("a cancellation was sent") == true)
            await stage.clock.advance(601)
            let later = await failure { try await stage.book(time: "20:00") }
            #expect(later?.message.contains("The user already holds") == true)
        }
    }

    // MARK: - While Resy is not asked

    @Test func whileStoppedItIsNotKnown() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book("Example Trattoria", 5)
            try await cancelWithoutAnswer(stage)
            await trip(stage)
            let asked = await stage.sandbox.requests.count
            for outcome in [
                try await stage.cancel(id: Self.id), try await stage.cancel("Example Trattoria"),
            ] {
                #expect(outcome.status == .unknown)
                #expect(outcome.notes.contains { $0.contains(Self.account) && $0.contains("before Sun Nov 15") })
            }
            #expect(await stage.sandbox.requests.count == asked)
        }
    }

    @Test func whileStoppedWhatIsCancelledIsSaid() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            #expect(try await stage.cancel(id: Self.id).status == .cancelled)
            await trip(stage)
            #expect(try await stage.cancel(id: Self.id).status == .cancelled)
            // By its name there may be another one, from elsewhere.
            let error = await failure { try await stage.cancel("Example Trattoria") }
            #expect(error?.code == .blocked)
            #expect(error?.message.contains("\(Self.id)) was cancelled before") == true)
            #expect(error?.message.contains("Nothing was cancelled") == false)
            #expect(await stage.count(.cancel) == 1)
        }
    }

    @Test(arguments: [true, false]) func aListThatCannotBeReadHidesNeither(isKnown: Bool) async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            if isKnown {
                _ = try await stage.cancel(id: Self.id)
            } else {
                try await cancelWithoutAnswer(stage)
            }
            await stage.sandbox.fault(.status(500), on: .reservations, times: 9)
            #expect(try await stage.cancel(id: Self.id).status == (isKnown ? .cancelled : .unknown))
            #expect(await stage.count(.cancel) == 1)
        }
    }

    // MARK: - What could not be recorded

    /// The journal takes what is new, and no outcome.
    private func cancelUnrecorded(_ stage: Stage) async throws -> CancellationOutcome {
        _ = try await stage.book()
        let connection = try Connection(path: stage.home + "/resy.sqlite", busyMilliseconds: 1000)
        try connection.run(
            "CREATE TRIGGER full BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'full'); END")
        return try await stage.cancel(id: Self.id)
    }

    @Test func anOutcomeThatCouldNotBeRecordedIsANote() async throws {
        try await onStage { (stage) async throws in
            let outcome = try await cancelUnrecorded(stage)
            #expect(outcome.status == .cancelled)
            #expect(outcome.notes.contains { $0.contains("could not be recorded on this computer") })
        }
    }

    @Test(arguments: [Self.id, nil]) func theNextCallDoesNotTakeItForJustBooked(id: String?) async throws {
        try await onStage { (stage) async throws in
            _ = try await cancelUnrecorded(stage)
            #expect(try await stage.cancel(id == nil ? "Example Trattoria" : nil, id: id).status == .cancelled)
            let list = try await stage.list()
            #expect(list.reservations.isEmpty)
            #expect(list.notes.isEmpty)
            #expect(await stage.count(.cancel) == 1)
        }
    }
}
