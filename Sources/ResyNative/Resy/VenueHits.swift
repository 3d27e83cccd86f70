internal import ResyDomain

/// What a search brought.
struct VenueHits: Sendable {
    var venues: [Venue] = []
    /// The names of hits that could not be read, as far as these could.
    var unread: [String?] = []

    /// Without those that are there already.
    mutating func join(_ more: VenueHits) {
        venues += more.venues.filter { hit in !venues.contains { $0.id == hit.id } }
        unread += more.unread
    }

    /// Whether one that could not be read may be the restaurant of that name.
    func mayHide(_ name: String) -> Bool {
        unread.contains { hidden in
            hidden.map { NameRelation.between(FoldedName(name), Venue(id: 0, name: $0)) != nil } ?? true
        }
    }
}
