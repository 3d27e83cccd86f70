import Foundation
import Testing

@testable import ResyDomain
@testable import ResyNative
@testable import SandboxKit

/// Exact terms, without a deed.
@Suite(.timeLimit(.minutes(1))) struct CheckAvailabilityQuotesTests {
    @Test func quotesTheNearestTableOfEachSeatingAndTakesNothing() async throws {
        try await onStage { (stage) async throws in
            let answer = try await stage.check("Card & Hold", time: "19:00") { $0.wantsTerms = true }
            let quote = try #require(answer.quotes.first)
            #expect(answer.quotes.count == Set(answer.slots.map(\.seating)).count)
            #expect(quote.slot == answer.slots.first)
            #expect(quote.terms.charges.stake(party: 2) == .known(50, currency: "USD"))
            #expect(quote.card?.spoken == "Visa ending in 4242")
            #expect(quote.terms.cancelBy != nil && !quote.terms.lines.isEmpty)
            let reads = await stage.sandbox.requests(to: .details)
            #expect(reads.allSatisfy { $0.json?["commit"]?.int == 0 })
            #expect(await stage.sandbox.world.tickets.isEmpty)
            #expect(await stage.count(.book) == 0)
        }
    }

    /// Three are read at most, and those that cost something before those that do not.
    @Test func whatCostsSomethingIsReadFirst() async throws {
        try await onStage { (stage) async throws in
            let answer = try await stage.check("Two Fees") { $0.wantsTerms = true }
            let seatings = Set(answer.slots.map(\.seating))
            #expect(seatings.count > 3)
            let priced = Set(answer.slots.filter { !$0.charges.isEmpty }.map(\.seating))
            #expect(answer.quotes.map(\.slot.seating).prefix(priced.count).allSatisfy { priced.contains($0) })
            let left = seatings.subtracting(answer.quotes.map(\.slot.seating))
            #expect(
                answer.notes.contains { note in
                    left.allSatisfy { note.contains("“\($0)”") } && note.contains("not read")
                })
        }
    }

    @Test func aFreeTableNeedsNoCard() async throws {
        try await onStage { (stage) async throws in
            let answer = try await stage.check { $0.wantsTerms = true }
            let quote = try #require(answer.quotes.first)
            #expect(quote.terms.charges.isEmpty && quote.card == nil)
            #expect(answer.quotes.count <= 3)
        }
    }

    @Test func nobodyIsQuotedWithoutASignIn() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            let error = await #expect(throws: ResyError.self) { try await stage.check { $0.wantsTerms = true } }
            #expect(error?.code == .notSignedIn)
            #expect(await stage.count(.details) == 0)
        }
    }

    /// The tables stand all the same.
    @Test func whatCannotBeReadIsSaid() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.status(500, "no"), on: .details)
            let answer = try await stage.check { $0.wantsTerms = true }
            #expect(!answer.slots.isEmpty && answer.quotes.isEmpty)
            #expect(answer.notes.contains { $0.contains("The exact terms of") && $0.contains("could not be read") })
        }
    }

    @Test func withoutTheWishNothingIsRead() async throws {
        try await onStage { (stage) async throws in
            #expect(try await stage.check().quotes.isEmpty)
            #expect(await stage.count(.details) == 0)
        }
    }
}

/// What this home knows of that evening is told beside the tables.
@Suite(.timeLimit(.minutes(1))) struct CheckAvailabilityOwnTablesTests {
    @Test func aTableThatIsHeldIsToldWithoutAskingResy() async throws {
        try await onStage { (stage) async throws in
            let before = try await stage.check("Night Owl")
            #expect(!before.notes.contains { $0.contains("hold") })
            _ = try await stage.book()
            let lists = await stage.count(.reservations)
            let answer = try await stage.check("Night Owl")
            #expect(answer.notes.contains { $0.contains("The user holds Example Trattoria at 7:00 PM (RESY-") })
            #expect(try await !stage.check("Night Owl", 4).notes.contains { $0.contains("holds") })
            #expect(await stage.count(.reservations) == lists)
        }
    }

    @Test func aTableThatIsCancelledIsNot() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            _ = try await stage.cancel("Example Trattoria")
            #expect(try await !stage.check("Night Owl").notes.contains { $0.contains("holds") })
        }
    }

    @Test func saysUntilWhenOtherDaysWereLookedAt() async throws {
        try await onStage { (stage) async throws in
            let answer = try await stage.check("Prepaid Omakase", time: "23:00", within: 15)
            #expect(answer.openDaysUntil.map { $0 >= answer.openDays.max() ?? answer.day } == true)
            #expect(try await stage.check().openDaysUntil == nil)
        }
    }
}
