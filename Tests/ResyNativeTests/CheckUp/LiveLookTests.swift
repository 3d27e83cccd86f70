import Foundation
import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

@Suite(.timeLimit(.minutes(2))) struct LiveLookTests {
    private static func look(
        _ stage: Stage, _ venue: String = "Example Trattoria", folder: String? = nil
    ) async throws -> LiveReport {
        try await stage.resy.lookLive(
            LiveRequest(venue: venue, date: stage.day(3), folder: folder), context: stage.context)
    }

    @Test(arguments: [
        ("Example Trattoria", ["search", "venue", "calendar", "config", "find"]),
        (
            "https://resy.com/cities/new-york-ny/venues/example-trattoria?seats=2",
            ["venue", "search", "calendar", "config", "find"]
        ),
    ])
    func asksWhatASearchForATableAsksWithoutATokenAndFindsNothing(venue: String, calls: [String]) async throws {
        try await onStage { stage in
            let before = await stage.sandbox.requests.count
            let report = try await Self.look(stage, venue)
            #expect(report.isWell)
            #expect(report.calls.map(\.name) == calls)
            #expect(report.calls.allSatisfy { $0.findings.contains { $0.verdict == .held } })
            let sent = await stage.sandbox.requests.dropFirst(before)
            #expect(sent.count == 5)
            #expect(sent.allSatisfy { $0.authToken == nil && $0.header("cookie") == nil })
        }
    }

    @Test func fieldsThatComeOrGoAreNoDrift() async throws {
        try await onStage(signedIn: false) { stage in
            await stage.sandbox.set { ($0.extraFields, $0.omitsOptionalFields) = (true, true) }
            let report = try await Self.look(stage)
            #expect(report.isWell)
        }
    }

    @Test func numbersAsTextsAreDriftThatIsStillRead() async throws {
        try await onStage(signedIn: false) { stage in
            await stage.sandbox.set { $0.numbersAsStrings = true }
            let report = try await Self.look(stage)
            let broken = report.calls.flatMap(\.findings).filter(\.isBroken)
            #expect(broken.map(\.path) == ["$.search.hits[].id.resy", "$.id.resy"])
            #expect(broken.allSatisfy { $0.isStillRead && $0.seen == ["a text"] })
            #expect(!report.isWell)
        }
    }

    @Test func whatIsMissingIsNamedAndTheRestIsStillAsked() async throws {
        try await onStage(signedIn: false) { stage in
            await stage.sandbox.fault(.missingFields, on: .calendar)
            let report = try await Self.look(stage)
            let broken = report.calls.flatMap(\.findings).filter(\.isBroken)
            #expect(broken.map(\.path) == ["$.scheduled"])
            #expect(broken.first?.seen == ["nothing"])
            #expect(report.calls.allSatisfy { $0.outcome == .answered })
        }
    }

    @Test(arguments: [Fault.blockedPage, .blockedText, .rateLimited(seconds: 60)])
    func endsAtTheFirstLimitOrBlockAndStaysSo(fault: Fault) async throws {
        try await onStage(signedIn: false) { stage in
            await stage.sandbox.fault(fault, on: .calendar)
            let report = try await Self.look(stage)
            #expect(!report.isWell)
            #expect(report.calls.map(\.name) == ["search", "venue", "calendar", "config", "find"])
            #expect(report.calls[3].outcome == .notAsked && report.calls[4].outcome == .notAsked)
            let asked = await stage.sandbox.requests.count
            #expect(asked == 3)
            // The next one finds the stop that this one left.
            let again = try await Self.look(stage)
            #expect(again.calls.allSatisfy { $0.outcome != .answered })
            #expect(await stage.sandbox.requests.count == asked)
        }
    }

    @Test func aPageForAnAnswerIsDrift() async throws {
        try await onStage(signedIn: false) { stage in
            await stage.sandbox.fault(.page(200), on: .find)
            let find = try #require(try await Self.look(stage).calls.last)
            #expect(find.findings.map(\.path) == ["$"])
            #expect(find.findings.first?.isBroken == true)
        }
    }

    @Test func aNameThatFitsNoneIsSaid() async throws {
        try await onStage(signedIn: false) { stage in
            let report = try await Self.look(stage, "No Such Place Anywhere")
            #expect(report.trouble?.code == .venueNotFound)
            #expect(!report.isWell)
        }
    }

    @Test func aRecordingIsReadByTheDecoders() async throws {
        let folder = try TempFolder()
        try await onStage(signedIn: false) { stage in
            let report = try await Self.look(stage, folder: folder.path + "/new/answers")
            #expect(report.isWell)
            #expect(
                report.recorded.map { URL(fileURLWithPath: $0).lastPathComponent }.sorted() == [
                    "calendar.json", "config.json", "find.json", "search.json", "venue.json",
                ])
            func desk(_ name: String) throws -> Desk {
                let bytes = try #require(folder.bytes(folder.path + "/new/answers/\(name).json"))
                #expect(JSONValue(parsing: String(decoding: bytes, as: UTF8.self)) != nil)
                #expect(!String(decoding: bytes, as: UTF8.self).contains("+12125551001"))
                return Desk(CannedClient(.body(200, bytes, headers: [])))
            }
            let hits = try await desk("search").hits()
            #expect(hits.contains { $0.id == 99001 })
            let page = try await desk("venue").page()
            #expect(page.venue.id == 99001 && page.venue.zone != nil)
            let (open, lead) = (try await desk("calendar").open(), try await desk("config").lead())
            #expect(!open.isEmpty && lead != nil)
            let tables = try await desk("find").find()
            #expect(!tables.slots.isEmpty)
            #expect(tables.slots.allSatisfy { $0.token.flatMap { SlotToken($0) } != nil })
        }
    }
}

extension Desk {
    fileprivate func hits() async throws -> [ResyDomain.Venue] { try await resy.searchVenues("x") }
    fileprivate func page() async throws -> VenuePage { try await resy.venue(id: 99001) }
    fileprivate func lead() async throws -> Int? { try await resy.leadDays(venue: 99001) }
    fileprivate func open() async throws -> [CalendarDay] {
        try await resy.calendar(venue: 99001, party: 2, from: day, to: day.adding(days: 9)).openDays
    }
}
