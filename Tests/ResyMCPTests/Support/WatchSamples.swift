@testable import ResyDomain
import ResyNative

/// Watches of Saturday 2026-02-14 and the Sunday after it.
enum WatchSamples {
    static var watch: Watch {
        var watch = Watch(
            id: 3, venue: Samples.venue, days: [Samples.day, Samples.day.adding(days: 1)], party: 2,
            hours: WatchedHours(earliest: .at(Samples.time(18)), latest: .at(Samples.time(21))), seating: "Bar",
            mostFee: 100, until: Samples.day.adding(days: 1), earlierThan: nil, createdAt: Samples.now)
        watch.venue.currency = "USD"
        watch.lastLook = Samples.now.adding(-300)
        watch.nextLook = Samples.now.adding(600)
        watch.found = 2
        return watch
    }

    static func list(_ action: WatchRequest.Action, runs: Bool = true, pause: WatchPause? = nil) -> WatchList {
        let standing = WatchStanding(hasTimer: runs, lastTick: runs ? Samples.now.adding(-300) : nil, pause: pause)
        var list =
            switch action {
            case .add: WatchList(.added, [watch], standing: standing)
            case .list: WatchList(.listed, [watch], standing: standing)
            case .remove: WatchList(.removed, [], removed: watch, standing: standing)
            }
        if let pause { list.remarks.append(.watch(.paused(pause))) }
        if !runs { list.remarks.append(.watch(.nobodyLooks)) }
        return list
    }

    static func message(_ name: String = "Carbone", tables: [WatchMessage.Table] = [table()]) -> WatchMessage {
        var venue = Samples.venue
        venue.name = name
        return WatchMessage(venue: venue, party: 2, tables: tables, seenAt: Samples.now)
    }

    static func table(
        _ time: TimeOfDay = Samples.time(19), _ seating: String = "Dining Room", charges: Charges = [],
        isBookable: Bool = true, day: CalendarDay = Samples.day, evening: CalendarDay? = nil
    ) -> WatchMessage.Table {
        WatchMessage.Table(
            evening: evening ?? day, day: day, time: time, seating: seating, charges: charges, isBookable: isBookable)
    }
}
