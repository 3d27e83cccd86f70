internal import ResyDomain

extension NotifyHours {
    /// One of `venue.notify_options`, an entry for each service.
    static func decode(_ option: JSON) throws(JSONError) -> NotifyHours {
        let (from, until) = (try option["min_request_datetime"], try option["max_request_datetime"])
        guard let first = WireTime.local(try from.string), let last = WireTime.local(try until.string),
            let hours = NotifyHours(
                service: try option["service_type_id"].integer, from: first, until: last,
                step: try? option.optional("step_minutes")?.integer)
        else { throw .wrongKind(path: until.path, wanted: "a day and time after the first") }
        return hours
    }

    /// Those that can be read.
    static func all(of venue: JSON?) -> [NotifyHours] {
        let options = (try? venue?.optional("notify_options")?.items) ?? []
        return options.compactMap { option in try? decode(option) }
    }
}

extension Notify {
    /// A row of the account's Notify list. Without its number, restaurant, day or party nothing can be said of it.
    static func decode(_ row: JSON) throws(JSONError) -> Notify {
        let specs = try row["specs"]
        let day = try specs["day"]
        guard let evening = CalendarDay(iso: try day.string.prefix(10)) else {
            throw .wrongKind(path: day.path, wanted: "a date")
        }
        func time(_ name: String) -> TimeOfDay? {
            (try? specs.optional(name)?.string).flatMap { TimeOfDay(clock: $0) }
        }
        let party = if let size = specs.optional("party_size") { size } else { try specs["num_seats"] }
        return Notify(
            id: try specs["notify_request_id"].integer, venue: venue(row, try specs["venue_id"].integer), day: evening,
            party: try party.integer, earliest: time("time_preferred_start"),
            latest: time("time_preferred_end"), service: try? specs.optional("service_type_id")?.integer)
    }

    /// As far as the row tells of it.
    private static func venue(_ row: JSON, _ id: Int) -> Venue {
        let all = (try? row.optional("results")?.optional("venues")?.items) ?? []
        let told = all.compactMap { $0.optional("venue") }
        let about =
            told.first { (try? $0.optional("id")?.optional("resy")?.integer) == id }
            ?? told.first {
                $0.optional("id")?.optional("resy") == nil
            }
        var venue = Venue(id: id, name: (try? about?.optional("name")?.words).map { CleanText.title($0) } ?? "")
        let location = about?.optional("location")
        venue.city = Venue.cleaned(location?.optional("name")) ?? Venue.cleaned(location?.optional("locality"))
        venue.zone = try? Venue.zone(location?.optional("time_zone"))
        venue.citySlug = try? location?.optional("url_slug")?.string
        venue.slug = try? about?.optional("url_slug")?.string
        return venue
    }
}
