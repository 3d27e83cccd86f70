import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// A change that an earlier call began, while Resy cannot be asked, and after another one is asked for.
@Suite(.timeLimit(.minutes(1))) struct RecalledChangeTests {
    /// From then on Resy cannot be reached, or is left alone.
    private func bar(_ stage: Stage, by stop: Bool) async throws {
        guard stop else { return try stage.sandbox.setConnections(.refuse) }
        await stage.sandbox.fault(.blockedText, on: .find)
        _ = await failure { try await stage.check() }
    }

    /// Held from elsewhere.
    private func heldElsewhere(_ stage: Stage) async throws -> String {
        await stage.sandbox.world.bookElsewhere(
            stage.slot(99001, 3, 1140, "Dining Room"), party: 2, account: Stage.email)
        return try #require(try await stage.list().reservations.first?.confirmationID)
    }

    @Test(arguments: [false, true], [Switches.Changes.renewsID, .ignoresToken, .cancelsFirst]) func whatIsOpenIsTold(
        isStopped: Bool, kind: Switches.Changes
    ) async throws {
        try await onStage { (stage) async throws in
            let id = try await stage.booked()
            await stage.sandbox.set { $0.changes = kind }
            if kind == .renewsID { await stage.sandbox.fault(.status(500), on: .change) }
            _ = try await stage.changeAgreed(id, time: "8pm")
            try await bar(stage, by: isStopped)
            let again = try await stage.change(id, time: "8pm")
            #expect(again.status == .unknown)
            #expect(again.remarks.isEmpty == false)
            #expect(await stage.count(.change) == 1)
        }
    }

    @Test(arguments: [false, true]) func soIsOneThatLeftBothByBookingFirst(isStopped: Bool) async throws {
        try await onStage { (stage) async throws in
            let id = try await heldElsewhere(stage)
            await stage.sandbox.set { $0.offersChange = false }
            await stage.sandbox.fault(.status(412), on: .cancel)
            #expect(try await stage.changeAgreed(id, time: "8pm").status == .bothHeld)
            try await bar(stage, by: isStopped)
            let again = try await stage.change(id, time: "8pm")
            #expect(again.status == .unknown)
            #expect(again.new?.id ?? 0 > 0)
            // Both are shown from memory.
            #expect(Set(try await stage.list().reservations.map(\.time.clock)) == ["19:00", "20:00"])
        }
    }

    @Test func aDoneOneIsToldAndNothingElseIsDenied() async throws {
        try await onStage { (stage) async throws in
            let id = try await stage.booked()
            #expect(try await stage.changeAgreed(id, time: "8pm").status == .changed)
            try stage.sandbox.setConnections(.refuse)
            #expect(try await stage.change(id, time: "8pm").status == .changed)
            let error = await failure { try await stage.change(id, time: "9pm") }
            #expect(error?.code == .network && error?.undone == .change)
        }
    }

    /// Nobody hears that nothing was changed while an earlier change is in doubt.
    @Test func anotherErrorDeniesNothing() async throws {
        try await onStage { (stage) async throws in
            let id = try await stage.booked()
            await stage.sandbox.fault(.status(500), on: .change)
            #expect(try await stage.changeAgreed(id, time: "8pm").status == .unknown)
            let error = await failure { try await stage.change(id, time: "8pm", token: "no such token") }
            #expect(error != nil && error?.undone == nil)
        }
    }

    @Test func theMemoryHasWhatWasSaidOfBoth() async throws {
        try await onStage { (stage) async throws in
            let id = try await heldElsewhere(stage)
            await stage.sandbox.set { $0.changes = .ignoresToken }
            #expect(try await stage.changeAgreed(id, time: "8pm").status == .bothHeld)
            try stage.sandbox.setConnections(.refuse)
            #expect(Set(try await stage.list().reservations.map(\.time.clock)) == ["19:00", "20:00"])
        }
    }

    @Test func theMemoryHasNeitherUntilAListShowsIt() async throws {
        try await onStage { (stage) async throws in
            let id = try await stage.booked()
            await stage.sandbox.set { $0.changes = .cancelsFirst }
            #expect(try await stage.changeAgreed(id, time: "8pm").status == .neitherHeld)
            try stage.sandbox.setConnections(.refuse)
            #expect(try await stage.list().reservations.isEmpty)
            try stage.sandbox.setConnections(.open)
            await stage.sandbox.world.bookElsewhere(
                stage.slot(99001, 3, 1140, "Dining Room"), party: 2, account: Stage.email)
            #expect(try await stage.list().reservations.map(\.time.clock) == ["19:00"])
        }
    }

    /// The earlier change went through, and another one is asked for now: that is asked about, from where the table is.
    @Test(arguments: [Switches.Changes.renewsID, .keepsID]) func anotherTimeGoesOnFromTheNewTable(
        kind: Switches.Changes
    ) async throws {
        try await onStage { (stage) async throws in
            let id = try await stage.booked()
            await stage.sandbox.set {
                $0.changes = kind; $0.listLagSeconds = 20; $0.cancelLagSeconds = 20
            }
            await stage.sandbox.fault(.dropAfterCommit, on: .change)
            let unclear = try await stage.changeAgreed(id, time: "8pm")
            try #require(unclear.status == .unknown)
            let waiting = try await stage.change(id, time: "6pm")
            #expect(waiting.status == .needsConfirmation)
            #expect(waiting.old.time.clock == "20:00" && waiting.new?.time.clock == "18:00")
            #expect(await stage.heldThere == ["13 20:00 2"])
        }
    }

    // MARK: - Words that are overwritten

    @Test func otherWordsAreShownBeforeTheyGo() async throws {
        try await onStage { (stage) async throws in
            let id = "RESY-\(try await stage.book { $0.specialRequests = "window" }.reservationID ?? 0)"
            let wished = { (request: inout ChangeRequest) in request.specialRequests = "high chair" }
            let waiting = try await stage.change(id, time: "8pm", wished)
            #expect(waiting.wishes.map(\.state) == [.asked(held: "window")])
            let held = try #require(await stage.sandbox.reservations.first?.id)
            await stage.sandbox.write("nut allergy", into: held)
            let anew = try await stage.change(id, time: "8pm", token: waiting.confirmToken, wished)
            #expect(anew.status == .needsConfirmation)
            #expect(anew.wishes.map(\.state) == [.asked(held: "nut allergy")])
            #expect(try await stage.change(id, time: "8pm", token: anew.confirmToken, wished).status == .changed)
            #expect(await stage.sandbox.reservations.map(\.specialRequest) == ["high chair"])
        }
    }

    // MARK: - A refused booking in the place of another

    @Test(arguments: [400, 402, 403, 404, 405, 412]) func aRefusedBookingIsLookedForAsLongAsLists(status: Int)
        async throws
    {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.offersChange = false }
            let id = try await stage.booked()
            await stage.sandbox.set { $0.listLagSeconds = 4 }
            await stage.sandbox.fault(.statusAfterCommit(status), on: .book)
            #expect(try await stage.changeAgreed(id, time: "8pm").status == .changed)
            #expect(await stage.heldThere == ["13 20:00 2"])
        }
    }

    @Test(arguments: [402, 412]) func withNoListItIsNotKnown(status: Int) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.offersChange = false }
            let id = try await stage.booked()
            let waiting = try await stage.change(id, time: "8pm")
            await stage.sandbox.fault(.statusAfterCommit(status), on: .book)
            await stage.sandbox.fault(.status(500), on: .reservations, times: 99, after: 1)
            let end = try await stage.change(id, time: "8pm", token: waiting.confirmToken).status
            #expect(end == .unknown)
        }
    }
}
