internal import ResyDomain

/// The reservation that was meant, and how sure that is.
struct PickedReservation: Sendable {
    var row: ListedReservation
    /// The only one that fits, and not named by its number or its whole name: a person is asked, whatever it costs.
    var isGuess: Bool
    /// In which it was found; nil where our own records could not be read beside it.
    var list: ListReading?
}

extension WantedReservation {
    /// Throws `bad_request` where the number is none, or the date is not one to come.
    init(_ request: CancellationRequest, today: CalendarDay, now: Instant) throws(ResyError) {
        let name = request.restaurant.flatMap { $0.isBlank ? nil : Self.spoken($0) }
        let date = request.date.flatMap { $0.isBlank ? nil : $0 }
        if let date { try Self.check(date, today, now) }
        let text = request.confirmationID.flatMap { $0.isBlank ? nil : $0 }
        self.init(id: try text.map(Self.number), name: name, date: date)
    }

    private static func number(_ text: String) throws(ResyError) -> Int {
        let trimmed = CleanText.line(text)
        let bare = trimmed.uppercased().hasPrefix("RESY-") ? trimmed.dropFirst(5) : trimmed[...]
        guard let id = Int(bare), id > 0 else {
            throw ResyError(.badRequest, .cancelling(.badNumber(trimmed)), advice: [.deed(.numberLooksLike)])
        }
        return id
    }

    /// By the earliest day that it is anywhere: which day it is at each restaurant is judged with its row.
    private static func check(_ date: String, _ today: CalendarDay, _ now: Instant) throws(ResyError) {
        let words = SpokenZone.split(date).0
        guard (try? DateText.read(words, today: .earliest(at: now))) == nil else { return }
        do {
            _ = try DateText.read(words, today: today)
        } catch {
            throw ResyError(.badRequest, .date(.unreadable(error)), advice: [.date(.insteadOf(error))])
        }
    }

    /// What points at a restaurant keeps what is said beside it, which may contradict it.
    private static func spoken(_ name: String) -> String {
        let reference = VenueReference(name)
        return reference.isName ? reference.spoken : name
    }

    // MARK: - What may be meant

    func mayMean(_ reservation: Reservation, _ now: Instant) -> Bool {
        if let id { return reservation.id == id }
        return isOn(reservation.days, at: reservation.venue, now)
            && (name.map { VenueReference($0).relation(to: reservation.venue) != nil } ?? true)
    }

    /// The number of one that is not settled is not known here.
    func mayMean(_ entry: JournalEntry, _ now: Instant) -> Bool {
        var venue = Venue(id: entry.key.venue, name: entry.about.venueName ?? "")
        venue.zone = entry.about.zone
        guard id == nil else { return true }
        return isOn([entry.key.day, entry.sitting.day], at: venue, now)
            && (name.map { VenueReference($0).relation(to: venue) != nil } ?? true || isKin(venue))
    }

    func isKin(_ venue: Venue) -> Bool {
        guard let name, case .name(let name) = VenueReference(name) else { return false }
        return VenueMatch.isKin(FoldedName(name), venue)
    }

    /// Whether the day that was said is one of these, by the restaurant's calendar. `isLater`: the one in a week, of a weekday
    /// that it is today.
    private func isOn(_ days: [CalendarDay], at venue: Venue, _ now: Instant, isLater: Bool = false) -> Bool {
        guard let date else { return true }
        let said = try? WantedEvening.read(date: date, time: nil, at: venue, now: now)
        return (isLater ? said?.later : said?.day).map { days.contains($0) } ?? false
    }

    // MARK: - Picking

    /// `agreed`: the one that a yes came for. `url`: where the account's reservations are shown.
    func pick(
        from list: AccountList, agreed: Int? = nil, url: String, now: Instant
    ) throws(ResyError) -> PickedReservation {
        let open = list.rows.filter { $0.reservation.status == .confirmed }
        if let id { return PickedReservation(row: try pick(id, open, list, url, now), isGuess: false) }
        let (fitting, isWhole) = fitting(open, now)
        if fitting.isEmpty { throw list.gaps.unread.isEmpty ? notFound(open) : unreadable(list, open, url) }
        if let row = fitting.first(where: { $0.reservation.id == agreed }) {
            return PickedReservation(row: row, isGuess: true)
        }
        guard fitting.count == 1 else {
            throw ResyError(
                .reservationAmbiguous, .cancelling(.several(self, fitting.count)), advice: [.deed(.askWhich)],
                choices: Self.inOrder(fitting))
        }
        // What the list does not show may be of that name too.
        return PickedReservation(row: fitting[0], isGuess: !isWhole || !list.isWhole)
    }

    private func pick(
        _ id: Int, _ open: [ListedReservation], _ list: AccountList, _ url: String, _ now: Instant
    ) throws(ResyError) -> ListedReservation {
        guard let row = open.first(where: { $0.reservation.id == id }) else {
            // One whose number could not be read may be this one.
            let isUnread = list.gaps.unread.contains(id) || list.gaps.unread.contains(nil)
            throw isUnread ? unreadable(list, open, url) : notFound(open)
        }
        let held = row.reservation
        if let name, VenueReference.relation(of: name, to: held.venue) == nil {
            throw ResyError(
                .badRequest, .cancelling(.otherVenue(id: id, at: held.venue.name, wanted: name)),
                advice: [.deed(.askWhichByNumberAlone)], choices: [.reservation(held)])
        }
        if let date, !isOn(held.days, at: held.venue, now), !isOn(held.days, at: held.venue, now, isLater: true) {
            throw ResyError(
                .badRequest, .cancelling(.otherDay(NamedTable(held), said: date)),
                advice: [.deed(.askWhichByNumberAlone)], choices: [.reservation(held)])
        }
        return row
    }

    /// Those that may be meant, and whether the whole name of their restaurant was said.
    private func fitting(_ open: [ListedReservation], _ now: Instant) -> ([ListedReservation], isWhole: Bool) {
        let onDay = open.filter { isOn($0.reservation.days, at: $0.reservation.venue, now) }
        let isLater = onDay.isEmpty
        let left =
            isLater ? open.filter { isOn($0.reservation.days, at: $0.reservation.venue, now, isLater: true) } : onDay
        guard let name else { return (left, false) }
        let related = left.map { (row: $0, relation: VenueReference.relation(of: name, to: $0.reservation.venue)) }
        let whole = related.filter { $0.relation == .equal }.map(\.row)
        if !whole.isEmpty { return (whole, !isLater) }
        let near = related.filter { ($0.relation ?? .partial) >= .near }.map(\.row)
        if !near.isEmpty { return (near, false) }
        // "Joe's" may not be "Joe's Shanghai".
        let parts = related.filter { $0.relation != nil }.map(\.row)
        if !parts.isEmpty { return (parts, false) }
        // Of the few tables that an account holds, "sushi" may well tell one.
        return (left.filter { isKin($0.reservation.venue) }, false)
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
            choices: Self.inOrder(open))
    }

    /// As they come up.
    private static func inOrder(_ rows: [ListedReservation]) -> [ResyError.Choice] {
        rows.map(\.reservation).sorted { ($0.day, $0.time, $0.id) < ($1.day, $1.time, $1.id) }.map { .reservation($0) }
    }
}

extension Reservation {
    /// Those that a diner may name for it: past midnight, the evening's or the calendar's.
    fileprivate var days: [CalendarDay] { [evening, day] }
}
