import Foundation
import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

@Suite(.timeLimit(.minutes(1))) struct BookTableTests {
    @Test func booksAFreeTable() async throws {
        try await onStage { (stage) async throws in
            let outcome = try await stage.book { $0.specialRequests = "birthday" }
            #expect(outcome.status == .booked)
            #expect(outcome.reservationID == 900_000_001)
            #expect(outcome.email == Stage.email)
            #expect(outcome.card == nil)
            #expect(outcome.slot.charges.main == nil)
            #expect(outcome.cancelBy != nil)
            #expect(outcome.wishes == [ToldWish(.words("birthday"), .ended(.shown, held: nil))])
            let sent = try #require(await stage.sandbox.requests(to: .book).first)
            #expect(sent.form["struct_payment_method"] == nil)
            #expect(sent.form["source_id"] == "resy.com-venue-details")
            #expect(sent.form["venue_marketing_opt_in"] == "0")
            #expect(sent.form["replace"] == nil)
            #expect(await stage.sandbox.reservations.count == 1)
            let account = try #require(try await stage.resy.auth.accountKey())
            #expect(try await stage.resy.store.visits(account: account).map { $0.venue } == ["Example Trattoria"])
        }
    }

    @Test(.enabled(if: Stage.canSpeakTLS)) func booksAndCancelsOverHTTP2() async throws {
        try await onStage(over: .http2) { (stage) async throws in
            let waiting = try await stage.book("Card & Hold")
            #expect(waiting.status == .needsConfirmation)
            let booked = try await stage.book("Card & Hold") { $0.confirmToken = waiting.confirmToken }
            #expect(booked.status == .booked)
            #expect(try await stage.cancel("Card & Hold").status == .cancelled)
            #expect(try await stage.list().reservations.isEmpty)
            #expect(await stage.count(.book) == 1)
        }
    }

    // MARK: - The table

    @Test func noTableAtThatTimeOffersTheNearest() async throws {
        try await onStage { (stage) async throws in
            let error = await failure { try await stage.book("Card & Hold", time: "19:10") }
            #expect(error?.code == .slotGone)
            guard case .slot(let first, _, _, let zone)? = error?.choices.first else {
                Issue.record("no alternatives")
                return
            }
            #expect(zone?.name == "America/New_York")
            #expect(first.charges.main?.cutOff != nil)
            #expect(first.time.clock == "19:00")
            #expect(error?.choices.count == 6)
            #expect(await stage.count(.details) == 0)
        }
    }

    @Test(arguments: [404, 412]) func aTableThatGoesBeforeItsTermsAreRead(status: Int) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.slotVanishes(status: status), on: .details)
            let error = await failure { try await stage.book() }
            #expect(error?.code == .slotGone)
            #expect(error?.message.contains("Nothing was booked") == true)
            #expect(error?.choices.isEmpty == false)
            #expect(await stage.count(.book) == 0)
        }
    }

    @Test(arguments: [404, 412]) func aTableThatGoesAsItIsBooked(status: Int) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.slotVanishes(status: status), on: .book)
            let error = await failure { try await stage.book() }
            #expect(error?.code == .slotGone)
            #expect(error?.choices.isEmpty == false)
            #expect(await stage.count(.book) == 1)
            // Proved not booked: the next try is free to go.
            #expect(try await stage.book(time: "19:15").status == .booked)
        }
    }

    @Test func aTableAfterMidnightIsBookedOnItsEvening() async throws {
        try await onStage { (stage) async throws in
            let outcome = try await stage.book("Night Owl", time: "00:30") { $0.seating = "Booth" }
            #expect(outcome.status == .booked)
            #expect(outcome.evening.iso == stage.day(3))
            #expect(outcome.slot.day.iso == stage.day(4))
            #expect(await stage.sandbox.reservations.first?.slot == stage.slot(99027, 3, 1470, "Booth"))
            // Told again, it is still one table.
            #expect(
                try await stage.book("Night Owl", time: "00:30") { $0.seating = "Booth" }.reservationID
                    == outcome.reservationID)
            #expect(await stage.count(.book) == 1)
        }
    }

    @Test func aTimeThatIsPastIsRefused() async throws {
        try await onStage { (stage) async throws in
            let error = await failure { try await stage.book("Lunch Only", 0, time: "11:00 AM") }
            #expect(error?.code == .badRequest)
            #expect(error?.message.contains("is past") == true)
        }
    }

    @Test func aCaptchaIsLeftToAPerson() async throws {
        try await onStage { (stage) async throws in
            let error = await failure { try await stage.book("Captcha Club") }
            #expect(error?.code == .captcha)
            #expect(error?.url?.contains("captcha-club?date=\(stage.day(3))&seats=2") == true)
            #expect(await stage.count(.details) == 0)
            #expect(await stage.count(.book) == 0)
        }
    }

    @Test func tockIsLeftToTock() async throws {
        try await onStage { (stage) async throws in
            let error = await failure { try await stage.book("Tock Tavern") }
            #expect(error?.message.contains("books on Tock") == true)
            #expect(await stage.count(.details) == 0)
        }
    }

    // MARK: - Conflicts

    @Test func theSameVenueThatEveningIsAConflict() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book(time: "17:00")
            let error = await failure { try await stage.book(time: "22:00") }
            #expect(error?.code == .conflict)
            #expect(error?.message.contains("RESY-900000001") == true)
            #expect(await stage.count(.book) == 1)
            #expect(try await stage.book(time: "22:00") { $0.allowOverlap = true }.status == .booked)
        }
    }

    @Test func twoMealsAtOnceAreAConflict() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.world.bookElsewhere(stage.slot(99007, 3, 1080, "Table"), party: 2, account: Stage.email)
            let error = await failure { try await stage.book(time: "19:00") }
            #expect(error?.code == .conflict)
            #expect(error?.message.contains("Joe's") == true)
            #expect(try await stage.book(time: "21:00").status == .booked)
        }
    }

    @Test func resysOwnConflictNamesTheOther() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.world.bookElsewhere(stage.slot(99007, 3, 1140, "Table"), party: 2, account: Stage.email)
            let error = await failure { try await stage.book { $0.allowOverlap = true } }
            #expect(error?.code == .conflict)
            #expect(error?.message.contains("Joe's") == true)
            #expect(error?.message.contains("RESY-900000001") == true)
            #expect(error?.message.contains("Nothing was booked") == true)
        }
    }

    // MARK: - Signed out on the way

    @Test func aTokenThatEndsAtARead() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.expireTokens()
            #expect(try await stage.book().status == .booked)
            #expect(await stage.count(.authPassword) == 1)
        }
    }

    @Test func aTokenThatEndsAtTheTerms() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.tokenExpires, on: .details)
            #expect(try await stage.book().status == .booked)
            #expect(await stage.count(.authPassword) == 1)
            #expect(await stage.count(.details) == 2)
        }
    }

    @Test func aTokenThatEndsAtTheBookingReadsTheTermsAgain() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.tokenExpires, on: .book)
            #expect(try await stage.book().status == .booked)
            #expect(await stage.count(.authPassword) == 1)
            #expect(await stage.count(.details) == 2)
            #expect(await stage.sandbox.requests(to: .book).map { $0.status } == [419, 201])
            #expect(await stage.sandbox.reservations.count == 1)
        }
    }

    @Test func aTableBookedDespiteARefusedSignInIsNotBookedTwice() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.listLagSeconds = 4 }
            await stage.sandbox.fault(.statusAfterCommit(419), on: .book)
            let outcome = try await stage.book()
            #expect(outcome.status == .booked)
            #expect(outcome.reservationID == 900_000_001)
            #expect(await stage.count(.book) == 1)
            #expect(await stage.sandbox.reservations.count == 1)
        }
    }

    @Test func aBookingIsNotSentAgainBlindly() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.tokenExpires, on: .book)
            await stage.sandbox.fault(.status(500), on: .reservations, times: 9, after: 1)
            #expect(try await stage.book().status == .unknown)
            #expect(await stage.count(.book) == 1)
            #expect(await stage.sandbox.reservations.isEmpty)
        }
    }

    @Test func afterANewSignInOnlyTheSameTermsAreSent() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.tokenExpires, on: .book)
            await stage.sandbox.fault(.feeChanges(to: 30), on: .details, after: 1)
            let outcome = try await stage.book()
            #expect(outcome.status == .needsConfirmation)
            #expect(outcome.notes.contains { $0.contains("changed while booking") })
            #expect(await stage.count(.book) == 1)
            #expect(await stage.sandbox.reservations.isEmpty)
        }
    }

    @Test func withoutAnAccountItSaysHowToSignIn() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            let error = await failure { try await stage.book() }
            #expect(error?.code == .notSignedIn)
            #expect(error?.hint.contains("resy-mcp login") == true)
            #expect(await stage.sandbox.requests.isEmpty)
        }
    }

    // MARK: - Details that say little

    @Test func whatIsNotSaidIsNotFree() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.paymentTypes["free"] = "something-new" }
            let waiting = try await stage.book()
            #expect(waiting.status == .needsConfirmation)
            #expect(waiting.slot.charges.main?.kind == .unknown)
        }
    }

    @Test func anUnclearPriceDoesNotDemandACard() async throws {
        try await onStage(as: "pat@example.com") { (stage) async throws in
            await stage.sandbox.set { $0.paymentTypes["free"] = "something-new" }
            let waiting = try await stage.book()
            #expect(waiting.status == .needsConfirmation)
            #expect(try await stage.book { $0.confirmToken = waiting.confirmToken }.status == .booked)
        }
    }

    @Test func numbersAsTextAndFieldsBeyondChangeNothing() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set {
                $0.numbersAsStrings = true
                $0.extraFields = true
            }
            #expect(try await stage.book().status == .booked)
            #expect(try await stage.cancel("Example Trattoria").status == .cancelled)
        }
    }

    @Test func onlyOneMethodIsEnough() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set {
                $0.findMethods = .get
                $0.detailsMethods = .get
            }
            #expect(try await stage.book().status == .booked)
            #expect(await stage.sandbox.requests(to: .details).map { $0.method } == ["POST", "GET"])
        }
    }
}
