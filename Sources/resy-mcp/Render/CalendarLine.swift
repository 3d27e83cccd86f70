internal import ResyDomain

/// Lines of an iCalendar file, as RFC 5545 wants them.
enum CalendarLine {
    /// Bytes of a line at most, its end not counted.
    private static let longest = 75

    /// A text of others or of ours: no character of it ends the line, or means anything in it.
    static func text(_ name: String, _ value: String) -> String { name + ":" + escaped(value) }

    static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped += ["\\", scalar]
            case "\n", "\u{2028}", "\u{2029}", "\u{85}": escaped += ["\\", "n"]
            case _ where scalar.properties.generalCategory == .control: escaped.append(" ")
            // They turn text around, or hide in it.
            case _ where scalar.properties.generalCategory == .format && scalar != "\u{200D}": continue
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    /// Lines that are longer go on in the next one behind a blank; no character is torn apart.
    static func folded(_ line: String) -> String {
        var (folded, used) = (String.UnicodeScalarView(), 0)
        for scalar in line.unicodeScalars {
            let size = String(scalar).utf8.count
            if used + size > longest {
                folded += ["\r", "\n", " "]
                used = 1
            }
            folded.append(scalar)
            used += size
        }
        return String(folded)
    }

    /// `20261205T000000Z`
    static func moment(_ instant: Instant) -> String {
        let seconds = Int(instant.seconds.rounded(.down))
        let days = Int((Double(seconds) / 86_400).rounded(.down))
        return local(CalendarDay(daysSince1970: days), second: seconds - days * 86_400) + "Z"
    }

    /// `20261204T190000`: a clock that goes with whoever reads it.
    static func local(_ day: CalendarDay, second: Int) -> String {
        let parts = [second / 3600, second / 60 % 60, second % 60].map { Digits.padded($0, to: 2) }
        return day.iso.replacing("-", with: "") + "T" + parts.joined()
    }
}
