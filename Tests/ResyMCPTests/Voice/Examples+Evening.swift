@testable import ResyDomain
@testable import ResyNative

extension Examples {
    static let day = Samples.day
    private static let later = day.adding(days: 7)
    static let seven = Samples.time(7)
    static let doubt = DoubtfulTime(seven, said: "7")
    static let nights = Nights(first: day, time: Samples.time(3))

    static let dates: [DateTextError] =
        [DateTextError.Reason]([
            .notUnderstood, .noSuchDay(year: 2027, month: 2), .noSuchDay(year: nil, month: 2),
            .noSuchDay(year: nil, month: 14), .noLeapDay(in: 2027, next: day), .past(day.adding(days: -20)),
            .wrongWeekday(day, said: .monday), .disagreeing(day, later), .several([]), .several([day]),
            .several([day, later]), .several((0..<7).map { day.adding(days: $0) }),
            .reversed(later, day), .wrongOffset(said: -18_000, there: nil), .wrongOffset(said: 0, there: -18_000),
            .smallHours(day, seven),
        ]).map { DateTextError(reason: $0, text: "so", today: day.adding(days: -3)) }
        + [DateTextError(reason: .notUnderstood, text: "", today: day)]

    static let time: [TimeFinding] =
        contradictions.map { .contradicting($0) } + [
            .unreadable(TimeTextError(reason: .notUnderstood, text: "")),
            .unreadable(TimeTextError(reason: .notUnderstood, text: "late")),
            .unreadable(TimeTextError(reason: .noSuchTime, text: "25:00")),
            .unreadable(TimeTextError(reason: .several, text: "7-8pm")),

            .otherClock(said: "7pm PST", restaurants: nil), .otherClock(said: "7pm PST", restaurants: Samples.zone),
            .twoNights(nights), .differing("Saturday lunch or Sunday dinner"),
        ]

    private static let contradictions: [ContradictingTime] = [
        ContradictingTime(.part(seven), date: "tonight", time: "7am"),
        ContradictingTime(.times(seven, Samples.time(21)), date: "tonight 7am 9pm", time: nil),
    ].compactMap(\.self)

    static let timeAdvice: [TimeAdvice] = [
        .sayReadably, .sayHours, .searchEach, .choose(doubt.readings), .leaveZoneOut, .giveEvening(nights),
    ]

    static let readings: [WordReading] = [
        .time(said: "7", as: seven), .either(doubt, hasTablesNearBoth: true), .either(doubt, hasTablesNearBoth: false),
        .over(seven), .weekday(as: day, because: .thatTime), .weekday(as: day, because: .anyTable), .nights(nights),
        .part(.lunch, from: seven, until: seven), .part(.night, from: seven, until: nil),
        .todayAlone(said: "this week"),
    ]

    static let slotObstacles: [Slot.Obstacle] = [
        .onTock, .captcha, .globalDining(mayBeOpen: true), .globalDining(mayBeOpen: false), .program, .addOn,
        .smallHours(of: day), .noToken,
    ]

    static let evening: [EveningRemark] =
        [
            .noSuchSeating("roof", there: ["Bar", "Patio"]), .wantsCaptcha, .sizes(sizes), .closed,
            .notPublished(after: later, today: day), .otherDaysUnread(.places(.late)),
            .held([ownTable]), .held([ownTable, unnamed]), .maybeHeld(ownTable), .maybeHeld(unnamed),
            .termsLeftOut(seatings: ["Patio", "Roof"]),
            .termsUnread(seating: "Bar", because: .places(.late)),
        ] + absences.map { .absence($0) } + choices.map { .chosen($0) }

    private static let ownTable = NamedTable(
        venue: "L\u{2019}Artusi", day: day, time: Samples.time(20), party: 2, id: 900_000_124)
    private static let unnamed = NamedTable(venue: nil, day: day, time: Samples.time(12, 30), party: 4)

    private static let choices: [SeatingChoice] = [
        SeatingChoice(
            chosen: slot("Bar"), reason: .leastMoney,
            others: [slot("Patio", fee: Samples.fee), slot("Roof", fee: .notStated(from: .tables))]),
        SeatingChoice(chosen: slot("Dining Room"), reason: .indoors, others: [slot("Bar"), slot("Patio")]),
        SeatingChoice(chosen: slot("Annex"), reason: .name, others: [slot("Main")]),
    ]

    static let list: [ListRemark] = [
        .openTry(Sitting(venue: 7, name: "Grill", zone: Samples.zone, day: day, time: seven), party: 2),
        .openTry(Sitting(venue: 7, name: "", zone: Samples.zone, day: day, time: seven), party: 2), .moreOpenTries(3),
        .openChange(old: ownTable, new: ownTable), .bothHeld(old: ownTable, new: ownTable),
        .openCancellation(venue: "Grill", evening: day, time: seven, reservation: 7, .underWay),
        .openCancellation(venue: nil, evening: day, time: seven, reservation: nil, .maybeSent),
        .openCancellation(venue: nil, evening: day, time: seven, reservation: 7, .sent),
        .unread([7], page: url), .unread([nil, 8, 9], page: url), .unread([nil], page: url), .notAllShown,
        .countUnread, .pastUnread(.places(.late), [.network(.tryAgain)]), .notYetListed(7), .latestCancelledOnly(50),
        .latestOnly(200), .fromMemory(.places(.late), [.network(.tryAgain)]),
    ]

    private static func slot(_ seating: String, fee: Charge? = nil) -> Slot {
        Samples.slot(Samples.time(19), seating, fee: fee)
    }
}
