package import ResyDomain

/// What Resy answered to a booking that it took.
package struct Booked: Sendable {
    /// Nil where the answer had none that can be one: the account's list knows.
    package var reservationID: Int?
}

/// What Resy said of a cancellation that it took.
package struct Cancelled: Sendable {
    /// Money back, where it said so.
    package var refund: Bool?
}

extension ResyCall {
    /// `/4/find`: the tables of one evening. JSON by POST as the site does; GET where the method is refused.
    ///
    /// `changing`: the token of a reservation that one of them is to take the place of.
    package func find(
        venue: Venue, day: CalendarDay, party: Int, isBeside: Bool = false, changing: Secret? = nil
    ) async throws -> Tables {
        if let changing {
            redactor.register(changing)
            // For that table's sake alone.
            return try await asked(venue: venue, day: day, party: party, isBeside: isBeside, changing: changing)
        }
        let key = asked(venue, day, party)
        if context.purpose == .search, let (tables, at) = api.memory.recall(key, as: Tables.self, now: clock.now) {
            var known = tables
            known.askedAt = at
            return known
        }
        let tables = try await asked(venue: venue, day: day, party: party, isBeside: isBeside, changing: nil)
        api.memory.keep(tables, for: key, at: clock.now)
        return tables
    }

    /// What a look at that evening was answered last. A hint: tables go within minutes.
    func lastShown(venue: Venue, day: CalendarDay, party: Int) -> Tables? {
        api.memory.recall(asked(venue, day, party), as: Tables.self, now: clock.now, within: LookMemory.hintLife)?.value
    }

    private func asked(_ venue: Venue, _ day: CalendarDay, _ party: Int) -> LookMemory.Asked {
        LookMemory.Asked(
            path: "/4/find", body: Array("\(venue.id) \(day.iso) \(party)".utf8), isSignedIn: access.token != nil)
    }

    private func asked(
        venue: Venue, day: CalendarDay, party: Int, isBeside: Bool, changing: Secret?
    ) async throws -> Tables {
        let found = Rows<FoundSlot>()
        let arrays: () -> [JSONStream.Elements] = {
            found.reset()
            let parts = SlotParts()
            return [
                JSONStream.Elements(of: "$.results.venues[].slots[]", rows: FoundSlot.members) {
                    (slot, at) throws(JSONError) in
                    found.take { () throws(JSONError) in
                        try FoundSlot.decode(slot, venueIndex: at.first ?? 0, parts)
                    }
                }
            ]
        }
        var fields: JSON = [
            "lat": 0, "long": 0, "day": .string(day.iso), "party_size": .integer(party),
            "venue_id": .integer(venue.id),
        ]
        if let changing { fields = fields.setting("resy_token", to: .string(changing.reveal())) }
        let post = ResyRequest(
            endpoint: .find, method: .post, path: "/4/find", body: .json(fields), isBeside: isBeside, arrays: arrays)
        let get = ResyRequest(
            endpoint: .find, method: .get, path: "/4/find",
            query: [
                ("lat", "0"), ("long", "0"), ("day", day.iso), ("party_size", String(party)),
                ("venue_id", String(venue.id)),
            ],
            isPaced: false, arrays: arrays)
        // A token does not stand in an address, which others log.
        let sent = changing == nil ? try await first(post, else: get) : try await send(post)
        guard let answer = sent else {
            throw APIFailure.schema(path: "$.results.venues")
        }
        var tables = try reading { () throws(JSONError) in
            try Tables.decode(
                answer, slots: try found.all, venue: venue, evening: day, party: party,
                isSignedIn: access.token != nil)
        }
        tables.slots = tables.slots.offered(for: day, in: tables.venue.zone, at: clock.now)
        return tables
    }

    /// `/3/details`: the terms of one slot. With `commit: 1` the token that books it comes with them; a `preview`, `commit: 0`,
    /// is for looking alone.
    package func details(
        slotToken: String, day: CalendarDay, party: Int, listed: ListedPrice, isPreview: Bool = false,
        isPaced: Bool = false, isBeside: Bool = false
    ) async throws -> SlotDetails {
        let commit = isPreview ? 0 : 1
        let post = ResyRequest(
            endpoint: .details, method: .post, path: "/3/details",
            body: .json([
                "commit": .integer(commit), "config_id": .string(slotToken), "day": .string(day.iso),
                "party_size": .integer(party),
            ]),
            isPaced: isPaced, isBeside: isBeside)
        let get = ResyRequest(
            endpoint: .details, method: .get, path: "/3/details",
            query: [
                ("commit", String(commit)), ("config_id", slotToken), ("day", day.iso), ("party_size", String(party)),
            ],
            isPaced: false)
        guard let answer = try await first(post, else: get) else {
            throw APIFailure.schema(path: "$.book_token.value")
        }
        return try reading { () throws(JSONError) in
            try SlotDetails.decode(answer, party: party, listed: listed, isPreview: isPreview)
        }
    }

    /// The first request, or the second where the server refuses the first one's method.
    private func first(
        _ request: ResyRequest, else other: ResyRequest
    ) async throws -> JSON? {
        do {
            return try await send(request)
        } catch APIFailure.noSuchCall {
            return try await send(other)
        }
    }

    /// `POST /3/book`, a form, sent once. Anything but a clear answer leaves the outcome unknown.
    package func book(
        _ bookToken: Secret, cardID: Int?
    ) async throws -> Booked {
        let fields = bookingFields(bookToken, cardID)
        let request = ResyRequest(endpoint: .book, method: .post, path: "/3/book", body: .form(fields), isPaced: false)
        let answer = try await send(request)
        let number = try? answer?.optional("reservation_id")?.integer
        return Booked(reservationID: number.flatMap { $0 > 0 ? $0 : nil })
    }

    /// `POST /3/change`, a form, sent once: Resy's own change of a reservation. What it answers is known to nobody, so nothing is read
    /// from it: the account's list tells.
    package func change(_ reservationToken: Secret, to bookToken: Secret, cardID: Int?) async throws {
        redactor.register(reservationToken)
        let fields = bookingFields(bookToken, cardID) + [("resy_token", reservationToken.reveal())]
        let request = ResyRequest(
            endpoint: .change, method: .post, path: "/3/change", body: .form(fields), isPaced: false)
        _ = try await send(request)
    }

    private func bookingFields(_ bookToken: Secret, _ cardID: Int?) -> [(name: String, value: String)] {
        redactor.register(bookToken)
        var fields = [(name: "book_token", value: bookToken.reveal())]
        if let cardID { fields.append(("struct_payment_method", "{\"id\":\(cardID)}")) }
        return fields + [("source_id", "resy.com-venue-details"), ("venue_marketing_opt_in", "0")]
    }

    /// `POST /3/cancel`, a form, sent once. The body of the answer is known to differ, so none is required.
    package func cancel(
        _ reservationToken: Secret
    ) async throws -> Cancelled {
        redactor.register(reservationToken)
        let request = ResyRequest(
            endpoint: .cancel, method: .post, path: "/3/cancel",
            body: .form([("resy_token", reservationToken.reveal())]), isPaced: false)
        let answer = try await send(request)
        let payment = answer?.optional("payment")
        // Two shapes are known.
        let told = [payment?.optional("transaction")?.optional("refund"), payment?.optional("refund")]
        let refunds = Set(told.compactMap(\.self).map { try? $0.flag })
        return Cancelled(refund: refunds.count == 1 ? refunds.first ?? nil : nil)
    }
}
