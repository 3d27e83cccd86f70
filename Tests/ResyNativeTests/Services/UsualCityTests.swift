import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// Two restaurants are called Joe's: one in New York, one in Chicago.
@Suite(.timeLimit(.minutes(1))) struct UsualCityTests {
    @Test func aDeedAtARestaurantThatTheCityChoseIsAskedAboutFirst() async throws {
        try await onStage(settings: { $0.city = "Chicago" }) { (stage) async throws in
            let waiting = try await stage.book("Joe's")
            #expect(waiting.status == .needsConfirmation && waiting.venue.city == "Chicago")
            #expect(waiting.remarks.contains(.venue(.inUsualCity("Joe's", city: "Chicago"))))
            #expect(await stage.count(.book) == 0)
            let booked = try await stage.book("Joe's") { $0.confirmToken = waiting.confirmToken }
            #expect(booked.status == .booked && booked.venue.id == 99050)
        }
    }

    /// Found again without a search, and a guess as before.
    @Test func whatTheCityChoseStaysAGuess() async throws {
        try await onStage(settings: {
            $0.city = "Chicago"; $0.confirm = .never
        }) { (stage) async throws in
            #expect(try await stage.book("Joe's").status == .needsConfirmation)
            #expect(try await stage.book("Joe's").status == .needsConfirmation)
            #expect(await stage.count(.search) == 1)
            let elsewhere = stage.another { $0.city = "New York" }
            #expect(try await stage.book("Joe's", with: elsewhere).venue.id == 99007)
            let nowhere = stage.another { $0.city = nil }
            let error = await failure { try await stage.book("Joe's", with: nowhere) }
            #expect(error?.code == .venueAmbiguous)
        }
    }

    @Test func itHidesNoRestaurantElsewhere() async throws {
        try await onStage(settings: { $0.city = "Chicago" }) { (stage) async throws in
            let booked = try await stage.book("L'Artusi")
            #expect(booked.status == .booked && booked.venue.city == "New York")
        }
    }

    @Test func aLookGoesOnAndSaysIt() async throws {
        try await onStage(settings: { $0.city = "Chicago" }) { (stage) async throws in
            let found = try await stage.check("Joe's")
            #expect(found.venue.id == 99050 && !found.slots.isEmpty)
            #expect(found.notes.contains { $0.contains("Several restaurants are called") })
        }
    }

    @Test func aLocationThatIsGivenCounts() async throws {
        try await onStage(settings: { $0.city = "Chicago" }) { (stage) async throws in
            let booked = try await stage.book("Joe's") { $0.location = "New York" }
            #expect(booked.status == .booked && booked.venue.id == 99007)
        }
    }

    @Test func aCityWithNoneOfThemDecidesNothing() async throws {
        try await onStage(settings: { $0.city = "Boston" }) { (stage) async throws in
            let error = await failure { try await stage.book("Joe's") }
            #expect(error?.code == .venueAmbiguous)
        }
    }
}
