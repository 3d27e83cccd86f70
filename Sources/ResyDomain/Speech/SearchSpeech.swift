/// What else to know of a search over restaurants or days.
package enum SearchRemark: Sendable, Equatable {
    /// No place was given: restaurants everywhere were looked at.
    case everywhere
    /// Resy lists no restaurant for these words.
    case nobodyListed(String)
    /// None of those that were shown, of all that Resy has, is in that place.
    case noneAmong(shown: Int, total: Int, place: String)
    /// Nothing is in the place that was said; these, of a name like it, are near.
    case beside(said: String, [String])
    /// Resy has more of them than one search brings.
    case moreThere(shown: Int, total: Int)
    /// So many restaurants are shown with the fees that Resy's search has of them; a table may cost more.
    case feesAsListed(Int)
    /// Up to that day tables are shown; later ones that were asked for are not published.
    case publishedUntil(CalendarDay)
    /// Later days were asked for; so many are looked at in one go.
    case lookedUntil(CalendarDay, most: Int)
    /// In its own words, when its days open.
    case restaurantSays(String)
}

/// What is so of a search over restaurants or days.
package enum SearchFinding: Sendable, Equatable {
    /// Neither words nor restaurants nor a place.
    case nothingAsked
    case noDays
    /// The last day is before the first.
    case daysReversed(CalendarDay, CalendarDay)
    /// The earliest time is after the latest, however they are read.
    case hoursReversed(SearchHours.Reversed)
    /// No number of restaurants.
    case limit(Int)
    case tooManyNames(Int, most: Int)
    case cursor(SearchCursor.Fault)
    /// A place stands among words that are searched for everywhere.
    case placeAmongWords(String)
}

/// What to do about such a search.
package enum SearchAdvice: Sendable, Equatable {
    case sayWhat
    case giveDays
    case swapHours
    case swapDays
    case limits
    case fewerNames(most: Int)
    /// The search anew, without what an earlier one ended with.
    case startAnew
    /// What to do about one of several restaurants that were listed.
    case inList(VenueAdvice)
    /// The place that stands among the words, as the place to search in.
    case giveAsPlace(String)
}
