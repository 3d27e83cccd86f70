extension [Slot] {
    /// What an answer for one evening has to offer at that moment: nothing whose time is past, and nothing to book in the
    /// small hours of the day itself, which a diner who names that evening does not mean.
    package func offered(for evening: CalendarDay, in zone: Zone?, at now: Instant) -> [Slot] {
        compactMap { slot in
            if let zone, zone.instant(slot.day, slot.time) < now { return nil }
            guard Evening.day(of: slot.day, slot.time) < evening else { return slot }
            var slot = slot
            slot.obstacle = slot.obstacle ?? .smallHours(of: slot.day)
            return slot
        }
    }
}
