internal import ResyDomain

/// What Google Places knows of a name, or why it could not be asked; neither where it is not set up.
struct GooglesAnswer: Sendable {
    var place: Place?
    var fault: String?
}

extension FindVenue {
    /// Google's help is not needed: without it Resy's own search decides, as it does where there is no key.
    func askGoogle(_ name: String, _ location: String?) async throws -> GooglesAnswer {
        guard let places else { return GooglesAnswer() }
        resy.context.progress("looking for the restaurant")
        do {
            let found = try await places.search(name, location: location, before: resy.context.deadline)
            // Google always finds something; a place of quite another name is not the one that was asked for.
            return GooglesAnswer(
                place: found.first { place in
                    NameRelation.between(FoldedName(name), Venue(id: 0, name: place.name)) != nil
                })
        } catch let error as ResyError {
            try Task.checkCancellation()
            let mend = error.hint.isEmpty ? "" : " \(error.hint)"
            return GooglesAnswer(fault: "\(error.message) Resy's own search was used instead.\(mend)")
        }
    }
}
