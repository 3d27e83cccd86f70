internal import ResyDomain

/// Has Resy tell the diner when a table opens. It costs nothing and takes nothing, so nobody is asked; Resy's list is read before
/// it, so that nothing is asked for twice, and after it, since only what the list shows is set.
struct AddNotify: Sendable {
    let service: NotifyService

    private struct Plan: Sendable {
        var venue: Venue
        var subject: NotifySubject
        var windows: [NotifyWindow]
        var readings: [WordReading]
        var remarks: [Remark]
    }

    private struct Sent: Sendable {
        var windows: [NotifyWindow] = []
        /// Why the last of them, or one that was to follow, may not be set.
        var fault: APIFailure?
    }

    private var reception: Reception { service.reception }

    func run(_ wish: NotifyWish) async throws -> NotifyOutcome {
        try Party.check(wish.party)
        let plan = try await reception.call.withAccess { resy in try await self.plan(wish, resy) }
        reception.call.progress(.readingNotifies)
        let before = try await service.list().notifies
        let open = plan.windows.filter { window in !before.contains { $0.covers(window, of: plan.subject) } }
        guard !open.isEmpty else {
            let held = plan.windows.compactMap { window in before.first { $0.covers(window, of: plan.subject) } }
            return outcome(.exists, held, plan)
        }
        try service.refuseTooLate()
        // What is sent is seen through.
        return try await reception.commitments.run { try await settle(open, before, plan) }
    }

    private func plan(_ wish: NotifyWish, _ resy: ResyCall) async throws -> Plan {
        let (links, clock) = (reception.links, reception.clock)
        let found = try await FindVenue(
            resy: resy, places: service.places, store: reception.store, links: links, clock: clock
        ).find(wish.restaurant, location: wish.location)
        if let question = found.question { throw question }
        let evening = try WantedEvening.read(date: wish.date, time: nil, at: found.venue, now: clock.now)
        let day = evening.day
        reception.call.progress(.findingTables)
        let tables = try await links.offering(found.venue, day, wish.party) {
            try await resy.find(venue: found.venue, day: day, party: wish.party)
        }
        let (venue, today) = (tables.venue, tables.venue.today(clock.now))
        let url = links.page(of: venue, day: day, party: wish.party)
        let hours = try wish.minutes(of: evening, over: tables.notify, at: venue, now: clock.now)
        let windows: [NotifyWindow]
        do throws([NotifyHours].Obstacle) {
            windows = try tables.notify.windows(on: day, from: hours.from, until: hours.until)
        } catch {
            let (finding, advice): (NotifyFinding, NotifyAdvice) =
                switch error {
                case .none: (.notTaken(venue: venue.name, day, today: today), .trySearch)
                case .otherDays(let first, let last):
                    (.otherDays(venue: venue.name, wanted: day, first: first, last: last, today: today), .chooseDay)
                case .otherTimes(let open): (.otherTimes(venue: venue.name, day: day, today: today, open), .chooseTime)
                }
            throw ResyError(.badRequest, .notify(finding), advice: [.notify(advice)], url: url)
        }
        try refuseThePast(windows, day, venue)
        let isFitted =
            hours.from.map { $0 != windows.first?.opens } ?? false
            || hours.until.map { $0 != windows.map(\.closes).max() } ?? false || windows.count > 1
        return Plan(
            venue: venue, subject: NotifySubject(venue: venue.id, day: day, party: wish.party), windows: windows,
            readings: evening.readings + hours.readings,
            remarks: found.remarks + (isFitted ? [.notify(.fitted(windows))] : []))
    }

    /// Hours that are over today are nothing to wait for.
    private func refuseThePast(_ windows: [NotifyWindow], _ day: CalendarDay, _ venue: Venue) throws(ResyError) {
        guard let zone = venue.zone, let last = windows.max(by: { $0.closes < $1.closes }) else { return }
        let (now, end) = (zone.local(reception.clock.now), Evening.start(last.latest, of: day))
        guard (end, last.latest) <= (now.day, now.time) else { return }
        throw ResyError(
            .badRequest, .booking(.past(day, last.latest, today: now.day, now: now.time)), advice: [.deed(.chooseLater)]
        )
    }

    // MARK: - Sending

    private func settle(_ open: [NotifyWindow], _ before: [Notify], _ plan: Plan) async throws -> NotifyOutcome {
        reception.call.progress(.settingNotify)
        let sent = try await send(open, plan)
        func set(_ list: [Notify]) -> [Notify?] {
            sent.windows.map { window in
                list.first { $0.isExactly(window, of: plan.subject) }
                    ?? list.first { notify in notify.isNews(to: before, window, of: plan.subject) }
            }
        }
        let list: [Notify]
        do {
            list = try await service.settled { !set($0.notifies).contains(nil) }.notifies
        } catch {
            // Without a list only what is known as a refusal proves anything; a limit is none.
            if let fault = sent.fault, fault.provesNothingWasBooked, sent.windows.count < 2 { throw fault }
            throw unknown(error)
        }
        let found = set(list).compactMap(\.self)
        guard !found.isEmpty else {
            if let fault = sent.fault, fault.provesNothingHappened { throw refusal(fault, sent, list, plan) }
            throw ResyError(
                .resyError, .notify(.notListed(because: sent.fault?.explained().finding)),
                advice: [.notify(.lookFirst(url: reception.links.reservations))])
        }
        let held = plan.windows.filter { !open.contains($0) }
            .compactMap { window in list.first { $0.covers(window, of: plan.subject) } }
        var outcome = outcome(.added, held + found, plan)
        if !held.isEmpty { outcome.remarks.append(.notify(.someExisted)) }
        if found.count < open.count {
            let why = sent.fault?.explained().finding ?? .notify(.notListed(because: nil))
            outcome.remarks.append(.notify(.partlySet(why)))
        }
        return outcome
    }

    /// Where an entry of other hours stands on the list, that is most likely why.
    private func refusal(_ fault: APIFailure, _ sent: Sent, _ list: [Notify], _ plan: Plan) -> any Error {
        let services = Set(sent.windows.map(\.service))
        guard case .refused = fault,
            var held = list.first(where: { notify in
                notify.isOf(plan.subject) && notify.service.map { services.contains($0) } ?? true
            })
        else { return fault }
        held.venue = plan.venue
        return ResyError(
            .conflict, .notify(.inTheWay(held, because: fault.explained().finding)),
            advice: [.notify(.removeFirst(held.id))])
    }

    /// Each once. What fails ends it: what stands in the way of one would stand in the way of the next.
    private func send(_ windows: [NotifyWindow], _ plan: Plan) async throws -> Sent {
        var sent = Sent()
        for window in windows {
            do {
                // Once more after a sign-in that was refused, which proves that nothing was done.
                try await reception.call.withAccess { resy in try await resy.add(window, of: plan.subject) }
                sent.windows.append(window)
            } catch let failure as APIFailure {
                sent.windows.append(window)
                sent.fault = failure
                break
            } catch {
                guard !sent.windows.isEmpty else { throw error }
                break
            }
        }
        return sent
    }

    private func unknown(_ error: any Error) -> any Error {
        let why: Finding? = (error as? APIFailure)?.explained().finding ?? (error as? ResyError)?.finding
        guard let why else { return error }
        return ResyError(
            .network, .notify(.unknown(because: why)), advice: [.notify(.lookFirst(url: reception.links.reservations))]
        )
    }

    private func outcome(_ status: NotifyOutcome.Status, _ notifies: [Notify], _ plan: Plan) -> NotifyOutcome {
        var shown: [Notify] = []
        for var notify in notifies where !shown.contains(where: { $0.id == notify.id }) {
            notify.venue = plan.venue
            shown.append(notify)
        }
        var outcome = NotifyOutcome(status, shown, remarks: status == .exists ? [] : plan.remarks)
        outcome.readings = plan.readings
        return outcome
    }
}

extension Notify {
    /// Resy set it in its own way: an entry for this restaurant, day and party that was not there before, or not so.
    fileprivate func isNews(to before: [Notify], _ window: NotifyWindow, of wish: NotifySubject) -> Bool {
        guard isOf(wish), service == nil || service == window.service else { return false }
        return !before.contains { $0.id == id && $0.earliest == earliest && $0.latest == latest }
    }
}
