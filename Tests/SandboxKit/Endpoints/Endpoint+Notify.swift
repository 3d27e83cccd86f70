import Foundation

extension World {
    func notify(_ request: RecordedRequest) -> Reply {
        guard let account = signedInAccount(request) else { return .unauthorized }
        switch request.method {
        case "POST":
            if request.path == "/3/notify" { return .page(502, "502 Bad Gateway") }
            return addNotify(request.form, account)
        case "DELETE": return removeNotify(request.query, account)
        default:
            if switches.notifyListIsNull { return Reply(200, ["notify": nil]) }
            return Reply(200, ["notify": .array(oddRows + shownNotifies(of: account).map(notifyObject))])
        }
    }

    /// What a list shows by now.
    private func shownNotifies(of account: Account) -> [NotifyRequest] {
        notifies.filter {
            $0.account == account.id && $0.visibleAt <= now && ($0.removedAt.map { $0 > now } ?? true)
                && !isActive(.forgets)
        }
    }

    /// Rows of which nothing or not all can be read.
    private var oddRows: [JSONValue] {
        guard switches.notifyListIsOdd else { return [] }
        return [
            nil, "soon", ["specs": nil], ["specs": ["notify_request_id": 1]],
            ["specs": ["notify_request_id": 2, "venue_id": 99001, "day": "someday", "party_size": 2]],
        ]
    }

    private func addNotify(_ form: [String: String], _ account: Account) -> Reply {
        let names = ["venue_id", "day", "num_seats", "time_preferred_start", "time_preferred_end", "service_type_id"]
        let absent = names.filter { (form[$0] ?? "").isEmpty }
        if !absent.isEmpty { return .invalid(absent.map { ($0, "missing") }) }
        guard let id = Int(form["venue_id"] ?? ""), let venue = venue(id) else {
            return .failure(404, "Venue not found")
        }
        guard let day = Day(form["day"] ?? ""), let party = Int(form["num_seats"] ?? ""),
            let service = Int(form["service_type_id"] ?? "")
        else { return .invalid([("day", "invalid")]) }
        let (start, end) = (form["time_preferred_start"] ?? "", form["time_preferred_end"] ?? "")
        guard let hours = notifyHours(of: venue, on: day).first(where: { $0.service == service }) else {
            return .invalid([("service_type_id", "invalid")])
        }
        guard hours.takes(start), hours.takes(end) else { return .invalid([("time_preferred_start", "invalid")]) }
        let mine = notifies.filter { $0.account == account.id && $0.removedAt == nil }
        if let most = switches.notifyMost, mine.count >= most {
            return .failure(400, "You have reached the limit of Notify requests.")
        }
        let isThere = mine.contains {
            $0.venue == id && $0.day == day.description && $0.party == party && $0.service == service
        }
        if isThere, !switches.notifyTakesTwice { return .failure(409, "You already have a Notify for this day.") }
        guard !isActive(.pretend) else { return Reply(201, [:]) }
        let wish = NotifyRequest(
            id: (notifies.map(\.id).max() ?? 4_400_000) + 1, account: account.id, venue: id, day: day.description,
            party: party, start: start, end: end, service: service,
            visibleAt: now.addingTimeInterval(switches.notifyLagSeconds))
        notifies.append(wish)
        return Reply(201, ["specs": notifyObject(wish)["specs"] ?? [:]])
    }

    /// The number alone is not enough.
    private func removeNotify(_ query: [String: String], _ account: Account) -> Reply {
        let names = ["notify_request_id", "venue_id", "day", "num_seats", "service_type_id"]
        let absent = names.filter { (query[$0] ?? "").isEmpty }
        if !absent.isEmpty { return .invalid(absent.map { ($0, "missing") }) }
        let place = notifies.firstIndex {
            $0.account == account.id && $0.removedAt == nil && query["notify_request_id"] == String($0.id)
                && query["venue_id"] == String($0.venue) && query["day"] == $0.day
                && query["num_seats"] == String($0.party) && query["service_type_id"] == String($0.service)
        }
        guard let place else { return .failure(404, "Not found") }
        if !isActive(.pretend) { notifies[place].removedAt = now.addingTimeInterval(switches.notifyLagSeconds) }
        return Reply(200, [:])
    }

    private func notifyObject(_ wish: NotifyRequest) -> JSONValue {
        [
            "specs": [
                "venue_id": .int(wish.venue), "day": .string(wish.day), "party_size": .int(wish.party),
                "notify_request_id": .int(wish.id), "time_preferred_start": .string(wish.start),
                "time_preferred_end": .string(wish.end), "service_type_id": .int(wish.service),
            ],
            "results": [
                "venues": [["venue": ["id": ["resy": .int(wish.venue)], "name": .text(venue(wish.venue)?.name)]]]
            ],
        ]
    }

    // MARK: - What a restaurant takes

    /// As `/4/find` of that day tells it.
    func notifyOptions(of venue: Venue, on day: Day) -> JSONValue {
        if switches.notifyOptionsAreOdd { return [nil, ["service_type_id": "dinner"], "later"] }
        return .array(
            notifyHours(of: venue, on: switches.notifyHoursAreDaily ? day : venue.clock.day(at: now)).map { hours in
                let last = switches.notifyHoursAreDaily ? day : venue.clock.day(at: now).adding(switches.notifyDays)
                let first = switches.notifyHoursAreDaily ? day : venue.clock.day(at: now)
                return [
                    "service_type_id": .int(hours.service), "step_minutes": .int(switches.notifyStep),
                    "min_request_datetime": .string("\(first) \(clockText(hours.opens))"),
                    "max_request_datetime": .string(
                        "\(last.adding(hours.closes / 1440)) \(clockText(hours.closes % 1440))"),
                ]
            })
    }

    private func notifyHours(of venue: Venue, on day: Day) -> [NotifyHoursTaken] {
        let today = venue.clock.day(at: now)
        guard switches.takesNotify, day >= today, day <= today.adding(switches.notifyDays) else { return [] }
        var hours = [NotifyHoursTaken(service: 2, opens: 17 * 60, closes: switches.notifyClosesAt)]
        if switches.hasNotifyLunch { hours.append(NotifyHoursTaken(service: 3, opens: 690, closes: 900)) }
        return hours.map { hours in
            var hours = hours
            hours.step = switches.notifyStep
            return hours
        }
    }
}

/// Hours of one service, in minutes after midnight of the day.
private struct NotifyHoursTaken {
    var service: Int
    var opens: Int
    var closes: Int
    var step = 30

    func takes(_ clock: String) -> Bool {
        let parts = clock.split(separator: ":").compactMap { Int($0) }
        guard clock.count == 8, parts.count == 3 else { return false }
        let minutes = parts[0] * 60 + parts[1]
        let late = minutes < 300 ? minutes + 1440 : minutes
        return (opens...closes).contains(late) && (late - opens) % step == 0
    }
}
