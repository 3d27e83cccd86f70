@testable import ResyDomain

extension Examples {
    private static let saturday = CalendarDay(daysSince1970: 20_498)
    private static func time(_ hour: Int) -> TimeOfDay { TimeOfDay(minutesAfterMidnight: hour * 60) }

    static let searchFindings: [SearchFinding] = [
        .nothingAsked, .noDays, .hoursReversed(.init(earliest: time(21), latest: time(18))), .limit(99),
        .daysReversed(saturday, saturday.adding(days: -2)),
        .tooManyNames(31, most: 30), .cursor(.damaged), .cursor(.foreign), .cursor(.old),
        .placeAmongWords("West Village"),
    ]

    static let searchAdvice: [SearchAdvice] = [
        .sayWhat, .giveDays, .swapHours, .swapDays, .limits, .fewerNames(most: 30), .startAnew,
        .inList(.askWhich), .inList(.giveNumber(7)), .giveAsPlace("West Village"),
    ]

    static let searchRemarks: [SearchRemark] = [
        .everywhere, .nobodyListed("good French"), .moreThere(shown: 75, total: 161),
        .noneAmong(shown: 150, total: 203, place: "West Village, New York"),
        .feesAsListed(3), .feesAsListed(1),
        .beside(said: "the Village", ["East Village", "West Village"]), .publishedUntil(saturday),
        .lookedUntil(saturday, most: 180),
        .restaurantSays("Reservations for the following month open on the first of each month at 10 AM"),
    ]

    // MARK: - Places

    static let placeFindings: [VenueFinding] = [
        .whereAreYou("near me"), .severalPlaces("Portland", ["Portland, OR", "Portland, ME"]), .tooWide("Texas"),
        .whichCity("downtown"),
        .otherRegion("London, Ontario", ["London, United Kingdom"]),
    ]

    static let placeAdvice: [VenueAdvice] = [.sayWhere, .sayWhichPlace(["Portland, OR", "Portland, ME"])]
}
