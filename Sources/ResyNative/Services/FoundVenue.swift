internal import ResyDomain

/// A restaurant on Resy, and what was wanting in the search for it.
struct FoundVenue: Sendable {
    var venue: Venue
    /// What must be asked before anything is done there; a look goes on with the note.
    var question: ResyError?
    var note: String?
}
