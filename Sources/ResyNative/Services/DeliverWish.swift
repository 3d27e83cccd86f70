internal import ResyDomain

/// Sends what a diner wishes of a restaurant, once the table is booked, and looks whether the reservation shows it.
///
/// It harms nothing else: whatever goes wrong is left for the next call, or written down as how the wish ended.
struct DeliverWish: Sendable {
    var call: AccountCall
    let store: Store
    let clock: any WallClock

    /// Seconds of a call that it may take.
    static let limit: Double = 8
    /// Of these, what the request may take at most; the look after it needs the rest.
    private static let longestRequest: Double = 5
    private static let look: Double = 1.5
    /// Seconds between looks at a reservation that does not show it yet.
    private static let pauses: [Double] = [0.3, 0.7, 1.2, 2]
    /// In the background of one call.
    private static let mostTables = 3

    private enum Seen { case sent, wrongFormat, waiting, done }

    /// For one booking, as far as it comes in the time.
    func run(entry: Int) async {
        var limited = self
        limited.call = call.ending(by: clock.now.adding(Self.limit))
        await limited.deliver(entry)
    }

    private func deliver(_ entry: Int) async {
        var pauses = Self.pauses[...]
        var format = ResyCall.WishFormat.form
        while call.secondsLeft > Self.look {
            switch try? await seen(entry, format) {
            case .sent: continue
            case .wrongFormat: format = .json
            case .waiting:
                guard let pause = pauses.popFirst(), call.secondsLeft > pause + Self.look,
                    (try? await clock.sleep(seconds: pause)) != nil
                else { return }
            case .done, nil: return
            }
        }
    }

    /// What earlier calls of this account left, in this process or another. In a call of its own.
    func goOn() async {
        guard let account = try? await call.auth.accountKey() else { return }
        let open = await open(of: account)
        var entries: [Int] = []
        for record in open where record.flow.isDue(clock.now) && !entries.contains(record.entry) {
            entries.append(record.entry)
        }
        for entry in entries.prefix(Self.mostTables) where call.secondsLeft > Self.look {
            await run(entry: entry)
            for left in await self.open(entry) { try? await store.touchWish(id: left.id, now: clock.now) }
        }
    }

    /// What a list that was read anyway tells of them.
    func read(_ rows: [Reservation], account: String) async {
        for record in await open(of: account) {
            guard let row = rows.first(where: { $0.id == record.reservationID }) else { continue }
            await settle(record, record.flow.next(WishFlow.Row(row, record.wish.field, clock.now), now: clock.now))
        }
    }

    // MARK: - Steps

    private func open(of account: String) async -> [WishRecord] {
        (try? await store.openWishes(account: account, since: .earliest(at: clock.now))) ?? []
    }

    private func open(_ entry: Int) async -> [WishRecord] {
        ((try? await store.wishes(of: .entry(entry))) ?? []).filter(\.isOpen)
    }

    /// One look, and at most one request: each wants a token of a fresh row.
    private func seen(_ entry: Int, _ format: ResyCall.WishFormat) async throws -> Seen {
        guard await !open(entry).isEmpty else { return .done }
        return try await call.withAccess { resy in
            let rows = try await resy.reservations(isPaced: false, settles: true).rows
            let open = await open(entry).filter { $0.account == call.account.key }
            for record in open {
                let row = rows.first { $0.reservation.id == record.reservationID }
                let step = record.flow.next(
                    row.map { WishFlow.Row($0.reservation, record.wish.field, clock.now) }, now: clock.now)
                guard step == .send else {
                    await settle(record, step)
                    continue
                }
                guard let token = row?.cancelToken, try await store.claim(record, now: clock.now) else { continue }
                return try await send(record, as: format, token, resy)
            }
            return await self.open(entry).isEmpty ? .done : .waiting
        }
    }

    /// Throws for a refused sign-in alone, after which it may be sent once more.
    private func send(
        _ record: WishRecord, as format: ResyCall.WishFormat, _ token: Secret, _ resy: ResyCall
    ) async throws -> Seen {
        let deadline = min(call.deadline.adding(-Self.look), clock.now.adding(Self.longestRequest))
        do {
            try await resy.ending(by: deadline).send(record.wish, as: format, token)
            return .sent
        } catch APIFailure.refused(status: 415, _) where format == .form {
            // Nothing was done; the other format goes out only after another look, as any other request.
            try await store.unsendWish(id: record.id, counts: false, restsFrom: nil)
            return .wrongFormat
        } catch {
            switch WishFlow.Answer(error) {
            case nil:
                try await store.unsendWish(id: record.id, counts: true, restsFrom: nil)
                throw error
            case .maybeTaken: return .sent
            case .refused:
                try await store.endWish(id: record.id, .refused)
                return .sent
            case .failed:
                try await store.unsendWish(id: record.id, counts: true, restsFrom: clock.now)
                return .done
            case .notSent:
                try await store.unsendWish(id: record.id, counts: false, restsFrom: clock.now)
                return .done
            }
        }
    }

    private func settle(_ record: WishRecord, _ step: WishFlow.Step) async {
        switch step {
        case .end(let end, let held): try? await store.endWish(id: record.id, end, held: held)
        // Nobody is here to be asked: it is left, and told.
        case .ask(let held): try? await store.endWish(id: record.id, .held, held: held)
        case .send, .wait: break
        }
    }
}

extension WishFlow.Row {
    init(_ row: Reservation, _ field: Wish.Field, _ now: Instant) {
        self.init(
            held: field == .words ? row.specialRequests : row.occasion,
            stands: row.status == .confirmed && !row.hasBegun(by: now), isHidden: row.venue.hiddenWishes.contains(field)
        )
    }
}
