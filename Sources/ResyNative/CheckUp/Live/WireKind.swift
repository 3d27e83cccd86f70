internal import ResyDomain

/// What a field of Resy's answers is expected to hold.
package enum WireKind: String, Sendable, CaseIterable {
    case object = "an object"
    case list = "a list"
    case text = "a text"
    case integer = "a whole number"
    case number = "a number"
    case flag = "true or false"
    case day = "a date"
    case localTime = "a date and time"
    case clock = "a time of day"
    case zone = "a time zone"
    case currency = "a currency's code"
    case slotToken = "a slot's token"
    case dayState = "a word for a day"
    case null

    /// As the reference of Resy's API describes it.
    func fits(_ value: JSON) -> Bool {
        switch self {
        case .object: return value.kind == .object
        case .list: return value.kind == .array
        case .text: return value.kind == .string
        case .integer: return value.kind == .integer
        case .number: return value.kind == .integer || value.kind == .real
        case .flag:
            if value.kind == .integer, let number = try? value.integer { return number == 0 || number == 1 }
            return value.kind == .yes || value.kind == .no
        case .null: return value.isNull
        default: return (try? value.string).map(hasForm) ?? false
        }
    }

    /// As the decoders take it, which are more lenient.
    func isRead(_ value: JSON) -> Bool {
        switch self {
        case .text, .dayState: (try? value.text) != nil
        case .integer: (try? value.integer) != nil
        case .number: (try? value.number) != nil
        case .flag: (try? value.flag) != nil
        default: fits(value)
        }
    }

    private func hasForm(_ text: String) -> Bool {
        switch self {
        case .day: CalendarDay(iso: text) != nil
        case .localTime: WireTime.local(text) != nil
        case .clock: TimeOfDay(clock: text) != nil
        case .zone: Zone(named: text) != nil
        case .currency: Venue.currency(.string(text)) != nil
        case .slotToken: SlotToken(text) != nil
        case .dayState: ["available", "sold-out", "sold out", "closed", "not available"].contains(text.lowercased())
        default: true
        }
    }

    /// The kind of a value that does not fit, and nothing of the value.
    static func word(for value: JSON, expected: [WireKind]) -> String {
        switch value.kind {
        case .object: "an object"
        case .array: "a list"
        case .string: expected.contains { !$0.isPlain } ? "another text" : "a text"
        case .integer: "a whole number"
        case .real: "a number"
        case .yes, .no: "true or false"
        case .null: "null"
        case .beyond: "a number too large"
        case .disputed: "two values that differ"
        }
    }

    /// A kind of JSON's own, not a form of text.
    private var isPlain: Bool {
        switch self {
        case .object, .list, .text, .integer, .number, .flag, .null: true
        default: false
        }
    }
}
