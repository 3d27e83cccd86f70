internal import ResyDomain

extension WantedReservation {
    /// Throws `bad_request` where neither a name nor a number is given, or the number is none.
    init(_ request: CancellationRequest) throws(ResyError) {
        let name = request.restaurant.flatMap { $0.isBlank ? nil : Self.spoken($0) }
        guard let text = request.confirmationID.flatMap({ $0.isBlank ? nil : $0 }) else {
            guard let name else {
                throw ResyError(.badRequest, .cancelling(.noneNamed), advice: [.deed(.nameOne)])
            }
            self = .name(name)
            return
        }
        let trimmed = CleanText.line(text)
        let bare = trimmed.uppercased().hasPrefix("RESY-") ? trimmed.dropFirst(5) : trimmed[...]
        guard let id = Int(bare), id > 0 else {
            throw ResyError(.badRequest, .cancelling(.badNumber(trimmed)), advice: [.deed(.numberLooksLike)])
        }
        self = .number(id, name: name)
    }

    /// What points at a restaurant keeps what is said beside it, which may contradict it.
    private static func spoken(_ name: String) -> String {
        let reference = VenueReference(name)
        return reference.isName ? reference.spoken : name
    }

    func mayMean(_ reservation: Reservation) -> Bool {
        switch self {
        case .number(let id, _): reservation.id == id
        case .name(let name): VenueReference(name).relation(to: reservation.venue) != nil
        }
    }

    /// The number of one that is not settled is not known here.
    func mayMean(_ entry: JournalEntry) -> Bool {
        guard case .name(let name) = self else { return true }
        let venue = Venue(id: entry.key.venue, name: entry.about.venueName ?? "")
        return VenueReference(name).relation(to: venue) != nil || isKin(venue)
    }

    func isKin(_ venue: Venue) -> Bool {
        guard case .name(let text) = self, case .name(let name) = VenueReference(text) else { return false }
        return VenueMatch.isKin(FoldedName(name), venue)
    }

    /// `url`: where the account's reservations are shown.
    func pick(from list: AccountList, url: String) throws(ResyError) -> ListedReservation {
        let open = list.rows.filter { $0.reservation.status == .confirmed }
        switch self {
        case .number(let id, let name):
            guard let row = open.first(where: { $0.reservation.id == id }) else {
                // One whose number could not be read may be this one.
                let isUnread = list.gaps.unread.contains(id) || list.gaps.unread.contains(nil)
                throw isUnread ? unreadable(list, open, url) : notFound(open)
            }
            guard let name, VenueReference.relation(of: name, to: row.reservation.venue) == nil else { return row }
            throw ResyError(
                .badRequest, .cancelling(.otherVenue(id: id, at: row.reservation.venue.name, wanted: name)),
                advice: [.deed(.askWhichByNumberAlone)], choices: [.reservation(row.reservation)])
        case .name(let name):
            let related = open.map {
                (row: $0, relation: VenueReference.relation(of: name, to: $0.reservation.venue))
            }
            let sure = related.filter { ($0.relation ?? .partial) >= .near }
            // What the list does not show may be of that name too.
            if sure.count == 1, list.isWhole { return sure[0].row }
            // "Joe's" may not be "Joe's Shanghai": a part of a name is asked about, even where only one fits.
            var fitting = (sure.isEmpty ? related.filter { $0.relation != nil } : sure).map { $0.row }
            // Of the few tables that an account holds, "sushi" may well tell one.
            if fitting.isEmpty { fitting = open.filter { isKin($0.reservation.venue) } }
            if fitting.isEmpty { throw list.gaps.unread.isEmpty ? notFound(open) : unreadable(list, open, url) }
            throw ResyError(
                .reservationAmbiguous, .cancelling(.several(self, fitting.count)), advice: [.deed(.askWhich)],
                choices: fitting.map { .reservation($0.reservation) })
        }
    }

    private func unreadable(_ list: AccountList, _ open: [ListedReservation], _ url: String) -> ResyError {
        ResyError(
            .schemaChanged, .cancelling(.unreadableMaybe(self, list.gaps)), advice: [.deed(.lookThere(url: url))],
            choices: open.map { .reservation($0.reservation) }, url: url)
    }

    private func notFound(_ open: [ListedReservation]) -> ResyError {
        ResyError(
            .reservationNotFound, .cancelling(.notFound(self)),
            advice: [.deed(.chooseUpcoming(isNone: open.isEmpty))],
            choices: open.map { .reservation($0.reservation) })
    }
}
