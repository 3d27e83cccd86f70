extension Availability {
    /// How many clock times outside the window a short answer has.
    package static let mostOtherTimes = 8

    /// The tables outside the window that an answer shows, and how many clock times it leaves out. `all`: none.
    package func othersShown(all: Bool) -> (slots: [Slot], left: Int) {
        func minutes(_ slot: Slot) -> Int { slot.minutes(intoEvening: day) }
        let times = Set(otherTimes.map(minutes))
        guard !all, times.count > Self.mostOtherTimes else { return (otherTimes, 0) }
        let wanted = (preferredTime.map { [$0] } ?? eitherTime?.readings ?? []).map { Evening.minutes(of: $0) }
        func distance(_ minutes: Int) -> Int { wanted.map { abs($0 - minutes) }.min() ?? minutes }
        let near = Set(times.sorted { (distance($0), $0) < (distance($1), $1) }.prefix(Self.mostOtherTimes))
        return (otherTimes.filter { near.contains(minutes($0)) }, times.count - near.count)
    }
}
