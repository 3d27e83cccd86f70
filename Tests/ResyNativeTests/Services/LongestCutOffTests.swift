import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// Tables that are free to cancel for less long than the user wants unasked.
@Suite(.timeLimit(.minutes(1))) struct LongestCutOffTests {
    @Test func oneThatClosesEarlyIsNotBookedUnasked() async throws {
        try await onStage(settings: {
            $0.confirm = .never; $0.largestFee = 500; $0.longestCutOff = 12
        }) {
            (stage) async throws in
            let refused = try await stage.book("Card & Hold")
            #expect(refused.status == .overLimit && refused.remarks.closesEarly && !refused.remarks.isOverMaxFee)
            #expect(refused.remarks.contains(.booking(.closesEarly(.before(hours: 24), mostHours: 12))))
            #expect(await stage.count(.book) == 0)
        }
    }

    @Test func oneThatIsOpenLongEnoughIsBooked() async throws {
        try await onStage(settings: {
            $0.confirm = .never; $0.largestFee = 500; $0.longestCutOff = 24
        }) {
            (stage) async throws in
            #expect(try await stage.book("Card & Hold").status == .booked)
        }
    }

    @Test func bothLimitsAreTold() async throws {
        try await onStage(settings: {
            $0.confirm = .never; $0.longestCutOff = 1
        }) { (stage) async throws in
            let refused = try await stage.book("Card & Hold")
            #expect(refused.status == .overLimit && refused.remarks.closesEarly && refused.remarks.isOverMaxFee)
        }
    }

    @Test func aQuestionSaysIt() async throws {
        try await onStage(settings: { $0.longestCutOff = 1 }) { (stage) async throws in
            let waiting = try await stage.book("Card & Hold")
            #expect(waiting.status == .needsConfirmation && waiting.remarks.closesEarly)
            let booked = try await stage.book("Card & Hold") { $0.confirmToken = waiting.confirmToken }
            #expect(booked.status == .booked)
        }
    }

    @Test func aChangeIsATableToo() async throws {
        try await onStage(settings: {
            $0.confirm = .never; $0.largestFee = 500
        }) { (stage) async throws in
            let booked = try await stage.book("Card & Hold")
            let careful = stage.another { $0.longestCutOff = 12 }
            let request = ChangeRequest(confirmationID: "RESY-\(booked.reservationID ?? 0)", time: "20:00")
            let refused = try await careful.changeReservation(request, context: stage.context)
            #expect(refused.status == .overLimit && refused.remarks.closesEarly && !refused.remarks.isOverMaxFee)
        }
    }
}
