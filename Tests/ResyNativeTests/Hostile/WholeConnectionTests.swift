@testable import ResyDomain
import Foundation
import Testing

@testable import ResyNative
@testable import SandboxKit

/// Faults that are not of one answer: connections that fail as a whole, storms, lists that lag, clocks that are wrong.
@Suite(.timeLimit(.minutes(10))) struct WholeConnectionTests {
    static let sentences: [FaultProxy.Mode: String] = [
        .refuse: "network: No connection to 127.0.0.1.", .reset: "network: The connection broke off.",
        .close: "network: The connection broke off.", .garbage: "network: Resy's answer could not be read.",
        .stall: "network: Resy did not answer in time.",
    ]

    @Test(arguments: sentences.keys.sorted { $0.rawValue < $1.rawValue }, [Ordeal.find, .details, .list, .signIn])
    func aConnectionThatFailsIsToldAsThat(_ mode: FaultProxy.Mode, _ ordeal: Ordeal) async throws {
        try await onStage { (stage) async throws in
            try await ordeal.prepare(stage)
            let held = await stage.sandbox.reservations.count
            try stage.sandbox.setConnections(mode)
            stage.sandbox.cutConnections()
            let told = await ordeal.told(stage, within: mode == .stall ? 2 : 200)
            let sentence = try #require(Self.sentences[mode])
            switch ordeal {
            case .list: #expect(told == "1 remembered")
            // A reset may be noticed before or after the first byte was written.
            case .signIn where mode == .reset: #expect(told.hasPrefix("stored unverified: "), "\(told)")
            case .signIn:
                #expect(told.hasPrefix("stored unverified: " + sentence.dropFirst("network: ".count)), "\(told)")
            case _ where mode == .reset: #expect(told.hasPrefix("network: "), "\(told)")
            default: #expect(told.hasPrefix(sentence), "\(told)")
            }
            #expect(await stage.sandbox.reservations.count == held)
        }
    }

    /// First 429, then the guard: nothing here asks again by itself, and none of it counts as an answer.
    @Test func aStormOf429IsNotFed() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.findLimit = 0 }
            for ordeal in [Ordeal.find, .find, .find, .find, .book, .book] {
                let told = await ordeal.told(stage)
                #expect(told.hasPrefix("rate_limited: ") || told.hasPrefix("blocked: "), "\(told)")
            }
            #expect(await stage.count(.find) <= 6)
            #expect(await stage.count(.book) == 0)
            #expect(try await Aftermath(of: stage) == Aftermath(journal: [], remembered: 0, held: 0))
        }
    }

    /// The list shows the table late; whoever asks meanwhile is told what is known, and it is never sent again.
    @Test(arguments: [0.0, 3, 30, 300]) func aListThatLagsBooksNothingTwice(_ lag: Double) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.listLagSeconds = lag }
            await stage.sandbox.fault(.dropAfterCommit, on: .book)
            let told = await Ordeal.book.told(stage)
            #expect(told == (lag < 12 ? "booked RESY-900000001" : "unknown"))
            #expect(await Ordeal.book.told(stage) == told)
            await stage.clock.advance(lag + 1)
            #expect(await Ordeal.book.told(stage) == "booked RESY-900000001")
            #expect(await stage.count(.book) == 1)
            #expect(try await Aftermath(of: stage) == Aftermath(journal: ["booked"], remembered: 1, held: 1))
        }
    }

    /// Our clock is a day off Resy's: tokens, cut-offs and the journal must still be right.
    @Test(arguments: [86_400.0, -86_400]) func aClockThatIsADayOffBooksAndCancels(_ skew: Double) async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            stage.clock.skew(skew)
            #expect(await Ordeal.signIn.told(stage) == "signed in")
            #expect(await Ordeal.book.told(stage).hasPrefix("booked "))
            #expect(await Ordeal.list.told(stage) == "1 listed")
            #expect(await Ordeal.cancel.told(stage) == "cancelled")
            #expect(await stage.sandbox.reservations.isEmpty)
        }
    }

    @Test(arguments: [Switches.Rotation.stable, .rotating, .onlyNewest])
    func aTokenThatChangesWithEachListCancels(_ rotation: Switches.Rotation) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.resyTokens = rotation }
            try await Ordeal.cancel.prepare(stage)
            _ = try await stage.list()
            #expect(await Ordeal.cancel.told(stage) == "cancelled")
            #expect(await stage.sandbox.reservations.isEmpty)
        }
    }
}
