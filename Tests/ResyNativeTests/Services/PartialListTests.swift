@testable import ResyDomain
import Testing

@testable import ResyNative
@testable import SandboxKit

/// A list that names more reservations than it shows: what it lacks proves nothing.
@Suite(.timeLimit(.minutes(1))) struct PartialListTests {
    private static func hold(_ stage: Stage) async throws {
        for (day, venue) in [(1, 99053), (3, 99001)] {
            let seating = venue == 99053 ? "Salón" : "Dining Room"
            let minutes = venue == 99053 ? 1290 : 1140
            await stage.sandbox.world.bookElsewhere(
                stage.slot(venue, day, minutes, seating), party: 2, account: Stage.email)
        }
    }

    @Test func anOffsetThatCountsRowsLosesNothing() async throws {
        try await onStage { (stage) async throws in
            try await Self.hold(stage)
            await stage.sandbox.set { $0.listOffsetCountsRows = true }
            let list = try await stage.list()
            #expect(list.isSynced)
            #expect(list.reservations.count == 2)
        }
    }

    @Test func anOffsetThatCountsManyRowsLosesNone() async throws {
        try await onStage { (stage) async throws in
            for _ in 0..<75 {
                await stage.sandbox.world.bookElsewhere(
                    stage.slot(99001, 3, 1140, "Dining Room"), party: 2, account: Stage.email)
            }
            await stage.sandbox.set { $0.listOffsetCountsRows = true }
            let list = try await stage.list()
            #expect(list.isSynced)
            #expect(list.reservations.count == 75)
            #expect(await stage.count(.reservations) <= 5)
        }
    }

    @Test func aListThatIsNotWholeIsSaidToBe() async throws {
        try await onStage { (stage) async throws in
            try await Self.hold(stage)
            await stage.sandbox.set { $0.listShowsAtMost = 1 }
            let list = try await stage.list()
            #expect(!list.isSynced)
            #expect(list.reservations.count == 1)
            #expect(list.notes.first?.contains("some are missing here") == true)
        }
    }

    @Test func nothingIsBookedBesideWhatIsNotShown() async throws {
        try await onStage { (stage) async throws in
            try await Self.hold(stage)
            await stage.sandbox.set { $0.listShowsAtMost = 1 }
            let error = await failure { try await stage.book() }
            #expect(error?.message.contains("names more than it shows") == true)
            #expect(await stage.count(.book) == 0)
        }
    }

    /// What it does not show may be of that name too.
    @Test func aNameCancelsNothingFromItUnasked() async throws {
        try await onStage { (stage) async throws in
            try await Self.hold(stage)
            await stage.sandbox.set { $0.listShowsAtMost = 1 }
            let shown = try #require(try await stage.list().reservations.first)
            let waiting = try await stage.cancel(shown.venue.name)
            #expect(waiting.status == .needsConfirmation && waiting.reservation.id == shown.id)
            #expect(await stage.count(.cancel) == 0)
            #expect(try await stage.cancel(id: shown.confirmationID).status == .cancelled)
        }
    }

    @Test func aRepeatOfAnUnclearBookingIsUnknown() async throws {
        try await onStage { (stage) async throws in
            try await Self.hold(stage)
            await stage.sandbox.set { $0.listShowsAtMost = 1 }
            await stage.sandbox.fault(.resetBefore, on: .book)
            let other = { (request: inout BookingRequest) in request.time = "19:30" }
            #expect(
                try await stage.book {
                    other(&$0); $0.allowOverlap = true
                }.status == .unknown)
            #expect(try await stage.book { other(&$0) }.status == .unknown)
            #expect(await stage.count(.book) == 1)
        }
    }

    @Test func anUnclearBookingIsNotSettledByIt() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.listLagSeconds = 3600 }
            await stage.sandbox.fault(.createdWithoutID, on: .book)
            #expect(try await stage.book().status == .unknown)
            let unsettled = try await stage.list()
            #expect(unsettled.notes.contains { $0.contains("not known yet whether an earlier try booked it") })
            await Self.later(stage)
            #expect(try await stage.list().notes.contains { $0.contains("not known yet") })
            await stage.sandbox.set { $0.listShowsAtMost = nil }
            #expect(try await stage.list().notes.isEmpty)
        }
    }

    /// An hour on, with another table that the list counts and does not show.
    private static func later(_ stage: Stage) async {
        await stage.sandbox.set {
            $0.listLagSeconds = 0
            $0.listShowsAtMost = 0
        }
        await stage.clock.advance(3601)
    }
}
