/// A restaurant on Resy, and what was wanting in the search for it.
struct FoundVenue: Sendable {
    var venue: Venue
    var note: String?
}
