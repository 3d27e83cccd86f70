import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// Reservations, in words and for programs.
@Suite struct ReservationTextTests {
    static let link = VenueLinks(base: "https://resy.com")

    @Test(arguments: [
        (Reservation.Status.confirmed, true), (.cancelled, false), (.past, false), (.noShow, false), (.unknown, false),
    ])
    func onlyWhatIsHeldCanBeCancelled(status: Reservation.Status, canCancel: Bool) {
        var held = Samples.reservation
        held.status = status
        #expect(Facts.reservation(held, link: Self.link).at("can_cancel") == .bool(canCancel))
        held.mayCancel = false
        #expect(Facts.reservation(held, link: Self.link).at("can_cancel") == false)
    }

    @Test func reservationsSayWhereTheyAreFrom() {
        var mine = Samples.reservation
        (mine.id, mine.source, mine.cancelBy) = (7, .resyMCP, Samples.feeWithCutOff.cutOff)
        mine.specialRequests = "quiet table"
        mine.venue.slug = nil
        let list = ReservationList(
            reservations: [Samples.reservation, mine], isSynced: true, remarks: [.list(.notAllShown)])
        let structured = ReservationJSON.render(list, link: Self.link, now: Samples.now)
        #expect(SchemaCheck.faults(structured, Tool.myReservations.outputSchema) == [])
        #expect(
            ReservationText.render(list, includesPast: false, link: Self.link, now: Samples.now) == """
                Carbone is free to cancel until Fri 7 PM (RESY-7).
                2 upcoming reservations:
                - Sat Feb 14, 7:00 PM, Carbone (New York), party of 2, Dining Room; RESY-900000123; booked elsewhere
                - Sat Feb 14, 7:00 PM, Carbone (New York), party of 2, Dining Room; RESY-7; \
                Special request: “quiet table”
                Resy names more reservations than it shows, so some are missing here.
                """)
    }

    @Test func deadlinesAreSoonestFirst() {
        func held(_ id: Int, _ days: Double?) -> Reservation {
            var held = Samples.reservation
            (held.id, held.cancelBy) = (id, days.map { Samples.now.adding($0 * 86_400) })
            return held
        }
        let list = ReservationList(
            reservations: [held(1, 3), held(2, 1), held(3, nil), held(4, -1)], isSynced: true, remarks: [])
        let structured = ReservationJSON.render(list, link: Self.link, now: Samples.now)
        #expect(
            structured.at("deadlines").compact == """
                [{"confirmation_id":"RESY-2","free_until":"2026-02-11T12:00:00-05:00"},\
                {"confirmation_id":"RESY-1","free_until":"2026-02-13T12:00:00-05:00"}]
                """)
    }

    @Test func aListFromMemorySaysSoFirst() {
        let none = ReservationList(
            reservations: [], isSynced: false, remarks: [.list(.fromMemory(.service(.server(status: 500)), []))])
        let text = ReservationText.render(none, includesPast: false, link: Self.link, now: Samples.now)
        #expect(text.hasPrefix("I couldn't reach Resy. On this computer's own record: no upcoming reservations.\n"))
        #expect(NextStep.of(none)?.contains("my_reservations") == true)
    }

    /// As the booking said it, and with the same link.
    @Test func aTablePastMidnightIsListedByItsNight() throws {
        var held = Samples.reservation
        (held.day, held.time) = (Samples.day.adding(days: 1), Samples.time(0, 30))
        let list = ReservationList(reservations: [held], isSynced: true, remarks: [])
        let text = ReservationText.render(list, includesPast: false, link: Self.link, now: Samples.now)
        #expect(text.contains("- Sun Feb 15, 12:30 AM (the night of Sat Feb 14), Carbone (New York), party of 2"))
        let structured = ReservationJSON.render(list, link: Self.link, now: Samples.now)
        #expect(SchemaCheck.faults(structured, Tool.myReservations.outputSchema) == [])
        let row = try structured["reservations"].items[0]
        #expect(row.at("date") == "2026-02-15" && row.at("evening") == "2026-02-14")
        #expect(row.at("venue", "url") == .string(Samples.url))
        // Where Resy may have filed it under its evening, the day is told as listed.
        held.isDaySure = false
        let unsure = Facts.reservation(held, link: Self.link)
        #expect(unsure.optional("evening") == nil)
        #expect(try unsure["venue"]["url"].string.contains("date=2026-02-15"))
    }

    @Test func noReservationsIsASentence() {
        let none = ReservationList(reservations: [], isSynced: true, remarks: [])
        #expect(
            ReservationText.render(none, includesPast: false, link: Self.link, now: Samples.now)
                == "No upcoming reservations.")
    }
}
