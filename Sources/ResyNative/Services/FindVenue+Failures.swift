internal import ResyDomain

/// What is said where a restaurant is not found, or could be several: with all there is to choose from.
extension FindVenue {
    func ambiguous(_ name: String, _ several: [Venue]) -> ResyError {
        if let only = several.first, several.count == 1 { return maybe(only, after: .onlySimilar(name)) }
        return asking(.several(name, count: several.count), among: several, .askWhich)
    }

    func elsewhere(_ name: String, _ location: String, _ several: [Venue]) -> ResyError {
        let finding = VenueFinding.elsewhere(name, count: several.count, than: location)
        if let only = several.first, several.count == 1 { return maybe(only, after: finding) }
        return asking(finding, among: several, .askWhetherElsewhere)
    }

    /// A number or a link points at one restaurant, and the rest of the text at another.
    func contradicted(_ text: String, by venue: Venue, _ several: [Venue]) -> ResyError {
        var error = maybe(venue, after: .contradictory(text))
        error.choices = several.map { .venue($0) }
        if several.count > 1 { error.advice = [.venue(.askForNumber)] }
        return error
    }

    /// What a number or a link points at is not where the location says.
    func notThere(_ venue: Venue, _ location: String) -> ResyError {
        var error = maybe(venue, after: .notThere(venue.id, place: location))
        error.advice = [.venue(.dropPlace)]
        return error
    }

    /// In the same city; whether it is in that part of it is not known.
    func undecided(_ name: String, _ location: String, _ venue: Venue) -> ResyError {
        maybe(venue, after: .unsurePlace(name, place: location))
    }

    func hidden(_ name: String, _ venue: Venue) -> ResyError {
        maybe(venue, after: .hitUnread(name))
    }

    /// Nothing is said of the restaurant being there or not.
    func unplaced(_ name: String, _ location: String, _ several: [Venue]) -> ResyError {
        guard let first = several.first else {
            return ResyError(
                .badRequest, .venue(.unknownPlaceAndName(place: location, name: name)),
                advice: [.venue(.checkSpelling), .venue(.givePlace)], url: links.search(for: name))
        }
        let isOne = several.count == 1
        return ResyError(
            .badRequest,
            .together([
                .venue(.unknownPlace(location)),
                .venue(isOne ? .maybe(first) : .several(name, count: several.count)),
            ]),
            advice: (isOne ? [.venue(.giveNumber(first.id))] : []) + [.venue(.givePlace)],
            choices: several.map { .venue($0) })
    }

    /// `kin`: what came back instead, of other names.
    func notOnResy(_ name: String, _ location: String?, but kin: [Venue] = []) -> ResyError {
        let missing = Finding.venue(.notFound(name, place: location))
        switch VenueReference(name) {
        case .page(let address):
            let page = links.search(for: address.slug.replacing("-", with: " "), citySlug: address.citySlug)
            return ResyError(.venueNotFound, missing, advice: [.venue(.checkLink(orLookAt: page))], url: page)
        case .id(let id):
            return ResyError(.venueNotFound, .venue(.noSuchNumber(id)), advice: [.venue(.checkNumber)])
        case .name, .link, .unreadable: break
        }
        let page = links.search(for: location.map { "\(name) \($0)" } ?? name)
        if let only = kin.first, kin.count == 1 {
            return ResyError(
                .venueNotFound, .together([missing, .venue(.maybe(only))]), advice: [.venue(.giveNumber(only.id))],
                choices: [.venue(only)], url: page)
        }
        guard kin.isEmpty else {
            return ResyError(
                .venueNotFound, .venue(.otherNames(name, place: location)),
                advice: [.venue(.askWhetherOther(orLookAt: page))], choices: kin.map { .venue($0) }, url: page)
        }
        return ResyError(
            .venueNotFound, missing,
            advice: [.venue(.checkSpellingOrLook(at: page, mayAddPlace: location == nil))], url: page)
    }

    /// One restaurant that may be meant, for whoever asked to say.
    private func maybe(_ venue: Venue, after finding: VenueFinding) -> ResyError {
        ResyError(
            .venueAmbiguous, .together([.venue(finding), .venue(.maybe(venue))]),
            advice: [.venue(.giveNumber(venue.id))], choices: [.venue(venue)])
    }

    private func asking(_ finding: VenueFinding, among several: [Venue], _ advice: VenueAdvice) -> ResyError {
        ResyError(.venueAmbiguous, .venue(finding), advice: [.venue(advice)], choices: several.map { .venue($0) })
    }
}
