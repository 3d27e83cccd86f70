import ResyNative
import Testing

@testable import resy_mcp

@Suite struct PersonWordsTests {
    @Test(arguments: [
        (
            "Run `resy-mcp login` in a terminal, or call store_resy_credentials.", "Run `resy-mcp login`."
        ),
        ("Run `resy-mcp login`, or call store_resy_credentials again.", "Run `resy-mcp login`."),
        (
            "Nothing was booked. Cancel that one first, or, if the user wants both, call again with allow_overlap: true.",
            "Nothing was booked. Cancel that one first, or add --allow-overlap to keep both."
        ),
        ("party_size is 0.", "--party is 0."),
        (
            "Ask whether one of these is meant, then call again with its city as location, or its link as restaurant_name.",
            "If one of these is meant, name its city with --in, or paste its resy.com link."
        ),
        ("Call my_reservations in a minute.", "Run `resy-mcp list` in a minute."),
        // Not known here: the sentence goes, the rest stays.
        ("Look at resy.com first. Then call again with this confirm_token.", "Look at resy.com first."),
        ("Nothing of this kind is said.", "Nothing of this kind is said."),
    ])
    func speaksToAPerson(theirs: String, ours: String) {
        #expect(PersonWords.of(theirs) == ours)
    }

    @Test func aMessageNeverVanishes() {
        let error = PersonWords.of(ResyError(.badRequest, "This confirm_token has run out.", hint: "Call again."))
        #expect(error.message == "This yes has run out.")
    }

    /// Whole hints of which each sentence speaks of tools.
    @Test(arguments: [
        (
            "If it wants a card, add or choose one at resy.com under Account, Payment methods, and call again with "
                + "payment_method; if the restaurant takes none, book it on resy.com.",
            "If it wants a card, add or choose one at resy.com under Account, Payment methods, and name it with --card; "
                + "if the restaurant takes none, book it on resy.com."
        ),
        (
            "Call again in a minute, with the confirmation_id of the one that is meant.",
            "Try again in a minute, with --id for the one that is meant."
        ),
        (
            "Call again without confirm_token, show the user the terms, and use the new one.",
            "Run this again and answer within ten minutes."
        ),
        ("To book again, call anew, without a confirm_token.", "To book again, run this again."),
        // One that nobody thought of here.
        ("Ask the user, then call again with payment_method.", "Ask the diner, then run it again with --card."),
    ])
    func aHintNeverVanishes(theirs: String, ours: String) {
        #expect(PersonWords.of(ResyError(.badRequest, "m", hint: theirs)).hint == ours)
    }

    @Test(arguments: [
        ("a\u{1B}[31mb", "a [31mb"), ("left\u{202E}right", "leftright"), ("two\nlines\there", "two\nlines\there"),
        ("Café ñ — “x”", "Café ñ — “x”"),
    ])
    func theTerminalShowsNoControls(raw: String, shown: String) {
        #expect(Terminal.plain(raw) == shown)
    }
}
