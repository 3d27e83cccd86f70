internal import ResyDomain
internal import ResyNative

/// Resy's own Notify list.
extension Voice {
    func text(_ finding: NotifyFinding) -> String {
        switch finding {
        case .notTaken(let venue, let day, let today):
            "Resy takes no Notify request for \(CleanText.name(venue)) on \(day.spoken(from: today))."
        case .otherDays(let venue, let wanted, let first, let last, let today):
            wanted > last
                ? "Resy's Notify for \(CleanText.name(venue)) can be set up to \(last.spoken(from: today)), not yet for "
                    + "\(wanted.spoken(from: today))."
                : "Resy's Notify for \(CleanText.name(venue)) can be set from \(first.spoken(from: today)) to "
                    + "\(last.spoken(from: today)), not for \(wanted.spoken(from: today))."
        case .otherTimes(let venue, let day, let today, let hours):
            "Resy's Notify for \(CleanText.name(venue)) on \(day.spoken(from: today)) can be set for \(spans(hours)) only."
        case .noNumber(let said): "\(CleanText.quoted(said, to: 60)) is no number of the Notify list."
        case .noSuchNumber(let number, let there):
            "Resy's Notify list has no entry \(number); "
                + (there.isEmpty
                    ? "it is empty." : "it has: \(there.prefix(20).map { named($0) }.joined(separator: "; ")).")
        case .inTheWay(let held, let why): "\(text(why)) On the Notify list is already: \(named(held))."
        case .notListed(let why):
            joined(["Resy's Notify list does not show it, so it counts as not set.", why.map { text($0) } ?? ""])
        case .stillListed(let why):
            joined(["Resy's Notify list still has it.", why.map { text($0) } ?? ""])
        case .unknown(let why):
            "It is not known whether the Notify list was changed: the list could not be read after it. \(text(why))"
        case .undone(.add): "No Notify was set."
        case .undone(.remove): "Nothing was taken off the Notify list."
        case .switchedOff:
            "Changing the Notify list is switched off: --read-only or RESY_READ_ONLY is set. Nothing was changed."
        }
    }

    func text(_ advice: NotifyAdvice) -> String {
        switch advice {
        case .chooseDay: "Choose a day that can be set."
        case .chooseTime:
            either("Give earliest and latest within these hours.", "Give --after and --before within them.")
        case .removeFirst(let id):
            either(
                "If the user wants these hours instead, remove \(id) first (action remove), then add again.",
                "For these hours instead, run `resy-mcp notify remove \(id)` first.")
        case .nameOne:
            either(
                "Give the id of one, from action list.", "Name one by its number: `resy-mcp notify list` shows them.")
        case .lookFirst(let url):
            either("Look with action list before trying again", "Run `resy-mcp notify list` before trying again")
                + ", or look here: \(url)"
        case .trySearch: either("Check other days or restaurants.", "Check another day or restaurant.")
        }
    }

    func text(_ remark: NotifyRemark) -> String {
        switch remark {
        case .canBeSet(let offer):
            offersDeeds
                ? either(
                    "Resy can tell the user when a table opens: notify_me sets that.",
                    "To be told when a table opens, run `\(Self.command(offer))`.") : ""
        case .fitted(let windows):
            windows.count > 1
                ? "Each service of the restaurant is an entry of its own, in the nearest hours that it takes."
                : "These are the nearest hours that the restaurant takes."
        case .someExisted: "A part of it was on the list before."
        case .partlySet(let why): "Not all of the hours were set: \(text(why))"
        case .unread(let count):
            "\(count == 1 ? "One entry" : "\(count) entries") of Resy's Notify list could not be read."
        }
    }

    /// `11:30 AM to 3:00 PM and 5:00 PM to 10:00 PM`
    private func spans(_ windows: [NotifyWindow]) -> String {
        windows.map { "\($0.earliest.spoken) to \($0.latest.spoken)" }.joined(separator: " and ")
    }

    /// `Carbone, Fri Dec 4, 6:00 PM to 9:00 PM, party of 2 (id 4400001)`
    func named(_ notify: Notify) -> String {
        let today = now.flatMap { notify.venue.today($0) }
        let name = notify.venue.name.isEmpty ? "Resy venue \(notify.venue.id)" : notify.venue.name
        return "\(name), \(notify.day.spoken(from: today))\(hours(notify)), party of \(notify.party) "
            + either("(id \(notify.id))", "(\(notify.id))")
    }

    private func hours(_ notify: Notify) -> String {
        switch (notify.earliest, notify.latest) {
        case (let from?, let until?): ", \(from.spoken) to \(until.spoken)"
        case (let from?, nil): ", from \(from.spoken)"
        case (nil, let until?): ", until \(until.spoken)"
        case (nil, nil): ""
        }
    }

    /// `resy-mcp notify add 'Resy venue 6194' 2026-12-04 --after 6pm --before 9pm`
    static func command(_ offer: NotifyOffer) -> String {
        let ends = [("after", offer.earliest), ("before", offer.latest)].compactMap { flag, time in
            time.map { " --\(flag) \($0.typed)" }
        }
        let party = PrintedCommand.party(offer.party)
        return "resy-mcp notify add \(ShellWords.foreign("Resy venue \(offer.venue)")) \(offer.day.iso)"
            + ends.joined() + party
    }
}
