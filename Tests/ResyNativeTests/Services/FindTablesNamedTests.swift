import Foundation
import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

@Suite(.timeLimit(.minutes(1))) struct FindTablesNamedTests {
    @Test func aListOnTwoDaysIsRankedAndAskedForOnce() async throws {
        try await onStage { (stage) async throws in
            let found = try await stage.find(restaurants: ["Carbone", "Don Angie", "don angie"])
            // At eight, and for less.
            #expect(found.names == ["Don Angie", "Carbone"])
            #expect(found.results.allSatisfy { $0.evenings.map(\.day.iso) == stage.fridayAndSaturday })
            #expect(found.times(of: "Carbone").first == "13 20:00")
            #expect(found.results.allSatisfy { $0.venue.zone?.name == "America/New_York" && !$0.url.isEmpty })
            #expect(found.leftOut.isEmpty && found.end == nil && found.cursor == nil && found.place == nil)
            #expect(await stage.count(.find) == 4)
            // Two days are asked for as they are.
            #expect(await stage.count(.calendar) == 0)
            #expect(found.searched.venues == 2 && found.searched.days == 2 && found.searched.age == nil)
            #expect(found.searched.requests == (await stage.sandbox.requests.count))
        }
    }

    @Test func overMoreDaysTheCalendarComesFirst() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.changeVenue(6194) { $0.closedWeekdays = [5] }
            await stage.sandbox.changeVenue(1505) { $0.leadDays = 3 }
            let found = try await stage.find(restaurants: ["Carbone", "Don Angie"], on: (2...4).map(stage.day))
            #expect(await stage.count(.calendar) == 2)
            #expect(await stage.count(.find) == 4)
            #expect(found.times(of: "Carbone").allSatisfy { !$0.hasPrefix("13 ") })
            #expect(found.reasons(of: "Carbone") == [.closed])
            #expect(found.reasons(of: "Don Angie") == [.notPublished(after: CalendarDay(iso: stage.day(3)))])
        }
    }

    @Test func withoutACalendarAllDaysAreAskedFor() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.status(404), on: .calendar)
            let found = try await stage.find(restaurants: ["Carbone"], on: (2...4).map(stage.day))
            #expect(found.results.first?.evenings.count == 3)
            #expect(found.end == nil && found.leftOut.isEmpty)
        }
    }

    @Test func anUnclearNameIsLeftOutWithItsCandidates() async throws {
        try await onStage { (stage) async throws in
            let found = try await stage.find(restaurants: ["Carbone", "Joe's", "Nowhere Diner Xyz"])
            #expect(found.names == ["Carbone"])
            guard case .unnamed(let several)? = found.reasons(of: "Joe's").first else {
                Issue.record("Joe's is one of several")
                return
            }
            #expect(several.code == .venueAmbiguous && several.choices.count > 1)
            guard case .unnamed(let none)? = found.reasons(of: "Nowhere Diner Xyz").first else {
                Issue.record("there is none")
                return
            }
            #expect(none.code == .venueNotFound)
        }
    }

    @Test func whereNoNameIsClearThatIsTheError() async throws {
        try await onStage { (stage) async throws in
            let one = try #require(await failure { try await stage.find(restaurants: ["Joe's"]) })
            #expect(one.code == .venueAmbiguous && one.choices.count > 1)
            let two = try #require(await failure { try await stage.find(restaurants: ["Joe's", "Nowhere Diner Xyz"]) })
            #expect(two.code == .venueAmbiguous)
            #expect(two.message.contains("Nowhere Diner Xyz"))
        }
    }

    @Test func thePlaceIsAFilterOfTheList() async throws {
        try await onStage { (stage) async throws in
            let found = try await stage.find(restaurants: ["Carbone", "Don Angie"], in: "Greenwich Village")
            #expect(found.names.contains("Carbone"))
            // It is where "Village" may be: a look goes on, and says so.
            #expect(!found.remarks.isEmpty || found.names == ["Carbone"])
            let none = await failure { try await stage.find(restaurants: ["Carbone"], in: "Chicago") }
            #expect(none?.code == .venueAmbiguous)
        }
    }

    @Test func withoutATableItSaysWhatThereIs() async throws {
        try await onStage { (stage) async throws in
            let found = try await stage.find(
                restaurants: ["Carbone", "Don Angie", "Sold Out Supper", "Closed For Now", "Deposit House"]
            ) {
                ($0.preferredTime, $0.dates) = ("11:45pm", [stage.day(3)])
            }
            #expect(found.results.isEmpty)
            let nearest = ["21:00", "21:30", "22:00"].map { TimeOfDay(clock: $0)! }
            #expect(found.reasons(of: "Carbone") == [.otherTimes(nearest)])
            #expect(found.reasons(of: "Sold Out Supper") == [.soldOut])
            #expect(
                found.reasons(of: "Closed For Now") == [.absence(.closed(until: CalendarDay(iso: stage.day(20))!))])
            #expect(found.searched.venues == 5)
        }
    }

    @Test func whatIsHeldElsewhereComesLastWithItsLink() async throws {
        try await onStage { (stage) async throws in
            let found = try await stage.find(
                restaurants: ["Captcha Club", "Tock Tavern", "Platinum Only", "Card & Hold"], on: [stage.day(3)])
            #expect(found.names.first == "Card & Hold")
            #expect(Set(found.names) == ["Captcha Club", "Tock Tavern", "Platinum Only", "Card & Hold"])
            #expect(found.results.dropFirst().allSatisfy { $0.score.obstacle != nil })
            #expect(found.results.allSatisfy { $0.url.contains("/cities/new-york-ny/venues/") })
        }
    }

    /// At most two at a time, and ten in a call; the cursor goes on with the rest, in any process.
    @Test func theRestOfManyEveningsComesWithTheCursor() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.delays = ["find": 20] }
            let dates = (1...7).map(stage.day)
            _ = await stage.sandbox.look()
            let first = try await stage.find(restaurants: ["Carbone", "Don Angie"], on: dates)
            let look = await stage.sandbox.look()
            #expect(look.count(.find) == 10 && look.mostInFlight[.find] == 2)
            #expect(first.end == .finds(10))
            // The nearer days of both come first.
            #expect(first.results.allSatisfy { $0.evenings.count == 5 })
            #expect(first.reasons(of: "Carbone") == [.notLooked, .notLooked])
            let cursor = try #require(first.cursor)
            #expect(cursor.utf8.count < 200)
            let second = try await stage.find(
                restaurants: ["Carbone", "Don Angie"], on: dates, with: stage.another()
            ) { $0.cursor = cursor }
            #expect(second.results.allSatisfy { $0.evenings.map(\.day.iso) == [stage.day(6), stage.day(7)] })
            #expect(second.results.count == 2 && second.end == nil && second.cursor == nil)
            let more = await stage.sandbox.look()
            #expect(more.count(.find) == 4 && more.count(.calendar) == 0)
        }
    }

    @Test func aCursorOfAnotherSearchIsRefused() async throws {
        try await onStage { (stage) async throws in
            let dates = (1...7).map(stage.day)
            let names = ["Carbone", "Don Angie"]
            let cursor = try #require(try await stage.find(restaurants: names, on: dates).cursor)
            func refused(_ cursor: String, _ change: (inout TableSearch) -> Void = { _ in }) async -> Finding? {
                await failure {
                    try await stage.find(restaurants: names, on: dates) {
                        $0.cursor = cursor
                        change(&$0)
                    }
                }?.finding
            }
            #expect(await refused(cursor) { $0.party = 3 } == .search(.cursor(.foreign)))
            #expect(await refused(cursor) { $0.limit = 3 } == nil)
            var damaged = Array(cursor.utf8)
            damaged[20] = damaged[20] == 65 ? 66 : 65
            #expect(await refused(String(decoding: damaged, as: UTF8.self)) == .search(.cursor(.damaged)))
            #expect(await refused("AAAA") == .search(.cursor(.damaged)))
            #expect(await refused("not a cursor") == .search(.cursor(.damaged)))
            await stage.clock.advance(90_000)
            #expect(await refused(cursor) == .search(.cursor(.old)))
        }
    }

    @Test func withinAMinuteNothingIsAskedAgain() async throws {
        try await onStage { (stage) async throws in
            let dates = (2...4).map(stage.day)
            let first = try await stage.find(restaurants: ["Carbone"], on: dates)
            _ = await stage.sandbox.look()
            await stage.clock.advance(30)
            let second = try await stage.find(restaurants: ["Carbone"], on: dates)
            #expect(await stage.sandbox.look().total == 0)
            #expect(second.searched.requests == 0)
            #expect(second.searched.age.map { (30...35).contains($0) } == true)
            #expect(second.times(of: "Carbone") == first.times(of: "Carbone"))
            await stage.clock.advance(31)
            let third = try await stage.find(restaurants: ["Carbone"], on: dates)
            #expect(await stage.sandbox.look().count(.find) == 3)
            #expect(third.searched.age == nil)
        }
    }

    @Test func badWordsAreRefusedBeforeAnythingIsAsked() async throws {
        try await onStage { (stage) async throws in
            let refused: [(inout TableSearch) -> Void] = [
                { $0.restaurants = [] }, { $0.dates = [] }, { $0.dates = ["someday"] }, { $0.preferredTime = "soon" },
                { ($0.earliest, $0.latest) = ("9pm", "7pm") }, { $0.limit = 0 }, { $0.limit = 51 }, { $0.party = 0 },
                { $0.restaurants = Array(repeating: "Carbone", count: 31) },
            ]
            for change in refused {
                let error = await failure { try await stage.find(restaurants: ["Carbone"], change) }
                #expect(error?.code == .badRequest)
            }
            #expect(await stage.sandbox.requests.isEmpty)
        }
    }

    @Test func tellsHowFarItIs() async throws {
        try await onStage { (stage) async throws in
            let told = Lock<[(Int, Int)]>([])
            _ = try await stage.find(
                restaurants: ["Carbone", "Don Angie"],
                progress: { step in
                    if case .searching(let done, let of) = step { told.withLock { $0.append((done, of)) } }
                })
            let steps = told.withLock { $0 }
            #expect(steps.map(\.0) == Array(1...6))
            #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.1 <= $1.1 })
            #expect(steps.last.map { $0.0 == $0.1 } == true)
        }
    }

    @Test(arguments: [
        "Carbone, Don Angie", "Carbone; Don Angie", "Carbone, or Don Angie", "Carbone, Don Angie or Carbone",
    ])
    func oneTextMayBeAList(_ text: String) async throws {
        try await onStage { (stage) async throws in
            let found = try await stage.find(restaurants: [text])
            #expect(found.names.sorted() == ["Carbone", "Don Angie"])
            #expect(found.leftOut.allSatisfy { if case .unnamed = $0.reason { false } else { true } })
        }
    }

    /// Its place is no other restaurant.
    @Test func aNameWithItsPlaceIsNoList() async throws {
        try await onStage { (stage) async throws in
            let found = try await stage.find(restaurants: ["Joe's, Chicago"])
            #expect(found.leftOut.allSatisfy { if case .name = $0.subject { false } else { true } })
            #expect(found.searched.venues == 1)
        }
    }

    /// What to do about a name is done where the names were given.
    @Test func whatToDoIsOfTheList() async throws {
        try await onStage { (stage) async throws in
            let error = await failure { try await stage.find(restaurants: ["Joe's"]) }
            #expect(error?.code == .venueAmbiguous)
            #expect(error?.advice == [.search(.inList(.askWhich))])
        }
    }
}
