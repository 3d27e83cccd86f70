internal import ResyDomain

/// What is said where a restaurant is not found, or could be several: with all there is to choose from.
extension FindVenue {
    func ambiguous(_ name: String, _ several: [Venue]) -> ResyError {
        if let only = several.first, several.count == 1 {
            return ResyError(
                .venueAmbiguous,
                "No restaurant on Resy has just the name \(CleanText.quoted(name)). \(Self.question(only))",
                hint: Self.answering(only), choices: [.venue(only)])
        }
        return ResyError(
            .venueAmbiguous, "\(CleanText.quoted(name)) could be any of \(several.count) restaurants on Resy.",
            hint: "Ask which one is meant, then call again with location (its city or neighborhood), its full name, or "
                + "its link as restaurant_name.",
            choices: several.map { .venue($0) })
    }

    func elsewhere(_ name: String, _ location: String, _ several: [Venue]) -> ResyError {
        let place = CleanText.quoted(location, to: 60)
        if let only = several.first, several.count == 1 {
            return ResyError(
                .venueAmbiguous,
                "On Resy there is a restaurant of the name \(CleanText.quoted(name)) or a similar one, but none in \(place). "
                    + Self.question(only),
                hint: Self.answering(only), choices: [.venue(only)])
        }
        return ResyError(
            .venueAmbiguous,
            "On Resy there are \(several.count) restaurants of the name \(CleanText.quoted(name)) or a similar one, but "
                + "none in \(place).",
            hint: "Ask whether one of these is meant, then call again with its city as location, or its link as "
                + "restaurant_name.",
            choices: several.map { .venue($0) })
    }

    static let placeAdvice =
        "Give a city, a borough or a neighborhood, such as \u{201C}Chicago\u{201D}, \u{201C}Brooklyn\u{201D} or "
        + "\u{201C}West Village\u{201D}, or leave the location out."

    /// A number or a link points at one restaurant, and the rest of the text at another.
    func contradicted(_ text: String, by venue: Venue, _ several: [Venue]) -> ResyError {
        ResyError(
            .venueAmbiguous,
            "\(CleanText.quoted(text)) names more than one restaurant. \(Self.question(venue))",
            hint: several.count == 1
                ? Self.answering(venue)
                : "Ask which one is meant, then call again with its \u{201C}Resy venue\u{201D} number alone.",
            choices: several.map { .venue($0) })
    }

    /// What a number or a link points at is not where the location says.
    func notThere(_ venue: Venue, _ location: String) -> ResyError {
        ResyError(
            .venueAmbiguous,
            "Resy venue \(venue.id) is not in \(CleanText.quoted(location, to: 60)). \(Self.question(venue))",
            hint: "If so, call again without the location; else give the restaurant's name with it.",
            choices: [.venue(venue)])
    }

    /// In the same city; whether it is in that part of it is not known.
    func undecided(_ name: String, _ location: String, _ venue: Venue) -> ResyError {
        ResyError(
            .venueAmbiguous,
            "Could not tell whether \(CleanText.quoted(name)) lies in \(CleanText.quoted(location, to: 60)). "
                + Self.question(venue),
            hint: Self.answering(venue), choices: [.venue(venue)])
    }

    func hidden(_ name: String, _ venue: Venue) -> ResyError {
        ResyError(
            .venueAmbiguous,
            "Another hit of Resy's search for \(CleanText.quoted(name)) could not be read. \(Self.question(venue))",
            hint: Self.answering(venue), choices: [.venue(venue)])
    }

    /// Nothing is said of the restaurant being there or not.
    func unplaced(_ name: String, _ location: String, _ several: [Venue]) -> ResyError {
        let message = "Could not place \(CleanText.quoted(location, to: 60))"
        let advice = Self.placeAdvice
        guard let first = several.first else {
            return ResyError(
                .badRequest, "\(message), and \(CleanText.quoted(name)) was not found on Resy anywhere.",
                hint: "Check the spelling. \(advice)", url: links.search(for: name))
        }
        if several.count == 1 {
            return ResyError(
                .badRequest, "\(message). \(Self.question(first))", hint: "\(Self.answering(first)) \(advice)",
                choices: [.venue(first)])
        }
        return ResyError(
            .badRequest, "\(message). \(CleanText.quoted(name)) could be any of \(several.count) restaurants on Resy.",
            hint: advice, choices: several.map { .venue($0) })
    }

    /// `Did you mean Mile High Grill, LoDo, Denver?`
    private static func question(_ venue: Venue) -> String {
        let place = [venue.neighborhood, venue.city].compactMap(\.self).filter { !$0.isEmpty }
        return "Did you mean \(([venue.name] + place).joined(separator: ", "))?"
    }

    /// For whoever asked, in words that a call and a command both take.
    private static func answering(_ venue: Venue) -> String {
        "If so, name the restaurant as \u{201C}Resy venue \(venue.id)\u{201D}."
    }

    /// `kin`: what came back instead, of other names.
    func notOnResy(_ name: String, _ location: String?, but kin: [Venue] = []) -> ResyError {
        let place = location.map { " in \(CleanText.quoted($0, to: 60))" } ?? ""
        let message = "\(CleanText.quoted(name))\(place) was not found on Resy"
        switch VenueReference(name) {
        case .page(let address):
            let link = links.search(for: address.slug.replacing("-", with: " "), citySlug: address.citySlug)
            return ResyError(
                .venueNotFound, "\(message).",
                hint: "Check the link, give the restaurant's name instead, or look here: \(link)", url: link)
        case .id(let id):
            return ResyError(
                .venueNotFound, "There is no venue \(id) on Resy.",
                hint: "Check the number, or give the restaurant's name or its resy.com link instead.")
        case .name, .link, .unreadable: break
        }
        let link = links.search(for: location.map { "\(name) \($0)" } ?? name)
        if let only = kin.first, kin.count == 1 {
            return ResyError(
                .venueNotFound, "\(message). \(Self.question(only))", hint: Self.answering(only),
                choices: [.venue(only)], url: link)
        }
        guard kin.isEmpty else {
            return ResyError(
                .venueNotFound, "\(message); its search came back with other names.",
                hint: "Ask whether one of these is meant, then call again with its full name, or its link as "
                    + "restaurant_name. If none is, look here: \(link)",
                choices: kin.map { .venue($0) }, url: link)
        }
        let more = location == nil ? "Check the spelling, add location, or" : "Check the spelling, or"
        return ResyError(
            .venueNotFound, "\(message).", hint: "\(more) look here: \(link)", url: link)
    }
}
