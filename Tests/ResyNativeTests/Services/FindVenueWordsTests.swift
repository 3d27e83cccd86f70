import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// A restaurant and its place in the words of people, of links and of this program itself.
@Suite(.timeLimit(.minutes(1))) struct FindVenueWordsTests {
    @Test(arguments: [
        "<https://resy.com/cities/new-york-ny/venues/carbone>",
        "[Carbone](https://resy.com/cities/new-york-ny/venues/carbone)",
        "https://widgets.resy.com/?venueId=6194", "widgets.resy.com?VENUEID=6194",
        "https://widgets.resy.com/#/venues/6194",
        "Resy venue 6194", "venue 6194", "'Resy venue 6194'", "1. Carbone, Greenwich Village, New York",
        "- Carbone, Greenwich Village, New York, Resy venue 6194, https://resy.com/cities/new-york-ny/venues/carbone",
        "2. Carbone, Greenwich Village, New York, Resy venue 6194, https://resy.com/cities/new-york-ny/venues/carbone",
        "“Carbone”", "**Carbone**", "Carbone (Greenwich Village)", "Carbone in Greenwich Village, NYC",
    ])
    func carboneIsCarbone(text: String) async throws {
        try await onStage { (stage) async throws in #expect(try await stage.check(text).venue.id == 6194) }
    }

    @Test(arguments: [
        ("Lʻartusi", 99006), ("L`Artusi", 99006), ("Ｃａｒｄ ＆ Hold", 99002), ("Card + Hold", 99002),
        ("Card and Hold", 99002),
        ("2 Fees", 99029), ("The Mile-High Grill", 99052), ("Joe's, River North, Chicago", 99050),
        ("Joe’s (Chicago)", 99050),
    ])
    func anotherSpellingIsTheSameName(name: String, id: Int) async throws {
        try await onStage { (stage) async throws in #expect(try await stage.check(name).venue.id == id) }
    }

    @Test(arguments: [
        ("21 Club", "Twenty One Club"), ("Twenty-One Club", "21 Club"), ("63 Clinton", "Sixty Three Clinton"),
        ("1st Street Grill", "First Street Grill"), ("First Street Grill", "1st Street Grill"),
    ])
    func aNumberIsFoundInEitherSpelling(said: String, name: String) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.changeVenue(99001) { $0.name = name }
            #expect(try await stage.check(said).venue.id == 99001)
        }
    }

    @Test(arguments: [
        "the West Village", "in NYC", "Lower Manhattan", "West Village NYC", "West Village, New York, NY",
        "downtown Manhattan",
        "near the West Village", "Manhatten", "anywhere", "the Village", "NYC area",
    ])
    func theLocationIsUnderstood(location: String) async throws {
        try await onStage { (stage) async throws in
            #expect(try await stage.check("Don Angie", location: location).venue.id == 1505)
        }
    }

    @Test(arguments: ["xyz", "near me", "around the corner", "10014", "the city", "not Brooklyn"])
    func whatCannotBePlacedIsSaidToBeThat(location: String) async throws {
        try await onStage { (stage) async throws in
            let error = try #require(
                await failure { try await stage.book("Don Angie") { $0.location = location } })
            #expect(error.code == .badRequest)
            #expect(
                error.message.hasPrefix(
                    "Could not place “\(location)”. Nothing was booked. Did you mean Don Angie, West Village, New York?"
                ))
            #expect(error.choices.count == 1)
            let none = try #require(await failure { try await stage.check("Zzyzx", location: location) })
            #expect(none.code == .badRequest && none.message.contains("Could not place"))
            #expect(await stage.sandbox.reservations.isEmpty)
        }
    }

    @Test(arguments: ["downtown Chicago", "in Brooklyn", "the Boston area"])
    func whatIsElsewhereIsSaidTruthfully(location: String) async throws {
        try await onStage { (stage) async throws in
            let error = try #require(await failure { try await stage.check("Don Angie", location: location) })
            #expect(error.code == .venueAmbiguous)
            #expect(error.message.contains("none in “\(location)”. Did you mean Don Angie, West Village, New York?"))
        }
    }

    @Test(arguments: ["SoHo", "West New York", "Alphabet City"])
    func whatMayOverlapIsAskedInADeed(location: String) async throws {
        try await onStage { (stage) async throws in
            let found = try await stage.check("Don Angie", location: location)
            #expect(found.venue.id == 1505)
            #expect(found.notes.contains { $0.contains("Could not tell whether it is in “\(location)”") })
            let error = try #require(await failure { try await stage.book("Don Angie") { $0.location = location } })
            #expect(error.code == .venueAmbiguous)
            #expect(error.message.contains("Did you mean Don Angie, West Village, New York?"))
            #expect(error.message.contains("”. Nothing was booked. Did you mean"))
        }
    }

    @Test(arguments: [
        "Don Angie, West Village, New York, Resy venue 6194",
        "[Don Angie](https://resy.com/cities/new-york-ny/venues/carbone)", "Carbone, Chicago, Resy venue 6194",
        "Resy venue 6194 or Resy venue 1505",
        "https://resy.com/cities/new-york-ny/venues/carbone https://resy.com/cities/new-york-ny/venues/don-angie",
    ])
    func whatContradictsItselfIsAsked(text: String) async throws {
        try await onStage { (stage) async throws in
            let error = try #require(await failure { try await stage.book(text) })
            #expect(error.code == .venueAmbiguous)
            #expect(error.message.contains("Did you mean Carbone, Greenwich Village, New York?"))
            #expect(await stage.sandbox.reservations.isEmpty)
        }
    }

    @Test(arguments: [("Chicago", ResyError.Code.venueAmbiguous), ("xyzzy", .badRequest)])
    func aLocationBesideANumberIsAFilter(location: String, code: ResyError.Code) async throws {
        try await onStage { (stage) async throws in
            let error = try #require(
                await failure { try await stage.book("Resy venue 1505") { $0.location = location } })
            #expect(error.code == code)
            #expect(await stage.sandbox.reservations.isEmpty)
        }
    }

    /// Of one that is likely, a deed asks and does not go on.
    @Test(arguments: ["Mile Hgih Gril", "Mile Hihg Gril", "Mile Hi Grill"])
    func oneCandidateIsAQuestion(name: String) async throws {
        try await onStage { (stage) async throws in
            let error = try #require(await failure { try await stage.book(name) })
            #expect([.venueAmbiguous, .venueNotFound].contains(error.code))
            #expect(error.message.contains("Did you mean Mile High Grill, LoDo, Denver?"))
            #expect(error.hint.contains("“Resy venue 99052”"))
            #expect(error.choices.count == 1)
            #expect(await stage.sandbox.reservations.isEmpty)
        }
    }

    @Test func aLongNameIsWhole() async throws {
        let name = String(repeating: "Ristorante della Lunga Strada ", count: 5).trimmed
        try await onStage { (stage) async throws in
            await stage.sandbox.changeVenue(99001) { $0.name = name }
            let found = try await stage.check(name)
            #expect(found.venue.id == 99001)
            #expect(found.venue.name == name)
        }
    }

    @Test func aNumberThatNobodyHasIsNotFound() async throws {
        try await onStage { (stage) async throws in
            let error = try #require(await failure { try await stage.check("Resy venue 5") })
            #expect(error.code == .venueNotFound)
            #expect(error.message == "There is no venue 5 on Resy.")
        }
    }

    @Test(arguments: ["https://resy.com/", "resy.com/cities/new-york-ny", "https://resy.com/account"])
    func aLinkToNoRestaurantIsRefused(link: String) async throws {
        try await onStage { (stage) async throws in
            let error = try #require(await failure { try await stage.check(link) })
            #expect(error.code == .badRequest)
            #expect(await stage.sandbox.requests.isEmpty)
        }
    }
}
