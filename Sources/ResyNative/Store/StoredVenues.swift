internal import ResyDomain

/// Venues as they were read from the database, by their text there: a diner's tables are at the same few restaurants, and
/// reading the text costs more than all else of a row.
final class StoredVenues {
    private static let most = 128
    private var known: [String: Venue] = [:]

    /// Nil for what is none.
    func venue(_ text: String) -> Venue? {
        if let venue = known[text] { return venue }
        guard let venue = (try? JSON(parsing: Array(text.utf8))).flatMap({ Venue(stored: $0) }) else { return nil }
        if known.count >= Self.most { known = [:] }
        known[text] = venue
        return venue
    }
}
