internal import ResyDomain

extension NextStep {
    static func of(_ outcome: ChangeOutcome, in voice: Voice = .model) -> String {
        switch outcome.status {
        case .changed: changed(outcome)
        case .needsConfirmation where outcome.isAboutWishAlone:
            "Show the user both texts, and only if they agree to replace the one that is there, "
                + voice.either("use the confirm_token.", "\(inTerminal).")
        case .needsConfirmation where outcome.isNewBooked:
            "Both tables are held: tell the user what cancelling the old one costs, and only after a yes "
                + again(voice)
        case .needsConfirmation:
            "Nothing is changed: show the user both tables, what the new one puts at stake and what leaving the old one costs, and "
                + "only after a yes \(again(voice))"
        case .declined: "Do not try again unless the user asks for it."
        case .overLimit:
            "Tell the user that their own limit kept it from being changed; \(raising(outcome.remarks, in: voice))"
        case .notChanged: "Tell the user that the old table stands, and why."
        case .bothHeld:
            "Tell the user that both tables are held and until when each can be left; "
                + voice.either(
                    "the same call without a confirm_token cancels the old one, or cancel_reservation the one they name.",
                    "the same command cancels the old one, or `resy-mcp cancel --id` the one they name.")
        case .neitherHeld: "Tell the user first of all that neither table is held, with the link to look at."
        case .unknown:
            "\(look(voice)) before anything else; do not change it again unless the list still has the old table alone after 10 "
                + "minutes."
        }
    }

    private static func changed(_ outcome: ChangeOutcome) -> String {
        let news =
            outcome.isAboutWishAlone
            ? "Tell the user that the restaurant got it, and may not grant it"
            : "Tell the user it is changed, with the new table's confirmation_id"
        guard !outcome.isAboutWishAlone else { return "\(news)." }
        return outcome.wishes.areSent == false ? "\(news); the wish was not delivered." : "\(news)."
    }
}
