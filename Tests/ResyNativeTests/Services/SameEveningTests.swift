import Foundation
import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// One table an evening: what is open or unclear stands in the way of every other one that it would clash with.
@Suite(.timeLimit(.minutes(1))) struct SameEveningTests {
    /// Another hall at the same minute is no conflict at this Resy: a second booking would go through.
    private func onEvening(_ play: (Stage) async throws -> Void) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.conflictMinutes = -1 }
            try await play(stage)
        }
    }

    /// A booking that Resy took, whose answer was lost and that no list shows.
    private func leaveUnclear(_ stage: Stage) async throws {
        await stage.sandbox.set { $0.listLagSeconds = 300 }
        await stage.sandbox.fault(.dropAfterCommit, on: .book)
        #expect(try await stage.book().status == .unknown)
        await stage.sandbox.set { $0.listLagSeconds = 0 }
    }

    struct Wish: CustomTestStringConvertible, Sendable {
        var name = "Example Trattoria"
        var time = "19:00"
        var party = 2
        var testDescription: String { "\(name) \(time) for \(party)" }
    }

    static let clashing = [
        Wish(time: "19:15"), Wish(time: "12:00"), Wish(party: 4), Wish(name: "Card & Hold", time: "20:00"),
    ]

    @Test(arguments: clashing, [false, true]) func anUnclearOneKeepsOthersFromBeingSent(
        wish: Wish, isOverlapAllowed: Bool
    ) async throws {
        try await onEvening { (stage) async throws in
            try await leaveUnclear(stage)
            let error = await failure {
                try await stage.book(wish.name, time: wish.time, party: wish.party) {
                    $0.allowOverlap = isOverlapAllowed
                }
            }
            #expect(error?.code == .conflict)
            #expect(error?.message.contains("not known yet") == true)
            #expect(error?.message.contains("Example Trattoria") == true)
            #expect(error?.message.contains("Nothing was booked.") == true)
            #expect(await stage.count(.book) == 1)
        }
    }

    @Test func whatDoesNotClashWithItIsBooked() async throws {
        try await onEvening { (stage) async throws in
            try await leaveUnclear(stage)
            #expect(try await stage.book("Night Owl", time: "22:00").status == .booked)
            #expect(try await stage.book("Example Trattoria", 4).status == .booked)
        }
    }

    @Test func theListSettlesThatItWasBooked() async throws {
        try await onEvening { (stage) async throws in
            try await leaveUnclear(stage)
            await stage.clock.advance(301)
            let error = await failure { try await stage.book(time: "19:15") }
            #expect(error?.code == .conflict)
            #expect(error?.message.contains("RESY-900000001") == true)
            #expect(await stage.count(.book) == 1)
            #expect(try await stage.book(time: "19:15") { $0.allowOverlap = true }.status == .booked)
        }
    }

    @Test func tenMinutesLaterAListWithoutItFreesTheEvening() async throws {
        try await onEvening { (stage) async throws in
            await stage.sandbox.fault(.resetBefore, on: .book)
            #expect(try await stage.book().status == .unknown)
            await stage.clock.advance(300)
            #expect(await failure { try await stage.book(time: "19:15") }?.code == .conflict)
            await stage.clock.advance(301)
            #expect(try await stage.book(time: "19:15").status == .booked)
            #expect(await stage.sandbox.reservations.count == 1)
        }
    }

    @Test func aListThatCannotBeReadFreesNothing() async throws {
        try await onEvening { (stage) async throws in
            try await leaveUnclear(stage)
            await stage.clock.advance(601)
            await stage.sandbox.fault(.status(500), on: .reservations, times: 20)
            let error = await failure { try await stage.book(time: "19:15") { $0.allowOverlap = true } }
            #expect(error?.code == .conflict)
            #expect(await stage.count(.book) == 1)
        }
    }

    // MARK: - At once

    @Test(arguments: [false, true]) func differentTimesAtOnceBookOne(isOneProcess: Bool) async throws {
        for _ in 0..<3 {
            try await onEvening { (stage) async throws in
                await stage.sandbox.fault(.delay(milliseconds: 50), on: .book)
                let other = isOneProcess ? stage.resy : stage.another()
                async let left = outcome { try await stage.book() }
                async let right = outcome { try await stage.book(time: "19:15", with: other) }
                let ends = await [left, right]
                #expect(ends.filter { $0 == "booked" }.count == 1, "\(ends)")
                #expect(ends.filter { $0 == "conflict" }.count == 1, "\(ends)")
                #expect(await stage.count(.book) == 1)
                #expect(await stage.sandbox.reservations.count == 1)
                if !isOneProcess { await other.finish() }
            }
        }
    }

    private func outcome(of work: () async throws -> BookingOutcome) async -> String {
        do {
            return try await work().status.rawValue
        } catch {
            return (error as? ResyError)?.code.name ?? "\(error)"
        }
    }
}
