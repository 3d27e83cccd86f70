import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// A table that was booked on Resy's own site: the very one that is asked for is told as booked, any other stands in the way.
@Suite(.timeLimit(.minutes(1))) struct HeldElsewhereTests {
    private func hold(_ stage: Stage, _ venue: Int = 99001, _ minutes: Int = 1140, party: Int = 2) async {
        await stage.sandbox.world.bookElsewhere(
            stage.slot(venue, 3, minutes, "Dining Room"), party: party, account: Stage.email)
    }

    @Test(arguments: [nil, "Dining Room", "dining", "any"], [false, true])
    func thisVeryTableIsToldAsBooked(seating: String?, isOverlapAllowed: Bool) async throws {
        try await onStage { (stage) async throws in
            await hold(stage)
            let told = try await stage.book {
                $0.seating = seating
                $0.allowOverlap = isOverlapAllowed
            }
            #expect(told.status == .booked && told.isBookedBefore)
            #expect(told.reservationID == 900_000_001)
            #expect(told.slot.seating == "Dining Room")
            // Resy mails nothing for a repeat.
            #expect(told.email == nil)
            #expect(told.notes.contains { $0.contains("booked elsewhere") })
            #expect(await stage.count(.book) == 0)
            #expect(await stage.count(.details) == 0)
        }
    }

    @Test(arguments: [("19:15", 2, nil), ("19:00", 3, nil), ("19:00", 2, "Patio")] as [(String, Int, String?)])
    func oneThatDiffersInAnythingIsAConflict(time: String, party: Int, seating: String?) async throws {
        try await onStage { (stage) async throws in
            await hold(stage)
            let error = await failure { try await stage.book(time: time, party: party) { $0.seating = seating } }
            #expect(error?.code == .conflict)
            #expect(error?.choices.count == 1)
            #expect(await stage.count(.book) == 0)
        }
    }

    @Test func aWishForItIsSentAlone() async throws {
        try await onStage { (stage) async throws in
            await hold(stage)
            let told = try await stage.book { $0.specialRequests = "quiet" }
            #expect(told.status == .booked && told.isBookedBefore && told.wishes.areSent == true)
            #expect(await stage.written == ["quiet", nil])
            #expect(await stage.count(.book) == 0)
            // It stays a table that was booked elsewhere.
            #expect(try await stage.list().reservations.map(\.source) == [.elsewhere])
            #expect(try await stage.book().specialRequests == "quiet")
        }
    }

    @Test func otherWordsInItAreAskedAbout() async throws {
        try await onStage { (stage) async throws in
            await hold(stage)
            await stage.sandbox.write("nut allergy", into: 900_000_001)
            let waiting = try await stage.book { $0.specialRequests = "quiet" }
            #expect(waiting.status == .needsConfirmation && waiting.isAboutWishAlone)
            #expect(waiting.asked == ["nut allergy"])
            #expect(await stage.count(.specialRequest) == 0)
            let done = try await stage.book {
                $0.specialRequests = "quiet"
                $0.confirmToken = waiting.confirmToken
            }
            #expect(done.status == .booked && done.wishes.areSent == true)
            #expect(await stage.written == ["quiet", nil])
            let spent = await failure {
                await stage.sandbox.write("nut allergy", into: 900_000_001)
                return try await stage.book {
                    $0.specialRequests = "quiet"
                    $0.confirmToken = waiting.confirmToken
                }
            }
            #expect(spent?.message.contains("already used") == true)
        }
    }

    @Test func aCardAndALimitThatDoNotFitAreRemarkedOn() async throws {
        try await onStage(settings: {
            $0.confirm = .never; $0.largestFee = 60
        }) { (stage) async throws in
            let booked = try await stage.book("Card & Hold")
            #expect(booked.status == .booked)
            let poorer = stage.another { $0.largestFee = 10 }
            let told = try await stage.book("Card & Hold", with: poorer) { $0.paymentMethod = "9999" }
            #expect(told.status == .booked && told.isBookedBefore)
            #expect(told.notes.contains { $0.contains("9999") })
            #expect(told.notes.contains { $0.contains("$50") && $0.contains("limit of $10") })
            let fitting = try await stage.book("Card & Hold") { $0.paymentMethod = "4242" }
            #expect(!fitting.notes.contains { $0.contains("4242") || $0.contains("limit") })
            #expect(await stage.count(.book) == 1)
            await poorer.finish()
        }
    }
}
