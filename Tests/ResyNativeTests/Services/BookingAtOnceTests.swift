import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// Of several bookings at once, here or in other processes, one is sent.
@Suite(.timeLimit(.minutes(1))) struct BookingAtOnceTests {
    @Test func twoProcessesAtOnceBookOne() async throws {
        for _ in 0..<3 {
            try await onStage { (stage) async throws in
                // Resy itself would take both: another hall at the same minute is no conflict here.
                let other = stage.another()
                await stage.sandbox.set { $0.conflictMinutes = -1 }
                async let left = stage.book()
                async let right = stage.book(with: other)
                let statuses = try await [left.status, right.status]
                #expect(statuses.contains(.booked))
                #expect(await stage.count(.book) == 1)
                #expect(await stage.sandbox.reservations.count == 1)
                await other.finish()
            }
        }
    }

    @Test func tenCallsAtOnceBookOne() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.conflictMinutes = -1 }
            let outcomes = try await withThrowingTaskGroup(of: BookingOutcome.self) { group in
                for _ in 0..<10 { group.addTask { try await stage.book() } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(await stage.count(.book) == 1)
            let numbers = Set(outcomes.compactMap { $0.reservationID })
            #expect(numbers == [900_000_001])
        }
    }

    /// One process has read the list and the journal, and stands still while another books the table.
    @Test func aTableBookedBetweenTheLookAndTheIntentIsNotBookedAgain() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.conflictMinutes = -1 }
            let outcome = try await booking(stage, outrunBy: { try await stage.book() }).get()
            #expect(outcome.status == .booked)
            #expect(outcome.reservationID == 900_000_001)
            #expect(await stage.count(.book) == 1)
        }
    }

    /// Its own list is older than the booking, which another list has shown since: no proof that it is gone.
    @Test func aTableBookedAndListedAfterTheLookIsNotBookedAgain() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.conflictMinutes = -1 }
            let outcome = await booking(stage, waitingAt: "/4/find") {
                while await stage.count(.reservations) == 0 { try await Task.sleep(for: .milliseconds(5)) }
                let booked = try await stage.book()
                _ = try await stage.list()
                return booked
            }
            #expect(try outcome.get().reservationID == 900_000_001)
            #expect(await stage.count(.book) == 1)
            #expect(try await stage.book().reservationID == 900_000_001)
            #expect(await stage.count(.book) == 1)
        }
    }

    /// The same with another table of that evening, listed by then or not.
    @Test(arguments: [(time: "19:15", party: 2), ("21:00", 2), ("19:00", 4)], [false, true])
    func anotherTableOfThatEveningBookedMeanwhileIsAConflict(
        other: (time: String, party: Int), isListed: Bool
    ) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.conflictMinutes = -1 }
            let outcome = await booking(stage) {
                let booked = try await stage.book(time: other.time, party: other.party)
                if isListed { _ = try await stage.list() }
                return booked
            }
            let error = await failure { try outcome.get() }
            #expect(error?.code == .conflict)
            #expect(error?.message.contains("RESY-900000001") == true)
            #expect(await stage.count(.book) == 1)
        }
    }

    @Test func whereBothAreWantedBothAreBooked() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.conflictMinutes = -1 }
            let outcome = await booking(stage, outrunBy: { try await stage.book(time: "19:15") }) {
                $0.allowOverlap = true
            }
            #expect(try outcome.get().status == .booked)
            #expect(await stage.count(.book) == 2)
        }
    }

    /// A booking at seven that waits, for its terms by default, until the other is through.
    private func booking(
        _ stage: Stage, waitingAt path: String = "/3/details", outrunBy other: () async throws -> BookingOutcome,
        _ change: (inout BookingRequest) -> Void = { _ in }
    ) async -> Result<BookingOutcome, any Error> {
        let engine = CurlEngine(CurlEngine.Options())
        let (reading, goOn) = (Gate(), Gate())
        let reception = stage.reception(
            through: GatedClient(engine: engine, path: path, arrived: reading, goOn: goOn))
        let slowly = BookTable(reception: reception, places: nil)
        var request = BookingRequest(restaurant: "Example Trattoria", date: stage.day(3), time: "19:00")
        change(&request)
        let slow = Task { [request] in try await slowly.run(request) }
        await reading.wait()
        let booked = await failure {
            let outcome = try await other()
            #expect(outcome.status == .booked)
        }
        #expect(booked == nil)
        goOn.open()
        let outcome = await slow.result
        engine.stop()
        return outcome
    }
}
