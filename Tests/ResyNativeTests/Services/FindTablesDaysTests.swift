import SandboxKit
import Testing

@testable import ResyDomain
@testable import ResyNative

/// The days of a search by each restaurant's own calendar.
@Suite(.timeLimit(.minutes(1))) struct FindTablesDaysTests {
    /// Half past eleven at night in New York, where it is Tuesday Nov 10; in London it is Wednesday.
    private static let untilNight = 11.5 * 3600

    @Test func eachRestaurantHasItsOwnToday() async throws {
        try await onStage { (stage) async throws in
            await stage.clock.advance(Self.untilNight)
            let found = try await stage.find(restaurants: ["Carbone", "Piccolo Regent"], on: ["today"]) {
                ($0.preferredTime, $0.party) = (nil, 2)
            }
            let there = found.results.first { $0.venue.name == "Piccolo Regent" }
            #expect(there?.evenings.map(\.day.iso) == ["2026-11-11"])
            #expect(found.days.map(\.iso) == ["2026-11-10", "2026-11-11"])
            #expect(found.reasons(of: "Piccolo Regent").isEmpty)
        }
    }

    /// A day that is over is never told as one without a table.
    @Test func aDayThatIsOverThereIsPast() async throws {
        try await onStage { (stage) async throws in
            await stage.clock.advance(Self.untilNight)
            let found = try await stage.find(restaurants: ["Carbone", "Piccolo Regent"], on: ["2026-11-10"]) {
                ($0.preferredTime, $0.party) = (nil, 2)
            }
            #expect(found.reasons(of: "Piccolo Regent") == [.past])
        }
    }

    @Test func aWeekdayWhoseTablesAreOverIsTheNext() async throws {
        try await onStage { (stage) async throws in
            await stage.clock.advance(Self.untilNight)
            let found = try await stage.find(restaurants: ["Carbone"], on: ["Tuesday"]) {
                ($0.preferredTime, $0.party) = (nil, 2)
            }
            #expect(found.results.first?.evenings.map(\.day.iso) == ["2026-11-17"])
            #expect(found.days.map(\.iso) == ["2026-11-17"])
            #expect(found.readings.contains(.weekday(as: found.days[0], because: .anyTable)))
            #expect(found.leftOut.isEmpty)
        }
    }

    @Test func anOffsetThatIsNotTheRestaurantsIsRefused() async throws {
        try await onStage { (stage) async throws in
            let error = await #expect(throws: ResyError.self) {
                try await stage.find(restaurants: ["Carbone"], on: ["\(stage.day(3))T20:00Z"]) {
                    $0.preferredTime = nil
                }
            }
            guard case .date(.unreadable(let why))? = error?.finding, case .wrongOffset = why.reason else {
                Issue.record("\(String(describing: error))")
                return
            }
            let found = try await stage.find(restaurants: ["Carbone"], on: ["\(stage.day(3))T20:00-05:00"]) {
                $0.preferredTime = nil
            }
            #expect(found.preferredTime?.clock == "20:00")
        }
    }
}
