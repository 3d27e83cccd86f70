extension ZoneRule {
    /// Reads the POSIX form with the extensions of RFC 8536: quoted names, and times from -167 to 167 hours.
    init?(posix text: String) {
        var reader = Reader(bytes: Array(text.utf8))
        guard reader.skipName(), let west = reader.time() else { return nil }
        standard = -west
        guard !reader.isAtEnd else {
            summer = nil
            return
        }
        guard reader.skipName() else { return nil }
        var offset = standard + 3600
        if reader.peek != UInt8(ascii: ",") {
            guard let west = reader.time() else { return nil }
            offset = -west
        }
        guard let start = reader.change(), let end = reader.change(), reader.isAtEnd else { return nil }
        summer = Summer(offset: offset, start: start, end: end)
    }

    private struct Reader {
        let bytes: [UInt8]
        var position = 0

        var isAtEnd: Bool { position == bytes.count }
        var peek: UInt8? { isAtEnd ? nil : bytes[position] }

        mutating func take(_ wanted: Character) -> Bool {
            guard let peek, peek == wanted.asciiValue else { return false }
            position += 1
            return true
        }

        /// `EST`, or anything between `<` and `>`.
        mutating func skipName() -> Bool {
            if take("<") {
                while let byte = peek, byte != UInt8(ascii: ">") { position += 1 }
                return take(">")
            }
            let start = position
            while let byte = peek, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte & 0xDF) { position += 1 }
            return position - start >= 3
        }

        mutating func number(upTo limit: Int) -> Int? {
            let start = position
            while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
            guard let value = Digits.number(bytes[start..<position]), value <= limit else { return nil }
            return value
        }

        /// `[+-]hh[:mm[:ss]]`, in seconds.
        mutating func time() -> Int? {
            let sign = take("-") ? -1 : 1
            if sign == 1 { _ = take("+") }
            guard let hours = number(upTo: 167) else { return nil }
            var seconds = hours * 3600
            for unit in [60, 1] where take(":") {
                guard let value = number(upTo: 59) else { return nil }
                seconds += value * unit
            }
            return sign * seconds
        }

        /// `,M3.2.0/2`, `,J60` or `,59`; two in the morning where no time is given.
        mutating func change() -> Change? {
            guard take(",") else { return nil }
            let day: Change.Day
            if take("M") {
                guard let month = number(upTo: 12), month > 0, take("."), let week = number(upTo: 5), week > 0,
                    take("."), let weekday = number(upTo: 6)
                else { return nil }
                day = .weekday(month: month, week: week, weekday: weekday)
            } else if take("J") {
                guard let count = number(upTo: 365), count > 0 else { return nil }
                day = .julian(count)
            } else {
                guard let count = number(upTo: 365) else { return nil }
                day = .ordinal(count)
            }
            guard take("/") else { return Change(day: day, time: 7200) }
            guard let time = time() else { return nil }
            return Change(day: day, time: time)
        }
    }
}
