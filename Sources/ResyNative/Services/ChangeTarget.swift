internal import ResyDomain

/// The table that a change asks for; what is not said stays as it is.
struct ChangeTarget: Sendable {
    private(set) var evening: CalendarDay
    /// One of the two while it is in doubt.
    private(set) var time: TimeOfDay
    private(set) var doubt: DoubtfulTime?
    private(set) var readings: [WordReading]
    let party: Int
    let seating: SeatingWish

    /// The time is read as a new one: that of the old table decides nothing.
    init(_ request: ChangeRequest, of held: Reservation, now: Instant) throws {
        let date = request.date.flatMap { $0.isBlank ? nil : $0 }
        let time = request.time.flatMap { $0.isBlank ? nil : $0 }
        (party, seating) = (request.party ?? held.party, SeatingWish(request.seating))
        (self.evening, self.time, doubt, readings) = (held.evening, held.time, nil, [])
        guard date != nil || time != nil else { return }
        let read = try WantedEvening.read(date: date ?? held.evening.iso, time: time, at: held.venue, now: now)
        if let nights = read.nights {
            throw ResyError(.badRequest, .time(.twoNights(nights)), advice: [.time(.giveEvening(nights))])
        }
        (evening, doubt, readings) = (read.day, read.doubt, read.readings)
        self.time = read.time ?? read.doubt?.evening ?? held.time
    }

    mutating func settle(_ time: TimeOfDay, _ readings: [WordReading]) {
        (self.time, doubt, self.readings) = (time, nil, readings)
    }

    func isAnotherTable(than held: Reservation) -> Bool {
        doubt != nil || evening != held.evening || time != held.time || party != held.party
            || isOtherSeating(held.seating)
    }

    /// As it is named; nil where no other table is asked for, or it is not clear which.
    func table(insteadOf held: Reservation) -> NamedTable? {
        guard doubt == nil, isAnotherTable(than: held) else { return nil }
        return NamedTable(venue: held.venue.name, day: Evening.start(time, of: evening), time: time, party: party)
    }

    /// That table is the one asked for.
    func isMet(by key: JournalKey, seating booked: String) -> Bool {
        let times = doubt?.readings ?? [time]
        return key.day == evening && times.contains(key.time) && key.party == party && !isOtherSeating(booked)
    }

    private func isOtherSeating(_ held: String?) -> Bool {
        !seating.isAny && held.map { seating.fitting([$0]).isEmpty } ?? true
    }
}
