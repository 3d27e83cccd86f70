internal import ResyDomain
internal import ResyNative

/// The account's tables, a line each where it fits.
struct ListSheet {
    let list: ReservationList
    let includesPast: Bool
    let link: VenueLinks
    let now: Instant

    private var voice: Voice { .person.at(now) }
    /// A deadline nearer than that stands out, in seconds.
    private static let soon = 48.0 * 3600

    /// As it fits on that paper: a number, a sum and a deadline stand whole; names and wishes give way.
    func sheet(on paper: Paper) -> Sheet {
        var sheet = Sheet()
        let nothing = "no \(includesPast ? "" : "upcoming ")reservations"
        if !list.isSynced {
            let own = "I couldn't reach Resy. On this computer's own record:"
            sheet.add(Line(list.reservations.isEmpty ? "\(own) \(nothing)." : own, .strong, hang: 2))
        } else if list.reservations.isEmpty {
            sheet.add("You have \(nothing).")
        }
        sheet.add(Sheet(deadlineLines))
        sheet.add(Sheet(rows(list.reservations, on: paper)))
        sheet.add(texts: WishText.notes(list, link: link))
        sheet.add(texts: list.remarks.map { text($0) })
        return sheet
    }

    /// The first line has said already that it is from memory; why, and what to do, is left.
    private func text(_ remark: Remark) -> String {
        guard case .list(.fromMemory(let why, let advice)) = remark else { return voice.text(remark) }
        return voice.joined(
            ["Tables booked elsewhere may be missing here.", voice.text(why)] + advice.map { voice.text($0) })
    }

    /// What can still be cancelled without a cost, soonest first; what is not for long stands out.
    private var deadlineLines: [Line] {
        deadlines.compactMap { held, until in
            voice.deadline(held, until, now: now).map {
                Line($0, until.seconds - now.seconds < Self.soon ? .warning : .plain, hang: 2)
            }
        }
    }

    private var deadlines: [(held: Reservation, until: Instant)] { list.reservations.deadlines(after: now) }

    // MARK: - Rows

    private func rows(_ all: [Reservation], on paper: Paper) -> [Line] {
        let usual = usualCity(all)
        let cells = all.map { held in
            (
                day: held.day.spoken(from: held.venue.today(now)), time: held.time.spoken, party: "\(held.party)",
                city: city(held, usual), id: held.confirmationID
            )
        }
        func width(_ texts: [String], most: Int = 40) -> Int { min(texts.map(\.columns).max() ?? 0, most) }
        let (days, times) = (width(cells.map(\.day)), width(cells.map(\.time)))
        let (parties, ids) = (width(cells.map(\.party)), width(cells.map(\.id)))
        // The day, the time and the party are never broken, so that a name has what they leave.
        let room = paper.width.map { min(26, max(10, $0 - days - times - parties - 6)) } ?? 40
        let names = width(zip(all, cells).map { $0.venue.name + $1.city }, most: room)
        let told = Dictionary(deadlines.map { ($0.held.id, $0.until) }) { first, _ in first }
        return zip(all, cells).flatMap { held, cell in
            let start = [
                Line.padded(cell.day, to: days), Line.padded(cell.time, to: times),
                Line.padded(cell.party, to: parties), "",
            ].joined(separator: "  ")
            func line(_ facts: String) -> Line {
                var line = Line(start)
                let name = Self.shortened(held.venue.name, to: room - cell.city.columns) + cell.city
                line.add(Line.padded(Line.glued(name), to: names), .strong)
                line.add("  " + Line.padded(cell.id, to: ids))
                line.add("  " + Line.glued(facts), held.status == .confirmed ? .plain : .faint)
                line.hang = 4
                return line
            }
            let row = fitting(told[held.id].map { held.withoutDeadline($0) } ?? held, on: paper, line)
            return [row] + place(held)
        }
    }

    /// `    181 Thompson St · +12125550100`, on the day itself.
    private func place(_ held: Reservation) -> [Line] {
        let parts = [held.venue.street, held.venue.phone].compactMap(\.self).filter { !$0.isBlank }
        guard held.isToday(at: now), !parts.isEmpty else { return [] }
        return [Line("    " + parts.map { Line.glued($0) }.joined(separator: " · "), hang: 4)]
    }

    /// Two rows where the paper has the usual width: the sum alone where its parts are too many, and of a wish what still
    /// fits.
    private func fitting(_ held: Reservation, on paper: Paper, _ line: (String) -> Line) -> Line {
        func height(_ facts: String) -> Int { paper.height(of: Sheet([line(facts)])) }
        var told = facts(held, cost(held))
        if height(told) > 2, paper.width ?? 0 >= Paper.usualWidth { told = facts(held, wholeSum(held)) }
        guard let wish = held.specialRequests.map({ DinersWords.shown($0) }) else { return line(told) }
        let most = max(2, height(told))
        let lengths = [wish.count, 100, 80, 60, 45, 30, 15].filter { $0 <= wish.count }
        let cut = lengths.map { "\(told); request: \(CleanText.cut(wish, to: $0))" }
        return line(cut.first { height($0) <= most } ?? told)
    }

    /// `Very Long Na…`
    static func shortened(_ name: String, to width: Int) -> String {
        guard name.columns > width else { return name }
        var name = name
        while !name.isEmpty, name.columns > max(4, width - 1) || name.last == " " { name.removeLast() }
        return name + "\u{2026}"
    }

    /// `, Chicago`, where it is not where most are.
    private func city(_ held: Reservation, _ usual: String?) -> String {
        guard let city = held.venue.city, !city.isBlank, city != usual else { return "" }
        return ", \(Self.shortened(city, to: 14))"
    }

    /// Where most of them are; nil where no city has more of them than another.
    private func usualCity(_ all: [Reservation]) -> String? {
        let counts = Dictionary(grouping: all.compactMap(\.venue.city)) { $0 }.mapValues(\.count)
        guard let best = counts.max(by: { $0.value < $1.value }) else { return nil }
        return counts.values.count(where: { $0 == best.value }) == 1 ? best.key : nil
    }

    private func facts(_ held: Reservation, _ cost: String) -> String {
        var facts: [String] = []
        if held.evening != held.day { facts.append("the night of \(held.evening.spoken)") }
        if held.status == .confirmed {
            facts.append(cost)
            if !held.mayCancel { facts.append("cannot be cancelled through Resy") }
        } else {
            facts.append(Self.status(held.status))
        }
        return facts.joined(separator: "; ")
    }

    private func cost(_ held: Reservation) -> String {
        // Until when stands above it.
        if held.charges.isEmpty, deadlines.contains(where: { $0.held.id == held.id }) { return "free to cancel" }
        // Nobody has said that there is none.
        if held.charges.isEmpty && held.cancelBy == nil && held.source == .elsewhere { return "no fee stated" }
        return voice.wholeCost(
            held.charges, party: held.party, until: held.cancelBy, in: held.venue.zone, now: now)
    }

    /// `$120 at most, free to cancel until Fri 7 PM`
    private func wholeSum(_ held: Reservation) -> String {
        guard var main = held.charges.main else { return cost(held) }
        main.cutOff = held.charges.freeUntil ?? held.cancelBy
        let sum = voice.total(held.charges.stake(party: held.party)).map { "\($0) at most" } ?? "cost not all stated"
        return sum + voice.wayOut(main, in: held.venue.zone, now: now)
    }

    private static func status(_ status: Reservation.Status) -> String {
        switch status {
        case .confirmed: "confirmed"
        case .cancelled: "cancelled"
        case .past: "past"
        case .noShow: "no-show"
        case .unknown: "status unknown"
        }
    }
}
