@testable import ResyDomain

extension Examples {
    private static let dinner = NotifyWindow(service: 2, opens: 17 * 60, closes: 22 * 60)
    private static let lunch = NotifyWindow(service: 3, opens: 690, closes: 900)

    static let notify: [NotifyFinding] = [
        .notTaken(venue: "Grill", day, today: day),
        .otherDays(venue: "Grill", wanted: day.adding(days: 40), first: day, last: day.adding(days: 30), today: day),
        .otherDays(venue: "Grill", wanted: day, first: day.adding(days: 3), last: day.adding(days: 30), today: day),
        .otherTimes(venue: "Grill", day: day, today: day, [lunch, dinner]), .noNumber("seven"),
        .noSuchNumber(7, there: []), .noSuchNumber(7, there: [Samples.notify]),
        .inTheWay(Samples.notify, because: .places(.late)),
        .notListed(because: nil),
        .notListed(because: .places(.late)), .stillListed(because: nil), .unknown(because: .places(.late)),
        .undone(.add), .undone(.remove), .switchedOff,
    ]

    static let notifyAdvice: [NotifyAdvice] = [
        .chooseDay, .chooseTime, .removeFirst(7), .nameOne, .lookFirst(url: url), .trySearch,
    ]

    static let notifyRemarks: [NotifyRemark] = [
        .canBeSet(NotifyOffer(venue: 7, day: day, party: 4, earliest: Samples.time(18), latest: Samples.time(21, 30))),
        .canBeSet(NotifyOffer(venue: 7, day: day, party: 2)), .fitted([lunch, dinner]), .fitted([dinner]), .someExisted,
        .partlySet(.places(.late)), .unread(1), .unread(3),
    ]
}
