import Foundation
import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// A city with more restaurants than one search shows.
@Suite(.timeLimit(.minutes(1))) struct FindTablesCrowdTests {
    /// So many more in the middle of New York, and three far up in Harlem.
    private func crowd(
        _ stage: Stage, _ count: Int = 210, in neighborhood: String = "Harlem", cuisine: String = "Italian"
    )
        async
    {
        for venue in VenueCast.crowd(count, slots: 25, cuisine: cuisine) { await stage.sandbox.addVenue(venue) }
        for number in 0..<3 {
            var one = VenueCast.crowd(1, slots: 25, cuisine: cuisine)[0]
            (one.id, one.name) = (300_001 + number, "Lenox \(number + 1)")
            (one.slug, one.neighborhood) = ("lenox-\(number + 1)", neighborhood)
            (one.latitude, one.longitude) = (40.8116 + Double(number) / 1000, -73.9465)
            await stage.sandbox.addVenue(one)
        }
    }

    @Test(arguments: [Switches.Matching.fuzzy, .words, .anyWord])
    func aNeighborhoodThatTheFirstPageHasNoneOfIsSearchedByItsName(_ matching: Switches.Matching) async throws {
        try await onStage { (stage) async throws in
            await crowd(stage)
            await stage.sandbox.set { $0.searchMatching = matching }
            let found = try await stage.find("italian", in: "Harlem", on: [stage.day(3)])
            #expect(found.names.sorted() == ["Lenox 1", "Lenox 2", "Lenox 3"])
            #expect(await stage.count(.search) <= 3)
            #expect(!found.isPartial && found.place == "Harlem, New York")
        }
    }

    @Test func withoutWordsItIsFoundToo() async throws {
        try await onStage { (stage) async throws in
            await crowd(stage)
            let found = try await stage.find(in: "Harlem", on: [stage.day(3), stage.day(4)]) { $0.limit = 50 }
            #expect(Set(found.names).isSuperset(of: ["Lenox 1", "Lenox 2", "Lenox 3"]))
            #expect(found.results.allSatisfy { $0.evenings.count == 2 || !$0.venue.name.hasPrefix("Lenox") })
            #expect(!found.isPartial)
        }
    }

    /// None among those that were shown is not none at all.
    @Test func whatWasNotLookedAtIsNotDenied() async throws {
        try await onStage { (stage) async throws in
            await crowd(stage)
            let found = try await stage.find("italian", in: "Inwood", on: [stage.day(3)])
            #expect(found.results.isEmpty && found.isPartial && found.cursor != nil)
            let told = found.remarks.compactMap { remark -> (Int, Int)? in
                if case .search(.noneAmong(let shown, let total, _)) = remark { (shown, total) } else { nil }
            }
            #expect(told.first.map { $0.0 == 150 && $0.1 > 210 } == true)
            #expect(!found.remarks.contains(.search(.nobodyListed("italian"))))
            #expect(found.count(.notLooked) == (told.first.map { $0.1 - $0.0 } ?? -1))
            let rest = try await stage.find("italian", in: "Inwood", on: [stage.day(3)]) { $0.cursor = found.cursor }
            #expect(rest.results.isEmpty && !rest.isPartial)
        }
    }

    /// Call after call until nothing is left: each of them, and none twice.
    @Test func theCursorCarriesAllThatWasFound() async throws {
        try await onStage { (stage) async throws in
            await crowd(stage, 87, cuisine: "Uyghur")
            await stage.sandbox.set { $0.searchSlots = .none }
            var (cursor, seen, calls) = (String?.none, [Int](), 0)
            repeat {
                let found = try await stage.find("uyghur", in: "New York", on: [stage.day(3)]) {
                    ($0.cursor, $0.limit) = (cursor, 50)
                }
                seen += found.results.map(\.venue.id)
                #expect(found.count(.notLooked) + seen.count == 90)
                (cursor, calls) = (found.cursor, calls + 1)
            } while cursor != nil && calls < 12
            #expect(calls == 9 && seen.count == 90 && Set(seen).count == 90)
        }
    }

    /// It says nothing of where it lies: it is not told as being there, nor kept quiet.
    @Test func oneThatDoesNotSayWhereItIsIsNotCounted() async throws {
        try await onStage { (stage) async throws in
            await crowd(stage, 0)
            var (far, near) = (VenueCast.crowd(1, slots: 25)[0], VenueCast.crowd(1, slots: 25)[0])
            (far.id, far.name, far.slug, far.neighborhood) = (300_101, "Anywhere", "anywhere", "")
            (near.id, near.name, near.slug, near.neighborhood) = (300_102, "Next Door", "next-door", "")
            (near.latitude, near.longitude) = (40.8117, -73.9460)
            await stage.sandbox.addVenue(far)
            await stage.sandbox.addVenue(near)
            let found = try await stage.find("italian", in: "Harlem", on: [stage.day(3)])
            #expect(found.names.contains("Next Door") && !found.names.contains("Anywhere"))
            #expect(found.count(.placeUnknown) == 1)
        }
    }

    /// West Harlem is not Harlem; where there is nothing else it is offered as what it is.
    @Test func aNamesakeIsNotThePlace() async throws {
        try await onStage { (stage) async throws in
            await crowd(stage, 0, in: "West Harlem")
            let found = try await stage.find("italian", in: "Harlem", on: [stage.day(3)])
            #expect(found.names.sorted() == ["Lenox 1", "Lenox 2", "Lenox 3"])
            #expect(found.place == "West Harlem")
            #expect(found.remarks.contains(.search(.beside(said: "Harlem", ["West Harlem"]))))
        }
    }

    @Test func aPlaceAmongTheWordsIsAskedAbout() async throws {
        try await onStage { (stage) async throws in
            let error = await failure { try await stage.find("Chicago zuppa", on: [stage.day(3)]) }
            #expect(error?.finding == .search(.placeAmongWords("Chicago")))
            // A name is a name.
            await crowd(stage, 0)
            var one = VenueCast.crowd(1, slots: 25)[0]
            (one.id, one.name, one.slug) = (300_201, "Brooklyn Fare", "brooklyn-fare")
            await stage.sandbox.addVenue(one)
            #expect(try await stage.find("Brooklyn Fare", on: [stage.day(3)]).names.contains("Brooklyn Fare"))
        }
    }

    /// A search tells a restaurant's usual fees alone: of a large party, and under a cap, those shown are found.
    @Test func feesOfALargePartyAreVerified() async throws {
        try await onStage { (stage) async throws in
            await crowd(stage, 17, cuisine: "Uyghur")
            let four = try await stage.find("uyghur", in: "New York", on: [stage.day(3)]) { $0.limit = 12 }
            #expect(await stage.count(.find) == 0 && four.results.count == 12)
            let six = try await stage.find("uyghur", in: "New York", on: [stage.day(3)]) {
                ($0.party, $0.limit) = (6, 12)
            }
            #expect(await stage.count(.find) == 10 && six.results.count == 12)
            #expect(six.end == nil && six.remarks.contains(.search(.feesAsListed(2))))
            let capped = try await stage.find("uyghur", in: "New York", on: [stage.day(4)]) {
                ($0.mostFee, $0.limit) = (20, 3)
            }
            #expect(await stage.count(.find) == 13 && capped.results.count == 3)
            #expect(!capped.remarks.contains { if case .search(.feesAsListed) = $0 { true } else { false } })
        }
    }

    /// Where the budget ends, what was found stands, and nothing is missing.
    @Test func theBudgetIsNotSpentBeyondItsEndOnFees() async throws {
        try await onStage(settings: { $0.budget = 20 }) { (stage) async throws in
            await crowd(stage, 17, cuisine: "Uyghur")
            let six = try await stage.find("uyghur", in: "New York", on: [stage.day(3)]) {
                ($0.party, $0.limit) = (6, 12)
            }
            #expect(six.end == nil && six.cursor == nil && six.results.count == 12)
            #expect(await stage.sandbox.requests.count <= 12)
            #expect(six.remarks.contains { if case .search(.feesAsListed) = $0 { true } else { false } })
        }
    }
}
