internal import ResyDomain

/// The account's tables, from Resy where it answers and from this home's memory where it does not.
struct ListReservations: Sendable {
    let reception: Reception

    /// Shown from memory: some years of an eager diner's evenings.
    private static let mostRemembered = 200
    private static let mostCancelled = 50

    func run(includingPast: Bool) async throws -> ReservationList {
        do {
            let read = try await read(includingPast)
            return try await listed(read, includingPast)
        } catch let failure as APIFailure where failure != .signedOut && failure != .otherAccount {
            return try await remembered(includingPast, because: failure.explained())
        } catch let error as ResyError where error.couldNotAsk {
            return try await remembered(includingPast, because: error)
        }
    }

    private struct Read: Sendable {
        var list: AccountList
        var askedAt: Instant
        /// Why the past alone could not be read: what is to come does not go for it.
        var fault: APIFailure?

        var reading: ListReading { list.reading(askedAt: askedAt) }
    }

    private func read(_ includingPast: Bool) async throws -> Read {
        let asked = reception.clock.now
        var read = try await reception.call.withAccess { [reception] resy in
            reception.call.progress(.readingList)
            var read = Read(list: try await resy.reservations(), askedAt: asked)
            guard includingPast else { return read }
            do {
                read.list.add(past: try await resy.reservations(past: true))
            } catch let failure as APIFailure where failure != .signedOut && failure != .otherAccount {
                read.fault = failure
            }
            return read
        }
        read.list = await reception.inKnownMoney(read.list)
        return read
    }

    private func listed(_ first: Read, _ includingPast: Bool) async throws -> ReservationList {
        let account = try await reception.call.accountKey()
        var read = first
        let book = try await reception.ledger(of: account).open(first.reading) {
            read = try await self.read(includingPast)
            return read.reading
        }
        await reception.delivery.read(read.list.reservations, account: account)
        // What is being cancelled and not listed is told beside the list alone.
        let tables = book.tables.filter { $0.isRow || $0.standing == .justBooked }
        var remarks = ListRemark.open(book) + read.list.gaps(page: reception.links.reservations)
        if let fault = read.fault {
            let error = fault.explained()
            remarks.append(.pastUnread(error.finding, error.advice))
        }
        remarks += tables.filter { $0.standing == .justBooked }.map { .notYetListed($0.reservation.id) }
        var all = tables.map(\.reservation)
        if includingPast {
            let (gone, isCut) = await cancelled(account)
            all += gone.filter { one in !all.contains { $0.id == one.id } }
            if isCut { remarks.append(.latestCancelledOnly(Self.mostCancelled)) }
        }
        let shown = shown(all, includingPast, past: read.list.past)
        var answer = ReservationList(
            reservations: shown, isSynced: read.list.isWhole && read.fault == nil, remarks: remarks.map { .list($0) })
        answer.undelivered = await undelivered(of: shown, account)
        return answer
    }

    /// Those that this home knows to be cancelled, which Resy's list leaves out; the latest of them.
    private func cancelled(_ account: String) async -> ([Reservation], isCut: Bool) {
        let most = Self.mostCancelled
        let known = (try? await reception.store.cancelledReservations(account: account, latest: most + 1)) ?? []
        return (known.suffix(most).map(\.reservation), known.count > most)
    }

    private func remembered(_ includingPast: Bool, because error: ResyError) async throws -> ReservationList {
        let account = try await reception.call.accountKey()
        let book = try await reception.ledger(of: account).look()
        var remarks = ListRemark.open(book) + [.fromMemory(error.finding, error.advice)]
        var all = book.memory.map(\.reservation)
        if includingPast {
            let known = try await reception.store.localReservations(account: account, latest: Self.mostRemembered + 1)
            if known.count > Self.mostRemembered { remarks.append(.latestOnly(Self.mostRemembered)) }
            all = known.suffix(Self.mostRemembered).map(\.reservation)
        }
        let shown = shown(all, includingPast)
        var answer = ReservationList(
            reservations: shown, isSynced: false, remarks: remarks.map { .list($0) })
        answer.undelivered = await undelivered(of: shown, account)
        return answer
    }

    /// `past`: filed there by Resy, which may mark a meal as finished no sooner than the next day.
    private func shown(_ all: [Reservation], _ includingPast: Bool, past: Set<Int> = []) -> [Reservation] {
        let now = reception.clock.now
        return all.map { reservation in
            var reservation = reservation
            let isOver =
                reservation.isOver(by: now) || past.contains(reservation.id) && reservation.hasBegun(by: now)
            if reservation.status == .confirmed, isOver { reservation.status = .past }
            if reservation.status == .cancelled { reservation.dropCancelling() }
            return reservation
        }
        .filter { includingPast || $0.status == .confirmed || $0.status == .unknown }
        .sorted { ($0.day, $0.time, $0.id) < ($1.day, $1.time, $1.id) }
    }

    /// What the restaurants of these tables have not been told, or are not known to have been.
    private func undelivered(of tables: [Reservation], _ account: String) async -> [UndeliveredWishes] {
        let since = CalendarDay.earliest(at: reception.clock.now)
        let known = (try? await reception.store.wishes(of: .account(account, since: since))) ?? []
        return tables.filter { $0.status == .confirmed }.compactMap { table in
            let left = known.filter {
                $0.reservationID == table.id && $0.isOfStandingTable && $0.ending != .shown && $0.ending != .tableGone
            }
            return left.isEmpty
                ? nil : UndeliveredWishes(confirmationID: table.confirmationID, wishes: left.map { ToldWish($0) })
        }
    }
}

extension ListRemark {
    /// Told one by one.
    private static let mostOpen = 20

    /// Deeds of which nobody knows yet what became of them: a list without them is no proof so soon.
    fileprivate static func open(_ book: TableBook) -> [ListRemark] {
        let today = CalendarDay.earliest(at: book.now)
        let changes = book.openExchanges
        let bookings = book.openBookings.filter { entry in
            entry.key.day >= today && !changes.contains { $0.booking.id == entry.id }
        }
        let told = bookings.prefix(mostOpen).map { ListRemark.openTry($0.sitting, party: $0.key.party) }
        let more = bookings.count > told.count ? [ListRemark.moreOpenTries(bookings.count - told.count)] : []
        let cancellations = book.openCancellations.filter { entry in
            entry.key.day >= today && !changes.contains { $0.leaving.id == entry.id }
        }
        let open = changes.map { ListRemark.openChange(old: NamedTable($0.leaving), new: NamedTable($0.booking)) }
        let both = book.bothHeld.map { ListRemark.bothHeld(old: NamedTable($0.old), new: NamedTable($0.new)) }
        return told + more + open + both
            + cancellations.prefix(mostOpen).map { entry in
                .openCancellation(
                    venue: entry.about.venueName, evening: entry.key.day, time: entry.key.time,
                    reservation: entry.reservationID, CancellationSoFar(entry, now: book.now))
            }
    }
}
