package import Foundation

/// A day of the Gregorian calendar, written `YYYY-MM-DD`.
package struct Day: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Days since 1970-01-01.
    package let ordinal: Int

    package init(ordinal: Int) { self.ordinal = ordinal }

    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count == 10, parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2]), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        // Days from civil: the year starts in March, so that the leap day is its last.
        let y = month <= 2 ? year - 1 : year
        let era = y / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        ordinal = era * 146_097 + dayOfEra - 719_468
        guard description == text else { return nil }
    }

    package var parts: (year: Int, month: Int, day: Int) {
        let z = ordinal + 719_468
        let era = z / 146_097
        let doe = z - era * 146_097
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100)
        let mp = (5 * doy + 2) / 153
        let month = mp < 10 ? mp + 3 : mp - 9
        return (yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - (153 * mp + 2) / 5 + 1)
    }

    package var description: String {
        let (year, month, day) = parts
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    /// 0 is Sunday.
    package var weekday: Int { (ordinal + 4) % 7 }
    /// The first day of the month so many months later.
    package func firstOfMonth(after months: Int) -> Day {
        let (year, month, day) = parts
        let (years, index) = (month - 1 + months).quotientAndRemainder(dividingBy: 12)
        let first = (year: year + (index < 0 ? years - 1 : years), month: (index + 12) % 12 + 1)
        let text = "\(first.year)-\(first.month < 10 ? "0" : "")\(first.month)-01"
        return Day(text) ?? adding(1 - day)
    }
    package func adding(_ days: Int) -> Day { Day(ordinal: ordinal + days) }
    package static func < (left: Day, right: Day) -> Bool { left.ordinal < right.ordinal }
}

/// Clock text of minutes since midnight; 1440 and more wrap.
func clockText(_ minutes: Int, seconds: Bool = true) -> String {
    let hour = (minutes / 60) % 24
    let minute = minutes % 60
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)" + (seconds ? ":00" : "")
}

/// A zone by the name Resy gives it, legacy names included.
package struct LocalClock: Sendable {
    private let calendar: Calendar

    package init(zone name: String) {
        calendar = LocalClock.calendars.withLock { known in
            if let calendar = known[name] { return calendar }
            let legacy = [
                "EST5EDT": "America/New_York", "CST6CDT": "America/Chicago", "MST7MDT": "America/Denver",
                "PST8PDT": "America/Los_Angeles",
            ]
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = TimeZone(identifier: legacy[name] ?? name) ?? .gmt
            known[name] = calendar
            return calendar
        }
    }

    /// Made once for each name: a search asks for thousands.
    private static let calendars = Guarded<[String: Calendar]>([:])

    package func day(at date: Date) -> Day {
        let offset = calendar.timeZone.secondsFromGMT(for: date)
        return Day(ordinal: Int((date.timeIntervalSince1970 + Double(offset)) / 86400))
    }

    /// Minutes since midnight.
    package func minutes(at date: Date) -> Int {
        let offset = calendar.timeZone.secondsFromGMT(for: date)
        return (Int(date.timeIntervalSince1970) + offset) % 86400 / 60
    }

    /// The instant of a wall-clock time; minutes of 1440 and more are on the next day.
    package func instant(_ day: Day, _ minutes: Int) -> Date {
        let (year, month, date) = day.adding(minutes / 1440).parts
        let wanted = DateComponents(
            year: year, month: month, day: date, hour: minutes % 1440 / 60, minute: minutes % 60)
        return calendar.date(from: wanted) ?? Date(timeIntervalSince1970: Double(day.ordinal * 86400 + minutes * 60))
    }

    /// `instant` for one day: by plain sums if the clocks are not changed around it.
    func starts(on day: Day) -> (Int) -> Date {
        let midnight = Double(day.ordinal * 86400)
        let zone = calendar.timeZone
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: midnight - 86400))
        guard zone.secondsFromGMT(for: Date(timeIntervalSince1970: midnight + 3 * 86400)) == offset else {
            return { instant(day, $0) }
        }
        return { Date(timeIntervalSince1970: midnight + Double($0 * 60 - offset)) }
    }
}

extension Date {
    /// `YYYY-MM-DDTHH:MM:SSZ`
    package var utcText: String {
        let seconds = Int(timeIntervalSince1970.rounded(.down))
        let second = seconds % 60
        return "\(Day(ordinal: seconds / 86400))T\(clockText(seconds % 86400 / 60, seconds: false))"
            + ":\(second < 10 ? "0" : "")\(second)Z"
    }

    /// As the `Date` header has it.
    package var httpText: String {
        let seconds = Int(timeIntervalSince1970.rounded(.down))
        let day = Day(ordinal: seconds / 86400)
        let (year, month, date) = day.parts
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let second = seconds % 60
        return "\(days[day.weekday]), \(date < 10 ? "0" : "")\(date) \(months[month - 1]) \(year) "
            + "\(clockText(seconds % 86400 / 60, seconds: false)):\(second < 10 ? "0" : "")\(second) GMT"
    }
}
