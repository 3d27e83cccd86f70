/// A wall-clock time, to the minute.
package struct TimeOfDay: Sendable, Hashable, Comparable {
    package let hour: Int
    package let minute: Int

    package init?(hour: Int, minute: Int) {
        guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
        self.hour = hour
        self.minute = minute
    }

    /// The time `minutes` after midnight; whole days are dropped.
    package init(minutesAfterMidnight minutes: Int) {
        let wrapped = ((minutes % 1440) + 1440) % 1440
        hour = wrapped / 60
        minute = wrapped % 60
    }

    /// Reads `HH:MM` and `HH:MM:SS`; the seconds are checked and dropped.
    package init?(clock text: some StringProtocol) { self.init(clockBytes: text.utf8) }

    init?(clockBytes bytes: some Sequence<UInt8>) {
        var (hour, minute, number, digits, part) = (0, 0, 0, 0, 0)
        for byte in bytes {
            if byte == UInt8(ascii: ":") {
                guard digits > 0, part < 2 else { return nil }
                if part == 0 { hour = number } else { minute = number }
                (number, digits, part) = (0, 0, part + 1)
            } else {
                guard digits < 2, let digit = Digits.digit(byte) else { return nil }
                (number, digits) = (number * 10 + digit, digits + 1)
            }
        }
        guard digits > 0, part > 0 else { return nil }
        if part == 1 { minute = number } else if number > 59 { return nil }
        self.init(hour: hour, minute: minute)
    }

    package var minutesAfterMidnight: Int { hour * 60 + minute }

    /// `19:30`.
    package var clock: String { Digits.padded(hour, to: 2) + ":" + Digits.padded(minute, to: 2) }

    /// `7:30 PM`.
    package var spoken: String {
        let twelve = hour % 12 == 0 ? 12 : hour % 12
        return String(twelve) + ":" + Digits.padded(minute, to: 2) + (hour < 12 ? " AM" : " PM")
    }

    package static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
        left.minutesAfterMidnight < right.minutesAfterMidnight
    }
}
