/// Days that are known by a name.
enum Holiday {
    /// The next one to come, or that of the year beside it; nil for words that name none. `New Year's` alone is two days.
    static func day(_ said: [String], from today: CalendarDay) throws(DateTextError.Reason) -> CalendarDay? {
        var words = said
        var year: Int?
        if let last = words.last, last.utf8.count == 4, let number = Digits.number(last.utf8) {
            year = number
            words.removeLast()
        }
        if let first = words.first, ["this", "next"].contains(first) { words.removeFirst() }
        let name = words.joined(separator: " ")
        if ["new years", "new year"].contains(name) {
            let eve = next(year.map { $0 - 1 }, from: today) { CalendarDay(year: $0, month: 12, day: 31) }
            guard let eve else { return nil }
            throw .several([eve, eve.adding(days: 1)])
        }
        guard let rule = rules[name] else { return nil }
        return next(year, from: today, rule)
    }

    private static func next(
        _ year: Int?, from today: CalendarDay, _ rule: (Int) -> CalendarDay?
    ) -> CalendarDay? {
        if let year { return rule(year) }
        return [today.year, today.year + 1].lazy.compactMap(rule).first { $0 >= today }
    }

    private static let rules: [String: @Sendable (Int) -> CalendarDay?] = {
        var rules: [String: @Sendable (Int) -> CalendarDay?] = [:]
        func name(_ names: [String], _ rule: @escaping @Sendable (Int) -> CalendarDay?) {
            for name in names { rules[name] = rule }
        }
        func name(_ names: [String], _ month: Int, _ day: Int) {
            name(names) { CalendarDay(year: $0, month: month, day: day) }
        }
        name(["nye", "new years eve", "new year eve", "newyears eve", "silvester", "sylvester"], 12, 31)
        name(["new years day", "new year day", "nyd"], 1, 1)
        name(["christmas", "christmas day", "xmas", "xmas day", "x mas"], 12, 25)
        name(["christmas eve", "xmas eve", "x mas eve"], 12, 24)
        name(["boxing day"], 12, 26)
        name(["valentines day", "valentines", "valentine day", "valentine", "st valentines day"], 2, 14)
        name(["halloween", "hallowe en", "halloween day"], 10, 31)
        name(["independence day", "july fourth", "fourth july"], 7, 4)
        name(["st patricks day", "saint patricks day", "st paddys day", "st patricks"], 3, 17)
        name(["juneteenth"], 6, 19)
        name(["cinco de mayo"], 5, 5)
        name(["thanksgiving", "thanksgiving day"], thanksgiving)
        name(["thanksgiving eve", "day before thanksgiving"]) { thanksgiving($0)?.adding(days: -1) }
        name(["black friday", "day after thanksgiving"]) { thanksgiving($0)?.adding(days: 1) }
        name(["labor day", "labour day"]) { CalendarDay(year: $0, month: 9, day: 1)?.next(.monday) }
        name(["memorial day"]) { CalendarDay(year: $0, month: 5, day: 25)?.next(.monday) }
        name(["easter", "easter sunday", "easter day"], easter)
        name(["good friday"]) { easter($0)?.adding(days: -2) }
        return rules
    }()

    /// The fourth Thursday of November.
    @Sendable private static func thanksgiving(_ year: Int) -> CalendarDay? {
        CalendarDay(year: year, month: 11, day: 22)?.next(.thursday)
    }

    /// By the anonymous Gregorian computus.
    @Sendable private static func easter(_ year: Int) -> CalendarDay? {
        let (golden, century, rest) = (year % 19, year / 100, year % 100)
        let skipped = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - skipped + 15) % 30
        let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
        let late = (golden + 11 * epact + 22 * sunday) / 451
        let sum = epact + sunday - 7 * late + 114
        return CalendarDay(year: year, month: sum / 31, day: sum % 31 + 1)
    }
}
