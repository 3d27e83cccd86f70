import Testing

@testable import ResyDomain
@testable import ResyNative

@Suite struct NotifyDecodingTests {
    private static func row(_ specs: String, _ results: String = "{}") throws -> Notify {
        try Notify.decode(try JSON(parsing: Array(#"{"specs":{\#(specs)},"results":\#(results)}"#.utf8)))
    }

    private static let specs = """
        "venue_id":99001,"day":"2026-11-14","party_size":2,"notify_request_id":4400001,
        "time_preferred_start":"18:00:00","time_preferred_end":"21:00:00","service_type_id":2
        """

    @Test func aRowIsRead() throws {
        let results = #"{"venues":[{"venue":{"id":{"resy":99001},"name":"Example &amp; Sons"}}]}"#
        let notify = try Self.row(Self.specs, results)
        #expect(notify.id == 4_400_001 && notify.venue.id == 99001 && notify.venue.name == "Example & Sons")
        #expect(notify.day.iso == "2026-11-14" && notify.party == 2 && notify.service == 2)
        #expect(notify.earliest?.clock == "18:00" && notify.latest?.clock == "21:00")
    }

    /// Times, service and name may be odd: what is left says enough.
    @Test func whatIsOddIsLeftOut() throws {
        let notify = try Self.row(
            """
            "venue_id":"99001","day":"2026-11-14","party_size":"2","notify_request_id":"4400001",
            "time_preferred_start":"soon","time_preferred_end":null,"service_type_id":"dinner"
            """, "[]")
        #expect(notify.id == 4_400_001 && notify.party == 2)
        #expect(notify.earliest == nil && notify.latest == nil && notify.service == nil && notify.venue.name == "")
    }

    /// Another restaurant's name is never this one's.
    @Test func aNameOfAnotherIsNone() throws {
        let notify = try Self.row(Self.specs, #"{"venues":[{"venue":{"id":{"resy":7},"name":"Other"}}]}"#)
        #expect(notify.venue.id == 99001 && notify.venue.name == "")
    }

    @Test(arguments: ["venue_id", "day", "party_size", "notify_request_id"]) func withoutThatNothingCanBeSaid(
        name: String
    ) {
        let specs = Self.specs.replacing("\"\(name)\"", with: "\"x\"")
        #expect(throws: JSONError.self) { try Self.row(specs) }
    }

    // MARK: - Hours

    private static func hours(_ options: String) throws -> [NotifyHours] {
        NotifyHours.all(of: try JSON(parsing: Array(#"{"notify_options":\#(options)}"#.utf8)))
    }

    @Test func hoursAreReadOneByOne() throws {
        let all = try Self.hours(
            """
            [{"service_type_id":2,"min_request_datetime":"2026-11-14 17:00:00","max_request_datetime":"2026-11-14 22:00:00",
            "step_minutes":15},{"service_type_id":3,"min_request_datetime":"noon"},null,7,
            {"service_type_id":"3","min_request_datetime":"2026-11-14T11:30","max_request_datetime":"2026-11-14T15:00"}]
            """)
        #expect(all.map(\.service) == [2, 3])
        #expect(all.first?.step == 15 && all.last?.step == 30)
        #expect(all.first?.opens == 1020 && all.first?.closes == 1320)
    }

    @Test(arguments: ["[]", "null", "7", #"{"a":1}"#]) func noHoursAreNone(options: String) throws {
        #expect(try Self.hours(options) == [])
    }
}
