internal import ResyNative

/// Arguments that several tools take.
enum Ask {
    static let partyRange = 1...50
    static let flexibilityRange = 0...1440
    static let limitRange = 1...50
    static let usualLimit = 10

    static let restaurant = Schema.text(
        "Name, resy.com link, or “Resy venue 40203” as an answer names it")
    static let date = Schema.text(
        "2026-02-14, Feb 14, Saturday, tomorrow; after midnight the evening's date")
    static let party = Schema.integer("Number of diners", in: partyRange, default: 2)
    static let location = Schema.text("City or neighborhood, if several share the name")
    static let seating = Schema.text("Seating as check_availability names it; omit for any")

    static func detail(_ words: String) -> JSON {
        Schema.described(Schema.choice(Tool.Detail.allCases.map(\.rawValue)), words)
            .setting("default", to: .string(Tool.Detail.brief.rawValue))
    }

    static let confirmToken = Schema.text(
        "From a needs_confirmation reply, after the user's yes")
}
