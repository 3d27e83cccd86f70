internal import ResyDomain

/// What is so of a search over restaurants or days, and what to do about it.
extension Voice {
    func text(_ finding: SearchFinding) -> String {
        switch finding {
        case .nothingAsked:
            either(
                "Nothing to search for: none of query, restaurants and location was given.", "Nothing to search for.")
        case .noDays: "No day was given to search."
        case .hoursReversed(let hours):
            "The earliest time, \(hours.earliest.spoken), is after the latest, \(hours.latest.spoken)."
        case .daysReversed(let first, let last):
            "The first day, \(first.spoken), is after the last, \(last.spoken)."
        case .limit(let limit): "\(limit) is no number of restaurants to show."
        case .tooManyNames(let count, _): "\(count) restaurants are too many for one search."
        case .placeAmongWords(let place):
            "\(CleanText.quoted(place, to: 60)) is a place, and no place to search in was given."
        case .cursor(.damaged): either("That cursor isn't valid.", "That is no place to go on from.")
        case .cursor(.foreign):
            either("That cursor belongs to a search with other arguments.", "That belongs to another search.")
        case .cursor(.old): either("That cursor is too old.", "That search is too long ago to go on with.")
        }
    }

    func text(_ advice: SearchAdvice) -> String {
        switch advice {
        case .sayWhat:
            either(
                "Give query (a cuisine or words), restaurants (names) or location (a city or neighborhood).",
                "Give a cuisine or other words, restaurants' names, or a place.")
        case .giveDays: "Give days, for example \"Fri-Sun\" or \"this weekend\"."
        case .swapHours: "Give an earliest time that is before the latest one, each with AM or PM."
        case .swapDays: "Give a last day that is not before the first."
        case .limits: "Use a number from 1 to 50."
        case .fewerNames(let most): "Name at most \(most) at once."
        case .startAnew:
            either(
                "Make the search again without cursor; to go on, repeat all other arguments unchanged.",
                "Start the search again.")
        case .inList(let advice): text(advice, isOfList: true)
        case .giveAsPlace(let place):
            either(
                "Call again with location \(CleanText.quoted(place, to: 60)), and the rest as query.",
                "Say it with --in, and the rest as words.")
        }
    }
}
