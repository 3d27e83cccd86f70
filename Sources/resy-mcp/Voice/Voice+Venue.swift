internal import ResyDomain
internal import ResyNative

/// Restaurants: which is meant, and where it is.
extension Voice {
    func text(_ finding: VenueFinding) -> String {
        switch finding {
        case .noName: either("The argument restaurant_name is empty.", "The restaurant's name is empty.")
        case .foreignLink(let link): "\(CleanText.quoted(link)) is not a link of Resy's."
        case .noRestaurantsPage(let link): "\(CleanText.quoted(link)) is not the link of a restaurant's page."
        case .noNumber(let text): "\(CleanText.quoted(text, to: 40)) is not the number of a venue on Resy."
        case .noSuchNumber(let id): "There is no venue \(id) on Resy."
        case .onlySimilar(let name): "Nothing on Resy is called just \(CleanText.quoted(name))."
        case .several(let name, let count): "\(CleanText.quoted(name)) fits \(count) restaurants on Resy."
        case .elsewhere(let name, let count, let place):
            "On Resy there \(count == 1 ? "is a restaurant" : "are \(count) restaurants") of the name "
                + "\(CleanText.quoted(name)) or a similar one, but none in \(Self.place(place))."
        case .contradictory(let text): "\(CleanText.quoted(text)) names more than one restaurant."
        case .notThere(let id, let place): "Resy venue \(id) is not in \(Self.place(place))."
        case .unsurePlace(let name, let place):
            "Could not tell whether \(CleanText.quoted(name)) is in \(Self.place(place))."
        case .hitUnread(let name): "Another result of Resy's search for \(CleanText.quoted(name)) could not be read."
        case .unknownPlace(let place): "Could not place \(Self.place(place))."
        case .whereAreYou(let words):
            either(
                "\(Self.place(words)) needs a place: where the user is, is not known here.",
                "I don't know where you are.")
        case .whichCity(let words): "\(Self.place(words)) needs a city: most have one."
        case .otherRegion(let words, let names): "Resy has no \(Self.place(words)), but \(Self.choice(names))."
        case .severalPlaces(let words, let names): "\(Self.place(words)) may be \(Self.choice(names))."
        case .tooWide(let place): "\(Self.place(place)) is too wide for one search."
        case .unknownPlaceAndName(let place, let name):
            "Could not place \(Self.place(place)), and \(CleanText.quoted(name)) was not found on Resy anywhere."
        case .notFound(let name, let place): "\(Self.notFound(name, place))."
        case .otherNames(let name, let place): "\(Self.notFound(name, place)); its search came back with other names."
        case .maybe(let venue): Self.question(venue)
        case .absence(let absence): text(absence)
        case .sizes(let sizes): text(sizes)
        }
    }

    /// `isOfList`: of one among several restaurants that were listed.
    func text(_ advice: VenueAdvice, isOfList: Bool = false) -> String {
        let argument = isOfList ? "restaurants" : "restaurant_name"
        let into = "\(isOfList ? "in" : "as") \(argument)"
        return switch advice {
        case .giveName: "Give the restaurant's name, such as “Carbone”, or its resy.com link."
        case .giveLinkOrName: "Give the link of the restaurant's page at resy.com, or its name."
        case .giveItsOwnLink: "Give the link of the restaurant's own page at resy.com, or its name."
        case .copyNumber: "Copy it once more, such as “Resy venue 40203”, or give the restaurant's name."
        case .giveNumber(let id):
            either("Ask the user; if so, call again with \(argument)", "If so, give the restaurant as")
                + " “Resy venue \(id)”."
        case .askForNumber:
            either(
                "Ask the user which one is meant, then call again with its “Resy venue” number alone.",
                "Run it again with the “Resy venue” number of the one you mean, alone.")
        case .askWhich:
            either(
                "Ask the user which one, then call again with its “Resy venue” number \(into).",
                "Say which: add --in with its city or neighborhood, give its full name, or paste its resy.com link.")
        case .askWhetherElsewhere:
            either(
                "Ask the user; if so, call again with its “Resy venue” number \(into).",
                "If one of these is meant, name its city with --in, or paste its resy.com link.")
        case .askWhetherOther(let page):
            either(
                "Ask the user; if so, call again with its “Resy venue” number \(into).",
                "If one of these is meant, give its full name, or paste its resy.com link.")
                + " If none is, look here: \(page)"
        case .dropPlace:
            "If so, \(either("call again without location", "run it again without --in")); else give the restaurant's name "
                + "with it."
        case .givePlace:
            "Give a city, a borough or a neighborhood, such as “Chicago”, “Brooklyn” or “West Village”, or leave the "
                + "location out."
        case .sayWhere:
            either(
                "Ask the user where they are, then call again with location: a city or a neighborhood.",
                "Say where with --in: a city or a neighborhood.")
        case .sayWhichPlace(let names):
            either(
                "Ask the user which one, then call again with it as location.",
                "Say which with --in.") + (names.first.map { " For example: \(CleanText.quoted($0))." } ?? "")
        case .checkSpelling: "Check the spelling."
        case .checkSpellingOrLook(let page, mayAddPlace: true):
            "Check the spelling, add \(either("location", "--in CITY")), or look here: \(page)"
        case .checkSpellingOrLook(let page, mayAddPlace: false): "Check the spelling, or look here: \(page)"
        case .checkLink(let page): "Check the link, give the restaurant's name instead, or look here: \(page)"
        case .checkNumber: "Check the number, or give the restaurant's name or its resy.com link instead."
        }
    }

    func text(_ remark: VenueRemark) -> String {
        switch remark {
        case .inUsualCity(let name, let city):
            "Several restaurants are called \(CleanText.quoted(name)); this is the one in \(CleanText.quoted(city)), "
                + "\(either("the user's", "your")) usual city. For another give its city (\(either("location", "--in")))."
        case .readAs(let said, let name): "\(CleanText.quoted(said)) was read as \(CleanText.quoted(name))."
        case .hitUnread: "Another result of Resy's search could not be read; it may be the one that is meant."
        case .unsurePlace(let place): "Could not tell whether it is in \(Self.place(place))."
        case .withoutGoogle(let why, let advice):
            joined([text(why), "Resy's own search was used instead."] + advice.map { text($0) })
        }
    }

    /// Why there is no table, of the restaurant as a whole.
    func text(_ absence: Absence) -> String {
        switch absence {
        case .onTock: "This restaurant books on Tock."
        case .closed(let reopens): "The restaurant is closed until \(reopens.spoken)."
        }
    }

    func text(_ sizes: PartySizes) -> String {
        "It takes parties of \(sizes.smallest) to \(sizes.largest) online."
    }

    private static func place(_ words: String) -> String { CleanText.quoted(words, to: 60) }

    private static func choice(_ names: [String]) -> String {
        guard names.count > 1, let last = names.last else { return names.joined() }
        return names.dropLast().joined(separator: "; ") + " or " + last
    }

    private static func notFound(_ name: String, _ place: String?) -> String {
        "\(CleanText.quoted(name))\(place.map { " in \(Self.place($0))" } ?? "") was not found on Resy"
    }

    /// One candidate is a question: `Did you mean Mile High Grill, LoDo, Denver?`
    static func question(_ venue: Venue) -> String {
        let place = [venue.neighborhood, venue.city].compactMap(\.self).filter { !$0.isEmpty }
        return "Did you mean \(([venue.name] + place).joined(separator: ", "))?"
    }
}
