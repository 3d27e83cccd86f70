import Testing

@testable import ResyDomain

@Suite struct ReservationDeadlineTests {
    private static let now = Instant(seconds: 1_794_330_000)

    private static func held(
        _ id: Int = 1, cancelBy: Double? = nil, fee: Double? = nil, zone: String? = "America/New_York"
    )
        -> Reservation
    {
        var venue = Venue(id: 7, name: "Grill")
        venue.zone = zone.flatMap { Zone(named: $0) }
        var charge = Charge(.cancellation, Amount(50), "USD", .guest, from: .terms)
        charge.cutOff = fee.map { now.adding($0) }
        return Reservation(
            id: id, venue: venue, day: CalendarDay(iso: "2026-11-14")!, time: TimeOfDay(clock: "19:00")!, party: 2,
            seating: nil, status: .confirmed, cancelBy: cancelBy.map { now.adding($0) },
            charges: fee == nil ? [] : [charge], mayCancel: true, source: .elsewhere, specialRequests: nil)
    }

    @Test func theEarlierOfTwoCounts() {
        #expect(Self.held(cancelBy: 100, fee: 50).deadline(after: Self.now)?.seconds == Self.now.seconds + 50)
        #expect(Self.held(cancelBy: 100).deadline(after: Self.now)?.seconds == Self.now.seconds + 100)
    }

    @Test func whatIsOverOrNotAllowedHasNone() {
        #expect(Self.held(cancelBy: -1).deadline(after: Self.now) == nil)
        #expect(Self.held().deadline(after: Self.now) == nil)
        #expect(Self.held(cancelBy: 100, zone: nil).deadline(after: Self.now) == nil)
        var held = Self.held(cancelBy: 100)
        held.mayCancel = false
        #expect(held.deadline(after: Self.now) == nil)
        (held.mayCancel, held.status) = (true, .cancelled)
        #expect(held.deadline(after: Self.now) == nil)
    }

    @Test func soonestStandsFirst() {
        let all = [Self.held(1, cancelBy: 300), Self.held(2), Self.held(3, cancelBy: 100), Self.held(4, fee: 200)]
        #expect(all.deadlines(after: Self.now).map(\.held.id) == [3, 4, 1])
    }

    @Test func whatIsToldIsLeftOut() {
        let held = Self.held(cancelBy: 50, fee: 50)
        let rest = held.withoutDeadline(Self.now.adding(50))
        #expect(rest.cancelBy == nil && rest.charges.main?.cutOff == nil && rest.charges.count == 1)
        let other = Self.held(cancelBy: 100, fee: 50)
        #expect(other.withoutDeadline(Self.now.adding(50)) == other)
    }

    @Test func todayIsTheRestaurantsDay() {
        let held = Self.held()
        let evening = held.venue.zone!.instant(held.day, TimeOfDay(clock: "23:30")!)
        #expect(held.isToday(at: evening) && !held.isToday(at: evening.adding(3600)))
    }
}
