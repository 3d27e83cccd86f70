import Testing

@testable import ResyDomain

@Suite struct OverlapTests {
    private func held(
        _ id: Int, at venue: Int, _ day: String, _ time: String, _ status: Reservation.Status = .confirmed,
        zone: String? = nil, name: String? = nil
    ) -> Reservation {
        var place = Venue(id: venue, name: name ?? "Venue \(venue)")
        place.zone = zone.flatMap { Zone(named: $0) }
        return Reservation(
            id: id, venue: place, day: CalendarDay(iso: day)!, time: TimeOfDay(clock: time)!, party: 2, seating: nil,
            status: status, cancelBy: nil, charges: [], mayCancel: true, source: .elsewhere,
            specialRequests: nil)
    }

    private func clashes(
        _ day: String, _ time: String, zone: String? = nil, venue: Int = 1, _ held: [Reservation]
    ) -> [Int] {
        var place = Venue(id: venue, name: "Venue 1")
        place.zone = zone.flatMap { Zone(named: $0) }
        return Overlap.clashes(of: Sitting(at: place, CalendarDay(iso: day)!, TimeOfDay(clock: time)!), with: held)
            .map(\.reservation.id)
    }

    @Test(arguments: [
        // Elsewhere: less than two and a half hours apart.
        (2, "2026-02-14", "19:00", true), (2, "2026-02-14", "21:29", true), (2, "2026-02-14", "21:30", false),
        (2, "2026-02-14", "16:31", true), (2, "2026-02-14", "16:30", false), (2, "2026-02-15", "19:00", false),
        (2, "2026-02-13", "19:00", false),
        // The same venue: any time of that evening, which ends after midnight.
        (1, "2026-02-14", "12:00", true), (1, "2026-02-14", "23:45", true), (1, "2026-02-15", "00:30", true),
        (1, "2026-02-15", "12:00", false), (1, "2026-02-14", "00:30", false),
    ])
    func aTableAtSevenClashesWith(venue: Int, day: String, time: String, isClash: Bool) {
        #expect(clashes("2026-02-14", "19:00", [held(9, at: venue, day, time)]) == (isClash ? [9] : []))
    }

    @Test func aTablePastMidnightClashesWithTheEveningBefore() {
        #expect(clashes("2026-02-15", "00:30", [held(9, at: 2, "2026-02-14", "23:00")]) == [9])
        #expect(clashes("2026-02-15", "00:30", [held(9, at: 1, "2026-02-14", "18:00")]) == [9])
        #expect(clashes("2026-02-15", "00:30", [held(9, at: 2, "2026-02-15", "19:00")]) == [])
    }

    @Test(arguments: [Reservation.Status.cancelled, .past, .noShow, .unknown])
    func onlyConfirmedOnesCount(status: Reservation.Status) {
        #expect(clashes("2026-02-14", "19:00", [held(9, at: 1, "2026-02-14", "19:00", status)]) == [])
    }

    @Test func hoursAreComparedAcrossZones() {
        let chicago = held(9, at: 2, "2026-02-14", "18:00", zone: "America/Chicago")
        let london = held(8, at: 3, "2026-02-14", "19:00", zone: "Europe/London")
        #expect(clashes("2026-02-14", "21:00", zone: "America/New_York", [chicago]) == [9])
        #expect(clashes("2026-02-14", "16:00", zone: "America/New_York", [chicago]) == [])
        #expect(clashes("2026-02-14", "19:00", zone: "America/New_York", [london]) == [])
        #expect(clashes("2026-02-14", "19:00", [london]) == [8])
    }

    @Test func aVenueWithoutANumberIsKnownByItsName() {
        #expect(clashes("2026-02-14", "19:00", [held(9, at: 0, "2026-02-14", "12:00", name: "VENUE 1")]) == [9])
        #expect(clashes("2026-02-14", "19:00", [held(9, at: 0, "2026-02-14", "12:00", name: "Other")]) == [])
        #expect(clashes("2026-02-14", "19:00", [held(9, at: 0, "2026-02-14", "12:00", name: "")]) == [])
    }

    @Test func theSameVenueComesFirstThenTheNearest() {
        let held = [
            held(1, at: 2, "2026-02-14", "20:30"), held(2, at: 3, "2026-02-14", "19:30"),
            held(3, at: 1, "2026-02-14", "12:00"),
        ]
        #expect(clashes("2026-02-14", "19:00", held) == [3, 2, 1])
        let reasons = Overlap.clashes(
            of: Sitting(at: Venue(id: 1, name: ""), CalendarDay(iso: "2026-02-14")!, TimeOfDay(clock: "19:00")!),
            with: held
        ).map(\.reason)
        #expect(reasons == [.sameVenueThatEvening, .sameHours, .sameHours])
    }
}
