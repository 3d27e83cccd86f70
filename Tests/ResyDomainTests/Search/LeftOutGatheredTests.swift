import Testing

@testable import ResyDomain

@Suite struct LeftOutGatheredTests {
    private static let day = CalendarDay(daysSince1970: 20_497)

    private static func venue(_ id: Int) -> Venue { Venue(id: id, name: "V\(id)") }

    @Test func manyRestaurantsAreCountedByTheirReason() {
        let unnamed = LeftOut(.name("Joe's"), .unnamed(ResyError(.venueNotFound, .venue(.noName))))
        let all =
            (0..<5).map { LeftOut(.venue(Self.venue($0)), .noTable) }
            + (5..<9).map { LeftOut(.venue(Self.venue($0)), .otherTimes([TimeOfDay(minutesAfterMidnight: $0 * 60)])) }
            + [LeftOut(.restaurants(7), .noTable), unnamed]
        let told = LeftOut.gathered(all, shown: [], most: 4)
        let counts = [LeftOut(.restaurants(1), .noTable), LeftOut(.restaurants(4), .otherTimes([]))]
        #expect(told == Array(all.prefix(4)) + counts + [LeftOut(.restaurants(7), .noTable), unnamed])
        #expect(LeftOut.gathered(all, shown: [], most: .max) == all)
    }

    /// The evenings without a table of a restaurant that is shown are seen; those nobody looked at are not.
    @Test func anEmptyEveningOfOneThatIsShownIsSeen() {
        let all = [
            LeftOut(.evening(Self.venue(1), Self.day), .noTable),
            LeftOut(.evening(Self.venue(1), Self.day), .notLooked),
            LeftOut(.evening(Self.venue(2), Self.day), .noTable),
        ]
        #expect(LeftOut.gathered(all, shown: [1], most: 12) == Array(all.dropFirst()))
    }
}
