internal import ResyDomain
internal import ResyNative

extension Voice {
    func text(_ advice: DeedAdvice) -> String {
        switch advice {
        case .giveTime: "Give a time such as 19:00 or 7pm."
        case .chooseLater: "Choose a later time."
        case .askFor(let doubt): "Ask for \(text(doubt))."
        case .shorten: "Say it in fewer words."
        case .offerAlternatives:
            either(
                "Offer the user these; do not book another time without asking.", "These can be had:")
        case .nothingElse(let part, let url):
            "Nothing else is free that \(part.rawValue). Check another day, or look here: \(url)"
        case .lookFromThenOn: "There may be tables from then on: check that day or a later one."
        case .anotherPartySize:
            "Another day would not help: ask for another party size, or "
                + either("let the user call the restaurant.", "call the restaurant.")
        case .byHand(let url):
            either("Give the user the link; it can be booked on Resy's site: ", "Book it on Resy's site: ") + url
        case .nameOneSeating: "Name one of them exactly."
        case .lookOrInsist(let url):
            "Look at \(url). "
                + either(
                    "If the user is sure, call again with allow_overlap: true.",
                    "If you are sure, add --allow-overlap.")
        case .swapOrKeepBoth:
            either(
                "If the user wants both, or wants to swap, call again with allow_overlap: true; for a swap cancel the old one "
                    + "afterwards.",
                "To have both, or to swap, add --allow-overlap; for a swap, cancel the old one afterwards.")
        case .moveOrKeepBoth:
            either(
                "To move that table instead, use change_reservation; if the user wants both, call again with allow_overlap: true.",
                "To move that table instead, run `resy-mcp change`; to have both, add --allow-overlap.")
        case .ofThatParty(let party):
            either(
                "It is the same table for \(party): for another party size use change_reservation; with party_size \(party) a wish "
                    + "is sent to it.",
                "It is the same table for \(party): for another party size run `resy-mcp change`; with --party \(party) a wish is "
                    + "sent to it.")
        case .otherSeatingInstead:
            either(
                "If the user wants the other seating, use change_reservation.",
                "For the other seating, run `resy-mcp change`.")
        case .otherTableInstead:
            "It was booked elsewhere a moment ago. "
                + either(
                    "If the user wants this one instead, use change_reservation.",
                    "If you want this one instead, run `resy-mcp change`.")
        case .notForNothing:
            "Cancelling the one that is held would not give \(either("the user", "you")) the other."
        case .waitForCancellation:
            either("Look at my_reservations", "Run `resy-mcp list`") + " in a few minutes, then try again. "
                + either(
                    "If the user wants both in any case, call again with allow_overlap: true.",
                    "If you want both in any case, add --allow-overlap.")
        case .waitAMinute:
            "Wait a minute, \(either("look at my_reservations", "run `resy-mcp list`")), then try again."
        case .answerFirst:
            either("Wait for the user's answer to it, then look at my_reservations.", "Answer that one first.")
        case .waitForOutcome(let url):
            "Look at \(url) or \(lookAtList). \(unlistedIsNotBooked) "
                + either("allow_overlap", "--allow-overlap") + " does not change this."
        case .waitForBooking(let url): "Look at \(url) or \(lookAtList). \(unlistedIsNotBooked)"
        case .waitForCancelled(let url): "Look at \(url) or \(lookAtList). \(listedIsNotCancelled)"
        case .waitForChange(let url): "Look at \(url) or \(lookAtList). \(oldAloneIsNotChanged)"
        case .bookAnew:
            either(
                "Look at my_reservations. To book again, call without a confirm_token and ask the user again.",
                "Run `resy-mcp list`. To book again, run this again.")
        case .tryAnew:
            either(
                "Look at my_reservations. To try again, call without a confirm_token and ask the user again.",
                "Run `resy-mcp list`. To try again, run this again.")
        case .askAnew:
            either(
                "Call again without confirm_token, show the user the terms, and after a yes use the new one.",
                "Run this again and answer within 10 minutes.")
        case .useTheNewYes:
            either(
                "Call again without confirm_token, ask the user, and use the new one exactly as it is.",
                "Run this again and answer the question.")
        case .addCard(let url): "Add a card at \(url), then try again."
        case .nameCard(let cards):
            "On file: \(cards.map(\.spoken).joined(separator: ", ")). Give the last four digits."
        case .sayWhatToChange:
            either(
                "Give a date, time, party_size, seating, special_requests or occasion.",
                "Give --on, --time, --party, --seating, --requests or --occasion.")
        case .giveUpTheOther:
            either(
                "Ask the user which of the two is to go; cancel_reservation cancels it by its confirmation_id.",
                "Cancel the one that is to go with `resy-mcp cancel`, then try again.")
        case .nameTheNewOne:
            either(
                "To change it again, call with the new confirmation_id.",
                "To change it again, name the new confirmation.")
        case .nameUpcoming:
            either(
                "These are the upcoming ones. Ask the user which is meant, then call again with its confirmation_id.",
                "These are the upcoming ones. Name the one that is meant.")
        case .numberLooksLike:
            "It looks like RESY-900000123; " + either("my_reservations lists them.", "`resy-mcp list` shows them.")
        case .askWhich:
            either("Ask the user which one, then call again with its confirmation_id.", "Name one with --id.")
        case .askWhichByNumberAlone:
            either(
                "Ask the user which one is meant, then call again with its confirmation_id alone.",
                "Give the --id alone.")
        case .askTheRestaurant(let url): "Ask the restaurant whether it can be cancelled, or look at \(url)."
        case .lookThere(let url): "Look at \(url): a table that cannot be read here can be cancelled there."
        case .chooseUpcoming(isNone: true): "The account has no upcoming reservations."
        case .chooseUpcoming(isNone: false):
            either(
                "These are the upcoming ones. Ask the user which is meant, then call again with its confirmation_id.",
                "These are the upcoming ones. Name one with --id.")
        case .callInAMinute:
            either(
                "Call again in a minute, with the confirmation_id of the one that is meant.",
                "Try again in a minute, with --id for the one that is meant.")
        case .waitUntilListed(let url, let orOthers):
            (orOthers
                ? either(
                    "Ask the user which is meant. If it is one of these, call again with its confirmation_id. If it is the other: ",
                    "If you mean one of these, name it with --id. If you mean the other: ") : "")
                + "\(orOthers ? "look" : "Look") at \(url) or \(lookAtList): once the list shows it, it can be cancelled. If "
                + "the list does not show it after 10 minutes, it was not booked."
        }
    }

    /// What an open try to book comes to.
    var unlistedIsNotBooked: String {
        "If the list does not show it after 10 minutes, it was not booked" + (offersDeeds ? "; try again then." : ".")
    }

    /// What an open try to cancel comes to.
    var listedIsNotCancelled: String {
        "If the list still shows it after 10 minutes, it was not cancelled"
            + (offersDeeds ? "; try again then." : ".")
    }

    /// What an open try to change comes to.
    var oldAloneIsNotChanged: String {
        "If the list still shows the old table alone after 10 minutes, it was not changed"
            + (offersDeeds ? "; try again then." : ".")
    }

    /// In the middle of a sentence.
    var lookAtList: String { either("call my_reservations", "run `resy-mcp list`") }
}
