/// A day of the proleptic Gregorian calendar, without a zone.
package struct CalendarDay: Sendable, Hashable, Comparable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Nil where the calendar has no such day, as on 2026-02-31.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= CalendarDay.length(ofMonth: month, year: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day that begins `count` days after 1970-01-01.
    package init(daysSince1970 count: Int) {
        // Howard Hinnant's civil-from-days, on eras of 400 years that begin in March.
        let shifted = count + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Reads `YYYY-MM-DD` and nothing else.
    package init?(iso text: some StringProtocol) { self.init(bytes: text.utf8) }

    /// The same. Byte by byte: each row of an answer and of the database has some.
    init?(bytes: some Sequence<UInt8>) {
        var (year, month, number, place) = (0, 0, 0, 0)
        for byte in bytes {
            switch place {
            case 4, 7:
                guard byte == UInt8(ascii: "-") else { return nil }
                if place == 4 { year = number } else { month = number }
                number = 0
            case ..<10:
                guard let digit = Digits.digit(byte) else { return nil }
                number = number * 10 + digit
            default: return nil
            }
            place += 1
        }
        guard place == 10 else { return nil }
        self.init(year: year, month: month, day: number)
    }

    /// No restaurant's calendar is before this day at that moment, wherever it is.
    package static func earliest(at now: Instant) -> CalendarDay {
        CalendarDay(daysSince1970: Int((now.seconds / 86_400).rounded(.down)) - 1)
    }

    package var daysSince1970: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    package var weekday: Weekday {
        Weekday.allCases[((daysSince1970 + 3) % 7 + 7) % 7]
    }

    package func adding(days count: Int) -> CalendarDay {
        CalendarDay(daysSince1970: daysSince1970 + count)
    }

    /// `2026-02-14`.
    package var iso: String {
        Digits.padded(year, to: 4) + "-" + Digits.padded(month, to: 2) + "-" + Digits.padded(day, to: 2)
    }

    /// `Sat Feb 14`.
    package var spoken: String {
        "\(weekday.name.prefix(3)) \(CalendarDay.monthNames[month - 1].prefix(3)) \(day)"
    }

    /// With the year where that is another one than `today`'s: `Fri Nov 26, 2027`.
    package func spoken(from today: CalendarDay?) -> String {
        today == nil || today?.year == year ? spoken : "\(spoken), \(year)"
    }

    package static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    package static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

/// The days of the week, Monday first as weeks are counted here.
package enum Weekday: Int, Sendable, CaseIterable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    package var name: String {
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][rawValue]
    }
}
