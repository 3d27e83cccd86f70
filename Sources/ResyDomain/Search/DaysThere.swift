/// The days of a search as each restaurant's calendar has them: it may be Sunday at one and Monday at another.
package struct DaysThere: Sendable {
    private let texts: [String]
    private let hours: SearchHours?
    private let now: Instant
    /// Today where no zone is known.
    private let elsewhere: CalendarDay

    package init(_ texts: [String], hours: SearchHours? = nil, now: Instant, elsewhere: CalendarDay) {
        (self.texts, self.hours, self.now, self.elsewhere) = (texts, hours, now, elsewhere)
    }

    /// With its hours a weekday is the next one where today's are over.
    package func with(_ hours: SearchHours) -> DaysThere {
        DaysThere(texts, hours: hours, now: now, elsewhere: elsewhere)
    }

    /// Those in a zone, and how a weekday was read there. Throws `bad_request` as `SearchDays` does.
    package func read(in zone: Zone?) throws(ResyError) -> (days: SearchDays, moved: WordReading?) {
        let local = zone?.local(now)
        var days = try SearchDays.read(texts, today: local?.day ?? elsewhere)
        let moved = hours.flatMap { days.moveOn($0, now: local) }
        return (days, moved)
    }

    /// Those of the first zone where not all of them are past. Throws where they are past in each.
    package func first(of zones: [Zone?]) throws(ResyError) -> (zone: Zone?, days: SearchDays) {
        var fault: ResyError?
        for zone in zones {
            do throws(ResyError) {
                return (zone, try read(in: zone).days)
            } catch {
                guard error.pastDay != nil else { throw error }
                fault = fault ?? error
            }
        }
        if let fault { throw fault }
        return (nil, try read(in: nil).days)
    }

    /// Nil where all of them are past at that restaurant.
    package func there(_ venue: Venue) throws(ResyError) -> SearchDays? {
        do throws(ResyError) {
            return try read(in: venue.zone).days
        } catch {
            guard error.pastDay != nil else { throw error }
            return nil
        }
    }
}

extension ResyError {
    /// The day that lies behind, where that is what is wrong.
    fileprivate var pastDay: CalendarDay? {
        guard case .date(.unreadable(let error)) = finding, case .past(let day) = error.reason else { return nil }
        return day
    }
}
