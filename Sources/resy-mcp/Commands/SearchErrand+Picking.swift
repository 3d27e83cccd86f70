internal import ResyDomain
internal import ResyNative

extension SearchErrand {
    /// A table of those that can be booked, with its restaurant and evening.
    struct Pick {
        var venue: Venue
        var evening: CalendarDay
        var slot: Slot
    }

    /// What a person at a terminal wants booked; nil for none.
    func pick(from found: FoundTables, _ errand: Errand) throws -> BookingRequest? {
        let results = found.results.filter(\.isBookable)
        var result = results[0]
        if results.count > 1 {
            let words = results.map { result in
                Words(name: result.venue.name, times: Set(result.evenings.flatMap(\.slots).map(\.time)))
            }
            guard let index = try index(of: words, "Which one?", errand) else { return nil }
            result = results[index]
        }
        let tables = Self.tables(of: result, best: found.best(of: result), most: max(9, result.evenings.count))
        guard var wanted = tables.first else { return nil }
        let now = errand.clock.now
        if tables.count > 1 {
            errand.terminal.tell(Self.list(tables, party: found.party, now: now))
            let words = tables.map { Words(name: $0.slot.seating, times: [$0.slot.time]) }
            guard let index = try index(of: words, "Which table?", errand) else { return nil }
            wanted = tables[index]
        } else if results.count == 1 {
            let asked = "\(wanted.venue.name), \(Self.name(wanted, party: found.party, now: now)): book it?"
            guard try index(of: [Words(name: wanted.venue.name, times: [])], asked, errand) != nil else { return nil }
        }
        return BookingRequest(
            restaurant: "Resy venue \(wanted.venue.id)", date: wanted.evening.iso, time: wanted.slot.time.clock,
            party: found.party, seating: wanted.slot.seating)
    }

    /// What a person may type for one of several, beside its number.
    struct Words {
        var name: String
        var times: Set<TimeOfDay>
    }

    /// Asked once more where what was typed is none of them.
    private func index(of choices: [Words], _ question: String, _ errand: Errand) throws -> Int? {
        let (terminal, count) = (errand.terminal, choices.count)
        let choice = count == 1 ? "[y/N]" : "[1-\(count), Enter for none]"
        var asked = "\(question) \(choice) "
        for _ in 0..<2 {
            let prompt = asked
            let typed = try errand.wait(patience: Errand.personsPatience) { _ in
                terminal.prompt(prompt)
                return try await terminal.typed(within: Errand.personsPatience)
            }
            guard case .line(let words) = typed else { return nil }
            if let index = Self.index(words, of: choices) { return index }
            if words.isBlank || count == 1 { return nil }
            asked = "Type a number from 1 to \(count), or Enter for none. "
        }
        terminal.tell("That is none of them. Nothing was booked.")
        return nil
    }

    /// By its number, by a time that it alone has, by its name or a part that it alone has.
    static func index(_ typed: String, of choices: [Words]) -> Int? {
        if let index = Errand.index(typed, of: choices.count) { return index }
        let typed = typed.lowercased().trimmed
        guard choices.count > 1, !typed.isEmpty else { return nil }
        func only(_ fits: (Words) -> Bool) -> Int? {
            let all = choices.indices.filter { fits(choices[$0]) }
            return all.count == 1 ? all[0] : nil
        }
        if let index = only({ $0.name.lowercased() == typed }) { return index }
        let times = Set(choices.flatMap(\.times)).filter {
            [$0.typed, $0.clock, $0.spoken.lowercased(), $0.dial].contains(typed)
        }
        if !times.isEmpty { return only { !$0.times.isDisjoint(with: times) } }
        guard typed.contains(where: \.isLetter) else { return nil }
        return only { $0.name.lowercased().contains(typed) }
    }

    /// What it stands there for, then tables of each evening in turn, one of each time and seating.
    static func tables(
        of result: FoundTables.Result, best: (day: CalendarDay, slot: Slot)?, most: Int
    ) -> [Pick] {
        var rest = result.evenings.map { evening in
            evening.slots.filter(\.isBookable).map { Pick(venue: result.venue, evening: evening.day, slot: $0) }[...]
        }
        let best = best.flatMap { best in
            rest.joined().first { $0.evening == best.day && $0.slot == best.slot }
        }
        var picked = [best].compactMap(\.self)
        func isThere(_ pick: Pick) -> Bool {
            picked.contains {
                $0.evening == pick.evening && $0.slot.time == pick.slot.time && $0.slot.seating == pick.slot.seating
            }
        }
        while picked.count < most, rest.contains(where: { !$0.isEmpty }) {
            for index in rest.indices where picked.count < most {
                while let pick = rest[index].popFirst() {
                    if isThere(pick) { continue }
                    picked.append(pick)
                    break
                }
            }
        }
        let others = picked.dropFirst(best == nil ? 0 : 1).enumerated().sorted {
            ($0.element.evening, $0.offset) < ($1.element.evening, $1.offset)
        }
        return picked.prefix(best == nil ? 0 : 1) + others.map(\.element)
    }

    static func list(_ tables: [Pick], party: Int, now: Instant) -> Sheet {
        Sheet(
            tables.enumerated().map { index, pick in
                Line("\(index + 1). \(name(pick, party: party, now: now))", hang: 3)
            })
    }

    /// `Fri Dec 4, 8:00 PM, Dining Room, $50 late fee per guest ($200 for 4)`
    private static func name(_ pick: Pick, party: Int, now: Instant) -> String {
        let slot = pick.slot
        let when = Evening.spoken(slot.day, slot.time, of: pick.evening, from: pick.venue.today(now))
        let cost = slot.charges.isEmpty ? "free" : Voice.person.text(slot.charges, party: party)
        return [when, slot.seating, cost].filter { !$0.isBlank }.joined(separator: ", ")
    }
}

extension TimeOfDay {
    /// `8:00`
    fileprivate var dial: String { String(spoken.dropLast(3)) }
}
