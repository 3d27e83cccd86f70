internal import ResyDomain

/// The account's Notify list, as far as Resy gave it.
struct NotifyList: Sendable {
    var notifies: [Notify] = []
    /// Rows that could not be read.
    var unread = 0
}

extension ResyCall {
    /// `GET /3/notify`. `settles`: to see what became of a request that was sent.
    func notifies(isPaced: Bool = false, settles: Bool = false) async throws -> NotifyList {
        let request = ResyRequest(
            endpoint: .notifies, method: .get, path: "/3/notify", isPaced: isPaced, settles: settles)
        guard let answer = try await send(request) else { throw APIFailure.schema(path: "$.notify") }
        return try reading { () throws(JSONError) in
            // However many are odd, the others and what is set beside them are told.
            let rows = try answer.rows("notify")
            let notifies = rows.compactMap { row in try? Notify.decode(row) }
            return NotifyList(notifies: notifies, unread: rows.count - notifies.count)
        }
    }

    /// `POST /2/notify`, a form, sent once. What it answers is not known well enough to be believed: the list tells.
    func add(_ window: NotifyWindow, of wish: NotifySubject) async throws {
        let fields = [
            (name: "venue_id", value: String(wish.venue)), (name: "day", value: wish.day.iso),
            (name: "num_seats", value: String(wish.party)),
            (name: "time_preferred_start", value: window.earliest.clock + ":00"),
            (name: "time_preferred_end", value: window.latest.clock + ":00"),
            (name: "service_type_id", value: String(window.service)),
        ]
        _ = try await send(
            ResyRequest(endpoint: .notify, method: .post, path: "/2/notify", body: .form(fields), isPaced: false))
    }

    /// `DELETE /2/notify`, sent once: the number alone is not enough, the whole entry is named as the list has it.
    func remove(_ notify: Notify) async throws {
        var query = [
            (name: "notify_request_id", value: String(notify.id)), (name: "venue_id", value: String(notify.venue.id)),
            (name: "day", value: notify.day.iso), (name: "num_seats", value: String(notify.party)),
        ]
        // Dinner, as most are, where the list does not say.
        query.append((name: "service_type_id", value: String(notify.service ?? 2)))
        _ = try await send(
            ResyRequest(endpoint: .notify, method: .delete, path: "/2/notify", query: query, isPaced: false))
    }
}
