internal import ResyNative

/// Turns sentences that speak to a model about its tools into ones that speak to a person about commands.
enum PersonWords {
    /// The longer and more exact ones first.
    private static let phrases: [(theirs: String, ours: String)] = [
        // The question says so itself.
        ("Nothing is booked yet. Show the user these terms; after a yes, call again with this confirm_token.", ""),
        ("Nothing is cancelled yet. Show the user this; after a yes, call again with this confirm_token.", ""),
        (
            " in a terminal (the password then stays out of the chat), or call store_resy_credentials with the account's "
                + "e-mail and password", ""
        ),
        (" in a terminal, or call store_resy_credentials", ""),
        (", or call store_resy_credentials again", ""),
        (
            "Ask which one is meant, then call again with location (its city or neighborhood), its full name, or its link as "
                + "restaurant_name.",
            "Say which: add --in with its city or neighborhood, give its full name, or paste its resy.com link."
        ),
        (
            "Ask whether one of these is meant, then call again with its city as location, or its link as restaurant_name.",
            "If one of these is meant, name its city with --in, or paste its resy.com link."
        ),
        (
            "Ask whether one of these is meant, then call again with its full name, or its link as restaurant_name. If none is, it",
            "If one of these is meant, give its full name, or paste its resy.com link. If none is, it"
        ),
        ("add location, or", "add --in CITY, or"),
        (
            "Ask which one, then call again with its confirmation_id.",
            "Say which with --id, for example --id RESY-900000123."
        ),
        (
            "Ask which is meant. If it is one of these, call again with its confirmation_id. If it is the other:",
            "If one of these is meant, name it with --id. If it is the other:"
        ),
        (
            "These are the upcoming ones; call again with the confirmation_id of the right one.",
            "These are the upcoming ones; name one with --id."
        ),
        (
            "Offer the user one of the alternatives; do not book another time without asking.",
            "These can be had; book one of them."
        ),
        (
            "Cancel that one first, or, if the user wants both, call again with allow_overlap: true.",
            "Cancel that one first, or add --allow-overlap to keep both."
        ),
        ("and call again with payment_method;", "and name it with --card;"),
        ("payment_method \u{201C}", "--card \u{201C}"),
        (
            "Call again in a minute, with the confirmation_id of the one that is meant.",
            "Try again in a minute, with --id for the one that is meant."
        ),
        (
            "If the user wants the other seating, cancel that one first, then call again.",
            "For the other seating, cancel that one first."
        ),
        ("If the user is sure, call again with allow_overlap: true.", "If you are sure, add --allow-overlap."),
        ("allow_overlap does not change this.", "--allow-overlap does not change this."),
        (
            "This confirm_token has run out: it lives ten minutes.",
            "The yes came more than ten minutes after the question."
        ),
        (
            "Call again without confirm_token, show the user the terms, and use the new one.",
            "Run this again and answer within ten minutes."
        ),
        ("call anew, without a confirm_token", "run this again"),
        ("Call again to see it.", "Run this again to see it."),
        ("confirmation_id \u{201C}", "confirmation \u{201C}"),
        ("restaurant_name", "the restaurant's name"),
        ("party_size is", "--party is"),
        ("flexibility_minutes is", "--within is"),
        ("; my_reservations lists", "; `resy-mcp list` shows"),
        ("Look at my_reservations", "Run `resy-mcp list`"),
        ("Call my_reservations", "Run `resy-mcp list`"),
        ("call my_reservations", "run `resy-mcp list`"),
        ("my_reservations", "`resy-mcp list`"),
        ("Check availability again and offer another time.", "Check again for another time."),
    ]

    /// For a hint of which nothing else would be left: odd words help more than none.
    private static let lastResort: [(theirs: String, ours: String)] = [
        ("call again", "run it again"), ("Call again", "Run it again"), ("the user", "the diner"),
        ("confirmation_id", "confirmation"),
        ("payment_method", "--card"), ("allow_overlap: true", "--allow-overlap"), ("allow_overlap", "--allow-overlap"),
        ("confirm_token", "yes"),
    ]

    /// What only a model can act on.
    private static let foreign = [
        "confirm_token", "the user", "store_resy_credentials", "confirmation_id", "allow_overlap", "payment_method",
        "make_reservation", "cancel_reservation", "check_availability", "call again",
    ]

    /// A sentence that still speaks of tools is left out.
    static func of(_ text: String) -> String {
        let result = replacing(phrases, in: text)
        guard foreign.contains(where: { result.contains($0) }) else { return result }
        let kept = sentences(result).filter { sentence in !foreign.contains { sentence.contains($0) } }
        return kept.joined(separator: " ")
    }

    static func of(_ notes: [String]) -> [String] {
        notes.map { of($0) }.filter { !$0.isEmpty }
    }

    static func of(_ error: ResyError) -> ResyError {
        var error = error
        error.message = whole(error.message)
        error.hint = whole(error.hint)
        // Once is enough.
        if error.hint.hasPrefix("Wait "), error.hint.contains(" minute") { error.retryAt = nil }
        return error
    }

    /// What fails is told, and what to do, in whatever words.
    private static func whole(_ text: String) -> String {
        let ours = of(text)
        guard ours.isEmpty else { return ours }
        return replacing(lastResort, in: replacing(phrases, in: text))
    }

    private static func replacing(_ phrases: [(theirs: String, ours: String)], in text: String) -> String {
        phrases.reduce(text) { $0.replacing($1.theirs, with: $1.ours) }
    }

    /// Without the token, which is for whoever calls again.
    static func of(_ outcome: BookingOutcome) -> BookingOutcome {
        var outcome = outcome
        outcome.notes = of(outcome.notes)
        outcome.confirmToken = nil
        return outcome
    }

    static func of(_ outcome: CancellationOutcome) -> CancellationOutcome {
        var outcome = outcome
        outcome.notes = of(outcome.notes)
        outcome.confirmToken = nil
        return outcome
    }

    /// Each with its full stop; a stop inside a word, as in `resy.com`, ends none.
    private static func sentences(_ text: String) -> [String] {
        var found: [String] = []
        var current = ""
        for word in text.split(separator: " ") {
            current += current.isEmpty ? word : " " + word
            if word.last == "." || word.last == "!" || word.last == "?" {
                found.append(current)
                current = ""
            }
        }
        return current.isEmpty ? found : found + [current]
    }
}
