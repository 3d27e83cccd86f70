import ResyDomain
import ResyNative

/// Searches over several restaurants and evenings, from Saturday 2026-02-14 on, wanted for four around 8:00 PM.
enum SearchSamples {
    static let saturday = Samples.day
    static let sunday = saturday.adding(days: 1)

    static func venue(_ id: Int, _ name: String, _ neighborhood: String = "West Village") -> Venue {
        var venue = Venue(id: id, name: name)
        (venue.city, venue.neighborhood, venue.zone) = ("New York", neighborhood, Samples.zone)
        (venue.country, venue.currency) = ("United States", "USD")
        (venue.citySlug, venue.slug) = ("new-york-ny", name.lowercased().replacing(" ", with: "-"))
        (venue.cuisines, venue.price, venue.rating) = (["Italian"], 3, 4.71)
        return venue
    }

    static func url(_ venue: Venue, _ day: CalendarDay) -> String {
        VenueLinks(base: "https://resy.com").page(of: venue, day: day, party: 4)
    }

    static func score(
        _ day: CalendarDay, _ time: TimeOfDay, gap: Int? = 0, stake: Stake = .nothing, obstacle: Slot.Obstacle? = nil
    ) -> TableScore {
        TableScore(
            day: day, time: time, gap: gap, stake: stake, rating: 4.71, isIndoorTable: true, metres: 640,
            obstacle: obstacle)
    }

    static func result(_ venue: Venue, _ evenings: [FoundEvening], _ score: TableScore) -> FoundTables.Result {
        FoundTables.Result(venue: venue, url: url(venue, score.day), evenings: evenings, score: score)
    }

    static let fee = Charge(.cancellation, Amount(50), "USD", .guest, from: .tables)

    /// Free until a day before.
    static func costly(_ day: CalendarDay, _ time: TimeOfDay, _ seating: String = "Dining Room") -> Slot {
        var fee = fee
        fee.cutOff = Samples.zone?.instant(day.adding(days: -1), time)
        return Samples.slot(time, seating, fee: fee, on: day)
    }

    static func free(_ day: CalendarDay, _ time: TimeOfDay, _ seating: String = "Bar") -> Slot {
        Samples.slot(time, seating, on: day)
    }

    /// Two that can be booked, one that cannot, one name that fits two, and one that is sold out.
    static var found: FoundTables {
        var found = FoundTables(party: 4, days: [saturday, sunday])
        (found.preferredTime, found.place) = (Samples.time(20), "West Village, New York")
        let (angie, carbone, tock) = (venue(5001, "Don Angie"), Samples.venue, venue(5003, "Tock Tavern"))
        var behind = free(saturday, Samples.time(20), "Table")
        (behind.token, behind.obstacle) = (nil, .onTock)
        found.results = [
            result(
                angie,
                [
                    FoundEvening(
                        day: saturday,
                        slots: [
                            free(saturday, Samples.time(20)), costly(saturday, Samples.time(19, 45)),
                            costly(saturday, Samples.time(20, 15)),
                        ]),
                    FoundEvening(day: sunday, slots: [costly(sunday, Samples.time(19, 30))]),
                ], score(saturday, Samples.time(20))),
            result(
                carbone, [FoundEvening(day: sunday, slots: [costly(sunday, Samples.time(21))])],
                score(
                    sunday, Samples.time(21), gap: 60,
                    stake: .known(Amount(200) ?? .zero, currency: "USD", isBeforeTax: false))),
            result(
                tock, [FoundEvening(day: saturday, slots: [behind])],
                score(saturday, Samples.time(20), obstacle: .onTock)),
        ]
        found.searched.venues = 5
        found.searched.days = 2
        found.searched.requests = 7
        found.leftOut = [
            LeftOut(
                .name("Joe's"),
                .unnamed(
                    ResyError(
                        .venueAmbiguous, .venue(.several("Joe's", count: 2)), advice: [.venue(.askWhich)],
                        choices: [.venue(venue(6001, "Joe's")), .venue(venue(6002, "Joe's", "Midtown"))]))),
            LeftOut(.venue(venue(5004, "Lilia")), .soldOut),
            LeftOut(.venue(venue(5005, "Via Carota")), .otherTimes([Samples.time(17), Samples.time(22, 30)])),
        ]
        return found
    }

    /// Cut short by the budget, with a restaurant that was not looked at.
    static var partial: FoundTables {
        var found = found
        found.end = .budget(until: Samples.now.adding(100))
        found.cursor = "c5Yx"
        found.leftOut.append(LeftOut(.venue(venue(5006, "I Sodi")), .notLooked))
        found.searched.age = 40
        return found
    }

    static var nothing: FoundTables {
        var found = found
        found.results = []
        return found
    }

    /// Ten restaurants on three days, two prices each, a time every quarter of an hour.
    static var huge: FoundTables {
        var found = found
        found.days = (0..<3).map { saturday.adding(days: $0) }
        found.results = (0..<10).map { index in
            let venue = venue(7000 + index, "Trattoria Number \(index + 1)", "Greenwich Village")
            let evenings = found.days.map { day in
                let slots = (0..<20).flatMap { step -> [Slot] in
                    let minutes = 20 * 60 + (step % 2 == 0 ? 1 : -1) * ((step + 1) / 2) * 15
                    let time = TimeOfDay(minutesAfterMidnight: minutes)
                    return [costly(day, time), free(day, time)]
                }
                return FoundEvening(day: day, slots: slots)
            }
            return result(venue, evenings, score(saturday, Samples.time(20)))
        }
        found.leftOut = (0..<60).map { LeftOut(.venue(venue(8000 + $0, "Osteria \($0)")), .noTable) }
        found.leftOut.append(LeftOut(.restaurants(130), .beyondLimit))
        return found
    }

    static var days: OpenDays {
        let venue = venue(5010, "Semma", "Greenwich Village")
        let first = Samples.day.adding(days: -4)
        func day(_ offset: Int, _ status: OpenDays.Status, _ slots: [Slot]? = nil) -> OpenDays.Day {
            OpenDays.Day(day: first.adding(days: offset), status: status, slots: slots)
        }
        let open = (0..<2).map { first.adding(days: $0 * 3) }
        var found = OpenDays(
            venue: venue, url: url(venue, first), party: 2,
            days: [
                day(0, .open, [free(open[0], Samples.time(17, 30)), free(open[0], Samples.time(21, 45))]),
                day(1, .soldOut), day(2, .soldOut), day(3, .open, [free(open[1], Samples.time(20))]), day(4, .closed),
                day(5, .open), day(6, .unknown),
            ], publishedUntil: first.adding(days: 6), release: release)
        found.preferredTime = nil
        return found
    }

    /// Two sources that disagree.
    static var release: [ReleaseFact] {
        let wanted = Samples.day.adding(days: 14)
        return [
            ReleaseFact(
                daysAhead: 15, time: Samples.time(9), forDay: wanted,
                opensAt: Samples.zone?.instant(wanted.adding(days: -15), Samples.time(9)), source: .needToKnow),
            ReleaseFact(daysAhead: 14, time: nil, forDay: wanted, opensAt: nil, source: .config),
        ]
    }
}
