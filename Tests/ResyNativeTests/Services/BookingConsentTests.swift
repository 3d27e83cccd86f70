import Foundation
import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

@Suite(.timeLimit(.minutes(1))) struct BookingConsentTests {
    // MARK: - Consent

    @Test func aFeeIsAskedAboutAndAYesBooks() async throws {
        try await onStage { (stage) async throws in
            let waiting = try await stage.book("Card & Hold")
            #expect(waiting.status == .needsConfirmation)
            #expect(waiting.slot.charges.main?.amount == 25)
            #expect(waiting.slot.charges.main?.basis == .guest)
            #expect(waiting.card == "Visa ending in 4242")
            #expect(waiting.terms?.contains { $0.contains("$25 per guest") } == true)
            #expect(waiting.confirmBefore != nil)
            #expect(await stage.count(.book) == 0)
            let outcome = try await stage.book("Card & Hold") { $0.confirmToken = waiting.confirmToken }
            #expect(outcome.status == .booked)
            let sent = try #require(await stage.sandbox.requests(to: .book).first)
            #expect(sent.form["struct_payment_method"] == "{\"id\":5550001}")
            #expect(await stage.sandbox.reservations.first?.card == 5_550_001)
        }
    }

    @Test func aTokenWorksOnce() async throws {
        try await onStage { (stage) async throws in
            let waiting = try await stage.book("Card & Hold")
            let booked = try await stage.book("Card & Hold") { $0.confirmToken = waiting.confirmToken }
            _ = try await stage.cancel(id: "RESY-\(booked.reservationID ?? 0)")
            let error = await failure { try await stage.book("Card & Hold") { $0.confirmToken = waiting.confirmToken } }
            #expect(error?.code == .badRequest)
            #expect(error?.message.contains("already used") == true)
            #expect(await stage.count(.book) == 1)
            #expect(await stage.sandbox.reservations.isEmpty)
        }
    }

    @Test func aTokenForAnotherCardAsksAnew() async throws {
        try await onStage(as: "alex@example.com") { (stage) async throws in
            let waiting = try await stage.book("Card & Hold")
            let other = try await stage.book("Card & Hold") {
                $0.confirmToken = waiting.confirmToken
                $0.paymentMethod = "1881"
            }
            #expect(other.status == .needsConfirmation)
            #expect(other.notes.contains { $0.contains("for another card") })
            #expect(await stage.count(.book) == 0)
        }
    }

    @Test func aTokenForAnotherTableAsksAnew() async throws {
        try await onStage { (stage) async throws in
            let waiting = try await stage.book("Two Fees") { $0.seating = "Garden" }
            let other = try await stage.book("Card & Hold") { $0.confirmToken = waiting.confirmToken }
            #expect(other.status == .needsConfirmation)
            #expect(other.notes.contains { $0.contains("for another table") })
            #expect(await stage.count(.book) == 0)
        }
    }

    /// Whoever sends it means another table: a mistake is not done for being free.
    @Test func aTokenForAnotherTableBooksNoFreeOne() async throws {
        try await onStage { (stage) async throws in
            let waiting = try await stage.book("Card & Hold")
            let free = try await stage.book("Example Trattoria", 5) { $0.confirmToken = waiting.confirmToken }
            #expect(free.status == .needsConfirmation)
            #expect(free.notes.contains { $0.contains("for another table") })
            #expect(await stage.count(.book) == 0)
            let booked = try await stage.book("Example Trattoria", 5) { $0.confirmToken = free.confirmToken }
            #expect(booked.status == .booked)
            #expect(try await stage.book("Card & Hold") { $0.confirmToken = waiting.confirmToken }.status == .booked)
        }
    }

    @Test func aTokenKeepsItsSeatingWhereTheCallNamesNone() async throws {
        try await onStage { (stage) async throws in
            let waiting = try await stage.book("Two Fees") { $0.seating = "Garden" }
            #expect(waiting.slot.seating == "Garden")
            let booked = try await stage.book("Two Fees") {
                $0.confirmToken = waiting.confirmToken
                $0.seating = " "
            }
            #expect(booked.status == .booked)
            #expect(await stage.sandbox.reservations.first?.slot.seating == "Garden")
        }
    }

    @Test func aTokenThatIsOldOrNotOursIsRefused() async throws {
        try await onStage { (stage) async throws in
            let waiting = try await stage.book("Card & Hold")
            await stage.clock.advance(601)
            let old = await failure { try await stage.book("Card & Hold") { $0.confirmToken = waiting.confirmToken } }
            #expect(old?.message.contains("10 minutes") == true)
            let foreign = await failure { try await stage.book("Card & Hold") { $0.confirmToken = "abc" } }
            #expect(foreign?.code == .badRequest)
            #expect(await stage.count(.book) == 0)
        }
    }

    @Test func termsThatChangedAreShownAgain() async throws {
        try await onStage { (stage) async throws in
            let waiting = try await stage.book("Card & Hold")
            await stage.sandbox.fault(.feeChanges(to: 40), on: .details)
            let again = try await stage.book("Card & Hold") { $0.confirmToken = waiting.confirmToken }
            #expect(again.status == .needsConfirmation)
            #expect(again.slot.charges.main?.amount == 40)
            #expect(again.notes.contains { $0.contains("terms have changed") })
            #expect(again.confirmToken != waiting.confirmToken)
            #expect(await stage.count(.book) == 0)
        }
    }

    @Test func aFeeThatAppearsOnAFreeTableIsAskedAbout() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.feeChanges(to: 40), on: .details)
            #expect(try await stage.book().status == .needsConfirmation)
            #expect(await stage.count(.book) == 0)
        }
    }

    @Test func neverDeclinesBeyondTheLimitAndBooksWithin() async throws {
        try await onStage(settings: {
            $0.confirm = .never; $0.largestFee = 50
        }) { (stage) async throws in
            #expect(try await stage.book("Card & Hold").status == .booked)
            let declined = try await stage.book("Card & Hold", 5, party: 3)
            #expect(declined.status == .overLimit)
            #expect(declined.notes.contains { $0.contains("$75 is more than the user's limit of $50") })
            await stage.sandbox.fault(.policyChanges(to: "No-shows pay $5 or more."), on: .details)
            let unclear = try await stage.book("Example Trattoria", 6)
            #expect(unclear.status == .overLimit)
            #expect(unclear.notes.contains { $0.contains("does not state all of what it costs") })
            #expect(await stage.count(.book) == 1)
        }
    }

    @Test func alwaysAsksForAFreeTableToo() async throws {
        try await onStage(settings: { $0.confirm = .always }) { (stage) async throws in
            let waiting = try await stage.book()
            #expect(waiting.status == .needsConfirmation)
            #expect(try await stage.book { $0.confirmToken = waiting.confirmToken }.status == .booked)
        }
    }

    @Test func prepaidAndDepositsNameWhatIsPaidNow() async throws {
        try await onStage { (stage) async throws in
            let prepaid = try await stage.book("Prepaid Omakase", time: "19:30")
            #expect(prepaid.status == .needsConfirmation)
            #expect(prepaid.slot.charges.main?.kind == .prepaid)
            #expect(prepaid.slot.charges.main?.amount == 370)
            #expect(prepaid.terms?.contains("You will be charged when you book.") == true)
            let deposit = try await stage.book("Deposit House")
            #expect(deposit.slot.charges.main?.kind == .deposit)
            #expect(deposit.slot.charges.main?.amount == 40)
        }
    }

    // MARK: - Cards

    @Test func aNamedCardIsTheOneThatIsSent() async throws {
        try await onStage(as: "alex@example.com") { (stage) async throws in
            let waiting = try await stage.book("Card & Hold") { $0.paymentMethod = "1881" }
            #expect(waiting.card == "Visa ending in 1881")
            _ = try await stage.book("Card & Hold") {
                $0.paymentMethod = "1881"
                $0.confirmToken = waiting.confirmToken
            }
            #expect(await stage.sandbox.reservations.first?.card == 5_550_003)
            let unnamed = try await stage.book("Two Fees", 6) { $0.seating = "Garden" }
            #expect(unnamed.card == "Mastercard ending in 4444")
        }
    }

    @Test func aYesForOneCardIsNoneForAnother() async throws {
        try await onStage(as: "alex@example.com") { (stage) async throws in
            let waiting = try await stage.book("Card & Hold") { $0.paymentMethod = "1881" }
            let other = try await stage.book("Card & Hold") {
                $0.paymentMethod = "4444"
                $0.confirmToken = waiting.confirmToken
            }
            #expect(other.status == .needsConfirmation)
            // Without a name the card that was agreed to stands, though another is the default.
            let booked = try await stage.book("Card & Hold") { $0.confirmToken = waiting.confirmToken }
            #expect(booked.status == .booked)
            #expect(await stage.sandbox.reservations.first?.card == 5_550_003)
        }
    }

    @Test func anUnknownCardNamesTheKnownOnes() async throws {
        try await onStage(as: "alex@example.com") { (stage) async throws in
            let error = await failure { try await stage.book("Card & Hold") { $0.paymentMethod = "9999" } }
            #expect(error?.code == .badRequest)
            #expect(error?.hint.contains("Visa ending in 1881, Mastercard ending in 4444") == true)
        }
    }

    @Test func noCardIsSaidWithTheWayToAddOne() async throws {
        try await onStage(as: "pat@example.com") { (stage) async throws in
            let error = await failure { try await stage.book("Card & Hold") }
            #expect(error?.code == .paymentRequired)
            #expect(error?.message.contains("Nothing was booked") == true)
            #expect(error?.url?.contains("card-and-hold") == true)
            #expect(try await stage.book().status == .booked)
        }
    }

    @Test func aBlankCardIsNone() async throws {
        try await onStage { (stage) async throws in
            #expect(try await stage.book { $0.paymentMethod = " " }.status == .booked)
            #expect(await stage.sandbox.requests(to: .book).first?.form["struct_payment_method"] == nil)
        }
    }

    @Test func aVenueThatRefusesCardsIsSaid() async throws {
        try await onStage { (stage) async throws in
            let waiting = try await stage.book("No Cards Here")
            let error = await failure {
                try await stage.book("No Cards Here") { $0.confirmToken = waiting.confirmToken }
            }
            #expect(error?.code == .paymentRequired)
            #expect(error?.message.contains("not set up to accept payment methods") == true)
            #expect(error?.message.contains("Nothing was booked") == true)
            #expect(await stage.count(.book) == 1)
        }
    }

    @Test func aCardThatResyRefusesIsSaid() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.status(402, "Payment Required"), on: .book)
            let error = await failure { try await stage.book() }
            #expect(error?.code == .paymentRequired)
            #expect(error?.message.contains("Nothing was booked") == true)
        }
    }
}
