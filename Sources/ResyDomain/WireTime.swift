/// Dates and times as Resy and HTTP write them.
package enum WireTime {
    /// `2026-11-14 19:30:00`, or with a `T`: a wall clock at the restaurant, without an offset.
    package static func local(_ text: String) -> (day: CalendarDay, time: TimeOfDay)? {
        text.utf8.withContiguousStorageIfAvailable { local($0) } ?? local(Array(text.utf8))
    }

    private static func local<Bytes: RandomAccessCollection<UInt8>>(
        _ bytes: Bytes
    ) -> (day: CalendarDay, time: TimeOfDay)? where Bytes.Index == Int {
        guard bytes.count == 16 || bytes.count == 19, isGap(bytes[10]), let day = CalendarDay(bytes: bytes[..<10]),
            let clock = clock(bytes[11...])
        else { return nil }
        return (day, clock.time)
    }

    /// `2026-11-14T00:30:00Z`: a moment, with or without fractions, with `Z` or an offset such as `+00:00`. Without either it
    /// is UTC too: so a client with live tests has `when` of a reservation, `2026-12-19 05:30:00`.
    package static func instant(_ text: String) -> Instant? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 19, bytes.count <= 40, isGap(bytes[10]), let day = CalendarDay(bytes: bytes[..<10]),
            let clock = clock(bytes[11..<19])
        else { return nil }
        var rest = bytes[19...]
        var fraction = 0.0
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            guard let value = Digits.number(digits.prefix(9)) else { return nil }
            fraction = Double(value)
            for _ in 0..<min(9, digits.count) { fraction /= 10 }
            rest = rest.dropFirst(digits.count + 1)
        }
        guard let east = offset(rest) else { return nil }
        return moment(day, clock, east: east, fraction: fraction)
    }

    /// `Sat, 14 Nov 2026 00:30:00 GMT`, the one form of a `Date:` header still written.
    package static func httpDate(_ text: String) -> Instant? {
        text.utf8.withContiguousStorageIfAvailable { httpDate($0) } ?? httpDate(Array(text.utf8))
    }

    private static func httpDate<Bytes: RandomAccessCollection<UInt8>>(_ bytes: Bytes) -> Instant?
    where Bytes.Index == Int {
        guard bytes.count == 29, !bytes[..<3].contains(UInt8(ascii: " ")), bytes[3] == UInt8(ascii: ","),
            bytes[25...].elementsEqual(" GMT".utf8),
            [4, 7, 11, 16].allSatisfy({ bytes[$0] == UInt8(ascii: " ") }), let number = Digits.number(bytes[5..<7]),
            let month = CalendarDay.monthNames.firstIndex(where: { $0.utf8.prefix(3).elementsEqual(bytes[8..<11]) }),
            let year = Digits.number(bytes[12..<16]),
            let day = CalendarDay(year: year, month: month + 1, day: number), let clock = clock(bytes[17..<25])
        else { return nil }
        return moment(day, clock, east: 0, fraction: 0)
    }

    private static func isGap(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "T")
    }

    /// `HH:MM` or `HH:MM:SS`; second 60 is the leap second and counts as 59.
    static func clock(_ bytes: some Sequence<UInt8>) -> (time: TimeOfDay, second: Int)? {
        var (hour, minute, number, place) = (0, 0, 0, 0)
        for byte in bytes {
            switch place {
            case 2, 5:
                guard byte == UInt8(ascii: ":") else { return nil }
                if place == 2 { hour = number } else { minute = number }
                number = 0
            case ..<8:
                guard let digit = Digits.digit(byte) else { return nil }
                number = number * 10 + digit
            default: return nil
            }
            place += 1
        }
        switch place {
        case 5: return TimeOfDay(hour: hour, minute: number).map { ($0, 0) }
        case 8 where number <= 60: return TimeOfDay(hour: hour, minute: minute).map { ($0, min(number, 59)) }
        default: return nil
        }
    }

    /// `Z`, `+00:00`, `+0000` or `-05`, in seconds; nothing is UTC.
    static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let sign = bytes.first else { return 0 }
        if sign == UInt8(ascii: "Z") { return bytes.count == 1 ? 0 : nil }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
        let digits = bytes.dropFirst().filter { $0 != UInt8(ascii: ":") }
        guard digits.count == 2 || digits.count == 4, let hours = Digits.number(digits.prefix(2)), hours < 24,
            let minutes = digits.count == 2 ? 0 : Digits.number(digits.suffix(2)), minutes < 60
        else { return nil }
        return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 3600 + minutes * 60)
    }

    private static func moment(
        _ day: CalendarDay, _ clock: (time: TimeOfDay, second: Int), east: Int, fraction: Double
    ) -> Instant {
        let whole = day.daysSince1970 * 86_400 + clock.time.minutesAfterMidnight * 60 + clock.second - east
        return Instant(seconds: Double(whole) + fraction)
    }
}
