internal import ResyDomain

/// One pass over the watches that are due: looks, writes down what is new, and sends it. Ends by itself, and books nothing.
struct TickWatches: Sendable {
    /// Nobody's: looking needs no sign-in.
    let resy: ResyCall
    let pacer: TickPacer
    let stops: Stops
    let store: Store
    let host: String
    let sinks: WatchSinks
    let home: Home
    let clock: any WallClock
    /// Of a message, at that sink.
    let words: @Sendable (WatchMessage, WatchSink) -> String

    /// Two at once are one.
    func run() async throws -> TickReport {
        var report = TickReport()
        try home.prepare()
        let lock: FileLock?
        do { lock = try FileLock.attempt(home.path + "/watch.lock") } catch { throw error.explained() }
        guard let lock else {
            report.isBeside = true
            return report
        }
        defer { lock.release() }
        let state = try await store.tickState(host: host, now: clock.now)
        try await store.noteTick(host: host, now: clock.now)
        report.pause = state.pause.flatMap { $0.stands(clock.now) ? $0 : nil }
        let watches = try await store.watches(now: clock.now)
        if report.pause == nil {
            try await look(WatchSchedule.due(watches, now: clock.now), of: watches.count, &report)
        }
        report.requests = pacer.requests
        try await deliver(&report)
        return report
    }

    // MARK: - Looking

    private func look(_ due: [Watch], of count: Int, _ report: inout TickReport) async throws {
        for watch in due {
            try Task.checkCancellation()
            do {
                try await look(watch, of: count, &report)
            } catch is TickPacer.Spent {
                return
            } catch is BudgetSpent {
                report.isSpent = true
                return
            } catch APIFailure.stopped(let stop) {
                report.stop = stop
                return
            } catch let failure as APIFailure {
                guard try await goesOn(after: failure, watch, &report) else { return }
            } catch let error as ResyError where error.code == .rateLimited {
                // Others wait for their turn already.
                report.fault = error
                return
            }
        }
    }

    /// Whether the other watches are worth a request after that.
    private func goesOn(after failure: APIFailure, _ watch: Watch, _ report: inout TickReport) async throws -> Bool {
        let error = failure.explained()
        report.fault = report.fault ?? error
        try await store.postpone(
            watch: watch.id, to: clock.now.adding(WatchSchedule.shortest), after: .init(error.code), now: clock.now)
        switch failure {
        case .rateLimited(let retryAt): try await pause(.rateLimited, retryAt, &report)
        case .blocked: try await pause(.blocked, nil, &report)
        case .network, .wrongKey: break
        default: return true
        }
        return false
    }

    private func pause(_ cause: Breaker.Cause, _ retryAt: Instant?, _ report: inout TickReport) async throws {
        let pause = WatchPause(cause, now: clock.now, retryAt: retryAt)
        try await store.pauseTicks(pause, host: host)
        (report.pause, report.isNewPause, report.fault) = (pause, true, nil)
    }

    /// What was learned is kept even where the rest of it fails.
    private func look(_ watch: Watch, of count: Int, _ report: inout TickReport) async throws {
        let (before, days) = (pacer.requests, WatchSchedule.daysLeft(watch, now: clock.now))
        guard let first = days.first, let last = days.last else { return }
        let calendar = try await resy.calendar(venue: watch.venue.id, party: watch.party, from: first, to: last)
        let unsent = try await store.waitingMessages(now: clock.now).filter { $0.watch == watch.id && $0.isUnsent }
        var look = Look(watch, unsent: unsent.map(\.message))
        for day in days where !calendar.mayHaveTables(on: day) { look.present[day] = [] }
        let seen = try await store.looks(ofWatch: watch.id)
        let open = days.filter(calendar.mayHaveTables).sorted {
            (seen[$0]?.seconds ?? 0, $0) < (seen[$1]?.seconds ?? 0, $1)
        }
        var ending: (any Error)?
        for day in open {
            do {
                let tables = try await resy.find(venue: watch.venue, day: day, party: watch.party)
                let told = try await store.told(ofWatch: watch.id, on: day)
                look.take(tables.slots, told: told, on: day)
            } catch let error where error is TickPacer.Spent || error is BudgetSpent || error is APIFailure {
                (ending, look.isWhole) = (error, false)
                break
            }
        }
        // Nothing was learned: that is no look.
        if let failure = ending as? APIFailure, look.present.isEmpty { throw failure }
        let dayEnds = LocalTime.day(of: clock.now).ends
        let left = try await store.tickState(host: host, now: clock.now).count.left
        let share = TickCount.Share(
            left: left, watches: count, cost: pacer.requests - before, seconds: dayEnds.seconds - clock.now.seconds)
        let next = WatchSchedule.next(
            after: clock.now, for: watch, isWhole: look.isWhole, share: share, chance: Double.random(in: 0...1))
        let message = look.message(seenAt: clock.now)
        try await store.settle(
            Store.WatchLook(
                watch: watch.id, present: look.present, message: message, replacing: unsent, nextLook: next),
            now: clock.now)
        report.looked += 1
        if let message { report.messages.append(message) }
        if let ending { throw ending }
    }

    /// What one look of a watch has found so far.
    private struct Look {
        let watch: Watch
        /// Found before, and told by nobody yet: what is still there is told with what is new now.
        let unsent: [WatchMessage]
        var present: [CalendarDay: Set<WatchedTable>] = [:]
        var fresh: [WatchMessage.Table] = []
        var isWhole = true

        init(_ watch: Watch, unsent: [WatchMessage]) { (self.watch, self.unsent) = (watch, unsent) }

        mutating func take(_ tables: [Slot], told: Set<WatchedTable>, on day: CalendarDay) {
            let untold = unsent.flatMap(\.tables).map {
                WatchedTable(evening: $0.evening, time: $0.time, seating: $0.seating)
            }
            let news = WatchNews(watch, evening: day, tables: tables, told: told.subtracting(untold))
            present[day] = news.present
            fresh += news.fresh.map { WatchMessage.Table($0, evening: day) }
        }

        func message(seenAt now: Instant) -> WatchMessage? {
            // Of evenings that this look did not come to.
            let older = unsent.filter { $0.tables.contains { present[$0.evening] == nil } }
            let tables = (older.flatMap(\.tables).filter { present[$0.evening] == nil } + fresh)
                .sorted { ($0.day, $0.time) < ($1.day, $1.time) }
            guard !tables.isEmpty else { return nil }
            var message = WatchMessage(
                venue: watch.venue, party: watch.party, tables: tables, seenAt: older.map(\.seenAt).min() ?? now)
            message.held = watch.earlierThan.flatMap { $0.venue == watch.venue.id ? $0.id : nil }
            return message
        }
    }

    // MARK: - Sending

    /// Each message to each sink that has not had it, but one of a watch at a time. A sink that fails is not tried twice in one
    /// tick.
    private func deliver(_ report: inout TickReport) async throws {
        var heard: [Int: Set<WatchSink>] = [:]
        for waiting in try await store.waitingMessages(now: clock.now) {
            var isDone = true
            for sink in sinks.all {
                guard let begun = (waiting.deliveries[sink] ?? .waiting).beginning else { continue }
                guard !report.failed.contains(where: { $0.sink == sink }),
                    heard[waiting.watch, default: []].insert(sink).inserted
                else {
                    isDone = false
                    continue
                }
                // Written before it is sent: a process that is killed here sends it once more, and no third time.
                try await store.note(begun, of: waiting.id, at: sink)
                do {
                    try await sinks.send(words(waiting.message, sink), to: sink)
                    try await store.note(.done, of: waiting.id, at: sink)
                } catch let fault as WatchSinkFault {
                    report.failed.append((sink, fault))
                    try await store.note(.waiting, of: waiting.id, at: sink)
                    isDone = false
                }
            }
            if isDone { try await store.forget(message: waiting.id) }
        }
    }
}

extension VenueCalendar {
    fileprivate func mayHaveTables(on day: CalendarDay) -> Bool {
        if let lastDay, day > lastDay { return false }
        return switch status(of: day) {
        case .closed, .soldOut: false
        case .available, .other, nil: true
        }
    }
}
