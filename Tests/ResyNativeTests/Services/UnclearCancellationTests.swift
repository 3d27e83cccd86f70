import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// A cancellation that was sent and whose outcome is not known: it is never sent again on a guess.
@Suite(.timeLimit(.minutes(1))) struct UnclearCancellationTests {
    private static let id = "RESY-900000001"

    @Test func itIsNotSentAgainWithinTenMinutes() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            await stage.sandbox.fault(.resetBefore, on: .cancel)
            #expect(try await stage.cancel(id: Self.id).status == .unknown)
            let again = try await stage.cancel(id: Self.id)
            #expect(again.status == .unknown)
            #expect(again.notes.contains { $0.contains("nothing was sent again") })
            #expect(await stage.count(.cancel) == 1)
            await stage.clock.advance(601)
            #expect(try await stage.cancel(id: Self.id).status == .cancelled)
            #expect(await stage.count(.cancel) == 2)
        }
    }

    @Test func oneThatWorkedIsFoundByTheNextList() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            await stage.sandbox.fault(.dropAfterCommit, on: .cancel)
            await stage.sandbox.fault(.status(500), on: .reservations, times: 20, after: 1)
            #expect(try await stage.cancel(id: Self.id).status == .unknown)
            await stage.sandbox.clearFaults()
            #expect(try await stage.list().reservations.isEmpty)
            #expect(try await stage.cancel(id: Self.id).status == .cancelled)
            #expect(await stage.count(.cancel) == 1)
            #expect(try await stage.book().status == .booked)
        }
    }

    /// By its name, a repeat means the table that was to be cancelled, and no other at that restaurant.
    @Test(arguments: [false, true]) func aRepeatByNameCancelsNoOther(isSettled: Bool) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.world.bookElsewhere(
                stage.slot(99001, 10, 1140, "Dining Room"), party: 2, account: Stage.email)
            let booked = try await stage.book()
            await stage.sandbox.set { $0.cancelLagSeconds = 30 }
            await stage.sandbox.fault(.dropAfterCommit, on: .cancel)
            let id = try #require(booked.reservationID)
            #expect(try await stage.cancel(id: "RESY-\(id)").status == .unknown)
            if isSettled { await stage.clock.advance(31) }
            let again = try? await stage.cancel("Example Trattoria")
            #expect(again?.status == (isSettled ? .cancelled : nil))
            #expect(again?.reservation.id == (isSettled ? id : nil))
            #expect(await stage.count(.cancel) == 1)
            #expect(await stage.sandbox.reservations.count == 1)
        }
    }

    /// Resy took it, and its list has the table for long: not sent again, and told as open, until a list tells.
    @Test(arguments: [40.0, 10_000]) func oneThatResyTookStaysOpen(lag: Double) async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            await stage.sandbox.set { $0.cancelLagSeconds = lag }
            #expect(try await stage.cancel(id: Self.id).status == .unknown)
            #expect(try await stage.list().notes.first?.contains("a cancellation was sent") == true)
            #expect(try await stage.cancel(id: Self.id).status == .unknown)
            #expect(try await stage.book().status == .unknown)
            #expect(await stage.count(.cancel) == 1)
            await stage.clock.advance(lag < 600 ? lag : 601)
            #expect(try await stage.list().notes.isEmpty)
            #expect(try await stage.list().reservations.isEmpty == (lag < 600))
        }
    }

    @Test func aProvenRefusalLeavesTheWayFree() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            await stage.sandbox.fault(.status(412, "No."), on: .cancel)
            #expect(try await stage.cancel(id: Self.id).status == .notCancelled)
            #expect(try await stage.cancel(id: Self.id).status == .cancelled)
        }
    }

    /// One process stands at its request while another is told to cancel the same table.
    @Test func twoProcessesAtOnceSendOne() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            let engine = CurlEngine(CurlEngine.Options())
            let (sending, goOn) = (Gate(), Gate())
            let slowly = CancelReservation(
                reception: stage.reception(
                    through: GatedClient(engine: engine, path: "/3/cancel", arrived: sending, goOn: goOn)))
            async let slow = slowly.run(CancellationRequest(confirmationID: Self.id))
            await sending.wait()
            let other = stage.another()
            #expect(try await stage.cancel(id: Self.id, with: other).status == .unknown)
            #expect(await stage.count(.cancel) == 0)
            goOn.open()
            #expect(try await slow.status == .cancelled)
            #expect(try await stage.cancel(id: Self.id, with: other).status == .cancelled)
            #expect(await stage.count(.cancel) == 1)
            engine.stop()
            await other.finish()
        }
    }

    @Test func aProcessKilledWhileCancellingIsSettledByTheNext() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            let held = try #require(try await stage.list().reservations.first)
            let account = try #require(try await stage.resy.auth.accountKey())
            let key = JournalKey(held, account: account)
            _ = try await stage.resy.store.openIntent(
                key, kind: .cancel,
                about: Intent(seating: "", zone: held.venue.zone, reservationID: held.id), now: stage.now)
            #expect(try await stage.cancel(id: Self.id).status == .unknown)
            let inside = try #require(await stage.sandbox.reservations.first)
            await stage.sandbox.world.drop(inside)
            let next = stage.another()
            _ = try await next.checkAvailability(
                AvailabilityRequest(restaurant: "Example Trattoria", date: stage.day(3)), context: stage.context)
            await next.settled()
            #expect(try await stage.resy.store.entry(for: key, kind: .cancel)?.state == .cancelled)
            #expect(try await stage.resy.store.reservation(id: held.id)?.reservation.status == .cancelled)
            #expect(await stage.count(.cancel) == 0)
            await next.finish()
        }
    }
}
