extension SaidDay {
    /// Why the words of a date and the time beside them mean no time of one evening.
    package enum Conflict: Error, Sendable, Equatable {
        /// The date names a time too, and another one.
        case times(TimeOfDay, TimeOfDay)
        /// The date's part of the day has no such time.
        case part(TimeOfDay)
        /// Small hours of that very calendar day, which end the evening before.
        case smallHours(TimeOfDay)
    }

    /// The time that the date's words and `given`, a time said beside them, mean together; nil where neither names one.
    package func wish(beside given: TimeWish?) throws(Conflict) -> TimeWish? {
        var own = time
        // Programs write a day as its first moment.
        let midnight = TimeWish.at(TimeOfDay(minutesAfterMidnight: 0))
        if isTimestamp, own == midnight, given != midnight { own = nil }
        let wish = try Self.common(own, given)
        guard case .at(let time)? = wish else { return wish }
        // A moment, and a morning, are the calendar's.
        if Evening.minutes(of: time) >= 1440, part == .morning || isTimestamp && own != nil { throw .smallHours(time) }
        if let part, !part.admits(time) { throw .part(time) }
        return wish
    }

    /// The time that a program wrote must be the restaurant's own; nil where it is.
    func offsetFault(in zone: Zone?) -> DateTextError.Reason? {
        guard let offset, case .at(let time)? = self.time else { return nil }
        let there = zone.map { $0.offset(at: $0.instant(day, time)) }
        return there == offset ? nil : .wrongOffset(said: offset, there: there)
    }

    private static func common(_ own: TimeWish?, _ given: TimeWish?) throws(Conflict) -> TimeWish? {
        guard let own, let given else { return own ?? given }
        let common = given.readings.filter(own.readings.contains)
        guard let first = common.first else {
            let one = own.readings[0]
            let distance = { (time: TimeOfDay) in abs(Evening.minutes(of: time) - Evening.minutes(of: one)) }
            throw .times(one, given.readings.min { distance($0) < distance($1) } ?? one)
        }
        return common.count == 1 ? .at(first) : given
    }
}
