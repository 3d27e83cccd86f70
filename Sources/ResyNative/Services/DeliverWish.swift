internal import ResyDomain

/// Sends what a diner wishes of a restaurant, once the table is booked, and looks whether the reservation shows it.
///
/// It harms nothing else: whatever goes wrong is left for the next call, or written down as how the wish ended.
struct DeliverWish: Sendable {
    let api: ResyAPI
    let auth: AuthManager
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
    func run(entry: Int, _ context: CallContext) async {
        var context = context
        context.deadline = min(context.deadline, clock.now.adding(Self.limit))
        var pauses = Self.pauses[...]
        var format = ResyAPI.WishFormat.form
        while timeLeft(context) > Self.look {
            switch try? await seen(entry, format, context) {
            case .sent: continue
            case .wrongFormat: format = .json
            case .waiting:
                guard let pause = pauses.popFirst(), timeLeft(context) > pause + Self.look,
                    (try? await clock.sleep(seconds: pause)) != nil
                else { return }
            case .done, nil: return
            }
        }
    }

    /// What earlier calls of this account left, in this process or another.
    func goOn() async {
        guard let account = try? await auth.accountKey() else { return }
        let open = await self.open(.account(account, since: .earliest(at: clock.now)))
        var entries: [Int] = []
        for record in open where record.flow.isDue(clock.now) && !entries.contains(record.entry) {
            entries.append(record.entry)
        }
        let context = CallContext(deadline: clock.now.adding(Self.limit))
        for entry in entries.prefix(Self.mostTables) where timeLeft(context) > Self.look {
            await run(entry: entry, context)
            for left in await self.open(.entry(entry)) { try? await store.touchWish(id: left.id, now: clock.now) }
        }
    }

    /// What a list that was read anyway tells of them.
    func read(_ rows: [Reservation], account: String) async {
        for record in await open(.account(account, since: .earliest(at: clock.now))) {
            guard let row = rows.first(where: { $0.id == record.reservationID }) else { continue }
            await settle(record, record.flow.next(WishFlow.Row(row, record.wish.field, clock.now), now: clock.now))
        }
    }

    // MARK: - Steps

    private func open(_ owner: Store.WishesOf) async -> [WishRecord] {
        ((try? await store.wishes(of: owner)) ?? []).filter(\.isOpen)
    }

    /// One look, and at most one request: each wants a token of a fresh row.
    private func seen(_ entry: Int, _ format: ResyAPI.WishFormat, _ context: CallContext) async throws -> Seen {
        guard await !open(.entry(entry)).isEmpty else { return .done }
        return try await auth.withAccess(context) { access in
            let rows = try await api.reservations(isPaced: false, settles: true, access, context).rows
            let open = await open(.entry(entry)).filter { $0.account == context.account.key }
            for record in open {
                let row = rows.first { $0.reservation.id == record.reservationID }
                let step = record.flow.next(
                    row.map { WishFlow.Row($0.reservation, record.wish.field, clock.now) }, now: clock.now)
                guard step == .send else {
                    await settle(record, step)
                    continue
                }
                guard let token = row?.cancelToken, try await store.claim(record, now: clock.now) else { continue }
                return try await send(record, as: format, token, access, context)
            }
            return await self.open(.entry(entry)).isEmpty ? .done : .waiting
        }
    }

    /// Throws for a refused sign-in alone, after which it may be sent once more.
    private func send(
        _ record: WishRecord, as format: ResyAPI.WishFormat, _ token: Secret, _ access: Access, _ context: CallContext
    ) async throws -> Seen {
        var limited = context
        limited.deadline = min(context.deadline.adding(-Self.look), clock.now.adding(Self.longestRequest))
        do {
            try await api.send(record.wish, as: format, token, access, limited)
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

    private func timeLeft(_ context: CallContext) -> Double { context.deadline.seconds - clock.now.seconds }
}

extension WishFlow.Row {
    init(_ row: Reservation, _ field: Wish.Field, _ now: Instant) {
        self.init(
            held: field == .words ? row.specialRequests : row.occasion,
            stands: row.status == .confirmed && !row.hasBegun(by: now), isHidden: row.venue.hiddenWishes.contains(field)
        )
    }
}
