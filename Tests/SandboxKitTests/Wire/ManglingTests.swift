import Foundation
import Testing

@testable import SandboxKit

@Suite struct ManglingTests {
    private func venue(_ fault: Fault) async -> Reply {
        let world = World()
        let diner = await Diner(world)
        await world.plan(fault, on: .venue, times: 1, after: 0)
        return await diner.get("/3/venue", [("id", "6194")])
    }

    @Test func numbersBecomeStrings() async {
        let json = JSONValue(parsing: await venue(.numbersAsStrings).body)
        #expect(json?["id"]?["resy"] == "6194")
    }

    @Test func keysComeTwice() async {
        let text = String(decoding: await venue(.duplicateKeys).body, as: UTF8.self)
        #expect(text.components(separatedBy: #""name":"#).count > text.components(separatedBy: #""title":"#).count)
        #expect(text.contains(#""url_slug":null,"url_slug":"carbone""#))
    }

    @Test func bytesStopBeingUTF8() async {
        #expect(String(validating: await venue(.invalidUTF8).body, as: UTF8.self) == nil)
    }

    @Test func nestingGoesDeep() async {
        let text = String(decoding: await venue(.deepNesting(5000)).body, as: UTF8.self)
        #expect(text.contains(String(repeating: "[", count: 5000)))
    }

    @Test func requiredFieldsGo() async {
        #expect(JSONValue(parsing: await venue(.missingFields).body)?["id"] == nil)
    }

    @Test func dateHeadersAreSkewed() async throws {
        let reply = await venue(.dateSkew(seconds: 86400))
        let date = try #require(reply.headers.first { $0.name == "Date" }?.value)
        #expect(date.hasSuffix("GMT"))
        #expect(date.prefix(16) != Date().httpText.prefix(16))
    }

    @Test func theBombUnpacks() throws {
        let bomb = GzipBomb.bytes(inflatingTo: 10_000_000)
        #expect(bomb.count < 100_000)
        // gzip complains about the checksum at the very end, after all the bytes.
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("bomb-\(UUID().uuidString).gz")
        try Data(bomb).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let script = try ShellScript.start(
            "test $(gzip -dc \"$1\" 2>/dev/null | wc -c) -gt 9900000", arguments: [file.path])
        #expect(script.finish() == 0)
    }
}

@Suite struct FormTextTests {
    @Test(arguments: ["Chef's Counter / Bar", "a+b=c&d", "naïve 100%", "rgs://resy/1/2 "])
    func fieldsComeBackAsTheyWent(_ text: String) {
        #expect(FormText.parse(FormText.write([("x", text)])) == ["x": text])
    }
}

@Suite struct DayTests {
    @Test(arguments: ["1970-01-01": 0, "2000-02-29": 11016, "2026-11-23": 20780])
    func daysAreCounted(_ text: String, ordinal: Int) throws {
        let day = try #require(Day(text))
        #expect(day.ordinal == ordinal)
        #expect(day.description == text)
    }

    @Test(arguments: ["2026-02-30", "2026-2-3", "26-01-01", "2026-13-01", ""])
    func othersAreNone(_ text: String) { #expect(Day(text) == nil) }

    @Test func legacyZonesFollowDaylightSaving() throws {
        let clock = LocalClock(zone: "EST5EDT")
        #expect(clock.instant(try #require(Day("2026-07-01")), 1140).utcText == "2026-07-01T23:00:00Z")
        #expect(clock.instant(try #require(Day("2026-12-01")), 1470).utcText == "2026-12-02T05:30:00Z")
    }
}
