import ResyDomain

internal import ResyNative

/// What a line that is wrong was probably meant to be.
extension TypedLine {
    /// The words as they should stand; nil where they cannot be told apart.
    func arranged() -> TypedLine? {
        var line = self
        switch command {
        case "check" where hasDays || words.isEmpty && name == nil && options.contains { $0.name == "or" }:
            return arrangedSearch()
        case "check", "book": break
        case "find": return arrangedFind()
        case "days" where words.count > 1 || date != nil: return arrangedDays()
        case "cancel" where words.count > 1:
            let table = TableWords(arranging: words)
            line.words = [table?.name ?? words.joined(separator: " ")]
            if let day = table?.date, !options.contains(where: { ["on", "id"].contains($0.name) }) {
                line.options.append(Option(name: "on", value: day))
            }
            return line
        case "watch" where words.first == "add" && words.count > 2:
            let table = TableWords(arranging: Array(words.dropFirst()))
            let date = options.contains { $0.name == "on" } ? nil : table?.date
            line.words = ["add", date == nil ? words.dropFirst().joined(separator: " ") : table?.name ?? ""]
            if let date { line.options.append(Option(name: "on", value: date)) }
            return line
        default: return line
        }
        var all = words
        // All in one pair of quotes.
        if let only = all.first, all.count == 1, name == nil, date == nil {
            let parts = only.split(separator: " ").map(String.init)
            if TableWords.areInPlace(parts) || TableWords(arranging: parts) != nil { all = parts }
        }
        if let name { all.insert(name, at: 0) }
        if let date { all.insert(date, at: name == nil ? all.count : 1) }
        if let time { all.append(time) }
        if TableWords.areInPlace(all) {
            line.words = all
            return line
        }
        guard let table = TableWords(arranging: all) else { return nil }
        line.words = table.words
        // `Carbone or Don Angie`
        let names = table.name.components(between: " or ")
        if command == "check", names.count > 1 {
            line.words[0] = names[0]
            line.options += names.dropFirst().map { Option(name: "or", value: $0) }
        }
        if let party = table.party { line.options.append(Option(name: "party", value: party)) }
        if let city = table.city { line.options.append(Option(name: "in", value: city)) }
        return line
    }

    /// Of names whose days stand behind flags: one name, a time perhaps, and the other names behind `--or`.
    private func arrangedSearch() -> TypedLine? {
        var line = self
        var all = words
        if let name { all.insert(name, at: 0) }
        if all.isEmpty, let index = line.options.firstIndex(where: { $0.name == "or" }) {
            all = [line.options.remove(at: index).value ?? ""]
        }
        line.giveOneDayAlone()
        let clock = all.count > 1 && TableWords.isTime(all[all.count - 1]) ? all.removeLast() : nil
        // The flags give the days already.
        if hasDays, all.count > 1, TableWords.isDate(all[all.count - 1]) { all.removeLast() }
        let names = all.joined(separator: " ").components(between: " or ")
        line.words = [names[0]] + [clock ?? time].compactMap(\.self)
        line.options += names.dropFirst().map { Option(name: "or", value: $0) }
        if let date, !hasDays { line.options.append(Option(name: "on", value: date)) }
        return line
    }

    /// Of weeks: a weekday is one day, for which there is `check`; a date is how far they are to reach.
    private func arrangedDays() -> TypedLine? {
        var line = self
        let table = TableWords(arranging: words + [date].compactMap(\.self))
        let name = [self.name, table?.name ?? words.joined(separator: " ")].compactMap(\.self).filter { !$0.isEmpty }
        line.words = [name.joined(separator: " ")]
        guard let day = table?.date, !hasDays else { return line }
        guard date != nil || !day.contains(where: \.isNumber) else {
            line.options.append(Option(name: "to", value: day))
            return line
        }
        line.command = "check"
        line.words += [day] + [table?.time].compactMap(\.self)
        return line
    }

    /// A first day without a last one is the only one.
    private mutating func giveOneDayAlone() {
        guard !options.contains(where: { ["on", "to"].contains($0.name) }),
            let index = options.firstIndex(where: { $0.name == "from" })
        else { return }
        options[index].name = "on"
    }

    /// Of a search without a name: the day, the time, the party and the place among its words behind their flags.
    private func arrangedFind() -> TypedLine? {
        var line = self
        var all = words.count == 1 ? words[0].split(separator: " ").map(String.init) : words
        if let name { all.insert(name, at: 0) }
        line.giveOneDayAlone()
        guard !hasDays, var table = TableWords(arranging: all) else {
            line.words = name == nil ? words : all
            return line
        }
        func add(_ name: String, _ value: String?) {
            guard let value, !line.options.contains(where: { $0.name == name }) else { return }
            line.options.append(Option(name: name, value: value))
        }
        // `Friday,Saturday 8pm`
        let said = table.date.split(separator: " ").map(String.init)
        if table.time == nil, said.count > 1, TableWords.isTime(said[said.count - 1]),
            TableWords.areSeveralDays(said.dropLast().joined(separator: " "))
        {
            (table.date, table.time) = (said.dropLast().joined(separator: " "), said.last)
        }
        // `Italian in West Village`
        let named = table.name.split(separator: " ").map(String.init)
        let place = named.lastIndex { $0.lowercased() == "in" }.flatMap { $0 < named.count - 1 ? $0 : nil }
        line.words = Array(named[..<(place ?? named.count)])
        add("in", table.city ?? place.map { named[($0 + 1)...].joined(separator: " ") })
        add("on", table.date)
        add("time", table.time)
        add("party", table.party)
        return line
    }
}

extension String {
    /// The texts between each of those.
    fileprivate func components(between separator: String) -> [String] {
        replacing(separator, with: "\u{1F}").split(separator: "\u{1F}").map(String.init)
    }
}
