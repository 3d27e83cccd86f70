/// The part of a day that a diner's word names, as far as it tells morning from evening.
package enum DayPart: Sendable, Hashable {
    case morning, brunch, lunch, afternoon, evening, night

    /// Nil for a word that names none.
    init?(_ word: String) {
        switch word {
        case "morning", "breakfast": self = .morning
        case "brunch": self = .brunch
        case "lunch", "lunchtime": self = .lunch
        case "afternoon": self = .afternoon
        case "evening", "dinner", "dinnertime", "supper": self = .evening
        case "night", "nite", "tonight", "tonite", "nighttime": self = .night
        default: return nil
        }
    }

    /// Of many days: `nights`, `lunches`. Nil for a word that names none.
    init?(ofMany word: String) {
        let ending = word.hasSuffix("ches") ? 2 : 1
        guard word.hasSuffix("s"),
            let one = DayPart(String(word.dropLast(ending)))
        else { return nil }
        self = one
    }

    /// The half of the day of `hour`, from 1 to 12 as on a dial; nil where the word does not settle it.
    func half(of hour: Int) -> HalfDay? {
        let hour = hour % 12
        return switch self {
        case .morning: .morning
        case .brunch: hour >= 8 ? .morning : hour <= 4 ? .evening : nil
        case .lunch: hour >= 10 ? .morning : hour <= 4 ? .evening : nil
        case .afternoon: hour <= 7 ? .evening : nil
        // Twelve at night is midnight.
        case .evening: hour == 0 ? .morning : hour >= 4 ? .evening : nil
        case .night: hour <= 4 ? .morning : .evening
        }
    }

    /// Whether anybody would call `time` a time of it; one before five ends an evening or a night.
    func admits(_ time: TimeOfDay) -> Bool {
        let hours =
            switch self {
            case .morning: 5..<13
            case .brunch: 7..<18
            case .lunch: 10..<18
            case .afternoon: 11..<20
            case .evening, .night: 15..<29
            }
        return hours.contains(Evening.minutes(of: time) / 60)
    }
}

/// The hours from midnight to noon, or those from noon to midnight.
package enum HalfDay: Sendable, Hashable {
    case morning, evening

    static let said: [Substring: HalfDay] = ["am": .morning, "a.m.": .morning, "pm": .evening, "p.m.": .evening]

    init(_ time: TimeOfDay) { self = time.hour < 12 ? .morning : .evening }
}
