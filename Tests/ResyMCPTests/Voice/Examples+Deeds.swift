@testable import ResyDomain
import ResyNative

extension Examples {
    private static let table = WantedTable(evening: day, time: Samples.time(19), party: 2, today: day.adding(days: -3))
    private static let other = NamedTable(
        venue: "Joe's", day: day, time: Samples.time(20), party: 2, seating: "Bar", id: 900_000_001)
    private static let unnamed = NamedTable(venue: nil, day: day, time: Samples.time(20), party: 2)
    private static let why = Finding.places(.late)

    static let booking: [BookingFinding] =
        [
            .noTime, .past(day, Samples.time(19), today: day, now: Samples.time(20)), .timePast(Samples.time(19)),
            .nearBoth(doubt, at: Samples.venue, on: day, today: day),
            .nearNeither(
                doubt, on: day, today: day, party: 2, because: [.venue(.sizes(PartySizes(smallest: 1, largest: 4)))]),
            .tooLong(5000), .noTable(table, because: []),
            .noTable(table, because: [.venue(.absence(.closed(until: day)))]),
            .noSuchSeating(table, there: ["Bar", "Patio"]), .severalSeatings(["Bar", "Bar Counter"]),
            .justTaken(table, seating: "Bar", answer: nil), .justTaken(table, seating: "Bar", answer: "no more"),
            .noCard, .cardFits("4242", 0),
        ] + slotObstacles.map { .notBookable(table, $0) }

    static let held: [HeldFinding] = [
        .listUnread(why), .listNotWhole, .held(other, .evening, anyway: nil),
        .held(other, .day, anyway: .booking(.noTable(table, because: []))),
        .maybeHeld(other, .evening, .underWay, anyway: nil), .maybeHeld(other, .evening, .maybeSent, anyway: nil),
        .maybeHeld(other, .evening, .sent, anyway: nil), .bookingUnderWay(unnamed, .evening),
        .maybeBooked(other, .evening), .bookedWithOtherSeating("Bar", id: 900_000_001, wanted: "Patio"),
        .refusedFor(other), .questionOpen(evening: day),
    ]

    static let yes: [YesFinding] = [
        .used, .usedOrAnswered, .tooLate, .foreign(.book), .foreign(.cancel), .foreign(.change),
    ]

    static let cancelling: [CancellationFinding] = [
        .badNumber("12x"), .otherVenue(id: 900_000_001, at: "Joe's", wanted: "Carbone"),
        .notFound(.name("Carbone")), .notFound(.number(900_000_001)),
        .notFound(WantedReservation()), .notFound(WantedReservation(name: "Carbone", date: "Saturday")),
        .otherDay(other, said: "Saturday"), .several(WantedReservation(), 3),
        .several(WantedReservation(date: "Saturday"), 2),
        .unreadableMaybe(.name("Carbone"), ListGaps(unread: [900_000_002, nil], rest: .none)),
        .several(.name("Joe"), 1), .several(.name("Joe"), 2), .notListedYet(other),
        .maybeNeverBooked(.name("Joe"), unnamed, more: 0), .maybeNeverBooked(.name("Joe"), other, more: 2),
        .changeOpen(other, to: unnamed),
        .notAsked([]),
        .notAsked([
            .init(table: other, what: .cancelled), .init(table: other, what: .cancelling(.sent)),
            .init(table: other, what: .held(.unknown)), .init(table: other, what: .held(.until(day, Samples.time(12)))),
            .init(table: other, what: .held(.passed)),
        ]),
    ]

    static let deedAdvice: [DeedAdvice] = [
        .giveTime, .chooseLater, .askFor(doubt), .shorten, .offerAlternatives, .nothingElse(.evening, url: url),
        .lookFromThenOn, .anotherPartySize, .byHand(url: url),
        .nameOneSeating, .lookOrInsist(url: url), .swapOrKeepBoth, .moveOrKeepBoth, .ofThatParty(4),
        .otherSeatingInstead,
        .otherTableInstead,
        .notForNothing, .waitForCancellation, .waitAMinute, .waitForOutcome(url: url), .waitForBooking(url: url),
        .waitForChange(url: url), .waitForCancelled(url: url), .bookAnew, .tryAnew, .askAnew,
        .useTheNewYes, .addCard(url: url),
        .nameCard([PaymentCard(id: 1, brand: "Visa", lastFour: "4242", isDefault: true)]), .numberLooksLike,
        .answerFirst, .sayWhatToChange, .giveUpTheOther, .nameTheNewOne, .nameUpcoming,
        .askWhich, .askWhichByNumberAlone, .askTheRestaurant(url: url), .lookThere(url: url),
        .chooseUpcoming(isNone: true), .chooseUpcoming(isNone: false), .callInAMinute,
        .waitUntilListed(url: url, orOthers: false), .waitUntilListed(url: url, orOthers: true),
    ]

    static let bookingRemarks: [BookingRemark] = [
        .triedBefore(url: url), .bookedAndMaybeCancelled(id: 900_000_001, .sent, url: url), .bookedBefore,
        .bookedElsewhere, .bookedAboveLimit(Charges([Samples.fee]).stake(party: 2), limit: 25),
        .bookedBeforeListUnread, .bookedJustNow, .underWayElsewhere, .notRecorded,
        .overLimit(.known(Amount(200) ?? .zero, currency: "USD"), limit: 50),
        .overLimit(.unknown, limit: 50), .closesEarly(.before(hours: 24), mostHours: 12),
        .closesEarly(.notStated, mostHours: 1.5),
        .saidNo,
        .heldUnseen(
            APIFailure.Existing(reservationID: 900_000_001, venueName: "Joe's", day: day, time: Samples.time(19)),
            url: url),
        .unknown(.takenWithoutNumber, listUnread: true, url: url), .unknown(.limited, listUnread: false, url: url),
        .unknown(.refused(status: 409, message: "held"), listUnread: false, url: url),
        .unknown(.refused(status: 409, message: nil), listUnread: false, url: url),
        .unknown(.fault(status: 502), listUnread: false, url: url), .unknown(.nothing, listUnread: false, url: url),
        .unknown(.blocked(status: 403), listUnread: false, url: url),
        .disagreement(.tablesAndTerms(listed: Samples.fee, told: Samples.fee)),
        .disagreement(.lateFeeTwice(net: .zero, shown: .zero, currency: "USD")),
    ]

    private static let beforeTax: Stake = {
        var fee = Samples.fee
        fee.isBeforeTax = true
        return Charges([fee]).stake(party: 2)
    }()

    static let yesRemarks: [YesRemark] = [
        .termsChangedSinceShown, .termsChangedMeanwhile, .costChangedSinceShown, .forOther(.card), .forOther(.wishes),
        .forOther(.account), .forOther(.table), .noClearAnswer, .noAnswer(seconds: 45), .askFor(.book),
        .askFor(.cancel),
        .notCovered(.book, .unknown, limit: 0), .notCovered(.book, Charges([Samples.fee]).stake(party: 2), limit: 25),
        .notCovered(.cancel, beforeTax, limit: 25.5),
        .notCovered(.cancel, nil, limit: 0),
    ]

    private static let heldBack = NamedTable(
        venue: "Joe's", day: day, time: Samples.time(20), party: 2, id: 900_000_001)

    static let cancellationRemarks: [CancellationRemark] = [
        .overLimit(isStated: true, Charges([Samples.fee]), party: 2),
        .overLimit(isStated: false, Charges([Samples.fee]), party: 1), .heldBack(by: heldBack, more: 0),
        .heldBack(by: heldBack, more: 2), .earlier(.changing),
        .saidNo, .guessed,
        .costs([]), .costs(Charges([Samples.fee])), .notAllowed(url: url), .listUnread(isTaken: true, url: url),
        .listUnread(isTaken: false, url: url), .takenAndListed(url: url), .unclearAndListed(url: url),
        .refusedAndListed(url: url),
        .notRecorded(isCancelled: true), .notRecorded(isCancelled: false), .cancelledBefore(isListRead: true),
        .cancelledBefore(isListRead: false), .cancelledByEarlierCall, .triedBefore(url: url), .earlier(.maybeSent),
        .because(why), .lookWhetherItStands(url: url, .until(day, Samples.time(12))), .notTried,
    ]
}
