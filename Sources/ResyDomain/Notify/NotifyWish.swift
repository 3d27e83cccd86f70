/// What a diner wants to be told of, in the words it was said in.
package struct NotifyWish: Sendable {
    package var restaurant: String
    package var date: String
    package var party: Int
    package var earliest: String?
    package var latest: String?
    package var location: String?

    package init(
        restaurant: String, date: String, party: Int = 2, earliest: String? = nil, latest: String? = nil,
        location: String? = nil
    ) {
        (self.restaurant, self.date, self.party) = (restaurant, date, party)
        (self.earliest, self.latest, self.location) = (earliest, latest, location)
    }

    /// Minutes around a time that is said with the day, as in "Saturday 7pm".
    private static let nearness = 60
    /// Between the minutes that stand for the hours of a service.
    private static let grain = 30

    /// The hours that are meant, in minutes after midnight of the evening's day; a nil end is the restaurant's own. Where a
    /// time may be morning or evening, the hours of the services settle it. Throws `bad_request`.
    package func minutes(
        of evening: WantedEvening, over hours: [NotifyHours], at venue: Venue, now: Instant
    ) throws -> (from: Int?, until: Int?, readings: [WordReading]) {
        let said = try? DateText.read(SpokenZone.split(date).0, today: evening.day)
        let times = evening.time.map { [TimeWish.at($0)] } ?? evening.doubt.map { [.either($0)] } ?? []
        let search = TableSearch(dates: [date], party: party, earliest: earliest, latest: latest)
        var wanted = try SearchHours.read(search, part: said?.part, said: times, in: venue.zone, now: now)
        if let local = venue.zone?.local(now), local.day == evening.day { wanted.dropPast(at: local.time) }
        wanted.settle(
            on: hours.filter { $0.takes(evening.day) }.flatMap {
                Array(stride(from: $0.opens, through: $0.closes, by: Self.grain))
            })
        // What stays in doubt is meant for the evening, as most tables are.
        let window = wanted.windows.last
        func minutes(_ time: TimeOfDay?) -> Int? { time.map { Evening.minutes(of: $0) } }
        let preferred = minutes(window?.preferred)
        return (
            minutes(window?.earliest) ?? preferred.map { $0 - Self.nearness },
            minutes(window?.latest) ?? preferred.map { $0 + Self.nearness }, wanted.readings
        )
    }
}

/// What is to be done with the account's Notify list.
package enum NotifyOrder: Sendable {
    case list
    case add(NotifyWish)
    /// Its number, as the diner has it.
    case remove(id: String)

    /// Nil for a look.
    package var deed: NotifyDeed? {
        switch self {
        case .list: nil
        case .add: .add
        case .remove: .remove
        }
    }
}
