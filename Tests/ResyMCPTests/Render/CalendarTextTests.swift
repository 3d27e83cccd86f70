@testable import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

@Suite struct CalendarTextTests {
    private static let link = VenueLinks(base: "https://resy.com")

    private static func file(
        _ reservations: [Reservation], _ change: (inout DiaryEntry) -> Void = { _ in }, now: Instant = Samples.now
    ) -> [String] {
        let list = ReservationList(reservations: reservations, isSynced: true, remarks: [])
        let entries = CalendarText.drafts(list, link: link).map { draft in
            var entry = DiaryEntry(draft, sequence: 0, stampedAt: Samples.now)
            change(&entry)
            return entry
        }
        return lines(CalendarText.render(entries, of: list, now: now))
    }

    /// Unfolded.
    private static func lines(_ text: String) -> [String] {
        text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
    }

    private static var held: Reservation {
        var held = Samples.reservation
        held.venue.street = "181 Thompson St"
        held.venue.phone = "+12125550100"
        held.charges = Charges([Samples.feeWithCutOff])
        return held
    }

    @Test func aTableIsAnEntry() {
        #expect(
            Self.file([Self.held]) == [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//resy-mcp//resy-mcp//EN", "CALSCALE:GREGORIAN",
                "METHOD:PUBLISH", "BEGIN:VEVENT", "UID:RESY-900000123@resy-mcp", "DTSTART:20260215T000000Z",
                "DTEND:20260215T020000Z", "SUMMARY:Carbone\\, table for 2",
                "LOCATION:Carbone\\, 181 Thompson St\\, New York",
                "DESCRIPTION:Table for 2\\, Dining Room\\nResy confirmation RESY-900000123\\nPhone +12125550100\\n"
                    + "$50 late fee per guest ($100 for 2)\\, free to cancel until Fri Feb 13\\, 2026\\, 7 PM",
                "URL:https://resy.com/cities/new-york-ny/venues/carbone?date=2026-02-14&seats=2",
                "DTSTAMP:20260210T170000Z", "LAST-MODIFIED:20260210T170000Z", "SEQUENCE:0", "STATUS:CONFIRMED",
                "BEGIN:VALARM", "ACTION:DISPLAY",
                "DESCRIPTION:Carbone is free to cancel until Fri Feb 13\\, 2026\\, 7 PM (RESY-900000123).",
                "TRIGGER;VALUE=DATE-TIME:20260213T210000Z", "END:VALARM", "BEGIN:VALARM", "ACTION:DISPLAY",
                "DESCRIPTION:Carbone at 7:00 PM", "TRIGGER;VALUE=DATE-TIME:20260214T220000Z", "END:VALARM",
                "END:VEVENT", "END:VCALENDAR",
            ])
    }

    /// What it says is the same whenever it is written; only alarms that are past are left out.
    @Test func timeAloneChangesNothing() {
        let before = Self.file([Self.held])
        let after = Self.file([Self.held], now: Samples.now.adding(3.5 * 86_400))
        #expect(after.filter { !before.contains($0) } == [])
        #expect(before.count { $0 == "BEGIN:VALARM" } == 2 && after.count { $0 == "BEGIN:VALARM" } == 1)
    }

    /// With less than three hours left the alarm comes half an hour before.
    @Test func aNearDeadlineHasANearerAlarm() {
        let cutOff = Samples.feeWithCutOff.cutOff!
        let near = Self.file([Self.held], now: cutOff.adding(-7200))
        #expect(near.contains("TRIGGER;VALUE=DATE-TIME:20260213T233000Z"))
    }

    @Test func aCancelledTableIsTakenOffTheCalendar() {
        let gone = Self.file([Self.held]) {
            $0.draft.isCancelled = true
            $0.sequence = 1
        }
        #expect(gone.contains("STATUS:CANCELLED") && gone.contains("SEQUENCE:1"))
        #expect(gone.contains("UID:RESY-900000123@resy-mcp") && !gone.contains("BEGIN:VALARM"))
    }

    /// On March 8 the clocks go forward, on November 1 back.
    @Test(arguments: [
        ("2026-03-07", 19, "20260308T000000Z"), ("2026-03-08", 19, "20260308T230000Z"),
        ("2026-10-31", 19, "20261031T230000Z"), ("2026-11-01", 19, "20261102T000000Z"),
        ("2026-02-15", 0, "20260215T050000Z"),
    ])
    func theClockIsTheRestaurants(day: String, hour: Int, start: String) {
        var held = Self.held
        (held.day, held.time) = (CalendarDay(iso: day)!, Samples.time(hour))
        #expect(Self.file([held]).contains("DTSTART:\(start)"))
    }

    @Test func withoutAZoneItIsTheReadersClock() {
        var held = Self.held
        held.venue.zone = nil
        held.time = Samples.time(23)
        let file = Self.file([held])
        #expect(file.contains("DTSTART:20260214T230000") && file.contains("DTEND:20260215T010000"))
        #expect(!file.contains("BEGIN:VALARM"))
    }

    /// Names that others wrote end no line and begin none.
    @Test func hostileNamesStayText() {
        var held = Self.held
        held.venue.name = "A;B,C\\D\nEND:VEVENT\r\nBEGIN:VALARM\u{7}\u{202E}x\u{2028}y"
        let file = Self.file([held])
        #expect(file.contains("SUMMARY:A\\;B\\,C\\\\D\\nEND:VEVENT \\nBEGIN:VALARM x\\ny\\, table for 2"))
        #expect(file.count { $0 == "END:VEVENT" } == 1)
    }

    /// No line is longer than 75 bytes, and no character is torn apart.
    @Test(arguments: 60..<80) func longLinesAreFolded(length: Int) {
        var held = Self.held
        held.venue.name = String(repeating: "a", count: length) + String(repeating: "🍝", count: 40)
        let list = ReservationList(reservations: [held], isSynced: true, remarks: [])
        let entries = CalendarText.drafts(list, link: Self.link).map {
            DiaryEntry($0, sequence: 0, stampedAt: Samples.now)
        }
        let text = CalendarText.render(entries, of: list, now: Samples.now)
        #expect(text.hasSuffix("END:VCALENDAR\r\n"))
        let raw = text.split(separator: "\r\n")
        #expect(raw.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\u{FFFD}") })
        #expect(Self.lines(text).contains("SUMMARY:\(held.venue.name)\\, table for 2"))
    }

    @Test func nothingPrivateIsInIt() {
        var held = Self.held
        held.specialRequests = "we celebrate my divorce"
        let text = Self.file([held]).joined()
        #expect(!text.contains("divorce") && !text.contains("@example") && !text.contains("4242"))
    }

    @Test func aPlaceIsGivenWhereItIsKnown() {
        var held = Self.held
        (held.venue.latitude, held.venue.longitude) = (40.7301, -74.0021)
        #expect(Self.file([held]).contains("GEO:40.73010;-74.00210"))
        (held.venue.latitude, held.venue.longitude) = (-0.5, 0.00001)
        #expect(Self.file([held]).contains("GEO:-0.50000;0.00001"))
        held.venue.latitude = 400
        #expect(!Self.file([held]).contains { $0.hasPrefix("GEO") })
    }

    // MARK: - The tool

    @Test func aCalendarIsAFileOfTheAnswer() async throws {
        let conversation = await Conversation.open()
        let result = await conversation.call("my_reservations", #"{"calendar":true}"#).at("result")
        let blocks = try result["content"].items
        let file = try #require(blocks.last)
        #expect(file.at("type") == "resource" && file.at("resource", "mimeType") == "text/calendar")
        #expect(try file["resource"]["text"].string.contains("BEGIN:VEVENT\r\n"))
        #expect(result.at("structuredContent", "calendar_file") == "/home/you/reservations.ics")
        #expect(try blocks[0]["text"].string.hasSuffix("Calendar: /home/you/reservations.ics"))
        #expect(SchemaCheck.faults(result.at("structuredContent"), Tool.myReservations.outputSchema) == [])
        let without = await conversation.call("my_reservations", "{}", id: 2).at("result")
        #expect(try without["content"].items.count == 1)
        #expect(without.at("structuredContent").member("calendar_file") == nil)
    }
}
