/// A reservation as the account's list has it, with the token that cancels it.
package struct ListedReservation: Sendable {
    package var reservation: Reservation
    /// Differs at each read: use it at once, keep it never.
    package var cancelToken: Secret?
    /// Whether cancelling now would cost the fee, in Resy's own word; nil where it has none.
    package var feeApplies: Bool?
}

extension ResyAPI {
    /// `GET /3/user/reservations`, all pages of one kind. `settles`: to see what became of a deed that was sent.
    package func reservations(
        past: Bool = false, isPaced: Bool = true, isBeside: Bool = false, settles: Bool = false, _ access: Access,
        _ context: CallContext
    ) async throws -> [ListedReservation] {
        let pageSize = 50
        var all: [ListedReservation] = []
        var known: Set<Int> = []
        // One source found `offset` to be a page number; whichever it is, a page without news is the last.
        for page in 1...10 {
            let found = Collector<FoundReservation>()
            let call = Call(
                endpoint: .reservations, method: .get, path: "/3/user/reservations",
                query: [
                    ("type", past ? "past" : "upcoming"), ("limit", String(pageSize)), ("offset", String(page)),
                    ("book_on_behalf_of", "false"),
                ],
                isPaced: isPaced || page > 1, isBeside: isBeside && page == 1, settles: settles,
                arrays: {
                    found.reset()
                    return [
                        JSONStream.Elements(of: "$.reservations[]") { (item, _) throws(JSONError) in
                            found.append(try FoundReservation.decode(item))
                        }
                    ]
                })
            guard let answer = try await send(call, access, context) else {
                throw APIFailure.schema(path: "$.reservations")
            }
            let rows = try reading { () throws(JSONError) in
                _ = try answer["reservations"].items
                return try FoundReservation.join(found.all, venues: answer.optional("venues"), now: clock.now)
            }
            let news = rows.filter { known.insert($0.reservation.id).inserted }
            all += news
            let total = try? answer.optional("metadata")?.optional("total")?.integer
            // A server may give less at a time than it was asked for: its own total decides where there is one.
            if news.isEmpty || (total.map { all.count >= $0 } ?? (rows.count < pageSize)) { break }
        }
        return all
    }
}
