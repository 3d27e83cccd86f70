import Testing

@testable import ResyDomain

@Suite struct TableRankingTests {
    private let friday = CalendarDay(iso: "2026-11-13")!
    private let saturday = CalendarDay(iso: "2026-11-14")!

    private func slot(
        _ clock: String, _ seating: String = "Dining Room", dollars: Double = 0, on day: CalendarDay? = nil,
        obstacle: Slot.Obstacle? = nil
    ) -> Slot {
        let charges: Charges = dollars == 0 ? [] : [.stated(.cancellation, dollars, "USD", .party)]
        return Slot(
            token: "\(clock) \(seating)", day: day ?? friday, time: TimeOfDay(clock: clock)!, seating: seating,
            obstacle: obstacle, charges: charges)
    }

    private func looked(
        _ id: Int, named: Bool = false, _ evenings: [CalendarDay: LookedAt.Evening],
        change: (inout Venue) -> Void = { _ in }
    ) -> LookedAt {
        var venue = Venue(id: id, name: "House \(id)")
        change(&venue)
        return LookedAt(venue: venue, isNamed: named, evenings: evenings)
    }

    private func ranking(
        preferred: String? = "20:00", seating: String? = nil, mostFee: Double? = nil, area: SearchArea? = nil
    ) throws -> TableRanking {
        TableRanking(
            party: 4, hours: try SearchHours(preferred: try preferred.map { try TimeText.parse($0) }),
            seating: SeatingWish(seating), mostFee: mostFee, area: area, links: VenueLinks(base: "https://resy.com"))
    }

    @Test func eachRestaurantOnceWithItsEveningsAndTheBestFirst() throws {
        let (results, leftOut) = try ranking().judge(
            [
                looked(1, [saturday: .tables([slot("20:30", on: saturday)]), friday: .tables([slot("19:00")])]),
                looked(2, [friday: .tables([slot("20:00"), slot("20:15"), slot("17:00")])]),
            ], limit: 10)
        #expect(results.map(\.venue.id) == [2, 1])
        #expect(results[1].evenings.map(\.day) == [friday, saturday])
        #expect(results[0].evenings[0].slots.map(\.time.clock) == ["20:00", "20:15"])
        #expect(results[1].score.gap == 30 && results[1].score.day == saturday)
        #expect(results[1].url.contains("House"))
        #expect(leftOut.isEmpty)
    }

    @Test func beyondTheLimitIsCounted() throws {
        let houses = (1...12).map { looked($0, [friday: .tables([slot("20:00")])]) }
        let (results, leftOut) = try ranking().judge(houses, limit: 5)
        #expect(results.map(\.venue.name) == ["House 1", "House 10", "House 11", "House 12", "House 2"])
        #expect(leftOut == [LeftOut(.restaurants(7), .beyondLimit)])
    }

    @Test func thoseOfTheListAreCutByName() throws {
        let houses = (1...4).map { looked($0, named: $0 == 3, [friday: .tables([slot("20:00")])]) }
        #expect(
            try ranking().judge(houses, limit: 2).leftOut == [
                LeftOut(.venue(houses[2].venue), .beyondLimit), LeftOut(.restaurants(1), .beyondLimit),
            ])
    }

    /// Of many the first by name, best rated first; the rest is a number.
    @Test func ofACrowdAFewAreNamed() throws {
        let houses = (1...9).map { id in looked(id, [friday: .tables([])]) { $0.rating = Double(id) / 2 } }
        let leftOut = try ranking().judge(houses, limit: 10).leftOut
        #expect(leftOut.count == 6 && leftOut.last == LeftOut(.restaurants(4), .noTable))
        #expect(leftOut.first == LeftOut(.venue(houses[8].venue), .noTable))
    }

    /// A short answer shows the first few of each evening: they are near both.
    @Test func aTimeInDoubtHasTablesNearBoth() throws {
        let slots = ["07:00", "07:30", "08:00", "19:45", "20:00"].map { slot($0) }
        let results = try ranking(preferred: "8").judge([looked(1, [friday: .tables(slots)])], limit: 10).results
        #expect(results.first?.evenings.first?.slots.prefix(2).map(\.time.clock) == ["08:00", "20:00"])
    }

    /// A named one is told of by itself, evening by evening, and those of a search by number.
    @Test func saysWhatIsLeftOutAndWhy() throws {
        let named = looked(
            1, named: true,
            [friday: .tables([slot("17:00"), slot("21:30"), slot("22:30")]), saturday: .without(.soldOut)])
        let (other, empty) = (looked(2, [friday: .tables([slot("17:00")])]), looked(3, [friday: .tables([])]))
        let full = looked(6, [friday: .without(.soldOut), saturday: .without(.closed)])
        let (results, leftOut) = try ranking().judge(
            [
                named, other, empty,
                looked(4, [friday: .tables([]), saturday: .without(.soldOut)]),
                looked(5, [friday: .without(.notLooked)]), full, looked(7, [friday: .without(.closed)]),
            ], limit: 10)
        #expect(results.isEmpty)
        #expect(
            leftOut == [
                LeftOut(
                    .evening(named.venue, friday),
                    .otherTimes(["17:00", "21:30", "22:30"].map { TimeOfDay(clock: $0)! })),
                LeftOut(.evening(named.venue, saturday), .soldOut), LeftOut(.restaurants(1), .notLooked),
                LeftOut(.venue(other.venue), .otherTimes([TimeOfDay(clock: "17:00")!])),
                LeftOut(.venue(empty.venue), .noTable), LeftOut(.venue(Venue(id: 4, name: "House 4")), .noTable),
                LeftOut(.venue(full.venue), .soldOut), LeftOut(.restaurants(1), .closed),
            ])
    }

    @Test func oneReasonForAllDaysIsToldOnce() throws {
        let named = looked(1, named: true, [friday: .tables([]), saturday: .tables([])])
        #expect(try ranking().judge([named], limit: 10).leftOut == [LeftOut(.venue(named.venue), .noTable)])
        let half = looked(1, named: true, [friday: .tables([]), saturday: .tables([slot("20:00", on: saturday)])])
        #expect(try ranking().judge([half], limit: 10).leftOut == [LeftOut(.evening(half.venue, friday), .noTable)])
    }

    @Test func seatingAndFeeDecide() throws {
        let house = looked(
            1, named: true,
            [friday: .tables([slot("20:00", "Bar"), slot("20:00", dollars: 80), slot("20:30", "Patio", dollars: 20)])])
        func left(_ ranking: TableRanking) -> [LeftOut.Reason] {
            ranking.judge([house], limit: 10).leftOut.map(\.reason)
        }
        func shown(_ ranking: TableRanking) -> [String] {
            ranking.judge([house], limit: 10).results.flatMap { $0.evenings.flatMap { $0.slots.map(\.seating) } }
        }
        #expect(try shown(ranking(seating: "outside")) == ["Patio"])
        #expect(try shown(ranking(mostFee: 20)) == ["Bar", "Patio"])
        #expect(try left(ranking(seating: "dining room", mostFee: 50)) == [.dearer])
        #expect(try left(ranking(seating: "rooftop")) == [.otherSeatings(["Bar", "Dining Room", "Patio"])])
    }

    @Test func whatCannotBeBookedHereIsLast() throws {
        let houses = [
            looked(1, [friday: .tables([slot("20:00", obstacle: .captcha)])]) { $0.rating = 5 },
            looked(2, [friday: .tables([slot("19:00", dollars: 500)])]),
            looked(3, [friday: .tables([slot("20:00", obstacle: .onTock), slot("21:00")])]),
        ]
        let (results, _) = try ranking().judge(houses, limit: 10)
        #expect(results.map(\.venue.id) == [3, 2, 1])
        #expect(results.map { $0.score.obstacle } == [nil, nil, .captcha])
    }

    @Test func closedAndTooSmallSaySo() throws {
        let houses = [
            looked(1, named: true, [friday: .tables([])]) { $0.reopens = CalendarDay(iso: "2026-12-01") },
            looked(2, named: true, [friday: .tables([])]) { ($0.smallestParty, $0.largestParty) = (1, 2) },
        ]
        #expect(
            try ranking().judge(houses, limit: 10).leftOut.map(\.reason) == [
                .absence(.closed(until: CalendarDay(iso: "2026-12-01")!)), .sizes(PartySizes(smallest: 1, largest: 2)),
            ])
    }
}
