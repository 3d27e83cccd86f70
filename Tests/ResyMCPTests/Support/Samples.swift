import ResyDomain
import ResyNative
import Testing

/// One restaurant, one evening: Saturday 2026-02-14 at Carbone.
enum Samples {
    static let day = CalendarDay(daysSince1970: 20_498)
    static let zone = Zone(named: "America/New_York")

    /// Noon of Tuesday 2026-02-10 in New York: days before the evening.
    static let now = Instant(seconds: 1_770_742_800)

    static func time(_ hour: Int, _ minute: Int = 0) -> TimeOfDay {
        TimeOfDay(minutesAfterMidnight: hour * 60 + minute)
    }

    static var venue: Venue {
        var venue = Venue(id: 6194, name: "Carbone")
        venue.city = "New York"
        venue.neighborhood = "Greenwich Village"
        venue.zone = zone
        venue.citySlug = "new-york-ny"
        venue.slug = "carbone"
        return venue
    }

    static let url = "https://resy.com/cities/new-york-ny/venues/carbone?date=2026-02-14&seats=2"

    static func slot(
        _ time: TimeOfDay, _ seating: String = "Dining Room", fee: Charge? = nil, on day: CalendarDay = day
    )
        -> Slot
    {
        Slot(
            token: "rgs://resy/6194/1/3/2026-02-14", day: day, time: time, seating: seating, obstacle: nil,
            charges: Charges(fee.map { [$0] } ?? []))
    }

    /// Without a cut-off, so that transcripts do not depend on a zone's rules.
    static let fee = Charge(.cancellation, Amount(50), "USD", .guest, from: .terms)

    static let deposit = Charge(.deposit, Amount(20), "USD", .party, from: .terms)

    static var feeWithCutOff: Charge {
        var fee = fee
        fee.cutOff = zone?.instant(day.adding(days: -1), time(19))
        return fee
    }

    static var availability: Availability {
        Availability(
            venue: venue, url: url, day: day, party: 2, preferredTime: time(19), flexibility: 60,
            slots: [slot(time(18, 30)), slot(time(19, 30), "Bar", fee: fee)],
            otherTimes: [slot(time(21, 15)), slot(time(0, 30), on: day.adding(days: 1))], openDays: [], remarks: [])
    }

    static func outcome(_ status: BookingOutcome.Status) -> BookingOutcome {
        var outcome = BookingOutcome(
            status: status, venue: venue, url: url, evening: day, slot: slot(time(19), fee: fee), party: 2)
        outcome.reservationID = status == .booked ? 900_000_123 : nil
        outcome.confirmToken = status == .needsConfirmation ? "k7Qz2m" : nil
        (outcome.terms, outcome.card) = (["Be on time."], "Visa ending in 4242")
        (outcome.email, outcome.specialRequests) = ("you@example.com", "quiet table")
        outcome.byHand = VenueLinks(base: "https://resy.com").reservations
        switch status {
        case .booked: outcome.wishes = [ToldWish(.words("quiet table"), .ended(.shown, held: nil))]
        case .needsConfirmation: outcome.wishes = [ToldWish(.words("quiet table"), .planned(isHidden: false))]
        case .unknown: outcome.wishes = [ToldWish(.words("quiet table"), .open)]
        case .declined, .overLimit: break
        }
        return outcome
    }

    /// Whether a table at Carbone is to be booked, with $50.00 at stake.
    static var question: Question {
        Question(
            .booking(
                BookingQuestion(
                    venue: venue, table: WantedTable(evening: day, time: time(19), party: 2, today: day),
                    seating: "Dining Room",
                    terms: Terms(
                        charges: Charges([fee]), cancelBy: nil, lines: [], doubleConfirmation: [], currency: "USD"),
                    wishes: [], card: nil, readings: [], url: url, now: Instant(seconds: 1_771_000_000))))
    }

    static var changeQuestion: Question {
        guard case .booking(var new) = question.about else { return question }
        new.table.time = time(20)
        return Question(
            .change(
                ChangeQuestion(
                    old: CancellationQuestion(held: NamedTable(reservation), cost: [], terms: [], url: url), new: new,
                    way: .bookThenCancel)))
    }

    static let booked = outcome(.booked)
    static let waiting = outcome(.needsConfirmation)

    static var reservation: Reservation {
        Reservation(
            id: 900_000_123, venue: venue, day: day, time: time(19), party: 2, seating: "Dining Room",
            status: .confirmed, cancelBy: nil, charges: [], mayCancel: true, source: .elsewhere,
            specialRequests: nil)
    }

    static let notify = Notify(
        id: 4_400_001, venue: venue, day: day, party: 2, earliest: time(18), latest: time(21), service: 2)
    /// From seven to eight o'clock.
    static var changed: ChangeOutcome { change(.changed) }

    static func change(_ status: ChangeOutcome.Status) -> ChangeOutcome {
        var outcome = ChangeOutcome(
            status, reservation, byHand: VenueLinks(base: "https://resy.com").reservations, url: url)
        var new = reservation
        new.time = time(20)
        new.id = status == .changed || status == .bothHeld ? 900_000_124 : 0
        new.charges = Charges([fee])
        (outcome.new, outcome.lost, outcome.atStake) = (new, [], Charges([fee]))
        (outcome.way, outcome.stake) = (.bookThenCancel, Charges([fee]).stake(party: 2))
        if status == .changed { outcome.old.status = .cancelled }
        if status == .needsConfirmation { (outcome.confirmToken, outcome.terms) = ("k7Qz2m", ["Be on time."]) }
        return outcome
    }

    static var cancelled: CancellationOutcome {
        var held = reservation
        held.status = .cancelled
        return CancellationOutcome(.cancelled, held)
    }
}

@Suite struct SamplesTests {
    @Test func theDayIsAValentinesSaturday() {
        #expect(Samples.day.iso == "2026-02-14")
        #expect(Samples.day.weekday == .saturday)
    }
}
