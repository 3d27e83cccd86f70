import Testing

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
            let api = ResyAPI(
                http: GatedClient(engine: engine, path: "/3/cancel", arrived: sending, goOn: goOn),
                pacer: Pacer(store: stage.resy.store, clock: stage.clock, pause: 0...0, host: "resy"),
                clock: stage.clock, baseURL: stage.settings.apiURL,
                profile: HeaderProfile(webURL: "https://resy.com").headers)
            let slowly = CancelReservation(
                api: api, auth: stage.resy.auth, store: stage.resy.store,
                agreements: Agreements(
                    key: { try stage.resy.credentials.key() }, store: stage.resy.store, clock: stage.clock),
                commitments: Commitments(), links: VenueLinks(base: "https://resy.com"), settings: stage.settings,
                clock: stage.clock)
            async let slow = slowly.run(CancellationRequest(confirmationID: Self.id), stage.context)
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
