/// A restaurant on Resy, and what was wanting in the search for it.
struct FoundVenue: Sendable {
    var venue: Venue
    /// It goes by a name that is spelt otherwise than the one asked for.
    var isMisspelt = false
    var note: String?
}
