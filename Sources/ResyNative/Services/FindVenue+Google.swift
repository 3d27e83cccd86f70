internal import ResyDomain

/// What Google Places knows of a name, or why it could not be asked; neither where it is not set up.
struct GooglesAnswer: Sendable {
    var place: Place?
    var fault: ResyError?

    var remark: Remark? { fault.map { .venue(.withoutGoogle($0.finding, $0.advice)) } }
}

extension FindVenue {
    /// Google's help is not needed: without it Resy's own search decides, as it does where there is no key.
    func askGoogle(_ name: String, _ location: String?) async throws -> GooglesAnswer {
        guard let places else { return GooglesAnswer() }
        resy.context.progress(.findingVenue)
        do {
            let found = try await places.search(name, location: location, before: resy.context.deadline)
            // Google always finds something; a place of quite another name is not the one that was asked for.
            return GooglesAnswer(
                place: found.first { place in
                    NameRelation.between(FoldedName(name), Venue(id: 0, name: place.name)) != nil
                })
        } catch let error as ResyError {
            try Task.checkCancellation()
            return GooglesAnswer(fault: error)
        }
    }
}
