import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// A table at 00:30 belongs to the evening asked for, and starts on the day after it. Nobody turns up a day wrong.
@Suite(.timeLimit(.minutes(1))) struct AfterMidnightTests {
    private func book(_ stage: Stage, time: String = "00:30") async throws -> BookingOutcome {
        try await stage.book("Night Owl", time: time) { $0.seating = "Booth" }
    }

    /// Under either day that Resy may file it.
    @Test(arguments: [true, false]) func theListNamesTheDayToTurnUpOn(isFiledByStart: Bool) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.lateDayIsStartDay = isFiledByStart }
            let booked = try await book(stage)
            #expect(booked.slot.day.iso == stage.day(4))
            let held = try #require(try await stage.list().reservations.first)
            #expect(held.day.iso == stage.day(4))
            #expect(held.time.clock == "00:30")
            #expect(held.cancelBy == booked.cancelBy)
            let again = try await book(stage)
            #expect(again.reservationID == booked.reservationID)
            #expect(again.slot.day.iso == stage.day(4))
            #expect(again.evening.iso == stage.day(3))
            #expect(await stage.count(.book) == 1)
        }
    }

    @Test(arguments: [true, false]) func itIsThatEveningsTable(isFiledByStart: Bool) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.lateDayIsStartDay = isFiledByStart }
            _ = try await book(stage)
            let error = await failure { try await book(stage, time: "22:00") }
            #expect(error?.code == .conflict)
            // The evening after is another one.
            let next = try await stage.book("Night Owl", 4, time: "22:00") { $0.seating = "Booth" }
            #expect(next.status == .booked)
        }
    }

    @Test(arguments: [true, false]) func anUnclearOneIsFound(isFiledByStart: Bool) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.lateDayIsStartDay = isFiledByStart }
            await stage.sandbox.fault(.dropAfterCommit, on: .book)
            let booked = try await book(stage)
            #expect(booked.status == .booked)
            #expect(booked.slot.day.iso == stage.day(4))
        }
    }

    /// At the same time of the night before: its calendar day is this evening's.
    @Test func theNightBeforeIsNotThisNight() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.world.bookElsewhere(
                stage.slot(99027, 2, 1470, "Booth"), party: 2, account: Stage.email)
            await stage.sandbox.fault(.resetBefore, on: .book)
            #expect(try await book(stage).status == .unknown)
            #expect(try await book(stage).status == .unknown)
            await stage.clock.advance(601)
            let booked = try await book(stage)
            #expect(booked.status == .booked)
            #expect(booked.reservationID == 900_000_002)
        }
    }

    @Test func aQuestionNamesTheDayToTurnUpOn() async throws {
        try await onStage { (stage) async throws in
            let wish: (inout BookingRequest) -> Void = {
                $0.time = "00:00"
                $0.seating = "Bar"
            }
            let asked = try await stage.book("Night Owl", asking: .byReturn, wish)
            let message = try #require(asked.question?.question.message)
            #expect(message.contains("Sat Nov 14, 12:00 AM (the night of Fri Nov 13)"))
        }
    }
}
