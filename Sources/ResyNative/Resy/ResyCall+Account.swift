package import ResyDomain

/// A reservation as the account's list has it, with the token that cancels it.
package struct ListedReservation: Sendable {
    package var reservation: Reservation
    /// Differs at each read: use it at once, keep it never.
    package var cancelToken: Secret?
    /// Whether it has a fee, in Resy's own word, which says nothing of when that is due; nil where Resy has no word on it.
    package var feeApplies: Bool?
    /// As the restaurant words them, cleaned; nil where none are known.
    package var terms: [String]?
    /// Resy's own change of it, where that is offered.
    package var change: OfferedChange?
    /// The money of the place, where the row and its venue name none.
    package var guessedCurrency: String?

    /// What is known of the restaurant's money counts before what its place suggests, and never against the restaurant's words.
    mutating func takeCurrency(_ known: String) {
        let guess = guessedCurrency
        reservation.charges = Charges(
            reservation.charges.map { charge in
                let amounts = Set([charge.amount].compactMap(\.self))
                guard charge.currency == nil || charge.currency == guess,
                    !ChargeWords.contradict(known, for: amounts, in: terms ?? [])
                else { return charge }
                var charge = charge
                charge.currency = known
                return charge
            })
    }

    /// It would be another one with what is known of the restaurant.
    var lacksCurrency: Bool {
        reservation.charges.contains { $0.currency == nil || $0.currency == guessedCurrency }
    }
}

/// The account's list, as far as Resy gave it.
package struct AccountList: Sendable {
    package var rows: [ListedReservation] = []
    /// Those that could not be read: their numbers, where they could be.
    package var unread: [Int?] = []
    /// Whether there are more than it shows.
    package var rest = ListGaps.Rest.none
    /// Numbers of those that Resy files under the past alone.
    package var past: Set<Int> = []

    package var gaps: ListGaps { ListGaps(unread: unread, rest: rest) }

    /// Where it is not, what it lacks proves nothing.
    package var isWhole: Bool { gaps.isWhole }

    package var reservations: [Reservation] { rows.map { $0.reservation } }

    /// Adds what the other kind of list holds; whether it is whole stays what it was.
    mutating func add(past list: AccountList) {
        past = Set(list.rows.map { $0.reservation.id }).subtracting(rows.map { $0.reservation.id })
        rows += list.rows
    }
}

extension ResyCall {
    /// `GET /3/user/reservations`, all pages of one kind. `settles`: to see what became of a deed that was sent.
    package func reservations(
        past: Bool = false, isPaced: Bool = true, isBeside: Bool = false, settles: Bool = false
    ) async throws -> AccountList {
        let pageSize = 50
        var list = AccountList()
        var known: Set<Int> = []
        var offset = 1
        // One source found `offset` to be a page number, from 1; a page that brings back known rows says that it counts rows.
        var countsRows = false
        for read in 0..<11 {
            let request = ResyRequest(
                endpoint: .reservations, method: .get, path: "/3/user/reservations",
                query: [
                    ("type", past ? "past" : "upcoming"), ("limit", String(pageSize)), ("offset", String(offset)),
                    ("book_on_behalf_of", "false"),
                ],
                isPaced: isPaced || read > 0, isBeside: isBeside && read == 0, settles: settles)
            let (rows, total, unread, isCountUnclear) = try await page(request)
            let news = rows.filter { known.insert($0.reservation.id).inserted }
            list.rows += news
            list.unread += unread
            // A server may give less at a time than it was asked for: its own total decides where there is one.
            let isShort = total.map { list.rows.count + list.unread.count < $0 } ?? false
            list.rest = isCountUnclear ? .unclear : isShort ? .more : .none
            if offset == 0 || !list.unread.isEmpty || isCountUnclear || !isShort && (total != nil || news.isEmpty) {
                break
            }
            countsRows = countsRows || news.count < rows.count
            // What an offset of 1 left out where it counts rows is at 0.
            offset = news.isEmpty || read == 9 ? 0 : countsRows ? list.rows.count + 1 : offset + 1
        }
        return list
    }

    /// `unread`: the numbers of rows that could not be read. Where none could, the failure is thrown.
    private func page(
        _ request: ResyRequest
    ) async throws -> (rows: [ListedReservation], total: Int?, unread: [Int?], isCountUnclear: Bool) {
        let (found, unread) = (Rows<FoundReservation>(), Rows<Int?>())
        var request = request
        request.arrays = {
            found.reset()
            unread.reset()
            return [
                JSONStream.Elements(of: "$.reservations[]") { (item, _) throws(JSONError) in
                    let isRead = found.take { () throws(JSONError) in try FoundReservation.decode(item) }
                    if !isRead { unread.take { try? item.optional("reservation_id")?.integer } }
                }
            ]
        }
        guard let answer = try await send(request) else {
            throw APIFailure.schema(path: "$.reservations")
        }
        let metadata = answer.optional("metadata")
        let count = metadata?.optional("total")
        let total = try? count?.integer
        let rows = try reading { () throws(JSONError) in
            let all = try found.all
            // Null is no list at all where there are some.
            _ = total ?? 0 > 0 ? try answer["reservations"].items : try answer.rows("reservations")
            return try FoundReservation.join(all, venues: answer.optional("venues"), now: clock.now)
        }
        // Where nobody can say how many there are, there may be more.
        let isCountUnclear = metadata?.isUnclear == true || count?.isUnclear == true
        return (rows, total, (try? unread.all) ?? [], isCountUnclear)
    }
}
