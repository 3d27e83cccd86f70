internal import ResyDomain

extension CancelReservation {
    /// Which reservation a diner means.
    enum Wanted {
        /// With the name that came along, which must not contradict it.
        case number(Int, name: String?)
        case name(String)

        /// Throws `bad_request` where neither is given, or the number is none.
        init(_ request: CancellationRequest) throws {
            if let text = request.confirmationID.flatMap({ $0.isBlank ? nil : $0 }) {
                let trimmed = CleanText.line(text)
                let bare = trimmed.uppercased().hasPrefix("RESY-") ? trimmed.dropFirst(5) : trimmed[...]
                guard let id = Int(bare), id > 0 else {
                    throw ResyError(
                        .badRequest, "confirmation_id \(CleanText.quoted(trimmed, to: 40)) is not one of Resy's.",
                        hint: "It looks like RESY-900000123; my_reservations lists them.")
                }
                self = .number(id, name: request.restaurant.flatMap { $0.isBlank ? nil : Self.spoken($0) })
            } else if let name = request.restaurant.flatMap({ $0.isBlank ? nil : $0 }) {
                self = .name(Self.spoken(name))
            } else {
                throw ResyError(
                    .badRequest, "Neither restaurant_name nor confirmation_id was given.",
                    hint: "Give one of them; my_reservations lists what there is.")
            }
        }

        /// What points at a restaurant keeps what is said beside it, which may contradict it.
        private static func spoken(_ name: String) -> String {
            let reference = VenueReference(name)
            return reference.isName ? reference.spoken : name
        }

        /// `url`: where the account's reservations are shown.
        func pick(from list: AccountList, url: String) throws -> ListedReservation {
            let open = list.rows.filter { $0.reservation.status == .confirmed }
            switch self {
            case .number(let id, let name):
                if let row = open.first(where: { $0.reservation.id == id }) {
                    guard let name, VenueReference.relation(of: name, to: row.reservation.venue) == nil else {
                        return row
                    }
                    throw ResyError(
                        .badRequest,
                        "RESY-\(id) is a table at \(CleanText.quoted(row.reservation.venue.name)), not at \(CleanText.quoted(name)).",
                        hint: "Ask which one is meant, then call again with its confirmation_id alone.",
                        choices: [.reservation(row.reservation)])
                }
                // One whose number could not be read may be this one.
                guard !list.unread.contains(id), !list.unread.contains(nil) else {
                    throw unread(list, what: "RESY-\(id)", open, url)
                }
                throw notFound("RESY-\(id)", open)
            case .name(let name):
                let wanted = VenueReference(name)
                let related = open.map {
                    (row: $0, relation: VenueReference.relation(of: name, to: $0.reservation.venue))
                }
                let sure = related.filter { ($0.relation ?? .partial) >= .near }
                if sure.count == 1 { return sure[0].row }
                // "Joe's" may not be "Joe's Shanghai": a part of a name is asked about, even where only one fits.
                var fitting = (sure.isEmpty ? related.filter { $0.relation != nil } : sure).map { $0.row }
                // Of the few tables that an account holds, "sushi" may well tell one.
                if fitting.isEmpty, case .name(let bare) = wanted {
                    fitting = open.filter { VenueMatch.isKin(FoldedName(bare), $0.reservation.venue) }
                }
                if fitting.isEmpty, !list.unread.isEmpty {
                    throw unread(list, what: CleanText.quoted(name), open, url)
                }
                if fitting.isEmpty { throw notFound(CleanText.quoted(name), open) }
                throw ResyError(
                    .reservationAmbiguous,
                    "\(CleanText.quoted(name)) may mean \(fitting.count == 1 ? "this reservation" : "any of \(fitting.count) reservations").",
                    hint: "Ask which one, then call again with its confirmation_id.",
                    choices: fitting.map { .reservation($0.reservation) })
            }
        }

        private func unread(
            _ list: AccountList, what: String, _ open: [ListedReservation], _ url: String
        ) -> ResyError {
            ResyError(
                .schemaChanged,
                "\(list.unreadable) What can be read of Resy's list does not fit \(what). Nothing was cancelled.",
                hint: "Look at \(url): a table that cannot be read here can be cancelled there.",
                choices: open.map { .reservation($0.reservation) }, url: url)
        }

        private func notFound(_ what: String, _ open: [ListedReservation]) -> ResyError {
            ResyError(
                .reservationNotFound, "No upcoming reservation fits \(what).",
                hint: open.isEmpty
                    ? "The account has no upcoming reservations."
                    : "These are the upcoming ones; call again with the confirmation_id of the right one.",
                choices: open.map { .reservation($0.reservation) })
        }
    }
}
