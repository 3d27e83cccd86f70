/// What of an evening's tables a watch has to tell.
package struct WatchNews: Sendable, Equatable {
    /// Those that fit and were not told of, by time.
    package private(set) var fresh: [Slot] = []
    /// All that fit now: what is not among them any more may be told again when it comes back.
    package private(set) var present: Set<WatchedTable> = []

    /// - Parameters:
    ///   - tables: all of that evening that are ahead.
    ///   - told: those of that evening that were told of and were there at the last look.
    package init(_ watch: Watch, evening: CalendarDay, tables: [Slot], told: Set<WatchedTable>) {
        var hours = watch.hours.search
        hours?.settle(on: tables.map { $0.minutes(intoEvening: evening) })
        let seating = SeatingWish(watch.seating)
        let names = seating.isAny ? nil : Set(seating.fitting(tables.map(\.seating)).map(SeatingWish.key))
        let fitting = tables.filter { slot in
            Self.canBeHad(slot)
                && (names?.contains(SeatingWish.key(slot.seating)) ?? true)
                && hours?.admit(slot.minutes(intoEvening: evening)) ?? true
                && (watch.mostFee.map { slot.charges.stake(party: watch.party).isWithin($0) } ?? true)
                && (watch.earlierThan?.isAfter(slot.day, slot.time) ?? true)
        }
        // Of several at one time and seating the best one stands for all.
        for slot in SlotPreference(evening: evening, party: watch.party).sorted(fitting, near: nil) {
            let table = WatchedTable(slot, evening: evening)
            guard present.insert(table).inserted, !told.contains(table) else { continue }
            fresh.append(slot)
        }
    }

    /// By this program, or by hand on Resy's own site; never one that is held for others.
    private static func canBeHad(_ slot: Slot) -> Bool {
        switch slot.obstacle {
        case nil: slot.token != nil
        case .captcha, .addOn: true
        case .onTock, .globalDining, .program, .smallHours, .noToken: false
        }
    }
}
