/// A restaurant on Resy, and what was wanting in the search for it.
package struct FoundVenue: Sendable {
    package var venue: Venue
    /// What must be asked before anything is done there; a look goes on with the remarks.
    package var question: ResyError?
    package var remarks: [Remark] = []
    /// Of several of one name, the one in the city that is usually meant: a deed there is asked about.
    package var isByCity = false

    package init(venue: Venue, question: ResyError? = nil, remarks: [Remark] = []) {
        self.venue = venue
        self.question = question
        self.remarks = remarks
    }
}
