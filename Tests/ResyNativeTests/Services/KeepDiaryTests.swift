import Foundation
import Testing

@testable import ResyDomain
@testable import ResyNative
@testable import SandboxKit

@Suite(.timeLimit(.minutes(1))) struct KeepDiaryTests {
    /// As the edge drafts it.
    private static func diary(_ stage: Stage, with other: Resy? = nil) async throws -> [DiaryEntry] {
        let context = stage.context
        let resy = other ?? stage.resy
        let list = try await resy.reservations(includingPast: false, context: context)
        let drafts = list.reservations.map { held in
            DiaryDraft(
                id: held.id, content: "\(held.venue.name) \(held.time.clock)", isCancelled: held.status == .cancelled,
                starts: held.venue.zone.map { $0.instant(held.day, held.time) })
        }
        return try await resy.diary(drafts, isWhole: list.isSynced, context: context)
    }

    private static func told(_ entries: [DiaryEntry]) -> [String] {
        entries.map { "\($0.draft.content) \($0.sequence)\($0.draft.isCancelled ? " cancelled" : "")" }
    }

    @Test func twiceIsTheSame() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            let first = try await Self.diary(stage)
            #expect(Self.told(first) == ["Example Trattoria 19:00 0"])
            await stage.clock.advance(3600)
            #expect(try await Self.diary(stage) == first)
            // Another process of this home.
            #expect(try await Self.diary(stage, with: stage.another()) == first)
        }
    }

    @Test func aTableThatWasCancelledSinceIsToldAsCancelled() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            _ = try await Self.diary(stage)
            _ = try await stage.cancel(id: "RESY-900000001")
            let gone = try await Self.diary(stage)
            #expect(Self.told(gone) == ["Example Trattoria 19:00 1 cancelled"])
            #expect(try await Self.diary(stage) == gone)
            // Its evening over, no calendar needs it any more.
            await stage.clock.advance(5 * 86_400)
            #expect(try await Self.diary(stage).isEmpty)
        }
    }

    @Test func oneCancelledElsewhereIsToldToo() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.world.bookElsewhere(
                stage.slot(99053, 2, 1290, "Salón"), party: 4, account: Stage.email)
            #expect(try await Self.diary(stage).count == 1)
            await stage.sandbox.world.cancelElsewhere(900_000_001)
            #expect(try await Self.diary(stage).map(\.draft.isCancelled) == [true])
        }
    }

    /// One bad answer cancels nothing in anybody's calendar.
    @Test func aListThatForgetsOnceChangesNothing() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            let first = try await Self.diary(stage)
            await stage.sandbox.fault(.forgets, on: .reservations)
            #expect(try await Self.diary(stage) == first)
        }
    }

    @Test func withoutResyWhatWasWrittenStands() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            let first = try await Self.diary(stage)
            try stage.sandbox.setConnections(.refuse)
            #expect(try await Self.diary(stage) == first)
        }
    }

    @Test func theFileIsForThisUserAlone() async throws {
        try await onStage { (stage) async throws in
            let path = try await stage.resy.keepCalendar("BEGIN:VCALENDAR\r\n")
            #expect(path == stage.home + "/reservations.ics")
            #expect(try Files.facts(path)?.mode == 0o600)
            _ = try await stage.resy.keepCalendar("END:VCALENDAR\r\n")
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "END:VCALENDAR\r\n")
            #expect(try Files.names(in: stage.home).filter { $0.contains("ics") } == ["reservations.ics"])
        }
    }
}
