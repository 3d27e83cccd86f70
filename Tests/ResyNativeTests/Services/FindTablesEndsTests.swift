import Foundation
import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// What ends a search before all was looked at, and what it has then.
@Suite(.timeLimit(.minutes(1))) struct FindTablesEndsTests {
    @Test func aLimitLeavesWhatThereIs() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.rateLimited(seconds: 120), on: .find, after: 2)
            let found = try await stage.find(restaurants: ["Carbone", "Don Angie"])
            #expect((2...3).contains(found.results.flatMap(\.evenings).count))
            guard case .failed(_, let until)? = found.end else {
                Issue.record("a limit ends it")
                return
            }
            #expect(until.map { $0 > stage.now } == true)
            #expect(found.cursor != nil)
            #expect(found.leftOut.contains { $0.reason == .notLooked })
            #expect(await stage.count(.find) <= 4)
        }
    }

    @Test func whereNothingIsKnownTheFailureIsTheAnswer() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.blockedPage, on: .search, times: 9)
            let error = await failure { try await stage.find(restaurants: ["Carbone", "Don Angie"]) }
            #expect(error?.code == .blocked)
            let words = await failure { try await stage.find("italian") }
            #expect(words?.code == .blocked)
        }
    }

    @Test func oneEveningThatFailsIsLeftOut() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.status(404, "gone"), on: .find)
            let found = try await stage.find(restaurants: ["Carbone", "Don Angie"])
            #expect(found.results.flatMap(\.evenings).count == 3)
            #expect(found.end == nil && found.cursor == nil)
            #expect(found.leftOut.count == 1)
            guard case .unread? = found.leftOut.first?.reason else {
                Issue.record("it could not be read")
                return
            }
        }
    }

    /// Ten finds in all, those that go out once more among them.
    @Test func aFindThatIsRepeatedIsOneOfTheTen() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.searchSlots = .none }
            await stage.sandbox.fault(.status(502), on: .find, times: 2, after: 8)
            let found = try await stage.find("italian in the West Village")
            #expect(await stage.count(.find) == 10)
            #expect(found.end == .finds(10) && !found.results.isEmpty)
        }
    }

    @Test func failuresInARowEndIt() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.check("Carbone")
            _ = try await stage.check("Don Angie")
            await stage.sandbox.fault(.status(404, "gone"), on: .find, times: 20)
            let error = await failure {
                try await stage.find(restaurants: ["Carbone", "Don Angie"], on: (10...12).map(stage.day))
            }
            #expect(error != nil)
            #expect(await stage.count(.find) <= 2 + 4)
        }
    }

    /// What answers in time stands, whatever else does not.
    @Test func timeEndsItWithWhatThereIs() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.silentVenues = [6194] }
            let start = Date()
            let found = try await stage.find(restaurants: ["Carbone", "Don Angie"], within: 9)
            #expect(Date().timeIntervalSince(start) < 10)
            #expect(found.names == ["Don Angie"])
            #expect(found.end == .time && found.cursor != nil)
            #expect(found.reasons(of: "Carbone") == [.notLooked])
        }
    }

    @Test func cancellingEndsAllTransfersAtOnce() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.silentVenues = [6194, 1505] }
            let call = Task { try await stage.find(restaurants: ["Carbone", "Don Angie"]) }
            while await stage.count(.find) < 2 { try await Task.sleep(for: .milliseconds(10)) }
            let start = Date()
            call.cancel()
            await #expect(throws: CancellationError.self) { try await call.value }
            #expect(Date().timeIntervalSince(start) < 1)
            #expect(await stage.count(.find) == 2)
        }
    }

    @Test func aRefusedTokenIsNoEnd() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.status(419, "Unauthorized"), on: .find)
            let found = try await stage.find(restaurants: ["Carbone"])
            #expect(found.results.first?.evenings.count == 2 && found.leftOut.isEmpty)
        }
    }
}
