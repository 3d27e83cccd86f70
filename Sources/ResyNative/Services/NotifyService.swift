internal import ResyDomain

/// Resy's own Notify list, for one call: what is on it, and the looks at it that settle what was sent.
struct NotifyService: Sendable {
    let reception: Reception
    let places: PlacesAPI?

    /// Seconds between looks at a list that does not show what was done yet.
    static let pauses: [Double] = [0.7, 1.5]
    /// Seconds that a look takes at most, for which the call must have time.
    private static let look: Double = 5
    /// Seconds that a call must have left before something is sent: that, and a look at what became of it.
    private static let reserve: Double = 10

    func run(_ order: NotifyOrder) async throws -> NotifyOutcome {
        switch order {
        case .list: try await listed()
        case .add(let wish): try await AddNotify(service: self).run(wish)
        case .remove(let id): try await RemoveNotify(service: self).run(id)
        }
    }

    private func listed() async throws -> NotifyOutcome {
        reception.call.progress(.readingNotifies)
        let list = try await list(isPaced: true)
        var outcome = NotifyOutcome(.listed, await named(list.notifies).sorted { $0.isBefore($1) })
        if list.unread > 0 { outcome.remarks = [.notify(.unread(list.unread))] }
        return outcome
    }

    /// `isPaced`: it is the first request of its call.
    func list(isPaced: Bool = false, settles: Bool = false) async throws -> NotifyList {
        try await reception.call.withAccess { resy in try await resy.notifies(isPaced: isPaced, settles: settles) }
    }

    /// The list after something was sent: read again while it is not as it should be, or could not be read. Throws where it
    /// never could.
    func settled(until isRight: (NotifyList) -> Bool) async throws -> NotifyList {
        var last: Result<NotifyList, any Error> = .failure(CancellationError())
        for pause in [0] + Self.pauses {
            if pause > 0 {
                guard reception.call.secondsLeft > pause + Self.look else { break }
                try await reception.clock.sleep(seconds: pause)
            }
            do {
                let list = try await list(settles: true)
                last = .success(list)
                if isRight(list) { return list }
            } catch {
                // One that fails takes nothing from what an earlier one told.
                if case .failure = last { last = .failure(error) }
            }
        }
        return try last.get()
    }

    /// Nothing is begun for a client that has gone, or without the time to see it through.
    func refuseTooLate() throws {
        try Task.checkCancellation()
        guard reception.call.secondsLeft > Self.reserve else { throw APIFailure.network(.timedOut(sent: false)) }
    }

    /// With what this home knows of their restaurants, which the list only names.
    func named(_ notifies: [Notify]) async -> [Notify] {
        var named: [Notify] = []
        for notify in notifies {
            var notify = notify
            if let known = (try? await reception.store.rememberedVenue(notify.venue.id)) ?? nil {
                if notify.venue.name.isEmpty { notify.venue.name = known.name }
                notify.venue.complete(with: known)
            }
            named.append(notify)
        }
        return named
    }
}

extension Notify {
    fileprivate func isBefore(_ other: Notify) -> Bool {
        func key(_ notify: Notify) -> (CalendarDay, Int, Int) {
            (notify.day, notify.earliest.map { Evening.minutes(of: $0) } ?? 0, notify.id)
        }
        return key(self) < key(other)
    }
}
