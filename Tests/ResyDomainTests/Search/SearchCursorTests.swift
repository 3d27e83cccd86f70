import Testing

@testable import ResyDomain

@Suite struct SearchCursorTests {
    private let now = Instant(seconds: 1_794_330_000)
    private let first = CalendarDay(iso: "2026-11-13")!

    private var cursor: SearchCursor {
        var cursor = SearchCursor()
        cursor.named = [
            .init(place: 2, days: [first, first.adding(days: 4)], isSifted: true),
            .init(place: 0, days: [first], isSifted: false),
        ]
        cursor.pages = [.init(day: first.adding(days: 1), number: 1), .init(day: first, number: 2)]
        cursor.found = [
            .init(venue: 98_101, days: [first]), .init(venue: 9_999_999_999, days: [first, first.adding(days: 30)]),
        ]
        (cursor.unseen, cursor.dropped) = (53, 2)
        return cursor
    }

    @Test func comesBackAsItWent() throws {
        #expect(try SearchCursor(cursor.bytes(issued: now), names: 3, now: now.adding(60)) == cursor)
    }

    @Test func isSmallWhateverIsLeft() throws {
        var full = SearchCursor()
        let days = (0..<31).map { first.adding(days: $0) }
        full.named = (0..<30).map { .init(place: $0, days: days, isSifted: false) }
        full.pages = days.map { .init(day: $0, number: 1) }
        full.found = (0..<400).map { .init(venue: 9_999_999_000 - $0, days: $0 % 2 == 0 ? days : [first]) }
        let bytes = full.bytes(issued: now)
        #expect(bytes.count <= 1_480)
        // What has no room is counted, not forgotten.
        let read = try SearchCursor(bytes, names: 30, now: now)
        #expect(read.found.count < 400 && read.found.count + read.dropped == 400)
    }

    /// All that two pages bring, in few bytes: of most all days are open.
    @Test func carriesAllThatASearchFound() throws {
        var full = SearchCursor()
        let days = [first, first.adding(days: 1)]
        full.found = (0..<150).map { .init(venue: 60_000 - 13 * $0, days: $0 == 9 ? [first] : days) }
        let bytes = full.bytes(issued: now)
        #expect(bytes.count <= 480)
        let read = try SearchCursor(bytes, names: 0, now: now)
        #expect(read == full)
    }

    @Test func ofAnEarlierTimeItIsOld() {
        for later: Double in [86_400, 40 * 86_400, -7200] {
            #expect(throws: SearchCursor.Fault.old) {
                try SearchCursor(cursor.bytes(issued: now), names: 3, now: now.adding(later))
            }
        }
    }

    /// Every single byte of it changed, cut short, or grown: refused or within bounds, and never a trap.
    @Test func noNumberInItIsBelieved() {
        let bytes = cursor.bytes(issued: now)
        var read = 0
        for index in bytes.indices {
            for value in UInt8.min...UInt8.max {
                var odd = bytes
                odd[index] = value
                guard let cursor = try? SearchCursor(odd, names: 3, now: now) else { continue }
                read += 1
                #expect(cursor.named.allSatisfy { (0..<3).contains($0.place) && !$0.days.isEmpty })
                #expect(cursor.pages.allSatisfy { (1...SearchCursor.mostPages).contains($0.number) })
                #expect(cursor.found.count <= SearchCursor.mostFound)
                #expect(cursor.found.allSatisfy { $0.venue > 0 && $0.venue <= 9_999_999_999 && !$0.days.isEmpty })
            }
        }
        #expect(read > 0)
        for length in 0..<bytes.count {
            #expect(throws: SearchCursor.Fault.self) { try SearchCursor(bytes.prefix(length), names: 3, now: now) }
        }
        #expect(throws: SearchCursor.Fault.damaged) { try SearchCursor(bytes + [0], names: 3, now: now) }
        #expect(throws: SearchCursor.Fault.damaged) { try SearchCursor(bytes, names: 2, now: now) }
        #expect(throws: SearchCursor.Fault.self) {
            try SearchCursor([UInt8](repeating: 255, count: 60), names: 3, now: now)
        }
    }
}
