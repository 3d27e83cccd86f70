import Foundation
import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

@Suite(.timeLimit(.minutes(1))) struct FindVenueTests {
    private static let key = "sandbox-places-key"

    @Test func twoOfOneNameAreAskedAbout() async throws {
        try await onStage { (stage) async throws in
            let error = await failure { try await stage.check("Joe's") }
            #expect(error?.code == .venueAmbiguous)
            let cities = error?.choices.map { choice in
                guard case .venue(let venue) = choice else { return "" }
                return venue.city ?? ""
            }
            #expect(cities.map { Set($0) } == ["New York", "Chicago"])
            #expect(try await stage.check("Joe's", location: "New York").venue.id == 99007)
            #expect(try await stage.check("Joe's", location: "Chicago").venue.zone?.name == "America/Chicago")
        }
    }

    @Test func aLocationNarrowsTheChoice() async throws {
        try await onStage { (stage) async throws in
            let there = try #require(await failure { try await stage.check("Blue Ribbon", location: "New York") })
            #expect(there.code == .venueAmbiguous)
            #expect(there.message.contains("Did you mean Blue Ribbon Brasserie, SoHo, New York?"))
            #expect(FindVenueTests.ids(there) == [99010])
            let nowhere = try #require(await failure { try await stage.check("Joe's", location: "Boston") })
            #expect(nowhere.code == .venueAmbiguous)
            #expect(nowhere.message.contains("none in “Boston”"))
            #expect(Set(FindVenueTests.ids(nowhere)).isSuperset(of: [99007, 99050]))
        }
    }

    private static func ids(_ error: ResyError) -> [Int] {
        error.choices.compactMap { choice in
            guard case .venue(let venue) = choice else { return nil }
            return venue.id
        }
    }

    @Test func partOfANameIsNotAVenue() async throws {
        try await onStage { (stage) async throws in
            let error = await failure { try await stage.check("Blue Ribbon") }
            #expect(error?.code == .venueAmbiguous)
        }
    }

    @Test func aLinkIsAName() async throws {
        try await onStage { (stage) async throws in
            let answer = try await stage.check(
                "https://resy.com/cities/new-york-ny/venues/carbone?date=2026-11-13&seats=2")
            #expect(answer.venue.id == 6194)
            #expect(await stage.count(.search) == 0)
        }
    }

    @Test func aLinkToNothingIsNotFound() async throws {
        try await onStage { (stage) async throws in
            let error = await failure { try await stage.check("https://resy.com/cities/new-york-ny/venues/no-where") }
            #expect(error?.code == .venueNotFound)
            #expect(error?.hint.contains("Check the link") == true)
            #expect(error?.url == "https://resy.com/cities/new-york-ny/search?query=no%20where")
        }
    }

    @Test(arguments: [
        "https://evil.com/cities/new-york-ny/venues/carbone", "http://resy.com.evil.com/cities/ny/carbone",
        "evil.com/cities/new-york-ny/venues/carbone", "https://resy.com@evil.com/cities/new-york-ny/venues/carbone",
        "https://notresy.com/cities/new-york-ny/venues/carbone", "https://www.opentable.com/r/carbone",
    ])
    func aLinkToAnotherSiteIsRefused(link: String) async throws {
        try await onStage { (stage) async throws in
            let error = try #require(await failure { try await stage.check(link) })
            #expect(error.code == .badRequest)
            #expect(error.message.contains("is not a link of Resy's") && error.hint.contains("resy.com"))
            #expect(await stage.sandbox.requests.isEmpty)
        }
    }

    @Test(arguments: [
        "https://resy.com/cities/ny/carbone", "https://www.resy.com/cities/new-york-ny/venues/carbone",
        "RESY.com/cities/new-york-ny/venues/carbone", "/cities/new-york-ny/venues/carbone",
        "http://site.example:8080/cities/new-york-ny/venues/carbone",
    ])
    func aLinkToResyIsTaken(link: String) async throws {
        try await onStage(settings: { $0.webURL = "http://site.example:8080" }) { (stage) async throws in
            #expect(try await stage.check(link).venue.id == 6194)
        }
    }

    @Test func aCountryIsALocation() async throws {
        try await onStage { (stage) async throws in
            #expect(try await stage.check("Nightingale", location: "London, UK").venue.id == 99055)
            #expect(try await stage.check("Casa Ñandú", location: "Spain").venue.id == 99053)
            let error = try #require(await failure { try await stage.check("Nightingale", location: "USA") })
            #expect(error.message.contains("none in “USA”"))
            #expect(FindVenueTests.ids(error) == [99055])
        }
    }

    @Test func anotherBoroughsIsNotTaken() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.changeVenue(99001) { $0.city.locality = "Brooklyn" }
            let error = try #require(
                await failure { try await stage.check("Example Trattoria", location: "Manhattan") })
            #expect(error.message.contains("none in “Manhattan”"))
            #expect(FindVenueTests.ids(error) == [99001])
            #expect(try await stage.check("Example Trattoria", location: "NYC").venue.id == 99001)
        }
    }

    /// What Resy's search brought is shown, and never taken.
    @Test func otherNamesThatCameBackAreShown() async throws {
        try await onStage { (stage) async throws in
            let near = try #require(await failure { try await stage.check("Joe", location: "NYC") })
            #expect(near.code == .venueAmbiguous)
            #expect(Set(FindVenueTests.ids(near)) == [99007, 99008])
            let error = try #require(await failure { try await stage.check("sushi") })
            #expect(error.code == .venueNotFound)
            #expect(
                error.message
                    == "“sushi” was not found on Resy. Did you mean Blue Ribbon Sushi, Pacific Palisades, Los Angeles?")
            #expect(FindVenueTests.ids(error).contains(99051))
            #expect(await failure { try await stage.check("sushi") } == error)
        }
    }

    @Test func aLocationThatWasGivenIsNotAskedFor() async throws {
        try await onStage { (stage) async throws in
            let open = await failure { try await stage.check("Zzyzx") }
            #expect(open?.hint.contains("add location") == true)
            let error = await failure { try await stage.check("Zzyzx", location: "Brooklyn") }
            #expect(error?.message == "“Zzyzx” in “Brooklyn” was not found on Resy.")
            #expect(
                error?.hint
                    == "Check the spelling, or look here: https://resy.com/?query=Zzyzx%20Brooklyn"
            )
        }
    }

    @Test func entitiesAndAccentsAreOnlySpelling() async throws {
        try await onStage { (stage) async throws in
            #expect(try await stage.check("L'Artusi").venue.name == "L'Artusi")
            #expect(try await stage.check("Cafe Boulud").venue.id == 99005)
        }
    }

    @Test func whatIsNotOnResyIsRememberedForADay() async throws {
        try await onStage { (stage) async throws in
            let error = await failure { try await stage.check("Zzyzx Grill") }
            #expect(error?.code == .venueNotFound)
            #expect(error?.url?.contains("query=Zzyzx") == true)
            let asked = await stage.count(.search)
            _ = await failure { try await stage.check("Zzyzx Grill") }
            #expect(await stage.count(.search) == asked)
            await stage.clock.advance(86_401)
            _ = await failure { try await stage.check("Zzyzx Grill") }
            #expect(await stage.count(.search) > asked)
        }
    }

    @Test func aFoundVenueIsRememberedForTwoWeeks() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.check()
            _ = try await stage.check("example  TRATTORIA")
            #expect(await stage.count(.search) == 1)
            #expect(await stage.count(.venue) == 1)
            await stage.clock.advance(14 * 86_400 + 1)
            _ = try await stage.check("Example Trattoria", 17)
            #expect(await stage.count(.search) == 2)
        }
    }

    @Test func thePlaceSettlesWhichOfTwo() async throws {
        try await onStage(settings: { $0.placesKey = Secret(FindVenueTests.key) }) { (stage) async throws in
            #expect(try await stage.check("Joe's", location: "Chicago").venue.placeID == "ChIJ_sandbox_99050")
            let asked = try #require(await stage.sandbox.requests(to: .placesSearch).first)
            #expect(asked.json?["textQuery"]?.string == "Joe's Chicago")
            #expect(
                asked.header("x-goog-fieldmask")
                    == "places.id,places.displayName,places.formattedAddress,places.location")
            #expect(!asked.rawQuery.contains(FindVenueTests.key))
            #expect(asked.header("authorization") == nil)
        }
    }

    @Test func placesAreAskedOnce() async throws {
        try await onStage(settings: { $0.placesKey = Secret(FindVenueTests.key) }) { (stage) async throws in
            _ = try await stage.check("Don Angie", location: "New York")
            await stage.clock.advance(15 * 86_400)
            _ = try await stage.check("Don Angie", 17, location: "New York")
            #expect(await stage.count(.placesSearch) == 1)
            #expect(await stage.count(.search) == 2)
        }
    }

    @Test func aPlaceThatGoogleLacksIsLookedForByName() async throws {
        try await onStage(settings: { $0.placesKey = Secret(FindVenueTests.key) }) { (stage) async throws in
            await stage.sandbox.set { $0.placesHasNothing = true }
            #expect(try await stage.check("Don Angie").venue.id == 1505)
        }
    }

    /// Google always finds something; what has another name is not what was asked for.
    @Test func anotherPlaceThanTheOneNamedIsNotTaken() async throws {
        try await onStage(settings: { $0.placesKey = Secret(FindVenueTests.key) }) { (stage) async throws in
            let error = await failure { try await stage.check("Italian West Village") }
            #expect(error?.code == .venueNotFound || error?.code == .venueAmbiguous)
        }
    }

    @Test func aKeyThatGoogleRefusesIsNamedWithoutItsText() async throws {
        try await onStage(settings: { $0.placesKey = Secret("wrong-places-key") }) { (stage) async throws in
            let answer = try await stage.check("Don Angie")
            #expect(answer.venue.id == 1505)
            let note = try #require(answer.notes.first)
            #expect(note.contains("Google Places") && note.contains("INVALID_ARGUMENT"))
            #expect(note.contains("GOOGLE_PLACES_API_KEY"))
            for name in ["Joe's", "Zzyzx Grill"] {
                let error = try #require(await failure { try await stage.check(name) })
                #expect(error.code == (name == "Joe's" ? .venueAmbiguous : .venueNotFound))
                #expect(error.hint.contains("Google Places") && error.hint.contains("GOOGLE_PLACES_API_KEY"))
                #expect(!"\(answer) \(error)".contains("wrong-places-key"))
            }
        }
    }

    @Test(arguments: [Fault.status(500), .status(429), .page(200), .resetBefore])
    func aGoogleThatFailsIsDoneWithout(fault: Fault) async throws {
        try await onStage(settings: { $0.placesKey = Secret(FindVenueTests.key) }) { (stage) async throws in
            await stage.sandbox.fault(fault, on: .placesSearch, times: 9)
            let answer = try await stage.check("Don Angie")
            #expect(answer.venue.id == 1505)
            let note = try #require(answer.notes.first)
            #expect(note.contains("Google Places") && note.contains("Resy's own search"))
            #expect(!note.contains("GOOGLE_PLACES_API_KEY"))
            #expect(try await stage.book("Carbone", time: "18:00") { $0.seating = "Bar" }.status == .booked)
        }
    }

    /// What is not found without Google may be found with it.
    @Test func anAbsenceWithoutGoogleIsNotRemembered() async throws {
        try await onStage(settings: { $0.placesKey = Secret(FindVenueTests.key) }) { (stage) async throws in
            await stage.sandbox.fault(.status(500), on: .placesSearch)
            #expect(await failure { try await stage.check("Zzyzx Grill") }?.code == .venueNotFound)
            let asked = await stage.count(.search)
            #expect(await failure { try await stage.check("Zzyzx Grill") }?.code == .venueNotFound)
            #expect(await stage.count(.search) > asked)
        }
    }

    @Test func anotherPlaceIdThanGooglesIsAskedAbout() async throws {
        try await onStage(settings: { $0.placesKey = Secret(FindVenueTests.key) }) { (stage) async throws in
            // Google's listing of the same name at the same spot, and Resy's page names another.
            await stage.sandbox.changeVenue(1505) { $0.pageGoogleID = "ChIJ_someone_else" }
            let error = try #require(await failure { try await stage.check("Don Angie") })
            #expect(error.code == .venueAmbiguous)
            #expect(FindVenueTests.ids(error) == [1505])
        }
    }
}
