import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// A caller that stops waiting: before anything was sent nothing is booked, afterwards it is recorded.
@Suite(.timeLimit(.minutes(1))) struct DepartedCallerTests {
    @Test func aCallerThatGoesBeforeAnythingWasSentBooksNothing() async throws {
        try await onStage { (stage) async throws in
            let started = Gate()
            let call = Task {
                try await stage.resy.makeReservation(
                    BookingRequest(restaurant: "Example Trattoria", date: stage.day(3), time: "19:00"),
                    context: CallContext(
                        deadline: stage.clock.now.adding(50),
                        progress: { step in if step == .readingTerms { started.open() } }))
            }
            await started.wait()
            call.cancel()
            await #expect(throws: CancellationError.self) { try await call.value }
            #expect(await stage.count(.book) == 0)
        }
    }

    @Test func aCallerThatGoesAfterItWasSentLeavesARecord() async throws {
        try await onStage { (stage) async throws in
            let sending = Gate()
            await stage.sandbox.fault(.delay(milliseconds: 50), on: .book)
            let call = Task {
                try await stage.resy.makeReservation(
                    BookingRequest(restaurant: "Example Trattoria", date: stage.day(3), time: "19:00"),
                    context: CallContext(
                        deadline: stage.clock.now.adding(50),
                        progress: { step in if step == .booking { sending.open() } }))
            }
            await sending.wait()
            call.cancel()
            await stage.resy.finish()
            _ = try? await call.value
            #expect(await stage.sandbox.reservations.count == 1)
            let account = try #require(try await stage.resy.auth.accountKey())
            #expect(
                try await stage.resy.store.localReservations(account: account, latest: 9).map { $0.reservation.id } == [
                    900_000_001
                ])
        }
    }

    @Test func tooLittleTimeSendsNothing() async throws {
        try await onStage { (stage) async throws in
            let error = await failure {
                try await stage.resy.makeReservation(
                    BookingRequest(restaurant: "Example Trattoria", date: stage.day(3), time: "19:00"),
                    context: CallContext(deadline: stage.clock.now.adding(12)))
            }
            #expect(error?.code == .network)
            #expect(error?.message.contains("Nothing was booked") == true)
            #expect(await stage.count(.book) == 0)
            #expect(try await stage.book().status == .booked)
        }
    }
}
