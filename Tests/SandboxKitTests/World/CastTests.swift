import Foundation
import Testing

@testable import SandboxKit

@Suite struct CastTests {
    private let italian = VenueCast.all.filter { $0.cuisines.contains("Italian") }

    @Test func searchesHaveSomethingToFind() {
        let bySlug = Dictionary(grouping: VenueCast.all, by: \.city.slug).mapValues(\.count)
        #expect(VenueCast.all.count >= 70)
        #expect(bySlug["new-york-ny", default: 0] >= 40)
        for city in ["chicago-il", "los-angeles-ca", "london-gb"] { #expect(bySlug[city, default: 0] >= 6, "\(city)") }
        let village = italian.filter { $0.neighborhood == "West Village" }
        #expect(village.count >= 9)
        #expect(village.contains { $0.isSoldOut } && village.contains { $0.needsCaptcha })
        #expect(village.contains { $0.tockURL != nil } && village.contains { $0.isForMembers })
        #expect(Set(village.map(\.price)).count >= 3 && Set(village.map(\.rating)).count >= 5)
        for cuisine in ["Italian", "Sushi", "Japanese", "French", "Mexican", "Steakhouse"] {
            let cities = Set(VenueCast.all.filter { $0.cuisines.contains(cuisine) }.map(\.city.slug))
            #expect(cities.count >= 2, "\(cuisine)")
        }
    }

    @Test func numbersNamesAndTemplatesAreOnesOwn() {
        let all = VenueCast.all
        #expect(Set(all.map(\.id)).count == all.count)
        #expect(Set(all.map { $0.city.slug + $0.slug }).count == all.count)
        let templates = all.flatMap { $0.seatings.map(\.template) }
        #expect(Set(templates).count == templates.count)
        // Only those that were meant to share a name do.
        let names = Dictionary(grouping: all, by: \.name).filter { $0.value.count > 1 }.keys
        #expect(Set(names) == ["Joe's"])
    }

    /// By name each newer venue is the first hit, and the only one that its whole name fits.
    @Test func newerNamesAreNotInAnybodysWay() {
        for venue in VenueCast.italian + VenueCast.kitchens + VenueCast.releases {
            let fitting = VenueCast.all.filter { (NameMatch.score(venue.name, $0) ?? 0) >= 70 }
            #expect(fitting.map(\.name) == [venue.name])
        }
    }

    @Test func someDaysAndTablesAreGoneAndStayGone() {
        let soldOut = (0..<1000).filter { Lot(98_005, 20_000 + $0).falls(in: 40) }
        #expect((340...460).contains(soldOut.count))
        #expect(soldOut == (0..<1000).filter { Lot(98_005, 20_000 + $0).falls(in: 40) })
        #expect(!(0..<1000).contains { Lot(98_005, $0).falls(in: 0) })
    }

    @Test(arguments: [
        ("2026-11-30", 1, "2026-12-01"), ("2026-12-31", 1, "2027-01-01"), ("2026-01-15", -1, "2025-12-01"),
        ("2026-01-01", 0, "2026-01-01"), ("2026-11-02", 2, "2027-01-01"), ("2026-12-05", 12, "2027-12-01"),
    ])
    func monthsAreCounted(_ day: String, months: Int, first: String) throws {
        #expect(try #require(Day(day)).firstOfMonth(after: months).description == first)
    }

    /// The quick sum and the calendar agree, on days when clocks change too.
    @Test(arguments: ["EST5EDT", "Europe/London", "America/Phoenix"])
    func timesOfADayAreThoseOfTheCalendar(_ zone: String) throws {
        let clock = LocalClock(zone: zone)
        for text in ["2026-03-07", "2026-03-08", "2026-03-29", "2026-07-04", "2026-10-25", "2026-11-01", "2026-12-31"] {
            let day = try #require(Day(text))
            let start = clock.starts(on: day)
            for minutes in stride(from: 0, through: 1800, by: 15) {
                #expect(start(minutes) == clock.instant(day, minutes), "\(text) \(minutes)")
            }
        }
    }
}
