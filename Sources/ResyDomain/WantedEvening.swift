/// The day and time that a diner's words mean at one restaurant.
package struct WantedEvening: Sendable {
    package var day: CalendarDay
    /// Nil where none was said, or while it is in doubt.
    package var time: TimeOfDay?
    /// Said without its half of the day: the tables of that evening settle it.
    package var doubt: DoubtfulTime?
    /// The day that is meant if that one has no table ahead any more: said as the weekday that it is today.
    package var later: CalendarDay?
    /// The two evenings that `tonight` may mean for a time after midnight while the first is still on.
    package var nights: Nights?
    /// How doubtful words were read: for the first line of the answer.
    package var readings: [WordReading] = []

    /// Throws `bad_request` with the words, today's date there, and what would be understood.
    package static func read(
        date: String, time: String?, at venue: Venue, now: Instant
    ) throws -> WantedEvening {
        let today = venue.today(now)
        let local = venue.zone?.local(now)
        let time = time.flatMap { TimeText.isNoWish($0) ? nil : $0 }
        func refused(_ reason: DateTextError.Reason) -> DateTextError {
            DateTextError(reason: reason, text: CleanText.cut(date, to: 60), today: today)
        }
        do {
            let isNight = local.map { $0.time.minutesAfterMidnight < Evening.end } ?? false
            let (dateWords, zone) = SpokenZone.split(date)
            let said = try DateText.read(dateWords, today: today, isNight: isNight)
            if let fault = said.offsetFault(in: venue.zone) { throw refused(fault) }
            let given = try time.map { words in
                let (clock, zone) = SpokenZone.split(words)
                try check(zone, words, at: venue, now)
                return try TimeText.parse(clock, part: said.part)
            }
            try check(zone, date, at: venue, now)
            let wish: TimeWish?
            do {
                wish = try said.wish(beside: given)
            } catch .smallHours(let time) {
                throw refused(.smallHours(said.day, time))
            } catch {
                guard let error = ContradictingTime(error, date: date, time: time) else { throw error }
                throw ResyError(.badRequest, .time(.contradicting(error)), advice: [.time(.choose(error.choices))])
            }
            guard let evening = WantedEvening(said, wish, now: local) else { throw refused(.past(said.day)) }
            return evening
        } catch let error as DateTextError {
            throw ResyError(.badRequest, .date(.unreadable(error)), advice: [.date(.insteadOf(error))])
        } catch let error as TimeTextError {
            throw ResyError(.badRequest, .time(.unreadable(error)), advice: [.time(.sayReadably)])
        }
    }

    /// `now`: the clock at the restaurant; nil where its zone is not known. Nil where the evening is over.
    private init?(_ said: SaidDay, _ wish: TimeWish?, now: (day: CalendarDay, time: TimeOfDay)?) {
        (day, later) = (said.day, wish == nil ? said.later : nil)
        var ahead = wish?.readings ?? []
        if let now, day <= now.day {
            // Small hours are those after midnight.
            let isYesterday = day < now.day
            let minute = now.time.minutesAfterMidnight + (isYesterday ? 1440 : 0)
            ahead.removeAll { Evening.minutes(of: $0) < minute }
            if ahead.isEmpty, wish != nil || isYesterday {
                guard let later = said.later else {
                    guard !isYesterday else { return nil }
                    settle(wish, ahead: ahead)
                    return
                }
                if !isYesterday {
                    readings.append(.weekday(as: later, because: .thatTime))
                }
                (day, self.later, ahead) = (later, nil, wish?.readings ?? [])
            }
            tellNights(said, wish, now.time)
        }
        settle(wish, ahead: ahead)
    }

    private mutating func settle(_ wish: TimeWish?, ahead: [TimeOfDay]) {
        switch wish {
        case nil: break
        case .at(let wanted): time = wanted
        case .either(var doubt):
            guard let last = ahead.last else {
                time = doubt.readings.last
                return
            }
            guard ahead.count == 1 else {
                self.doubt = doubt
                return
            }
            guard Evening.minutes(of: last) >= 1440, nights == nil, let first = doubt.readings.first, first != last
            else {
                settle(doubt, as: last)
                return
            }
            doubt.past = first
            self.doubt = doubt
        }
    }

    /// Between midnight and five, `tonight` at three may be in two hours or a day later: the one that comes first is read.
    private mutating func tellNights(_ said: SaidDay, _ wish: TimeWish?, _ now: TimeOfDay) {
        guard said.isToday, now.minutesAfterMidnight < Evening.end,
            let late = wish?.readings.first(where: { Evening.minutes(of: $0) >= 1440 && $0 >= now })
        else { return }
        let nights = Nights(first: day.adding(days: -1), time: late)
        self.nights = nights
        guard case .at? = wish else { return }
        day = nights.first
        readings.append(.nights(nights))
    }

    /// `time` is what is meant, and the answer says so.
    package mutating func settle(_ doubt: DoubtfulTime, as time: TimeOfDay) {
        self.doubt = nil
        self.time = time
        readings.append(.time(said: doubt.said, as: time))
    }

    /// No table is left on the day that was read first.
    package mutating func move(to later: CalendarDay) {
        readings.append(.weekday(as: later, because: .anyTable))
        (day, self.later) = (later, nil)
    }

    /// What the tables of that evening say of a time in doubt; gives it back where it stays in doubt, and then both times
    /// are to be shown.
    package mutating func settle(on slots: [Slot]) -> DoubtfulTime? {
        guard let doubt else { return nil }
        return settle(doubt, on: slots.map { $0.minutes(intoEvening: day) })
    }

    /// `minutes`: of the tables that tell, after midnight of their evenings.
    package mutating func settle(_ doubt: DoubtfulTime, on minutes: [Int]) -> DoubtfulTime? {
        switch doubt.verdict(on: minutes) {
        case .meant(let time):
            settle(doubt, as: time)
            return nil
        case .past(let over):
            (self.doubt, time) = (nil, over)
            readings.append(.over(over))
            return nil
        case .both: readings.append(.either(doubt, hasTablesNearBoth: true))
        case .neither: readings.append(.either(doubt, hasTablesNearBoth: false))
        }
        return doubt
    }

    /// The zone that was written beside the time must be the restaurant's too.
    private static func check(_ zone: SpokenZone?, _ words: String, at venue: Venue, _ now: Instant) throws {
        guard let zone else { return }
        if let there = venue.zone, zone.isClock(of: there, near: now) { return }
        throw ResyError(
            .badRequest, .time(.otherClock(said: words, restaurants: venue.zone)), advice: [.time(.leaveZoneOut)])
    }
}
