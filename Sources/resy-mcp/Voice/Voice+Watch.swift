internal import ResyDomain
internal import ResyNative

/// Watches: what is wrong with one, and what else to know.
extension Voice {
    func text(_ finding: WatchFinding) -> String {
        switch finding {
        case .tooMany(let most): "There are \(most) watches already, and more than that are not looked for."
        case .tooFar(let day, let days):
            "\(day.spoken), \(day.year) is more than \(days) days ahead, which is as long as a watch lasts."
        case .noSuchWatch(let id): "There is no watch \(CleanText.quoted(id, to: 40))."
        case .noWatch: "It is not said which watch is meant."
        case .noDays: "It is not said on which days to look."
        case .noConfirmation(let said): "\(CleanText.quoted(said, to: 40)) is no confirmation number."
        case .noSuchReservation(let said): "No reservation \(CleanText.quoted(said, to: 40)) is held."
        case .nothingEarlier(let day, let time):
            "None of these days is before the table that is held, \(day.spoken), \(time.spoken)."
        case .sinkFailed(let sink, let fault): "\(name(sink)) did not take a message: \(text(fault))."
        case .switchedOff: "Watches cannot be changed: --read-only or RESY_READ_ONLY is set."
        case .foreignFile(let path): "\(path) was not written by this program; it was left as it is."
        case .unwritablePath(let path): "The path \(CleanText.quoted(path, to: 120)) cannot stand in a timer's file."
        case .timerFailed: "The timer's files are written, and systemd did not start it."
        }
    }

    private func name(_ sink: WatchSink) -> String {
        switch sink {
        case .line: "Standard output"
        case .address: "The address of RESY_NOTIFY_URL"
        case .program: "The program of RESY_NOTIFY_COMMAND"
        }
    }

    /// Never the address.
    func text(_ fault: WatchSinkFault) -> String {
        switch fault {
        case .status(let status): "it answered HTTP \(status)"
        case .unreachable: "it could not be reached"
        case .untrusted: "its certificate is not trusted"
        case .late: "it did not answer in time"
        case .notAllowed: "only https is asked, or http on this machine"
        case .absent(let path): "\(path) is not there"
        case .notAProgram(let path): "\(path) is not a program that can be run"
        case .anotherUsers(let path): "\(path), or its folder, belongs to another user"
        case .openToOthers(let path): "\(path), or its folder, can be changed by others"
        case .cannotStart(let path): "\(path) could not be started"
        case .tooSlow(let path): "\(path) did not end within 10 seconds and was stopped"
        case .failed(let path, let status): "\(path) ended with status \(status)"
        }
    }

    func text(_ advice: WatchAdvice) -> String {
        switch advice {
        case .removeOne:
            either(
                "Ask the user which one to give up (action list shows them), and remove it first.",
                "Remove one first; `resy-mcp watch list` shows them.")
        case .nameNearerDay(let last):
            "Give days up to \(last.spoken); "
                + either("notify_me puts the user", "`resy-mcp notify add` puts you")
                + " on Resy's own list for later ones."
        case .listThem: either("Call it with action list.", "`resy-mcp watch list` shows them.")
        case .giveID: "Give the id that the list shows."
        case .giveDays: "Say the days: saturday, “fri, sat”, fri-sun, “this weekend”, Dec 4."
        case .giveConfirmation:
            "Give it as the list of reservations shows it, RESY-900000123"
                + either(" (my_reservations).", " (`resy-mcp list`).")
        case .nextTickTries: "The message is kept, and the next tick tries again."
        case .mendProgram(let path): "It must be yours alone: chmod go-w \(path), in a folder that others cannot write."
        case .moveFile(let path): "Move \(path) away, and try again."
        case .lookAtTimer(let unit): "`systemctl --user status \(unit)` says why."
        }
    }

    /// Empty where this reader has no use for it.
    func text(_ remark: WatchRemark) -> String {
        switch remark {
        case .nobodyLooks:
            "Nothing on this computer looks yet: "
                + either("the user can run `resy-mcp watch install` in a terminal.", "run `resy-mcp watch install`.")
        case .paused(let pause):
            "\(pause.cause == .rateLimited ? "Resy limited" : "Resy blocked") the looks of this computer; they go on "
                + "\(wait(until: pause.until)). Asking by hand still works."
        case .leftOut(let days, let last):
            "Not watched, since a watch looks up to \(last.spoken): "
                + "\(self.days(days, from: last))."
        case .hoursInDoubt(let doubt):
            "\(CleanText.quoted(doubt.said, to: 40)) may be \(text(doubt)): the tables that are found decide."
        }
    }
}

// MARK: - One watch

extension Voice {
    /// `Fri Dec 4, Sat Dec 5`, `6:00 PM to 9:00 PM`, `2 people`, `Bar`, `at most $50 in all`, and so on.
    func terms(of watch: Watch, now: Instant) -> [String] {
        var terms = [days(watch.days, from: watch.venue.today(now))]
        terms += [hours(of: watch)].compactMap(\.self)
        terms.append(people(watch.party))
        if let seating = watch.seating { terms.append(seating) }
        if let fee = watch.mostFee.flatMap({ Amount($0) }) {
            terms.append(fee.isZero ? "free of charge" : "at most \(most(fee, watch.venue.currency))")
        }
        if let held = watch.earlierThan { terms.append("before \(held.day.spoken), \(held.time.spoken)") }
        if let last = watch.days.last, watch.until != last {
            terms.append("looking until \(watch.until.spoken(from: watch.venue.today(now)))")
        }
        return terms
    }

    /// `$100`; the number alone where nobody knows the restaurant's currency.
    private func most(_ fee: Amount, _ currency: String?) -> String {
        guard let currency, !currency.isEmpty else {
            return fee.hundredths % 100 == 0 ? "\(fee.hundredths / 100)" : "\(fee.value)"
        }
        return money(fee, currency)
    }

    private func hours(of watch: Watch) -> String? {
        switch watch.hours.bounds {
        case (let from?, let until?): return "\(from.spoken) to \(until.spoken)"
        case (let from?, nil): return "from \(from.spoken)"
        case (nil, let until?): return "until \(until.spoken)"
        case (nil, nil):
            let words = [watch.hours.earliest.map { ("from", $0) }, watch.hours.latest.map { ("until", $0) }]
            let told = words.compactMap(\.self).map { "\($0.0) \(Self.said($0.1))" }
            return told.isEmpty ? nil : told.joined(separator: " ")
        }
    }

    private static func said(_ wish: TimeWish) -> String {
        switch wish {
        case .at(let time): time.spoken
        case .either(let doubt): doubt.said
        }
    }

    /// `last look today 6:05 PM, next today 6:15 PM; told of 2 tables`
    func looks(of watch: Watch, _ standing: WatchStanding, now: Instant) -> String {
        let zone = watch.venue.zone
        let next = [watch.nextLook, standing.pause?.until].compactMap(\.self).max() ?? watch.nextLook
        let last = moment(watch.lastLook, in: zone, now: now).map { "last look \($0)" } ?? "not looked yet"
        let coming = next > now ? moment(next, in: zone, now: now).map { "next \($0)" } ?? "next later" : "next is due"
        let found = watch.found == 0 ? "" : "; told of \(watch.found) table\(watch.found == 1 ? "" : "s")"
        return "\([last, failing(watch, now: now)].compactMap(\.self).joined(separator: ", ")), \(coming)\(found)"
    }

    /// `each look fails since today 6:05 PM (Resy could not be reached)`; nil where the last one did not.
    func failing(_ watch: Watch, now: Instant) -> String? {
        watch.failing.map { failing in
            let since = moment(failing.since, in: watch.venue.zone, now: now).map { " since \($0)" } ?? ""
            let reason =
                switch failing.cause {
                case .network: "Resy could not be reached"
                case .limited: "Resy asked for fewer requests"
                case .blocked: "Resy turned this computer away"
                case .unreadable: "Resy's answer could not be read"
                case .fault: "Resy answered with a fault"
                }
            return "each look fails\(since) (\(reason))"
        }
    }

    /// `Carbone, New York`
    func place(of watch: Watch) -> String {
        [CleanText.title(watch.venue.name), watch.venue.city.map { CleanText.name($0) }].compactMap(\.self)
            .filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// `2 watches; a timer is set up, last look on Saturday …`
    func text(_ watching: CheckUpWatching) -> String {
        let count = watching.watches == 0 ? "none" : "\(watching.watches) watch\(watching.watches == 1 ? "" : "es")"
        // Without a watch and without a tick there is nothing more to say.
        if watching.watches == 0, !watching.runs, watching.lastTick == nil { return count }
        let runs = watching.runs ? "something calls the ticks" : "nothing calls the ticks"
        let last =
            watching.lastTick.flatMap { LocalTime.spoken($0) }.map { "the last tick was on \($0)" } ?? "no tick so far"
        let pause = watching.pause.map { pause in
            "\(pause.cause == .rateLimited ? "Resy limited" : "Resy blocked") a tick: no look before "
                + (LocalTime.spoken(pause.until) ?? "later")
        }
        return [count, runs, last, pause].compactMap(\.self).joined(separator: "; ")
    }
}
