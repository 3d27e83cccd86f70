import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// A yes that comes with a token: short, good for ten minutes, for one deed and for one time.
@Suite(.timeLimit(.minutes(1))) struct ConfirmTokenTests {
    private func token(_ stage: Stage) async throws -> String {
        let waiting = try await stage.book("Card & Hold")
        #expect(waiting.status == .needsConfirmation)
        return try #require(waiting.confirmToken)
    }

    private func book(_ stage: Stage, _ token: String, with other: Resy? = nil) async throws -> BookingOutcome {
        try await stage.book("Card & Hold", with: other) { $0.confirmToken = token }
    }

    @Test func itIsShortAndTellsNothing() async throws {
        try await onStage { (stage) async throws in
            let (first, second) = (try await token(stage), try await token(stage))
            #expect(first != second)
            for token in [first, second] {
                #expect(token.utf8.count == 26)
                #expect(token.allSatisfy { $0.isASCII && ($0.isNumber || $0.isLowercase) && !"ilou".contains($0) })
            }
            // Each of them is a yes.
            #expect(try await book(stage, first).status == .booked)
        }
    }

    @Test func nothingIsMended() async throws {
        try await onStage { (stage) async throws in
            let token = try await token(stage)
            let middle = token.index(token.startIndex, offsetBy: 13)
            let other = Handle.make()
            for wrong in [
                token.uppercased(), "  \(token)\n",
                String(token.dropLast()), token + "0", token[..<middle] + " " + token[middle...],
                "l" + token.dropFirst(),
                "\u{212A}" + token.dropFirst(), other, "yes",
            ] {
                let error = await failure { try await book(stage, wrong) }
                #expect(error?.code == .badRequest, "\(wrong)")
                #expect(error?.message.hasPrefix("That confirm_token isn't valid for this booking.") == true)
                #expect(error?.message.contains("Nothing was booked.") == true)
            }
            #expect(await stage.count(.book) == 0)
            #expect(try await book(stage, token).status == .booked)
        }
    }

    @Test func itLivesTenMinutes() async throws {
        try await onStage { (stage) async throws in
            let token = try await token(stage)
            stage.clock.skew(601)
            // Also where something was kept since, and what it was for is gone from the file.
            for _ in 1...2 {
                let error = await failure { try await book(stage, token) }
                #expect(error?.message.contains("10 minutes") == true)
                _ = try await self.token(stage)
            }
            #expect(await stage.count(.book) == 0)
        }
    }

    @Test func itWorksOnceInAllProcesses() async throws {
        try await onStage { (stage) async throws in
            let (token, other) = (try await token(stage), stage.another())
            async let left = book(stage, token)
            async let right = book(stage, token, with: other)
            let ends = [try? await left, try? await right]
            #expect(ends.contains { $0?.status == .booked })
            #expect(await stage.count(.book) == 1)
            let id = try #require(await stage.sandbox.reservations.first?.id)
            _ = try await stage.cancel(id: "RESY-\(id)")
            let error = await failure { try await book(stage, token) }
            #expect(error?.message.hasPrefix("That confirmation was already used.") == true)
            #expect(await stage.count(.book) == 1)
            await other.finish()
        }
    }

    /// What is done already is told again, and by no other yes done once more.
    @Test func aSecondYesToTheSameTableIsUsedUpWithIt() async throws {
        try await onStage { (stage) async throws in
            let (first, second) = (try await token(stage), try await token(stage))
            let booked = try await book(stage, first)
            #expect(try await book(stage, second).isBookedBefore)
            _ = try await stage.cancel(id: "RESY-\(booked.reservationID ?? 0)")
            #expect(await failure { try await book(stage, second) }?.message.contains("already used") == true)
            #expect(await stage.count(.book) == 1)
        }
    }

    /// The time runs out in the moment before it is sent.
    @Test func whatWasNeverSentSpendsNothing() async throws {
        try await onStage { (stage) async throws in
            let token = try await token(stage)
            var request = BookingRequest(restaurant: "Card & Hold", date: stage.day(3), time: "19:00")
            request.confirmToken = token
            let context = CallContext(
                deadline: stage.clock.now.adding(50), progress: { if $0 == .booking { stage.clock.skew(60) } })
            let error = await failure { try await stage.resy.makeReservation(request, context: context) }
            #expect(error != nil)
            #expect(await stage.count(.book) == 0)
            #expect(try await book(stage, token).status == .booked)
        }
    }

    @Test func whatWasSentHasSpentIt() async throws {
        try await onStage { (stage) async throws in
            let token = try await token(stage)
            await stage.sandbox.fault(.status(412, "No."), on: .book)
            #expect(await failure { try await book(stage, token) } != nil)
            #expect(await failure { try await book(stage, token) }?.message.contains("already used") == true)
            #expect(await stage.count(.book) == 1)
        }
    }

    @Test func aYesToBookIsNoneToCancel() async throws {
        try await onStage { (stage) async throws in
            let token = try await token(stage)
            _ = try await book(stage, try await self.token(stage))
            let error = await failure { try await stage.cancel("Card & Hold", token: token) }
            #expect(error?.code == .badRequest)
            #expect(await stage.count(.cancel) == 0)
        }
    }

    @Test func anotherHomeKnowsNothingOfIt() async throws {
        let token = Lock("")
        try await onStage { (stage) async throws in
            let given = try await self.token(stage)
            token.withLock { $0 = given }
        }
        try await onStage { (stage) async throws in
            let error = await failure { try await book(stage, token.withLock { $0 }) }
            #expect(error?.code == .badRequest)
        }
    }
}
