/// A day and time as programs write them: `2026-12-05T19:00`, with or without seconds, a fraction of them and an offset.
struct Timestamp {
    let day: CalendarDay
    let time: TimeOfDay
    /// Seconds east of UTC.
    let offset: Int?

    /// Nil for a text of another form; throws where such a one names no moment.
    init?(_ text: String) throws(DateTextError.Reason) {
        let bytes = Array(text.uppercased().utf8)
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard bytes.count >= 12, digits.contains(bytes[0]) else { return nil }
        // With a space it may be a person's `2026-12-05 7pm`.
        let isMoment = bytes[10] == UInt8(ascii: "T")
        guard isMoment || bytes[10] == UInt8(ascii: " ") && WireTime.clock(bytes[11...]) != nil else { return nil }
        guard let date = try WrittenDate(numeric: String(text.prefix(10))), let year = date.year else {
            throw .notUnderstood
        }
        guard let day = CalendarDay(year: year, month: date.month, day: date.day) else {
            throw .noSuchDay(year: year, month: date.month)
        }
        let clock = bytes[11...].prefix { digits.contains($0) || $0 == UInt8(ascii: ":") }
        var rest = bytes[clock.endIndex...]
        if rest.first == UInt8(ascii: ".") { rest = rest.dropFirst().drop { digits.contains($0) } }
        guard let time = WireTime.clock(clock)?.time else { throw .notUnderstood }
        offset = rest.isEmpty ? nil : WireTime.offset(rest)
        guard rest.isEmpty || offset != nil else { throw .notUnderstood }
        (self.day, self.time) = (day, time)
    }

    var said: SaidDay {
        var said = SaidDay(day: day, time: .at(time))
        (said.isTimestamp, said.offset) = (true, offset)
        return said
    }
}
