import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// A seating in a diner's words is the one that is shown, booked and told again.
@Suite(.timeLimit(.minutes(1))) struct WishedSeatingTests {
    /// Don Angie has a dining room, a counter and a patio.
    @Test(arguments: [
        ("Dining Room (Resy)", "Dining Room"), ("inside", "Dining Room"), ("Patio seating", "Outdoor Patio"),
        ("outside", "Outdoor Patio"), ("at the counter", "Counter"), ("any", "Counter"), ("no preference", "Counter"),
        ("not outside", "Counter"),
        ("anything but the counter", "Outdoor Patio"),
    ])
    func itIsBooked(words: String, seating: String) async throws {
        try await onStage { (stage) async throws in
            let outcome = try await stage.book("Don Angie") { $0.seating = words }
            #expect(outcome.slot.seating == seating)
        }
    }

    @Test(arguments: ["booth", "without a view"])
    func anotherIsNotBookedInstead(words: String) async throws {
        try await onStage { (stage) async throws in
            let error = try #require(await failure { try await stage.book("Don Angie") { $0.seating = words } })
            #expect(error.code == .slotGone)
            #expect(await stage.sandbox.reservations.isEmpty)
        }
    }

    @Test func severalAreAskedAbout() async throws {
        try await onStage { (stage) async throws in
            let error = try #require(await failure { try await stage.book("Two Fees") { $0.seating = "room" } })
            #expect(error.code == .badRequest)
            #expect(error.message == "That seating fits several: “Main Room”, “Tasting Room”. Nothing was booked.")
        }
    }

    @Test(arguments: [
        ("Dining Room (Resy)", true), ("inside", true), ("dining", true), ("whatever", true), ("a table", true),
        ("outside", false),
        ("bar", false), ("not the dining room", false),
    ])
    func aRepeatKnowsIt(words: String, isIt: Bool) async throws {
        try await onStage { (stage) async throws in
            let first = try await stage.book()
            if isIt {
                #expect(try await stage.book { $0.seating = words }.reservationID == first.reservationID)
            } else {
                #expect(await failure { try await stage.book { $0.seating = words } }?.code == .conflict)
            }
            #expect(await stage.count(.book) == 1)
        }
    }

    /// A yes stays with the seating that it was given for.
    @Test func noWishKeepsTheAgreedSeating() async throws {
        try await onStage { (stage) async throws in
            let waiting = try await stage.book("Two Fees") { $0.seating = "outside" }
            #expect(waiting.slot.seating == "Garden")
            let booked = try await stage.book("Two Fees") {
                $0.seating = "no preference"
                $0.confirmToken = waiting.confirmToken
            }
            #expect(booked.slot.seating == "Garden")
        }
    }

    @Test(arguments: [
        ("outdoors", ["Outdoor Patio"]), ("Dining Room (Resy)", ["Dining Room"]),
        ("any", ["Counter", "Dining Room", "Outdoor Patio"]),
        ("counter or patio", ["Counter", "Outdoor Patio"]),
    ])
    func aLookShowsIt(words: String, seatings: [String]) async throws {
        try await onStage { (stage) async throws in
            let found = try await look(stage, words)
            #expect(Set(found.slots.map(\.seating)) == Set(seatings))
            #expect(found.missingSeating == nil)
        }
    }

    @Test func aLookThatFindsNoneShowsTheOthers() async throws {
        try await onStage { (stage) async throws in
            let found = try await look(stage, "booth")
            #expect(found.slots.isEmpty && !found.otherTimes.isEmpty)
            #expect(found.missingSeating == "booth")
            #expect(
                found.notes.contains {
                    $0
                        == "No table that day has the seating “booth”; there is: “Counter”, “Outdoor Patio”, “Dining Room”."
                })
        }
    }

    private func look(_ stage: Stage, _ seating: String) async throws -> Availability {
        try await stage.resy.checkAvailability(
            AvailabilityRequest(restaurant: "Don Angie", date: stage.day(3), preferredTime: "19:00", seating: seating),
            context: stage.context)
    }
}
