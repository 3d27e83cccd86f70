/// The day and time that a diner's words mean at one restaurant.
struct WantedEvening: Sendable {
    var day: CalendarDay
    /// Nil where none was said, or while it is in doubt.
    var time: TimeOfDay?
    /// Said without its half of the day: the tables of that evening settle it.
    var doubt: DoubtfulTime?
    /// The day that is meant if that one has no table ahead any more: said as the weekday that it is today.
    var later: CalendarDay?
    /// How doubtful words were read: for the first line of the answer.
    var readings: [String] = []

    /// Throws `bad_request` with the words, today's date there, and what would be understood.
    static func read(
        date: String, time: String?, at venue: Venue, now: Instant
    ) throws -> WantedEvening {
        let today = venue.today(now)
        do {
            let said = try DateText.read(date, today: today)
            try checkOffset(said, date, venue, today)
            var wish = try time.flatMap { TimeText.isNoWish($0) ? nil : $0 }.map { words in
                try TimeText.parse(words, part: said.part)
            }
            if wish == nil { wish = try timeBesideDate(said, date, today) }
            return WantedEvening(said, wish, now: venue.zone?.local(now))
        } catch let error as DateTextError {
            throw ResyError(.badRequest, error.message, hint: error.hint)
        } catch let error as TimeTextError {
            throw ResyError(.badRequest, error.message, hint: error.hint)
        }
    }

    /// `now`: the clock at the restaurant; nil where its zone is not known.
    private init(_ said: SaidDay, _ wish: TimeWish?, now: (day: CalendarDay, time: TimeOfDay)?) {
        (day, later) = (said.day, wish == nil ? said.later : nil)
        guard let wish else { return }
        var ahead = wish.readings
        if let now, now.day == day {
            // Small hours are those after midnight, and always ahead.
            ahead.removeAll { Evening.minutes(of: $0) < now.time.minutesAfterMidnight }
            if ahead.isEmpty, let later = said.later {
                (day, ahead) = (later, wish.readings)
                readings.append("\(later.weekday.name) read as \(later.spoken), since that time is past today")
            }
        }
        switch wish {
        case .at(let wanted): time = wanted
        case .either(let doubt):
            switch ahead.count {
            case 0: time = wish.readings.last
            case 1: settle(doubt, as: ahead[0])
            default: self.doubt = doubt
            }
        }
    }

    /// `time` is what is meant, and the answer says so.
    mutating func settle(_ doubt: DoubtfulTime, as time: TimeOfDay) {
        self.doubt = nil
        self.time = time
        readings.append(doubt.reading(as: time))
    }

    /// No table is left on the day that was read first.
    mutating func move(to later: CalendarDay) {
        readings.append("\(later.weekday.name) read as \(later.spoken), since no table is left today")
        (day, self.later) = (later, nil)
    }

    /// What the tables of that evening say of a time in doubt; gives it back where it stays in doubt, and then both times
    /// are to be shown.
    mutating func settle(on slots: [Slot]) -> DoubtfulTime? {
        guard let doubt else { return nil }
        switch doubt.verdict(on: slots.map { $0.minutes(intoEvening: day) }) {
        case .meant(let time):
            settle(doubt, as: time)
            return nil
        case .both: readings.append("\(doubt.said) may be \(doubt.choices); there are tables near both")
        case .neither: readings.append("\(doubt.said) may be \(doubt.choices)")
        }
        return doubt
    }

    /// The time that a program wrote must be the restaurant's own.
    private static func checkOffset(
        _ said: SaidDay, _ text: String, _ venue: Venue, _ today: CalendarDay
    ) throws(DateTextError) {
        guard let offset = said.offset, case .at(let time)? = said.time else { return }
        let there = venue.zone.map { $0.offset(at: $0.instant(said.day, time)) }
        guard there != offset else { return }
        throw DateTextError(
            reason: .wrongOffset(said: offset, there: there), text: CleanText.cut(text, to: 60), today: today)
    }

    private static func timeBesideDate(
        _ said: SaidDay, _ text: String, _ today: CalendarDay
    ) throws(DateTextError) -> TimeWish? {
        guard said.isTimestamp, case .at(let time)? = said.time, Evening.minutes(of: time) >= 1440 else {
            return said.time
        }
        // Programs write a day as its first moment.
        if time.minutesAfterMidnight == 0 { return nil }
        throw DateTextError(
            reason: .smallHours(said.day, time), text: CleanText.cut(text, to: 60), today: today)
    }
}

extension String {
    var isBlank: Bool { allSatisfy { $0 == " " || $0 == "\t" || $0.isNewline } }
}
