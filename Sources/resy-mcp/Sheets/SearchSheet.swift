internal import ResyDomain
internal import ResyNative

/// Tables of several restaurants or days: a small grid, then what is missing and how to go on.
struct SearchSheet {
    let found: FoundTables
    var showsAll = false
    /// Nothing may be changed here.
    var isReadOnly = false
    /// Which one is asked next, or nothing may be booked here: no command for it is printed.
    var isAsking = false
    /// The words of the command that goes on where this one stopped.
    var goingOn: [String]?
    let now: Instant

    private var voice: Voice { .person.at(now) }

    func sheet(on paper: Paper) -> Sheet {
        var sheet = Sheet([Line(headline, .strong, hang: 2)])
        if !found.results.isEmpty {
            let grid = grid
            sheet.add(Sheet(grid.lines(width: paper.width)))
            sheet.add(texts: emptyDays + legend(grid, width: paper.width))
        }
        for text in voice.sentences(found.leftOut(all: showsAll, hasGrid: true)) + voice.texts(found.asides) {
            var line = Line(text, hang: 2)
            line.most = 3
            sheet.add(line)
        }
        if let age = found.searched.age, age >= 5 {
            sheet.add(Line("Resy's answers are up to \(voice.span(seconds: age)) old.", .faint))
        }
        let unlooked = voice.unlooked(found)
        if !unlooked.isEmpty { sheet.add(Line(unlooked.joined(separator: " "), .warning, hang: 2)) }
        if let goOn { sheet.add(.whole(goOn)) }
        if !isAsking, let command { sheet.add(.whole("Book:  \(command)")) }
        if !isReadOnly, let offer = found.notifiable { sheet.add(.whole("Notify:  \(Voice.command(offer))")) }
        return sheet
    }

    // MARK: - First line

    private var headline: String {
        if let nobody = voice.nobody(found) { return nobody + voice.readings(found.readings) }
        let wish = voice.wish(found, now: now) + voice.readings(found.readings)
        let count = found.results.count(where: \.isBookable)
        guard !found.results.isEmpty else {
            return "No table\(wish)\(found.isPartial ? ", as far as was looked" : "")."
        }
        guard count > 0 else { return "No table that can be booked through this program\(wish):" }
        return "\(found.isPartial ? "So far " : "")\(count) restaurant\(count == 1 ? " has" : "s have") a table\(wish):"
    }

    // MARK: - Grid

    private var grid: TableGrid {
        let isPlain = found.results.allSatisfy { result in
            result.evenings.allSatisfy { $0.slots.allSatisfy { $0.time >= Clockwork.evening } }
        }
        var number = 0
        let rows = found.results.map { result in
            if result.isBookable { number += 1 }
            return TableGrid.Row(
                mark: result.isBookable ? "\(number)" : " ", name: result.venue.name,
                cells: days.map { cell(result, $0, isPlain) }, facts: facts(result))
        }
        return TableGrid(days: days, rows: rows)
    }

    /// The days across: those that were looked at, and of more than a week those alone on which something is to be seen.
    private var days: [CalendarDay] {
        let looked = found.days.filter(isLookedAt)
        let seen = Set(found.results.flatMap { $0.evenings.map(\.day) })
        return looked.count > 7 ? looked.filter(seen.contains) : looked
    }

    /// Of one of the restaurants shown.
    private func isLookedAt(_ day: CalendarDay) -> Bool {
        found.results.contains { cell($0, day, true) != .notLooked }
    }

    /// Those that the grid leaves out.
    private var emptyDays: [String] {
        let shown = Set(days)
        let empty = found.days.filter { !shown.contains($0) && isLookedAt($0) }
        return empty.isEmpty ? [] : ["  No table: \(voice.days(empty))"]
    }

    private func cell(_ result: FoundTables.Result, _ day: CalendarDay, _ isPlain: Bool) -> TableGrid.Cell {
        guard let evening = result.evenings.first(where: { $0.day == day }), !evening.slots.isEmpty else {
            let isOpen = found.leftOut.contains {
                $0.reason == .notLooked && ($0.subject == .evening(result.venue, day) || $0.subject == .day(day))
            }
            return isOpen ? .notLooked : .none
        }
        var times: [TableGrid.Time] = []
        for slot in evening.slots {
            let minutes = slot.minutes(intoEvening: day)
            let costs = !slot.charges.isEmpty
            if let index = times.firstIndex(where: { $0.minutes == minutes }) {
                // Of two tables at one time the one that costs nothing.
                times[index].costs = times[index].costs && costs
            } else {
                let time = isPlain ? String(slot.time.spoken.dropLast(3)) : slot.time.spoken
                // After midnight it is the next day.
                let text = slot.day == day ? time : "\(time) \(slot.day.weekday.name.prefix(3))"
                times.append(TableGrid.Time(minutes: minutes, text: text, costs: costs))
            }
        }
        return .times(times)
    }

    private func legend(_ grid: TableGrid, width: Int?) -> [String] {
        let hasCosts = grid.showsCosts(width: width)
        let isOpen = grid.rows.contains { $0.cells.contains(.notLooked) }
        let signs = [hasCosts ? "$ money at stake" : nil, isOpen ? "? not looked at" : nil].compactMap(\.self)
        return signs.isEmpty ? [] : ["  " + signs.joined(separator: " · ")]
    }

    /// `8:00 PM exactly`, `free`, `rated 4.7`, `0.4 mi away`, `West Village`, `Italian`: what decides stands first.
    private func facts(_ result: FoundTables.Result) -> TableGrid.Facts {
        let venue = result.venue
        let merits = voice.merits(result)
        guard result.isBookable else {
            return TableGrid.Facts(needed: merits.map { Line.glued($0) } + [result.url])
        }
        let city = venue.neighborhood == nil || found.isEverywhere ? venue.city : nil
        let place = [city, venue.neighborhood, venue.cuisines.first].compactMap(\.self)
        let time = result.score.gap == nil && found.days.count == 1 ? nil : voice.time(result.score, of: found)
        func glued(_ facts: [String]) -> [String] { facts.filter { !$0.isBlank }.map { Line.glued($0) } }
        return TableGrid.Facts(
            needed: glued([time, cost(result)].compactMap(\.self)), welcome: glued(merits + place))
    }

    /// What its best table costs, and until when that can be avoided.
    private func cost(_ result: FoundTables.Result) -> String? {
        guard let (_, slot) = found.best(of: result) else { return nil }
        let others = found.dearerOrCheaper(than: result)
        let seating = others.isEmpty || slot.seating.isBlank ? "" : "\(CleanText.name(slot.seating)) "
        let beside = others.map {
            ", \(CleanText.name($0.seating)) \($0.charges.isEmpty ? "free" : voice.text($0.charges, party: found.party))"
        }.joined()
        guard var main = slot.charges.main else { return "\(seating)free\(beside)" }
        main.cutOff = slot.charges.freeUntil
        return seating + voice.text(slot.charges, party: found.party)
            + voice.wayOut(main, in: result.venue.zone, now: now) + beside
    }

    // MARK: - The next command

    /// `Go on in 2 minutes:  resy-mcp find italian --on sat --cursor abc`
    private var goOn: String? {
        guard found.cursor != nil, let goingOn else { return nil }
        let wait = found.end?.opens.flatMap { $0 > now ? " \(voice.wait(until: $0))" : nil } ?? ""
        return "Go on\(wait):  \(ShellWords.line(goingOn))"
    }

    private var command: String? {
        guard let result = found.results.first(where: \.isBookable), let (evening, slot) = found.best(of: result) else {
            return nil
        }
        let party = PrintedCommand.party(found.party)
        return "resy-mcp book \(ShellWords.foreign("Resy venue \(result.venue.id)")) \(evening.iso) \(slot.time.typed)"
            + party + (!slot.seating.isBlank ? " --seating \(ShellWords.foreign(slot.seating))" : "")
    }
}
