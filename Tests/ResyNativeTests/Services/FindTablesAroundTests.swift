import Foundation
import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

@Suite(.timeLimit(.minutes(1))) struct FindTablesAroundTests {
    /// "Somewhere Italian in the West Village, Friday or Saturday, four of us around eight."
    @Test func wordsAndAPlaceFindRestaurantsWithTheirTables() async throws {
        try await onStage { (stage) async throws in
            let found = try await stage.find("italian in the West Village")
            #expect(found.place?.contains("West Village") == true)
            #expect(found.results.allSatisfy { $0.venue.neighborhood == "West Village" })
            #expect(found.names.first == "Via Cornelia")
            #expect(found.names.contains("Don Angie") && found.names.contains("L'Artusi"))
            // Marked, and last.
            let blocked = found.results.filter { $0.score.obstacle != nil }.map(\.venue.name)
            #expect(Set(blocked) == ["Lupo Bianco", "Quartino Rosso", "Palazzo Aurelio"])
            #expect(found.names.suffix(3).sorted() == blocked.sorted())
            // By name, with why.
            #expect(found.reasons(of: "Sabbia") == [.soldOut])
            #expect(found.reasons(of: "Fiore di Zucca") == [.otherTimes([])])
            #expect(found.end == nil && found.cursor == nil)
            #expect(found.searched.requests <= 12)
            #expect(found.results.allSatisfy { $0.venue.zone?.name == "America/New_York" })
        }
    }

    @Test func wordsThatNobodyIsListedForAreSaid() async throws {
        try await onStage { (stage) async throws in
            let found = try await stage.find("Zzyzx Qwortle in New York")
            #expect(found.results.isEmpty && found.searched.venues == 0)
            #expect(found.remarks.contains(.search(.nobodyListed("Zzyzx Qwortle"))))
        }
    }

    @Test func aPlaceAloneIsEnough() async throws {
        try await onStage { (stage) async throws in
            let found = try await stage.find(in: "Chicago", on: [stage.day(3)])
            #expect(!found.results.isEmpty)
            #expect(found.results.allSatisfy { $0.venue.city == "Chicago" })
            #expect(found.results.allSatisfy { $0.venue.zone?.name == "America/Chicago" })
        }
    }

    /// A search each, one ranked answer, and no restaurant twice.
    @Test(arguments: ["mexican or italian in New York", "Mexican/Italian, New York"])
    func eitherOfTwoCuisines(_ words: String) async throws {
        try await onStage { (stage) async throws in
            let day = [stage.day(3)]
            let both = try await stage.find(words, on: day) { $0.limit = 50 }
            #expect(await stage.count(.search) == 2)
            #expect(both.searched.requests >= 2)
            var apart: Set<Int> = []
            for cuisine in ["mexican", "italian"] {
                let one = try await stage.find(cuisine, in: "New York", on: day) { $0.limit = 50 }
                #expect(!one.results.isEmpty)
                apart.formUnion(one.results.map(\.venue.id))
            }
            let ids = both.results.map(\.venue.id)
            #expect(Set(ids) == apart && ids.count == apart.count)
            let scores = both.results.map(\.score)
            #expect(zip(scores, scores.dropFirst()).allSatisfy { !$1.isBetter(than: $0, byAmount: true) })
        }
    }

    @Test func neitherOfTwoCuisinesIsSaid() async throws {
        try await onStage { (stage) async throws in
            let found = try await stage.find("tibetan or nepalese", in: "New York", on: [stage.day(3)])
            #expect(found.remarks.contains(.search(.nobodyListed("tibetan or nepalese"))))
        }
    }

    @Test func withoutAPlaceItIsSaid() async throws {
        try await onStage { (stage) async throws in
            let found = try await stage.find("mexican", on: [stage.day(3)])
            #expect(Set(found.results.compactMap(\.venue.city)).count > 1)
            #expect(found.remarks.contains(.search(.everywhere)))
        }
    }

    @Test func nearMeIsAskedAbout() async throws {
        try await onStage { (stage) async throws in
            for change: (inout TableSearch) -> Void in [{ $0.words = "sushi near me" }, { $0.location = "near me" }] {
                #expect(await failure { try await stage.find("sushi", change) }?.code == .badRequest)
            }
            #expect(await stage.count(.search) == 0)
        }
    }

    @Test func nothingFoundIsAnAnswer() async throws {
        try await onStage { (stage) async throws in
            let found = try await stage.find("Qwxyzk Pfft", in: "New York")
            #expect(found.results.isEmpty && found.leftOut.isEmpty && found.end == nil)
            #expect(found.searched.venues == 0)
        }
    }

    @Test func aListAndWordsAreOneRankedAnswer() async throws {
        try await onStage { (stage) async throws in
            let found = try await stage.find("mexican", restaurants: ["Carbone"], in: "New York", on: [stage.day(3)])
            #expect(found.names.contains("Carbone") && found.names.contains("Agaveria"))
            #expect(found.names.count == Set(found.names).count)
        }
    }

    /// A city full of it: few requests, small answer, the rest counted.
    @Test func aHugeSearchStaysSmall() async throws {
        try await onStage { (stage) async throws in
            for venue in VenueCast.crowd(160) { await stage.sandbox.addVenue(venue) }
            let start = Date()
            let found = try await stage.find("italian", in: "New York", on: [stage.day(3)])
            #expect(Date().timeIntervalSince(start) < 20)
            #expect(found.results.count == 10)
            #expect(found.count(.beyondLimit) > 50)
            // Two pages are ranked; what is on later ones is said, and where it goes on.
            #expect(await stage.count(.search) == 2)
            #expect(found.remarks.contains { if case .search(.moreThere(150, _)) = $0 { true } else { false } })
            #expect(found.count(.notLooked) > 0 && found.cursor != nil && found.end == nil)
            let rest = try await stage.find("italian", in: "New York", on: [stage.day(3)]) { $0.cursor = found.cursor }
            #expect(await stage.count(.search) == 3)
            #expect(rest.searched.venues == found.count(.notLooked) && rest.cursor == nil)
            #expect(rest.count(.notLooked) == 0)
        }
    }

    /// Of a page that is full of others the neighborhood's own middle is searched.
    @Test func aNeighborhoodInACrowdIsSearchedByItself() async throws {
        try await onStage { (stage) async throws in
            for venue in VenueCast.crowd(160, slots: 25) { await stage.sandbox.addVenue(venue) }
            let found = try await stage.find("italian", in: "West Village", on: [stage.day(3)])
            #expect(found.results.allSatisfy { $0.venue.neighborhood == "West Village" })
            #expect(found.names.first == "Via Cornelia")
            #expect(await stage.count(.search) <= 3)
        }
    }

    @Test func whatASearchCannotTellIsFoundTheBestFirst() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.searchSlots = .none }
            _ = await stage.sandbox.look()
            let first = try await stage.find("italian in the West Village")
            let look = await stage.sandbox.look()
            #expect(look.count(.find) == 10 && (look.mostInFlight[.find] ?? 0) <= 2)
            #expect(first.end == .finds(10) && !first.results.isEmpty)
            #expect(first.count(.notLooked) > 0)
            let second = try await stage.find("italian in the West Village", with: stage.another()) {
                $0.cursor = first.cursor
            }
            #expect(!second.results.isEmpty)
            #expect(second.results.allSatisfy { !$0.venue.name.isEmpty && !$0.venue.cuisines.isEmpty })
            let more = await stage.sandbox.look()
            #expect(more.count(.search) == 0 && more.count(.find) > 0)
            let evenings = [first, second].flatMap { found in
                found.results.flatMap { result in result.evenings.map { "\(result.venue.id) \($0.day.iso)" } }
            }
            #expect(evenings.count == Set(evenings).count)
        }
    }

    @Test func pricesThatASearchLeavesOutAreFound() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.searchTemplates = .none }
            let found = try await stage.find("italian in the West Village", on: [stage.day(3)])
            #expect(await stage.count(.find) > 0)
            let first = try #require(found.results.first)
            #expect(first.score.stake == .nothing)
        }
    }

    @Test func aDayThatFailsIsLeftOut() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.status(404, "gone"), on: .search, after: 1)
            let found = try await stage.find("italian", in: "New York")
            #expect(!found.results.isEmpty)
            #expect(found.leftOut.contains { if case .day = $0.subject { true } else { false } })
        }
    }

    @Test func withinAMinuteASearchIsNotAskedAgain() async throws {
        try await onStage { (stage) async throws in
            let first = try await stage.find("italian in the West Village")
            _ = await stage.sandbox.look()
            await stage.clock.advance(20)
            // Another question, the same request.
            let second = try await stage.find("italian in the West Village") {
                ($0.preferredTime, $0.limit) = ("7pm", 3)
            }
            #expect(await stage.sandbox.look().total == 0)
            #expect(second.searched.requests == 0 && (second.searched.age ?? 0) >= 20)
            #expect(second.results.count == 3 && first.results.count > 3)
        }
    }

    @Test func aFeeThatIsTooHighLeavesOut() async throws {
        try await onStage { (stage) async throws in
            let found = try await stage.find("italian in the West Village") { $0.mostFee = 0 }
            #expect(!found.results.isEmpty)
            #expect(
                found.results.flatMap { $0.evenings.flatMap(\.slots) }.allSatisfy {
                    $0.charges.stake(party: 4).amount == .zero
                })
            #expect(found.count(.dearer) > 0)
        }
    }
}
